"""A whole site from a few files: what is on it, and above all what is not."""

import errno
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from read.samples import mp3, png
from recovery_radio.verify.site import verify_site
from sites import EPISODE, LOCAL, PLAIN, SERVICE, build_site, edit, write_files
from sounds import decoded_seconds, speech
from station import run_radio

SEARCHED = edit(PLAIN, ("  - radio/directory\n", "  - radio/directory\n  - radio/search\n"))


def programme(slug: str, word: str, *changes: tuple[str, str]) -> str:
    """Give an episode of its own that says a word in every place where it can say one."""
    text = edit(
        LOCAL,
        ("first-steps", slug),
        ("3f1c2b1e-2222", f"{slug}-guid"),
        ("Steps", word),
        ("How it began.", f"{word} began."),
        ("Welcome", f"{word} welcome"),
        ("Hello", f"{word} hello"),
        ("topics:", f'chapters: [{{at: "00:00", title: {word}}}]\ncontent_notes: [{{label: {word}}}]\n'
                    f"cover: {{file: cover.png, alt: {word}}}\nnotice: {word}.\ntopics:"),
    )  # fmt: skip
    return edit(text, *changes)


def write_station(root: Path, *programmes: str) -> Path:
    write_files(root, SEARCHED, *programmes)
    for index in (root / "episodes").glob("*/index.md"):
        word = index.read_text("utf-8").partition("title: ")[2].split()[0]
        (index.parent / "steps.mp3").write_bytes(mp3() + word.encode())
        (index.parent / "cover.png").write_bytes(png(8, 8, (b"tEXt", b"Title\0" + word.encode())))
    return root


