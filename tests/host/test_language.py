"""A station in another language: its frame, its scripts, its feed, and how it says which."""

import re
from pathlib import Path

import pytest
from lxml import html

from having_a_say import PAGES, SAY
from languages import translate
from recovery_radio.host.build import Failed
from recovery_radio.host.special import SPECIAL
from sites import EPISODE, PLAIN, SERVICE, build_site, build_whole_site, edit, write_files
from training import MODULE

WORDS = """
-- site/words/cy.po --
msgid ""
msgstr ""
"Language: cy\\n"

msgid "Exit this page"
msgstr "Gadael y dudalen hon"

msgid "Press Shift again to exit."
msgstr "Pwyswch Shift eto i adael."
msgid "Checked on %(day)s %(how)s, by: %(who)s."
msgstr "%(who)s %(how)s: %(day)s."

msgid "Confirmed on %(day)s"
msgstr "%(day)s: cadarnhawyd"

msgid "%(start)s to %(end)s"
msgstr "hyd %(end)s o %(start)s"
"""
WELSH = edit(PLAIN, ("name: material,", "name: material, language: cy,"))


def test_pages_scripts_and_feed_say_which_language_they_are_in(tmp_path: Path) -> None:
    public = build_site(tmp_path, WELSH, WORDS, EPISODE, SERVICE, strict=False)
    page = (public / "services/harbour/index.html").read_text()

    assert '<html lang="cy">' in page
    assert page.count(">Gadael y dudalen hon</a>") == 2
    assert '<meta property="og:locale" content="cy">' in page
    assert "1 Tachwedd 2026" in page
    assert "<language>cy</language>" in (public / "feed.xml").read_text()
    assert '/*_*/"Pwyswch Shift eto i adael."' in (public / "assets/radio/radio.js").read_text()
    assert '/*_tag*/"cy"' in (public / "assets/radio/week.js").read_text()


def test_a_page_in_urdu_runs_from_right_to_left_and_its_numbers_do_not(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, SERVICE)
    translate(tmp_path, "ur")
    build_whole_site(tmp_path / "mkdocs.yml", tmp_path / "public", strict=True)
    page = (tmp_path / "public/services/harbour/index.html").read_text()

    assert '<html lang="ur" dir="rtl">' in page
    assert "01632\N{NO-BREAK SPACE}960123" in page
    assert 'href="tel:+441632960123"' in page
    assert not re.search(r">[^<]*01632 960123", page)
    licence = (tmp_path / "public/find-help/index.html").read_text()
    assert '<span lang="en" dir="ltr">Contains OS data' in licence


def test_an_english_station_says_nothing_of_directions(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)
    page = (public / "services/harbour/index.html").read_text()

    assert '<html lang="en-GB">' in page
    assert "og:locale" not in page
    assert "dir=" not in page
    assert "01632 960123" in page


def test_a_language_that_there_is_not_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Failed):
        build_site(tmp_path, edit(WELSH, ("language: cy", "language: klingon")))
    assert "'klingon' is none. [bad-config]" in caplog.text


def test_what_is_in_another_language_than_the_station_says_so(tmp_path: Path) -> None:
    episode = edit(EPISODE, ("series: stories", "series: stories\nlanguage: ur"))
    page = edit(PLAIN, ("title: About\n", "title: About\nlanguage: pl\n"))
    public = build_site(tmp_path, page, episode)
    programme = (public / "episodes/first-steps/index.html").read_text()

    assert '<h1 lang="ur" dir="rtl">Steps' in programme
    assert '<div lang="ur" dir="rtl"><p>Welcome to the' in programme
    assert re.search(r'<div lang="ur" dir="rtl">\s*<p class="rr-turn"', programme)
    assert '<p lang="ur" dir="rtl">How it began.</p>' in (public / "listen/index.html").read_text()
    about = (public / "about/index.html").read_text()
    assert '<h1 lang="pl" dir="ltr">About</h1>' in about
    assert '<div lang="pl" dir="ltr"><p>A station.</p>' in about
    feed = (public / "feed.xml").read_text()
    assert 'type="text/vtt" language="ur"' in feed
    assert "<language>en-gb</language>" in feed


def test_every_kind_of_page_says_that_its_title_summary_and_text_are_in_another_language(
    tmp_path: Path,
) -> None:
    written = "".join(
        f"-- site/pages/{path} --\n---\ntitle: Tytuł\nsummary: Wstęp.\n---\nZdanie.\n"
        for path in (*SPECIAL, "about.md", "harm-minimisation/naloxone.md")
    )
    module = edit(MODULE, ("## What we know\n", "Zdanie.\n\n## What we know\n"))
    pages = (written + module).replace("\nsummary: ", "\nlanguage: pl\nsummary: ")
    public = build_site(tmp_path, EPISODE, SERVICE, SAY, pages, strict=False)

    for path in ("gp-training/drinking.md", *re.findall("site/pages/(.*) --", written)):
        url = path.removesuffix("index.md").removesuffix(".md")
        main = html.parse(public / url / "index.html").find(".//main")
        own = main.xpath(".//h1 | .//*[.='Wstęp.'] | .//p[.='Zdanie.']")
        told = {each.tag: each.xpath("ancestor-or-self::*[@lang][1]/@lang") for each in own}
        assert {"h1", "p"} <= told.keys(), path
        assert all(code == ["pl"] for code in told.values()), (path, told)
    aid = html.parse(public / "gp-training/drinking/desk-aid/index.html")
    assert aid.xpath("//h1/@lang") == ["pl"]
    pack = html.parse(public / "harm-minimisation/pocket-pack.html")
    assert set(pack.xpath("//article//*[.='Tytuł' or .='Zdanie.']/ancestor-or-self::*/@lang")) == {
        "en-GB",
        "pl",
    }


def test_a_translator_may_put_the_parts_of_a_sentence_into_another_order(tmp_path: Path) -> None:
    public = build_site(tmp_path, WELSH, WORDS, SERVICE, SAY, PAGES, strict=False)

    def words(url: str) -> str:
        return " ".join(
            html.parse(public / url / "index.html").find(".//main").text_content().split()
        )

    assert "volunteer by phone: 1 Tachwedd 2026." in words("services/harbour")
    assert re.search(r"\d \w+ 2026: cadarnhawyd", words("events/walk"))
    assert re.search(r"hyd \d+ \w+ 20\d\d o \d+ \w+ 20\d\d", words("have-your-say/pilots"))
    assert re.search(r"hyd \d+ \w+ 20\d\d o \d+ \w+ 20\d\d", words("have-your-say/surveys/there"))


def test_a_page_in_the_stations_own_language_needs_no_mark(tmp_path: Path) -> None:
    page = edit(PLAIN, ("title: About\n", "title: About\nlanguage: en\n"))

    assert "<h1>About</h1>" in (build_site(tmp_path, page) / "about/index.html").read_text()
