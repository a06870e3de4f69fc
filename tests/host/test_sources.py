"""Which pages the site has, and what is on them."""

from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement

from sites import EPISODE, SERVICE, build_site, edit


def page(public: Path, url: str) -> HtmlElement:
    return html.parse(public / url / "index.html").getroot()


def links(element: HtmlElement, part: str) -> list[str]:
    return [str(href) for href in element.xpath("//main//a/@href") if part in href]


def many(count: int) -> list[str]:
    return [
        edit(EPISODE, ("first-steps", f"e{n}"), ("3f1c2b1e", f"guid{n:04}"), ("2026-03-12", f"2026-03-{n + 12:02}"))
        for n in range(count)
    ]  # fmt: skip


def test_the_home_page_shows_the_six_newest_programmes_and_whom_to_ring(tmp_path: Path) -> None:
    home = page(build_site(tmp_path, *many(8)), "")

    newest = [f"./episodes/e{n}/" for n in (7, 6, 5, 4, 3, 2)]
    assert list(dict.fromkeys(links(home, "episodes/e"))) == newest
    assert "tel:116123" in home.xpath("//a/@href")


def test_ways_into_the_archive_count_what_is_there(tmp_path: Path) -> None:
    registers = """
-- site/data/series.yml --
stories: {title: Stories, summary: People tell.}
empty: {title: Empty, summary: Nothing yet.}
-- site/data/topics.yml --
alcohol: {label: Alcohol, summary: About drinking.}
opioids: {label: Opioids, summary: About opioids.}
"""
    public = build_site(tmp_path, registers, *many(2))

    listen = page(public, "listen")

    assert links(listen, "listen/") == ["../listen/series/stories/", "../listen/topics/alcohol/"]
    assert [count.text for count in listen.xpath("//*[@class='rr-count']")] == ["2", "2"]
    assert "../feed.xml" in listen.xpath("//main//a/@href")


def test_ways_into_the_directory_count_what_is_there(tmp_path: Path) -> None:
    closed = edit(SERVICE, ("harbour.yml", "closed.yml"), ("town: Crawley", "town: Closed"),
                  ("example: true", "example: true\nstatus: closed"))  # fmt: skip
    public = build_site(tmp_path, SERVICE, edit(SERVICE, ("harbour.yml", "second.yml")), closed)

    find = page(public, "find-help")

    assert links(find, "services/towns") == ["../services/towns/crawley/"]
    assert links(find, "services/needs") == ["../services/needs/talk/"]
    assert [count.text for count in find.xpath("//ul//*[@class='rr-count']")] == ["2", "2"]
    assert not (public / "services/closed").exists()


def test_a_page_of_help_shows_lines_by_what_is_wrong(tmp_path: Path) -> None:
    line = """
{use}:
  name: Line {use}
  number: "116 123"
  about: Somebody to talk to.
  hours: Day and night
  cost: Free
  nations: [ENG]
  use: {use}
  checked: 2026-11-01
  sources: [{{title: A, publisher: B, year: 2026, url: "https://a.example/", looked_up: 2026-11-01}}]
"""
    lines = "".join(line.format(use=use) for use in ("family", "emergency", "crisis"))

    help_now = page(build_site(tmp_path, f"-- site/data/helplines.yml --\n{lines}"), "help-now")

    names = [e.text_content() for e in help_now.xpath("//main//h2|//main//h3")]
    assert names == [
        "Somebody is in danger now", "Line emergency",
        "Somebody to talk to, day or night", "Line crisis",
        "Family and friends", "Line family",
    ]  # fmt: skip


def test_a_programme_leads_to_what_it_mentions(tmp_path: Path) -> None:
    text = edit(
        EPISODE,
        ("topics:", "services: [harbour]\nhelplines: [samaritans]\nseason: 2\nnumber: 3\ntopics:"),
    )

    episode = page(build_site(tmp_path, text, SERVICE), "episodes/first-steps")

    assert "../../services/harbour/" in links(episode, "services/")
    assert "tel:116123" in links(episode, "tel:")
    assert links(episode, "listen/") == [
        "../../listen/series/stories/",
        "../../listen/topics/alcohol/",
    ]
    assert "Season 2 · Programme 3" in episode.text_content()


def test_stale_facts_are_shown_as_stale(tmp_path: Path) -> None:
    old = "-- site/pages/old.md --\n---\ntitle: Old\nsummary: Old.\nreviewed: 2025-01-01\nreview_due: 2026-01-01\n---\nOld.\n"
    stale = edit(SERVICE, ("harbour.yml", "stale.yml"), ("on: 2026-11-01", "on: 2026-01-05"))

    public = build_site(tmp_path, old, SERVICE, stale, strict=False)

    def notes(url: str) -> list[str]:
        found = page(public, url).xpath("//main//*[contains(@class, 'warning')]")
        return [note.text_content() for note in found]

    assert notes("services/harbour") == notes("about") == []
    [overdue] = notes("services/stale")
    assert "Last confirmed on 5 January 2026." in overdue
    [due] = notes("old")
    assert "1 January 2026" in due


def test_the_sitemap_names_every_page_with_its_day(tmp_path: Path) -> None:
    public = build_site(tmp_path, EPISODE, SERVICE)

    rows = {
        row.findtext("{*}loc"): row.findtext("{*}lastmod")
        for row in etree.parse(public / "sitemap.xml").getroot()
    }

    pages = {
        f"https://tiny.example/{path.parent.relative_to(public)}/".replace("/./", "/")
        for path in public.rglob("index.html")
    }
    assert set(rows) == pages
    assert rows["https://tiny.example/episodes/first-steps/"] == "2026-03-12"
    assert rows["https://tiny.example/services/harbour/"] == "2026-11-01"
