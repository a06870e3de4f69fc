"""The pages of the training pack, in a small station."""

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from recovery_radio.host.build import Failed
from sites import EPISODE, SERVICE, build_site, edit
from training import MODULE, PACK

SECOND = edit(
    MODULE,
    ("gp-training/drinking.md", "gp-training/second.md"),
    ('title: Drinking & "talking"', "title: The second"),
    ("  number: 1", "  number: 2"),
    ("  minutes: 10", "  minutes: 50"),
)
REFERRALS = """
-- site/pages/referrals/index.md --
---
title: Sheets
summary: For GPs.
---
Choose an area.
"""


def main_of(public: Path, url: str) -> HtmlElement:
    [main] = html.parse(public / url / "index.html").xpath("//main")
    return main


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("station")
    return build_site(root, EPISODE, SERVICE, MODULE, SECOND, PACK, REFERRALS)


def test_a_module_shows_all_that_it_has(public: Path) -> None:
    main = main_of(public, "gp-training/drinking/")

    headings = [words_of(heading) for heading in main.xpath(".//h2")]
    assert headings == [
        "After this you can",
        "On this page",
        "Hear it first",
        "What we know",
        "The case",
        "Questions",
        "Keep it",
        "Where to get this near you",
        "Sources",
    ]
    text = words_of(main)
    assert "Module 1 of 2, 10 minutes" in text
    assert "Guest Thank you. The voices are synthetic. Listen from 0:02" in text
    assert main.xpath(".//a[@href='../../episodes/first-steps/#t=2']")
    assert main.xpath(".//a[@href='../../gp-training/second/']")
    assert words_of(main.xpath(".//em")[0]) == "This case is composed."
    assert 'Harbour & "friends"' in text


def test_every_choice_and_answer_has_its_feedback_and_every_step_its_place(public: Path) -> None:
    main = main_of(public, "gp-training/drinking/")

    opened = main.xpath(".//details")
    assert len(opened) == 7 + 4 * 3
    assert all(len(each.xpath("./p")) >= 2 for each in opened)
    steps = [f"#{step.get('id')}" for step in main.xpath(".//*[@data-rr-step]")]
    assert steps == ["#step-1", "#step-2", "#step-3"]
    assert {link.get("href") for link in main.xpath(".//a[@data-rr-next]")} == {
        "#step-2",
        "#step-3",
    }
    assert len(main.xpath(".//details[@data-rr-right]")) == 4


def test_searches_do_not_find_wrong_answers(public: Path) -> None:
    main = main_of(public, "gp-training/drinking/")

    for wrong in main.xpath(".//details"):
        assert wrong.xpath("ancestor::*[@data-pagefind-ignore]")


def test_links_of_a_desk_aid_lead_from_its_own_address(tmp_path: Path) -> None:
    linked = edit(MODULE, ("Listen & wait.", '"See [help](../help-now.md)."'))

    main = main_of(build_site(tmp_path, EPISODE, SERVICE, linked), "gp-training/drinking/desk-aid/")

    assert main.xpath(".//a[text()='help']/@href") == ["../../../help-now/"]


def test_a_desk_aid_names_its_sources_and_its_last_day(public: Path) -> None:
    main = main_of(public, "gp-training/drinking/desk-aid/")

    assert main.findtext(".//h1") == "Ask about drinking"
    boxes = [words_of(heading) for heading in main.xpath(".//h2")]
    assert boxes == ["Ask", "Emergency: Call 999 for", "Do not"]
    text = words_of(main)
    assert "Sources: 2 Guideline, Ministry, 2025." in text
    assert "Throw it away after 1 November 2027." in text
    assert "https://tiny.example/gp-training/drinking/" in text
    assert main.xpath(".//a[@href='#source-2']")
    assert main.xpath(".//*[@id='source-2']")
    page = (public / "gp-training/drinking/desk-aid/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "desk-aid" not in (public / "sitemap.xml").read_text("utf-8")


def test_the_list_names_minutes_outcomes_desk_aids_and_the_way_to_the_sheets(public: Path) -> None:
    main = main_of(public, "gp-training/")

    text = words_of(main)
    assert "2 modules, 60 minutes in all." in text
    titles = [words_of(each) for each in main.xpath(".//ol/li/h3")]
    assert titles == ['Drinking & "talking"', "The second"]
    assert "ask & listen" in text
    assert main.xpath(".//a[@href='../gp-training/drinking/desk-aid/']")
    assert main.xpath(".//a[@href='../referrals/']")
    assert main.xpath(".//a[@href='../gp-training/log/']")
    # A referral sheet is two clicks away.
    assert main_of(public, "referrals/").xpath(".//a[@href='../referrals/crawley/talk/']")


def test_the_log_has_a_box_for_each_module_and_claims_no_more_than_is_true(public: Path) -> None:
    main = main_of(public, "gp-training/log/")

    [form] = main.xpath(".//form")
    assert [box.get("value") for box in form.xpath(".//input[@type='checkbox']")] == ["10", "50"]
    assert not form.xpath(".//*[@name]")
    assert form.get("action") is None
    assert form.get("autocomplete") == "off"
    text = words_of(main)
    assert "There was no exam." in text
    assert "The modules are not accredited, and no credit is claimed for them." in text


def test_a_station_without_modules_has_the_words_of_its_pages(tmp_path: Path) -> None:
    public = build_site(tmp_path, PACK)

    text = words_of(main_of(public, "gp-training/"))
    assert "Write three lines." in text
    assert "The modules" not in text


def test_a_module_goes_on_without_a_voice_whose_consent_has_run_out(tmp_path: Path) -> None:
    over = edit(EPISODE, ("expires: 2028-01-01", "expires: 2026-11-01"))

    main = main_of(build_site(tmp_path, over, SERVICE, MODULE), "gp-training/drinking/")

    assert "Hear it first" not in words_of(main)
    assert "The case" in words_of(main)


def test_a_link_that_leads_nowhere_is_told_of_where_it_stands_in_the_module(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = edit(MODULE, ("He goes home.", "He goes [home](nowhere.md)."))

    with pytest.raises(Failed):
        build_site(tmp_path, EPISODE, SERVICE, broken)

    line = broken[: broken.index("nowhere.md")].count("\n") - 1
    assert f"gp-training/drinking.md:{line}: The link 'nowhere.md' leads nowhere." in caplog.text
