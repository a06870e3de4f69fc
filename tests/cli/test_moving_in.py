"""`radio import`: whole podcasts, from a file or a server, into a station that then builds."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from lxml import etree, html

from migrate.server import Files, serving
from read.samples import mp3, png
from recovery_radio.read.front_matter import split_document
from sites import EPISODE, LOCAL, PLAIN, edit, write_files
from station import run_radio

FEEDS = Path(__file__).parents[1] / "migrate/feeds"
OLD = edit(PLAIN, ("https://tiny.example/", "https://old.example/"))
AGREED = ("--consent", "C-0042", "--expires", "2028-01-01")
NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "content": "http://purl.org/rss/1.0/modules/content/",
}


def settings_of(root: Path, slug: str) -> dict[str, Any]:
    text = (root / f"episodes/{slug}/index.md").read_text("utf-8")
    document, problems = split_document(text, slug)
    assert problems == []
    assert document
    return document.settings.values


def notes_of(root: Path, slug: str) -> str:
    text = (root / f"episodes/{slug}/index.md").read_text("utf-8")
    return text.split("---\n", 2)[2]


def import_(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    run = run_radio(root, "import", *arguments)
    assert run.returncode == 0, run.stderr
    return run


def contents_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def facts_of(feed: Path) -> dict[str, tuple[object, ...]]:
    """Give what makes an item the same one, by its guid."""
    parsed = feedparser.parse(feed.read_bytes())
    assert not parsed.bozo
    read: dict[str, tuple[object, ...]] = {
        entry.id: (
            entry.title,
            entry.published_parsed,
            [(e.href, e.length, e.type) for e in entry.enclosures],
            entry.itunes_duration,
            entry.get("itunes_season"),
            entry.get("itunes_episode"),
            entry.itunes_episodetype,
        )
        for entry in parsed.entries
    }
    for item in etree.parse(feed).iterfind(".//item"):
        guid = item.findtext("guid")
        assert guid
        notes = item.findtext("content:encoded", "", NAMESPACES)
        read[guid] += (
            item.findtext("description", "").split(),
            html.fromstring(f"<div>{notes}</div>").text_content().split(),
            [dict(c.attrib) for c in item.iterfind("psc:chapters/psc:chapter", NAMESPACES)],
            [(p.text, p.get("role")) for p in item.iterfind("podcast:person", NAMESPACES)],
            [(b.text, *b.attrib.items()) for b in item.iterfind("podcast:soundbite", NAMESPACES)],
            item.findtext("podcast:license", "", NAMESPACES),
            item.findtext("podcast:txt", "", NAMESPACES),
        )
    return read


def test_the_feed_of_the_example_station_comes_out_as_it_went_in(
    kindling: Path, tmp_path: Path
) -> None:
    write_files(tmp_path, PLAIN)
    # The notes print numbers, which a station publishes only if they are in its register.
    helplines = "site/data/helplines.yml"
    shutil.copy(Path(__file__).parents[2] / helplines, tmp_path / helplines)
    before = facts_of(kindling / "feed.xml")
    assert len(before) >= 8

    run = import_(tmp_path, str(kindling / "feed.xml"), *AGREED)
    built = run_radio(tmp_path, "build")

    assert f"{len(before)} of {len(before)} programmes written as published" in run.stdout
    assert built.returncode == 0, built.stderr
    assert facts_of(tmp_path / "public/feed.xml") == before


def test_a_feed_of_ours_with_everything_in_it_comes_out_as_it_went_in(tmp_path: Path) -> None:
    text = edit(
        LOCAL,
        ("aired: 2026-03-12", 'aired: "2026-07-12T18:05:09+01:00"'),
        ("guid: 3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa", 'guid: "tag:soundcloud,2010:tracks/1 & 2"'),
        ("expires: 2028", "expires: 2029"),
        ("role: host", "role: host, in_feed: true"),
        ("role: guest", "role: reader, in_feed: true"),
        ("topics:", "season: 2\nnumber: 7\nkind: trailer\nlow_data: small.mp3\nlicence: CC-BY-NC-4.0\nai_content: true\n"
                    'chapters: [{at: "00:05", title: "Then & now"}, {at: "00:20.500", title: Later}]\n'
                    'soundbites: [{at: "00:10", seconds: 15.5, title: Tea}, {at: "00:30", seconds: 20}]\n'
                    "content_notes: [{label: mentions overdose}, {label: grief}]\nnotice: A synthetic voice.\n"
                    "cover: {file: cover.png, alt: Two sticks}\ntopics:"),
        ("Welcome to the *first* programme.",
         "## Hello\n\nWelcome to the *first*_programme, 3 < 4 & `code`.\n\n1. [One](https://example.org/a_b)\n2. two\n\n"
         "| a | b |\n| - | - |\n| 1 | 2 |"),
    )  # fmt: skip
    old, new = tmp_path / "old", tmp_path / "new"
    write_files(
        old,
        OLD,
        text,
        edit(EPISODE, ("first-steps", "second"), ("Welcome to the *first* programme.", "")),
    )
    folder = old / "episodes/first-steps"
    (folder / "steps.mp3").write_bytes(mp3(2400))
    (folder / "small.mp3").write_bytes(mp3(1200, 32))
    (folder / "cover.png").write_bytes(png(8, 8))
    built = run_radio(old, "build")
    assert built.returncode == 0, built.stderr
    write_files(new, PLAIN)

    import_(new, str(old / "public/feed.xml"), *AGREED, "--series", "stories", "--topic", "alcohol")
    built = run_radio(new, "build")

    assert built.returncode == 0, built.stderr
    before, after = facts_of(old / "public/feed.xml"), facts_of(new / "public/feed.xml")
    assert after == before
    assert set(before) == {
        "tag:soundcloud,2010:tracks/1 & 2",
        "3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa",
    }
    settings = settings_of(new, "steps-hope-2")
    assert settings["content_notes"] == [{"label": "mentions overdose"}, {"label": "grief"}]
    assert (settings["notice"], settings["summary"]) == ("A synthetic voice.", "How it began.")
    assert (
        settings["low_data"]["url"]
        == "https://old.example/episodes/first-steps/first-steps-low-data.mp3"
    )
    assert settings["consent"]["expires"] == "2028-01-01"


def test_a_podcast_from_elsewhere_becomes_drafts_that_are_in_order(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)

    for name in ("anchor", "soundcloud", "wordpress", "odd"):
        import_(tmp_path, str(FEEDS / f"{name}.xml"))

    settings = settings_of(tmp_path, "why-we-talk-what-for")
    assert settings["guid"] == "0a1b2c3d-1111-4222-8333-444455556666"
    assert settings["aired"] == "2023-03-14T18:05:09+00:00"
    assert (settings["season"], settings["number"], settings["kind"]) == (2, 7, "bonus")
    assert settings["recording"] == {
        "url": "https://podcasters.example/s/abc/podcast/play/66/https%3A%2F%2Fd3ct.example%2Fstaging%2F2023-2-14%2F318.m4a",
        "bytes": 24117248,
        "seconds": 1471,
        "type": "audio/mp4",
    }
    assert (settings["status"], settings["licence"]) == ("draft", "ARR")
    assert (
        settings_of(tmp_path, "kettle-chair-3-things-id-tell-you")["guid"]
        == "tag:soundcloud,2010:tracks/630123456"
    )
    winter = settings_of(tmp_path, "its-the-second-winter")
    assert winter["guid"] == "https://harbour.example/?p=1234"
    assert (
        winter["recording"]["url"]
        == "https://media.harbour.example/redirect.mp3/second-winter.mp3?dest-id=99&x=1"
    )
    assert winter["chapters"] == [
        {"at": "00:00", "title": "Hello"},
        {"at": "05:10.500", "title": "Winter"},
    ]
    assert winter["people"] == [{"alias": "Ash", "role": "guest", "in_feed": True}]
    assert winter["licence"] == "CC-BY-NC-4.0"
    assert "1. Warm rooms\n2. **People** who stay\n" in notes_of(tmp_path, "its-the-second-winter")
    check = run_radio(tmp_path, "check", "--strict")
    assert check.returncode == 0, check.stderr
    series = yaml.safe_load((tmp_path / "site/data/series.yml").read_text("utf-8"))
    assert series["harbour-talk"] == {
        "title": "Harbour Talk",
        "summary": "Café stories – told twice",
    }
    assert series["stories"] == {"title": 'Stories & "hope"', "summary": "People tell."}


def test_what_cannot_be_taken_over_is_listed_and_nothing_else(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)

    run = import_(tmp_path, str(FEEDS / "odd.xml"))

    assert "4 of 10 programmes written as drafts, 0 were here already." in run.stdout
    assert run.stdout.partition("Not taken over, or changed:\n")[2].splitlines()[:-1] == [
        "- Привет: the type of its recording was 'audio/mpeg'; now audio/mp4.",
        "- Look, \u0421all FR\u0410NK: its `title` does not fit: holds '\u0421all', a word of two alphabets.",
        "- Some day: its date cannot be read: 'last week'.",
        "- Only words: it names no recording.",
        "- A film: its recording is of a kind that is not taken: 'video/x-msvideo'.",
        "- No cipher: its recording has no https address: http://odd.example/fifth.mp3. With `--download` it can be taken over.",
        "- Twice: another item has the same guid, 'third'.",
        "- Written ‹by› hand: its title was changed; it was 'Written <by> hand\\u202e'.",
        "- Written ‹by› hand: the address of its recording is now encoded: https://odd.example/My%20First.mp3",
    ]
    guids = {
        settings_of(tmp_path, p.name)["guid"]: p.name for p in (tmp_path / "episodes").iterdir()
    }
    assert guids == {
        "10": "programme-2021-07-15",
        "https://odd.example/second.mp3": "no-guid-2",
        "third": "no-guid",
        "Written by hand, no. 1": "written-by-hand",
    }
    assert settings_of(tmp_path, "no-guid")["aired"] == "2021-07-14"
    run = import_(tmp_path, str(FEEDS / "wordpress.xml"))
    assert (
        "- The first winter: the feed does not say how many bytes its recording has. With `--download`"
        in run.stdout
    )
    assert (
        "- It’s the second winter: its transcript https://harbour.example/second-winter.srt."
        in run.stdout
    )


def test_a_second_import_adds_what_is_new_and_touches_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    import_(tmp_path, str(FEEDS / "wordpress.xml"))
    index = tmp_path / "episodes/its-the-second-winter/index.md"
    index.write_text(
        edit(index.read_text("utf-8"), ("---\ntitle: ", "---\nnumber: 3\ntitle: ")), "utf-8"
    )
    before = contents_of(tmp_path)

    run = import_(tmp_path, str(FEEDS / "wordpress.xml"))

    assert "0 of 2 programmes written as drafts, 1 were here already." in run.stdout
    assert contents_of(tmp_path) == before


def test_while_a_programme_cannot_be_read_nothing_is_imported(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, "-- episodes/broken/index.md --\n---\ntitle: a: b\n---\n")
    before = contents_of(tmp_path)

    run = run_radio(tmp_path, "import", str(FEEDS / "anchor.xml"))

    assert run.returncode == 1
    assert "episodes/broken/index.md cannot be read" in run.stderr
    assert contents_of(tmp_path) == before


def test_a_withdrawn_programme_does_not_come_back(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        PLAIN,
        '-- episodes/gone/index.md --\n---\nguid: "tag:soundcloud,2010:tracks/630123456"\nstatus: withdrawn\n---\n',
    )

    run = import_(tmp_path, str(FEEDS / "soundcloud.xml"))

    assert "0 of 1 programmes written as drafts, 1 were here already." in run.stdout
    assert [path.name for path in (tmp_path / "episodes").iterdir()] == ["gone"]


def test_a_draft_asks_for_the_true_day_of_approval_before_it_goes_out(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    import_(tmp_path, str(FEEDS / "soundcloud.xml"))
    index = next((tmp_path / "episodes").glob("*/index.md"))
    index.write_text(
        edit(index.read_text("utf-8"), ("status: draft", "status: published")), "utf-8"
    )

    check = run_radio(tmp_path, "check")

    assert check.returncode == 1
    assert "The programme airs before everybody approved the final recording." in check.stderr


def feed_of(server: Files, *items: str) -> str:
    """Put a feed with these items on a server, and give its address."""
    head = "<title>Old show</title><description>It was elsewhere.</description>"
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMESPACES.items())
    text = f'<rss version="2.0" {spaces}><channel>{head}{"".join(items)}</channel></rss>'
    server.files["/feed.xml"] = text.replace("SERVER", server.url).encode()
    return f"{server.url}/feed.xml"


def item_of(name: str, length: int, more: str = "") -> str:
    return (
        f"<item><title>{name}</title><guid>{name}-guid</guid><pubDate>Tue, 14 Mar 2023 18:05:09 GMT</pubDate>"
        f'<enclosure url="SERVER/{name}.mp3" length="{length}" type="audio/mpeg"/>'
        f"<itunes:duration>63</itunes:duration>{more}</item>"
    )


VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ash>Hello & welcome.\n\n00:02.000 --> 00:04.000\n<v Jane Legal>Thanks.\n"
SRT = b"1\r\n00:00:00,000 --> 00:00:02,000\r\nHello.\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\nThanks.\r\n"


def test_recordings_and_what_belongs_to_them_are_fetched(server: Files, tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    sound = mp3(2400)
    url = feed_of(
        server,
        item_of("one", len(sound), '<podcast:person role="guest">Ash</podcast:person>'
                '<podcast:transcript url="SERVER/one.vtt" type="text/vtt"/>'
                '<podcast:chapters url="SERVER/one.json" type="application/json+chapters"/>'
                '<podcast:image href="SERVER/one.png" alt="Two sticks"/>'),
        item_of("two", 5, '<podcast:transcript url="SERVER/two.srt" type="application/x-subrip"/>'
                '<podcast:chapters url="SERVER/two.json" type="application/json+chapters"/>'
                '<itunes:image href="SERVER/one.png"/>'),
        item_of("three", 0),
    )  # fmt: skip
    server.files |= {
        "/one.mp3": sound, "/two.mp3": sound, "/one.vtt": VTT, "/two.srt": SRT, "/one.png": png(8, 8),
        "/one.json": b'{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Hi"}, {"startTime": 20.5, "title": "End"}]}',
        "/two.json": b'{"chapters": [{"startTime": 90, "title": "Past the end"}]}',
    }  # fmt: skip

    run = import_(tmp_path, url, "--download", *AGREED)

    assert (tmp_path / "episodes/one/one.mp3").read_bytes() == sound
    assert (tmp_path / "episodes/one/cover.png").read_bytes() == png(8, 8)
    one = settings_of(tmp_path, "one")
    assert (one["recording"], one["transcript"]) == ("one.mp3", "transcript.vtt")
    assert one["chapters"] == [{"at": "00:00", "title": "Hi"}, {"at": "00:20.500", "title": "End"}]
    assert one["cover"] == {"file": "cover.png", "alt": "Two sticks"}
    words = (tmp_path / "episodes/one/transcript.vtt").read_text("utf-8")
    assert "<v Ash>Hello" in words
    assert "Thanks." in words
    assert "Jane Legal" not in words
    assert "00:00:02.000 --> 00:00:04.000\nThanks." in (
        tmp_path / "episodes/two/transcript.vtt"
    ).read_text("utf-8")
    assert not (tmp_path / "episodes/three").exists()
    listed = run.stdout.partition("Not taken over, or changed:\n")[2]
    assert listed.splitlines()[:-1] == [
        "- three: its recording could not be fetched: the server answered 404. Type the command again; it goes on from there.",
        f"- two: the feed says that its recording has 5 bytes; it has {len(sound)}.",
        f"- two: its chapters {server.url}/two.json, which are not in order or have no names.",
        f"- two: its picture {server.url}/one.png, since nobody has said what it shows.",
    ]
    built = run_radio(tmp_path, "build")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "public/episodes/one/one.mp3").is_file()


def test_an_import_that_is_cut_off_goes_on_and_leaves_no_half_programme(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    sound = mp3(2400)
    with serving() as server:
        url = feed_of(server, item_of("new", len(sound)), item_of("old", len(sound)))
        server.files |= {"/new.mp3": sound, "/old.mp3": sound}
        server.breaks["/new.mp3"] = [100_000, 10_000, 10_000, 10_000]
        before = set(contents_of(tmp_path / "episodes"))

        first = import_(tmp_path, url, "--download")

        assert set(contents_of(tmp_path / "episodes")) - before == {"old/index.md", "old/old.mp3"}
        assert "- new: its recording could not be fetched: the line broke." in first.stdout
        server.asked.clear()
        second = import_(tmp_path, url, "--download")

    assert "1 of 2 programmes written as drafts, 1 were here already." in second.stdout
    assert [asked for asked in server.asked if asked[0] != "/feed.xml"] == [
        ("/new.mp3", "bytes=130000-")
    ]
    assert (tmp_path / "episodes/new/new.mp3").read_bytes() == sound
    assert not any((tmp_path / ".cache/radio/import").iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.xml"], "nothing.xml: [Errno 2]"),
        (["mkdocs.yml"], "mkdocs.yml: This is not XML"),
        ([str(FEEDS / "anchor.xml"), "--consent", "C-0001"], "belong together"),
        ([str(FEEDS / "anchor.xml"), "--series", "My Series"], "small letters"),
        (
            [str(FEEDS / "anchor.xml"), "--consent", "Jane", "--expires", "2028-01-01"],
            "such as C-0042",
        ),
        (["http://127.0.0.1:1/feed.xml"], "http://127.0.0.1:1/feed.xml: "),
    ],
)
def test_what_cannot_be_imported_changes_nothing(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    write_files(tmp_path, PLAIN)
    before = contents_of(tmp_path)

    run = run_radio(tmp_path, "import", *arguments)

    assert run.returncode != 0
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert contents_of(tmp_path) == before


def test_a_list_that_is_not_utf8_is_told_and_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    series = tmp_path / "site/data/series.yml"
    raw = "stories: {title: Café, summary: B}\n".encode("cp1252")
    series.write_bytes(raw)

    run = run_radio(tmp_path, "import", str(FEEDS / "anchor.xml"))

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "site/data/series.yml:1: This is not UTF-8 text." in run.stderr
    assert series.read_bytes() == raw


def test_a_list_is_added_to_that_another_system_has_written(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    series = tmp_path / "site/data/series.yml"
    series.write_bytes("\ufeffstories:\r\n  title: A\r\n  summary: B\r\n".encode())

    run = run_radio(tmp_path, "import", str(FEEDS / "anchor.xml"))

    assert run.returncode == 0, run.stderr
    assert series.read_bytes().startswith(b"stories:\n  title: A\n  summary: B\n\nback-on-track:\n")


def test_a_list_that_cannot_be_added_to_safely_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, "-- site/data/series.yml --\n{stories: {title: A, summary: B}}\n")

    run = run_radio(tmp_path, "import", str(FEEDS / "anchor.xml"))

    assert run.returncode == 1
    assert (
        "site/data/series.yml is written in a way of its own. Add `back-on-track` by hand."
        in run.stderr
    )
    assert (tmp_path / "site/data/series.yml").read_text("utf-8").startswith("{stories")
    assert not any((tmp_path / "episodes").iterdir())
