"""Pages of referral sheets, and the way to them."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from recovery_radio.render.subscribe import draw_code
from sites import SERVICE, build_site, edit

PAGE = """
-- site/pages/referrals/index.md --
---
title: Sheets
summary: For GPs.
---
Choose an area.
"""
SHEET = "referrals/crawley/talk/"
FACTS = {"Where", "For", "Contact", "Open", "How to refer", "Area", "Waiting", "Tell the patient", "Checked"}  # fmt: skip


def page(public: Path, url: str) -> HtmlElement:
    return html.parse(public / url / "index.html").getroot()


def links(public: Path, url: str) -> set[str]:
    """Give where a page's own links lead in the site."""
    found = page(public, url).xpath("//main//a/@href")
    return {
        urljoin(f"https://here/{url}", str(href)).removeprefix("https://here/") for href in found
    }


def sheets(public: Path) -> Iterator[tuple[str, HtmlElement]]:
    for path in sorted(public.glob("referrals/*/*/index.html")):
        yield (
            posixpath.relpath(path.parent.as_posix(), public.as_posix()) + "/",
            html.parse(path).getroot(),
        )


def test_a_sheet_says_what_a_referral_needs_and_marks_what_is_not_known(tmp_path: Path) -> None:
    public = build_site(tmp_path, PAGE, SERVICE)

    sheet = page(public, SHEET)
    text = " ".join(sheet.find(".//main").text_content().split())
    assert sheet.findtext(".//h1") == "Talk to somebody in Crawley"
    for words in (
        "1 of 1 entry lacks something",
        "access (1), tell the patient (1)",
        "25 December 2026, Christmas Day",
        'Harbour & "friends"',
        "Invented example",
        "1 Example Street, Crawley RH10 0AA.",
        "Monday to Friday 10am to 4pm.",
        "Bank holidays: ask first.",
        "1 November 2026, by phone.",
        "As of 21 November 2026.",
        "https://tiny.example/referrals/crawley/talk/",
    ):
        assert words in text, words
    gaps = [" ".join(gap.text_content().split()) for gap in sheet.xpath("//dd//*[@class='rr-gap']")]
    assert gaps == ["Childcare not known: ring first.", "Not known: ring first."]


def test_a_sheet_without_gaps_says_so(tmp_path: Path) -> None:
    whole = edit(
        SERVICE,
        ("    hours:", "    access: {childcare: yes}\n    hours:"),
        ("cost: free", "tell_patient: Tea.\ncost: free"),
    )
    sheet = page(build_site(tmp_path, PAGE, whole), SHEET)

    assert "The entry is complete." in " ".join(sheet.text_content().split())
    assert not sheet.xpath("//*[@class='rr-gap']")


def test_the_code_at_the_foot_leads_to_the_sheet(tmp_path: Path) -> None:
    public = build_site(tmp_path, PAGE, SERVICE)

    assert page(public, SHEET).xpath("//main//img/@src") == ["code.svg"]
    code = (public / SHEET / "code.svg").read_bytes()
    assert code == draw_code("https://tiny.example/referrals/crawley/talk/")


def test_a_station_without_the_page_has_no_sheets(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    assert not (public / "referrals").exists()


def test_the_page_leads_to_every_sheet(tmp_path: Path) -> None:
    other = edit(SERVICE, ("harbour.yml", "other.yml"), ("town: Crawley", "town: Bognor Regis"))
    public = build_site(tmp_path, PAGE, SERVICE, other)

    assert {SHEET, "referrals/bognor-regis/talk/"} <= links(public, "referrals/")
    assert "Choose an area." in page(public, "referrals/").text_content()


def test_every_sheet_of_kindling_is_two_clicks_from_the_training_pack(kindling: Path) -> None:
    near = links(kindling, "gp-training/")
    two_away = set().union(
        *(links(kindling, url) for url in near if (kindling / url / "index.html").is_file())
    )

    every = {url for url, _ in sheets(kindling)}
    assert "referrals/" in near
    # With a patient in the room it is met before the modules are.
    text = page(kindling, "gp-training/").text_content()
    assert text.index("Referral sheets") < text.index("The modules")
    assert len(every) > 100
    assert every <= two_away


def test_every_entry_on_every_sheet_has_each_fact_or_its_mark(kindling: Path) -> None:
    entries = 0
    for url, sheet in sheets(kindling):
        for entry in sheet.xpath("//ul[starts-with(@class, 'rr-referrals')]/li"):
            entries += 1
            facts = {
                row.findtext("dt"): " ".join(row.find("dd").text_content().split())
                for row in entry.xpath(".//dl/div")
            }
            name = (url, entry.findtext(".//h3/a"))
            assert FACTS <= set(facts) <= FACTS | {"Access"}, name
            assert all(facts.values()), name
            if "Access" in facts:
                told = [label for label in ("Step-free", "Help with fares", "Childcare", "Shared front door") if label in facts["Access"]]  # fmt: skip
                assert len(told) == 4, name
    assert entries > 500


def test_the_count_at_the_head_is_that_of_the_marks(kindling: Path) -> None:
    for url, sheet in sheets(kindling):
        entries = sheet.xpath("//ul[starts-with(@class, 'rr-referrals')]/li")
        marked = [entry for entry in entries if entry.xpath(".//dd//*[@class='rr-gap']")]
        head = " ".join(
            sheet.xpath("//*[@class='rr-referral-sheet__state']")[0].text_content().split()
        )
        expected = f"{len(marked)} of {len(entries)} " if marked else " complete."
        assert expected in head, url


def test_a_hidden_address_is_on_no_sheet(tmp_path: Path) -> None:
    hidden = edit(SERVICE, ("    address:", "    hide_address: true\n    address:"))
    public = build_site(tmp_path, PAGE, hidden)

    text = (public / SHEET / "index.html").read_text("utf-8")
    assert "The address is given at booking." in text
    assert "Example Street" not in text
    assert "RH10" not in text