def contents_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name of every file and folder, and all bytes in it, packed ones unpacked."""
    for path in site.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        yield str(path.relative_to(site)), data


def places_of(site: Path, word: str) -> set[str]:
    """Give the names of all files that say a word, or are called by it."""
    sought = word.lower()
    return {
        name
        for name, data in contents_of(site)
        if sought in name.lower() or sought.encode() in data.lower()
    }


HIDDEN = [
    programme("hidden-draft", "Zanzibar", ("status: published", "status: draft")),
    programme("hidden-withdrawn", "Zanzibar", ("status: published", "status: withdrawn")),
    programme("hidden-tomorrow", "Zanzibar", ("aired: 2026-03-12", "aired: 2026-11-22")),
    programme("hidden-minute", "Zanzibar", ("aired: 2026-03-12", "aired: 2026-11-21 09:01")),
    programme("hidden-zone", "Zanzibar", ("aired: 2026-03-12", 'aired: "2026-11-21T10:30+01:00"')),
    programme("hidden-expired", "Zanzibar", ("expires: 2028-01-01", "expires: 2026-11-21")),
    programme("hidden-series", "Zanzibar", ("status: published", "status: draft"), ("series: stories", "series: unheard")),
]  # fmt: skip
SERIES = """
-- site/data/series.yml --
stories: {title: Stories & "hope", summary: People tell.}
unheard: {title: Unheard, summary: Nobody has heard it yet.}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    """A station with public and hidden programmes, built as an author would build it."""
    root = write_station(
        tmp_path_factory.mktemp("station"),
        SERIES,
        SERVICE,
        *HIDDEN,
        "-- site/pages/old.md --\n---\ntitle: Old\nsummary: A page.\n---\n"
        "Listen to [the last one](episode:hidden-expired) or to [](episode:hidden-draft).\n",
        programme("seen-now", "Kilimanjaro", ("aired: 2026-03-12", "aired: 2026-11-21 09:00")),
        programme("seen-still", "Kilimanjaro", ("expires: 2028-01-01", "expires: 2026-11-22")),
        programme("no-feed", "Matterhorn", ("channels: [site, feed, transcript]", "channels: [site, transcript]")),
        programme("no-words", "Popocatepetl", ("channels: [site, feed, transcript]", "channels: [site, feed]"),
                  ("Popocatepetl hello", "Aconcagua hello")),
    )  # fmt: skip
    run = run_radio(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return root / "public"


def test_what_is_not_public_is_nowhere_on_the_site(site: Path) -> None:
    assert places_of(site, "zanzibar") == set()
    # Where something was public once, a page at its old address says that it is gone.
    gone = {"episodes/hidden-withdrawn", "episodes/hidden-expired"}
    assert places_of(site, "hidden-") == gone | {f"{folder}/index.html" for folder in gone}


def test_what_is_public_is_everywhere_so_that_the_search_for_the_rest_can_fail(site: Path) -> None:
    places = places_of(site, "kilimanjaro")

    for slug in ("seen-now", "seen-still"):
        folder = f"episodes/{slug}"
        assert {
            f"{folder}/index.html",
            f"{folder}/transcript.vtt",
        } <= places
    assert {"index.html", "feed.xml", "episodes/index.html", "listen/index.html"} <= places
    assert {"listen/series/stories/index.html", "listen/topics/alcohol/index.html"} <= places
    assert any(name.startswith("pagefind/fragment/") for name in places)
    assert any(name.startswith("pagefind/index/") for name in places)
    assert {"sitemap.xml", "sitemap.xml.gz"} <= places_of(site, "seen-now")


def test_what_leads_to_what_is_not_public_stays_as_text(site: Path) -> None:
    page = html.parse(site / "old/index.html")

    assert page.xpath("//a[contains(., 'the last one')]/@href") == []
    assert "Listen to the last one or to ." in page.getroot().text_content()


def test_a_series_that_nobody_can_hear_yet_has_no_list(site: Path) -> None:
    assert places_of(site, "unheard") == set()


def test_without_consent_to_the_feed_a_programme_is_on_the_site_only(site: Path) -> None:
    places = places_of(site, "matterhorn")

    assert {
        "episodes/no-feed/index.html",
        "episodes/no-feed/transcript.vtt",
        "index.html",
    } <= places
    assert "feed.xml" not in places | places_of(site, "no-feed")


def test_without_consent_to_the_transcript_no_word_of_it_is_published(site: Path) -> None:
    assert places_of(site, "aconcagua") == set()
    assert not (site / "episodes/no-words/transcript.vtt").exists()
    assert {"episodes/no-words/index.html", "feed.xml"} <= places_of(site, "popocatepetl")
    items = etree.parse(site / "feed.xml").findall(".//item")
    transcripts = {
        item.findtext("guid"): item.find("{https://podcastindex.org/namespace/1.0}transcript")
        for item in items
    }
    assert {key: found is not None for key, found in transcripts.items() if key} == {
        "seen-now-guid-4444-8888-aaaaaaaaaaaa": True,
        "seen-still-guid-4444-8888-aaaaaaaaaaaa": True,
        "no-words-guid-4444-8888-aaaaaaaaaaaa": False,
    }


def test_a_hidden_address_is_nowhere_on_the_site(tmp_path: Path) -> None:
    refuge = edit(
        SERVICE,
        ("    address: [1 Example Street]\n    postcode: RH10 0AA\n",
         "    name: Lighthouse\n    address: [Lantern Court, 7 Wick Lane]\n    postcode: RH10 9ZX\n    county: Wickshire\n"
         "    travel: The number 96 bus stops at the Beacon.\n    access: {childcare: yes}\n    hide_address: yes\n"),
    )  # fmt: skip
    write_files(tmp_path, SEARCHED, refuge, EPISODE)

    run = run_radio(tmp_path, "build", "--strict")

    assert run.returncode == 0, run.stderr
    public = tmp_path / "public"
    for word in ("9ZX", "RH10", "Wick", "Lantern", "Lighthouse", "Beacon"):
        assert places_of(public, word) == set(), word
    assert {"services/harbour/index.html", "services/towns/crawley/index.html"} <= places_of(
        public, "Crawley"
    )


@pytest.mark.parametrize(
    ("ending", "media"), [(".mp3", "audio/mpeg"), (".m4a", "audio/mp4"), (".opus", "audio/ogg")]
)
def test_size_length_and_type_of_a_recording_come_from_the_file(
    ending: str, media: str, tmp_path: Path
) -> None:
    write_files(tmp_path, PLAIN, edit(LOCAL, ("steps.mp3", f"steps{ending}")))
    recording = speech(tmp_path / f"episodes/first-steps/steps{ending}", 12)

    public = build_site(tmp_path)

    published = public / f"episodes/first-steps/first-steps{ending}"
    assert abs(decoded_seconds(published) - decoded_seconds(recording)) < 0.1
    page = html.parse(public / "episodes/first-steps/index.html")
    assert page.xpath("//audio/@src") == [f"../../episodes/first-steps/first-steps{ending}"]
    facts = page.xpath("//*[@class='rr-player__facts']")[0].text_content()
    assert facts.startswith("12 s · ")
    feed = etree.parse(public / "feed.xml")
    [enclosure] = feed.findall(".//enclosure")
    assert dict(enclosure.attrib) == {
        "url": f"https://tiny.example/episodes/first-steps/first-steps{ending}",
        "length": str(published.stat().st_size),
        "type": media,
    }
    assert feed.findtext(".//{*}duration") == "12"


def test_a_recording_is_linked_into_the_site_and_not_copied(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, LOCAL)
    (tmp_path / "episodes/first-steps/steps.mp3").write_bytes(mp3())

    published = build_site(tmp_path) / "episodes/first-steps/first-steps.mp3"

    kept = (tmp_path / ".cache/radio/published").rglob("*")
    assert any(published.samefile(path) for path in kept if path.is_file())


def test_where_the_disk_knows_no_links_a_recording_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    write_files(tmp_path, PLAIN, LOCAL)
    (tmp_path / "episodes/first-steps/steps.mp3").write_bytes(mp3())
    monkeypatch.setattr(os, "link", refuse)

    published = build_site(tmp_path) / "episodes/first-steps/first-steps.mp3"

    assert published.read_bytes().endswith(mp3())
    assert published.stat().st_nlink == 1


def test_a_first_line_with_a_colon_stays_part_of_its_page(tmp_path: Path) -> None:
    words = "Important: never use alone."
    public = build_site(tmp_path, edit(EPISODE, ("Welcome to the *first* programme.", words)),
                        f"\n-- site/pages/alone.md --\n---\ntitle: A\nsummary: B.\n---\n{words}\n")  # fmt: skip

    for page in ("alone", "episodes/first-steps"):
        assert f"<p>{words}</p>" in (public / page / "index.html").read_text("utf-8")


def test_every_file_of_a_site_has_its_reason(tmp_path: Path) -> None:
    public = build_site(tmp_path, EPISODE, SERVICE)

    own = {str(path.relative_to(public)) for path in public.rglob("*") if path.is_file()}
    theme = {name for name in own if name.startswith("assets/radio/")}
    lists = {f"assets/radio/{name}" for name in ("find.json", "places.json", "share.1200w.jpg")}
    assert lists <= theme
    assert {name.rpartition(".")[2] for name in theme - lists} <= {"css", "js", "svg"}
    # What lies there is held to others' schemas in tests/test_open_data.py.
    data = {name for name in own if name.startswith("api/")}
    assert own - theme - data == {
        "404.html", "cover.png", "feed.xml", "sitemap.xml", "sitemap.xml.gz", "index.html",
        *(f"{name}/index.html" for name in (
            "about", "accessibility", "find-help", "help-now", "listen", "privacy", "search",
            "episodes", "episodes/first-steps", "listen/series/stories", "listen/topics/alcohol",
            "services", "services/harbour", "services/a-z/h", "services/towns/crawley", "services/needs/talk",
            "services/report", "services/this-week", "services/this-week/crawley",
        )),
        "listen/series/stories/feed.xml", "services/calendar.ics", "services/harbour/service.vcf",
        "episodes/first-steps/share.1200w.jpg",
        *(f"episodes/first-steps/cover.{size}w.{form}" for size in (144, 480) for form in ("avif", "jpg")),
        *(f"episodes/first-steps/transcript.{form}" for form in ("vtt", "srt", "json", "txt")),
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["about.md~", "index.md.bak", "#index.md#", "Thumbs.db", "desktop.ini", "maps/a.md~"]
)
def test_what_an_editor_or_a_computer_left_behind_is_not_published(
    name: str, tmp_path: Path
) -> None:
    write_files(tmp_path, PLAIN, f"-- site/pages/{name} --\nZanzibar\n")

    public = build_site(tmp_path, strict=False)

    assert places_of(public, "Zanzibar") == set()
    assert verify_site(public, "https://tiny.example/") == []


def test_two_builds_of_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    first = build_site(tmp_path / "one", EPISODE, SERVICE)
    second = build_site(tmp_path / "two", EPISODE, SERVICE)

    assert dict(contents_of(first)) == dict(contents_of(second))


def test_a_first_line_that_looks_like_a_setting_stays_text(tmp_path: Path) -> None:
    text = "-- site/pages/first.md --\n---\ntitle: First\nsummary: A page.\n---\nStatus: open\nTemplate: none.html\n\nMore.\n"

    public = build_site(tmp_path, text)

    page = (public / "first/index.html").read_text("utf-8")
    assert "<p>Status: open\nTemplate: none.html</p>" in page
    assert "<p>More.</p>" in page


def test_a_title_is_escaped_once_wherever_it_is_shown(tmp_path: Path) -> None:
    public = build_site(tmp_path, EPISODE, SERVICE)

    for name in ("episodes/first-steps/index.html", "index.html", "episodes/index.html"):
        text = (public / name).read_text("utf-8")
        assert 'Steps & "hope"' not in text
        assert "&amp;amp;" not in text
        assert "&lt;" not in text
    page = html.parse(public / "episodes/first-steps/index.html")
    assert page.findtext(".//h1") == 'Steps & "hope"'
    assert 'Steps & "hope"' in str(page.findtext(".//title"))


def test_a_station_may_put_a_template_of_its_own_before_the_packages(tmp_path: Path) -> None:
    text = edit(PLAIN, ("font: false}", "font: false, custom_dir: site/theme}"))
    own = "-- site/theme/radio/page.html --\n<h1>{{ page.title }}</h1>\n<p>Ours: {{ page.summary }}</p>\n{{ prose.html }}\n"

    public = build_site(tmp_path, text, own)

    assert "<p>Ours: Who we are.</p>" in (public / "about/index.html").read_text("utf-8")


def test_a_picture_among_the_pages_is_published_and_shown(tmp_path: Path) -> None:
    text = "-- site/pages/maps/first.md --\n---\ntitle: Map\nsummary: A page.\n---\n![The way](way.png)\n"
    write_files(tmp_path, text)
    (tmp_path / "site/pages/maps/way.png").write_bytes(png())

    public = build_site(tmp_path)

    assert (public / "maps/way.png").read_bytes() == png()
    assert 'src="../../maps/way.png"' in (public / "maps/first/index.html").read_text("utf-8")
    assert verify_site(public, "https://tiny.example/") == []


def test_programmes_of_a_series_lead_to_each_other(tmp_path: Path) -> None:
    others = [
        edit(
            EPISODE,
            ("first-steps", slug),
            ("aaaaaaaaaaaa", f"aaaaaaaaaaa{n}"),
            ("2026-03-12", f"2026-0{n}-12"),
        )
        for n, slug in ((4, "second"), (5, "third"))
    ]

    public = build_site(tmp_path, EPISODE, *others)

    around = {}
    for slug in ("first-steps", "second", "third"):
        page = html.parse(public / f"episodes/{slug}/index.html")
        around[slug] = [page.xpath(f"//a[@rel='{rel}']/@href") for rel in ("prev", "next")]
    assert around == {
        "first-steps": [[], ["../../episodes/second/"]],
        "second": [["../../episodes/first-steps/"], ["../../episodes/third/"]],
        "third": [["../../episodes/second/"], []],
    }
