"""The pocket pack and the cards: a station that has the pages gets both, and others neither."""

from pathlib import Path

from lxml import html

from sites import PLAIN, SERVICE, build_site, edit

PAGES = """
-- site/pages/harm-minimisation/index.md --
---
title: Staying safer
summary: Plain facts.
---
First [overdose & more](overdose.md), then [help](../help-now.md).
-- site/pages/harm-minimisation/overdose.md --
---
title: Overdose & "signs"
summary: What to do.
needs: [talk]
kind: guidance
sources:
  - {id: a-b, title: A & B, publisher: NHS, year: 2026, url: "https://nhs.example/", looked_up: 2026-11-01}
claims: {waiting: {sources: [a-b]}}
reviewed: 2026-11-01
review_due: 2027-05-01
---
!!! danger "Call 999 now if"
    - they will not wake

!!! tip "Do"
    - ring 999

!!! warning "Do not"
    - do not wait[^waiting]

## Signs

Back to the [start](index.md).
"""
STALE = ("review_due: 2027-05-01", "review_due: 2026-11-20")
APPROVED = ("kind: guidance", "kind: guidance\napproved_by: Nurse consultant, Dr Example")


def test_a_station_without_the_pages_has_neither(tmp_path: Path) -> None:
    assert not (build_site(tmp_path, PLAIN) / "harm-minimisation").exists()


def test_the_pack_is_one_file_whose_title_tells_nothing(tmp_path: Path) -> None:
    public = build_site(tmp_path, PAGES, SERVICE)

    raw = (public / "harm-minimisation/pocket-pack.html").read_bytes()
    pack = html.fromstring(raw)
    assert pack.xpath("//title/text()") == ["Information"]
    assert pack.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert pack.xpath("//script | //link | //img | //@src") == []
    assert pack.xpath("//h2[@id='harm-minimisation-overdose']/text()") == ['Overdose & "signs"']
    assert pack.xpath("//a[text()='start']/@href") == ["#harm-minimisation"]
    assert pack.xpath("//a[text()='help']/@href") == ["https://tiny.example/help-now/"]
    text = " ".join(pack.text_content().split())
    assert "116 123: Samaritans." in text
    assert "Check the numbers again after 31 December 2026." in text
    assert 'Crawley: Harbour & "friends", ring 01632 960123 (invented example)' in text
    assert "a clinician has yet to approve this page" in text
    assert "A & B, NHS, 2026. Read on 1 November 2026." in text
    # Nobody is sent to it by a search: the pages themselves are to be found.
    assert "pocket-pack" not in (public / "sitemap.xml").read_text()

    start = (public / "harm-minimisation/index.html").read_text()
    assert len(raw) < 10_000
    assert "in one file (less than 10 kB)" in start
    assert 'href="../harm-minimisation/pocket-pack.html" download' in start


def test_a_page_that_is_overdue_or_approved_says_so_in_the_pack(tmp_path: Path) -> None:
    public = build_site(tmp_path, edit(PAGES, STALE, APPROVED), strict=False)

    pack = (public / "harm-minimisation/pocket-pack.html").read_text()
    assert "<strong>This may be out of date.</strong> It was due to be checked again on 20 November 2026." in pack  # fmt: skip
    assert "Approved by Nurse consultant, Dr Example." in pack
    assert "has yet to approve" not in pack
    cards = (public / "harm-minimisation/cards/index.html").read_text()
    assert "approved by Nurse consultant, Dr Example" in cards


def test_a_page_leads_to_its_card_and_to_places_near(tmp_path: Path) -> None:
    public = build_site(tmp_path, PAGES, SERVICE)

    page = html.parse(public / "harm-minimisation/overdose/index.html")
    [card] = page.xpath("//p[@class='rr-carry']/a/@href")
    assert card.endswith("/harm-minimisation/cards/#harm-minimisation-overdose")
    near = page.xpath("//section[@aria-labelledby='near-you']")[0]
    assert near.xpath(".//a/@href") == [
        "../../services/harbour/",
        "tel:+441632960123",
        "../../services/needs/talk/",
        "../../find-help/",
    ]

    sheet = html.parse(public / "harm-minimisation/cards/index.html")
    card = sheet.xpath("//section[@id='harm-minimisation-overdose']")[0]
    assert card.xpath(".//li/text()") == ["they will not wake", "ring 999", "do not wait"]
    assert "not yet approved by a clinician" in card.text_content()


def test_where_no_page_has_a_card_nothing_leads_to_cards(tmp_path: Path) -> None:
    page = (
        "-- site/pages/harm-minimisation/{}.md --\n---\ntitle: {}\nsummary: A page.\n---\nWords.\n"
    )
    public = build_site(tmp_path, page.format("index", "Safer"), page.format("one", "One"))

    assert not (public / "harm-minimisation/cards").exists()
    for name in ("index.html", "one/index.html"):
        assert "cards/" not in (public / "harm-minimisation" / name).read_text("utf-8")


def test_without_the_page_that_leads_to_them_there_are_no_cards_either(tmp_path: Path) -> None:
    words = '!!! tip "Do"\n    - Ring somebody.\n'
    public = build_site(
        tmp_path,
        f"-- site/pages/harm-minimisation/one.md --\n---\ntitle: One\nsummary: A page.\n---\n{words}",
    )

    assert "cards/" not in (public / "harm-minimisation/one/index.html").read_text("utf-8")
