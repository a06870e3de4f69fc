"""Podcast clients that nobody here wrote read in the feed what the model holds, of every episode."""

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import NamedTuple

import feedparser
import lxml.html
import pytest
from lxml import etree

from podcasts import (
    PARSERS,
    SHORT,
    Item,
    Mark,
    Seen,
    ask_all,
    expected_item,
    expected_marks,
    run_node,
)
from read.samples import mp3_with_header
from recovery_radio.model.episode import Episode
from recovery_radio.read.hub import Folders, read_hub
from sites import EPISODE, LOCAL, NOW, build_site, edit
from sounds import ffmpeg

TRANSCRIPTS = {"text/vtt", "application/x-subrip", "application/json", "text/plain", "text/html"}
"""The forms in which words are published; the HTML form is the programme's own page."""

# Everything at once, and beside it what each of its parts looks like when it is absent.
FULL = edit(
    LOCAL,
    ("aired: 2026-03-12", "aired: 2026-07-12 18:00\nseason: 2\nnumber: 7"),
    ("recording: steps.mp3", "recording: steps.mp3\nlow_data: low.mp3"),
    ("topics:", 'chapters: [{at: "00:00", title: A & "b"}, {at: "00:02", title: Two}]\ntopics:'),
    ("{alias: Host, role: host}", "{alias: Host & co, role: host, in_feed: true}"),
    (
        "<v Host>Hello & welcome.",
        "<v Host &amp; co>Hello &amp; welcome: 1 &lt; 2, " + "and so on " * 12,
    ),
)
STORED = edit(
    EPISODE,
    ("first-steps", "second-day"),
    ('Steps & "hope"', "Été – ‘day’ 2"),
    ("3f1c2b1e-2222", "3f1c2b1e-3333"),
    ("aired: 2026-03-12", "aired: 2026-10-25 01:30\nkind: trailer"),
    ("seconds: 150.4", "seconds: 7322.5"),
    (
        "transcript: transcript.vtt",
        'chapters: [{at: "00:00", title: Été}, {at: "1:02:03", title: Late}]',
    ),
)
SILENT = edit(
    EPISODE,
    ("first-steps", "third-time"),
    ("3f1c2b1e-2222", "3f1c2b1e-4444"),
    ("cdn.example/third", "cdn.example/a-b_c(1)%20first"),
    ("[site, feed, transcript]", "[site, feed]"),
)
PRIVATE = edit(
    EPISODE,
    ("first-steps", "fourth"),
    ("3f1c2b1e-2222", "3f1c2b1e-5555"),
    ("[site, feed, transcript]", "[site, transcript]"),
)


class Published(NamedTuple):
    """A station's finished site, and what its files say."""

    site: Path
    url: str
    episodes: dict[str, Episode]
    """By guid, newest first: those that belong into the feed."""

    def file(self, address: str) -> Path:
        """Give the file behind an address of the site."""
        assert address.startswith(self.url)
        path = self.site / address.removeprefix(self.url).partition("#")[0]
        return path / "index.html" if path.is_dir() else path

    def expected(self) -> list[Item]:
        """Say what a client must see in the main feed."""
        return [expected_item(each, self.site, self.url) for each in self.episodes.values()]

    def in_order(self, seen: list[Seen]) -> list[Episode]:
        return [self.episodes[each.item.guid] for each in seen]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Published:
    root = tmp_path_factory.mktemp("full")
    folder = root / "episodes/first-steps"
    folder.mkdir(parents=True)
    (folder / "steps.mp3").write_bytes(mp3_with_header(300))
    (folder / "low.mp3").write_bytes(mp3_with_header(300, kbits=32))
    site = build_site(root, FULL, STORED, SILENT, PRIVATE, strict=False)
    return published_at(root, site, "https://tiny.example/")


@pytest.fixture(scope="module", params=["kindling", "full"])
def published(request: pytest.FixtureRequest) -> Published:
    if request.param == "full":
        station: Published = request.getfixturevalue("full")
        return station
    kindling: Path = request.getfixturevalue("kindling")
    return published_at(kindling.parent, kindling, "https://kindling.example/")


def published_at(root: Path, site: Path, url: str) -> Published:
    hub = read_hub(root, Folders(), None, map)[0]
    belong = [e for e in hub.episodes if e.is_public(NOW) and "feed" in e.consent.channels]
    return Published(site, url, {e.guid: e for e in belong})


@pytest.fixture(scope="module")
def feeds(published: Published) -> dict[Path, dict[str, list[Seen]]]:
    """What each parser sees in each feed of the site."""
    paths = [
        p for p in sorted(published.site.rglob("*.xml")) if etree.parse(p).getroot().tag == "rss"
    ]
    return ask_all(paths)


@pytest.fixture(params=PARSERS)
def seen(
    request: pytest.FixtureRequest, published: Published, feeds: dict[Path, dict[str, list[Seen]]]
) -> list[Seen]:
    """What one parser sees in the main feed."""
    return feeds[published.site / "feed.xml"][request.param]


def test_a_client_reads_every_item_as_the_model_holds_it(
    seen: list[Seen], published: Published
) -> None:
    assert [each.item for each in seen] == published.expected()


def test_a_client_finds_every_form_of_a_transcript(seen: list[Seen], published: Published) -> None:
    for each, episode in zip(seen, published.in_order(seen), strict=True):
        assert (each.last_transcript is not None) == episode.shows_words
        if each.last_transcript:
            assert published.file(each.last_transcript).is_file()
        if each.transcripts is not None:
            assert {kind for kind, _ in each.transcripts} == (
                TRANSCRIPTS if episode.shows_words else set()
            )
            for _, address in each.transcripts:
                assert published.file(address).is_file()


def test_the_page_has_the_words_where_the_feed_says_and_in_the_tags_of_the_namespace(
    feeds: dict[Path, dict[str, list[Seen]]], published: Published
) -> None:
    seen = feeds[published.site / "feed.xml"]["feedsmith"]
    told = [
        (episode, address)
        for each, episode in zip(seen, published.in_order(seen), strict=True)
        for kind, address in each.transcripts or ()
        if kind == "text/html"
    ]
    assert told
    for episode, address in told:
        page = lxml.html.parse(published.file(address)).getroot()
        section = page.get_element_by_id(address.partition("#")[2]).getparent()
        turns = [turn for turn in section.iter("p") if turn.find(".//time") is not None]
        for name in ("cite", "time"):
            assert section.find(f".//{name}") is not None
        starts = [cue.start // 1000 for cue in episode.words.cues]
        spoken = []
        for turn in turns:
            time, cite = turn.find(".//time"), turn.find("cite")
            assert int(time.get("datetime").removeprefix("PT").removesuffix("S")) in starts
            spoken.append(((time if cite is None else cite).tail or turn[-1].tail).strip())
        assert " ".join(spoken) == " ".join(cue.text for cue in episode.words.cues)
        names = {cite.text for cite in section.iter("cite")}
        assert names == {cue.speaker for cue in episode.words.cues if cue.speaker}


def test_chapters_read_back_equal_in_all_four_ways(
    feeds: dict[Path, dict[str, list[Seen]]], published: Published
) -> None:
    feed = published.site / "feed.xml"
    told = {entry.id: entry.summary for entry in feedparser.parse(feed.read_bytes()).entries}
    checked = 0
    for each in feeds[feed]["feedparser"]:
        episode = published.episodes[each.item.guid]
        marks = expected_marks(episode)
        assert chapters_of_text(told[episode.guid]) == [(int(at), title) for at, title in marks]
        assert each.marks == marks
        assert bool(each.chapters) == bool(marks)
        if each.chapters:
            rows = json.loads(published.file(each.chapters).read_bytes())["chapters"]
            assert [(row["startTime"], row["title"]) for row in rows] == marks
        if episode.audio.file:
            assert chapters_of_recording(published.file(each.item.url)) == marks
            checked += bool(marks)
    assert checked


def chapters_of_text(text: str) -> list[Mark]:
    """Find the times of chapters in a description, as apps do."""
    lines = re.findall(r"^(\d\d):(\d\d):(\d\d) (.+)$", html.unescape(text), re.MULTILINE)
    return [(int(h) * 3600 + int(m) * 60 + int(s), title) for h, m, s, title in lines]


def chapters_of_recording(path: Path) -> list[Mark]:
    """Ask ffmpeg, which reads ID3 by its own lights, for the chapters of a recording."""
    said = ffmpeg("-i", str(path), "-map", "0:a:0", "-t", "0.1", "-f", "null", "-")
    form = r"Chapter #0:\d+: start (\S+), end .*\n *Metadata:\n *title +: (.+)"
    return [(float(start), title) for start, title in re.findall(form, said.partition("Output")[0])]


def test_a_client_finds_the_chapters_in_the_feed_and_in_their_file(
    seen: list[Seen], published: Published
) -> None:
    for each, episode in zip(seen, published.in_order(seen), strict=True):
        marks = expected_marks(episode)
        assert each.marks in (None, marks)
        assert (each.chapters is not None) == bool(marks)
        if each.chapters:
            stored = json.loads(published.file(each.chapters).read_bytes())
            assert stored["version"] == "1.2.0"
            assert [(c["startTime"], c["title"]) for c in stored["chapters"]] == marks


def test_a_client_finds_the_smaller_recording_and_can_tell_that_it_is_the_right_one(
    seen: list[Seen], published: Published
) -> None:
    for each, episode in zip(seen, published.in_order(seen), strict=True):
        low = episode.low_audio
        if each.smaller is None or low is None:
            assert not each.smaller
            continue
        [(kind, length, address, digest)] = each.smaller
        assert kind == low.type
        name, _, told = digest.partition("-")
        sound = published.file(address).read_bytes()
        assert len(sound) == length
        assert base64.b64decode(told) == hashlib.new(name, sound).digest()


def test_a_client_sees_only_the_names_of_people_who_agreed_to_it(
    seen: list[Seen], published: Published
) -> None:
    for each, episode in zip(seen, published.in_order(seen), strict=True):
        if each.people is not None:
            assert each.people == [person.alias for person in episode.people if person.in_feed]


def test_no_feed_says_what_is_not_true_of_files_that_lie_still(published: Published) -> None:
    honest = {
        "guid", "locked", "medium", "season", "episode", "transcript", "chapters", "person", "license",
        "image", "alternateEnclosure", "source", "integrity", "trailer", "soundbite", "podroll",
        "remoteItem", "txt", "socialInteract",
    }  # fmt: skip
    for path in published.site.rglob("*.xml"):
        tags = etree.parse(path).iter(f"{{{SHORT}}}*")
        assert {etree.QName(tag).localname for tag in tags} <= honest, path


def test_only_partytime_is_blind_to_chapters_in_the_feed(
    feeds: dict[Path, dict[str, list[Seen]]],
) -> None:
    for parsers in feeds.values():
        for name, seen in parsers.items():
            assert all((each.marks is None) == (name == "partytime") for each in seen)


def test_every_other_feed_says_the_same_of_its_items(
    feeds: dict[Path, dict[str, list[Seen]]], published: Published
) -> None:
    for parsers in feeds.values():
        assert set(parsers) == set(PARSERS)
        whole, *others = parsers.values()
        assert [each.item for each in whole] == [
            expected_item(episode, published.site, published.url)
            for episode in published.in_order(whole)
        ]
        for other in others:
            assert [each.item for each in other] == [each.item for each in whole]


def test_a_transcript_is_faultless_and_has_every_word(published: Published) -> None:
    spoken = {
        published.site / episode.url / "transcript.vtt": episode
        for episode in published.episodes.values()
        if episode.shows_words
    }
    assert spoken
    for path, found in run_node("check_vtt.mjs", spoken).items():
        assert found["errors"] == [], path
        cues = spoken[path].words.cues
        assert (
            " ".join(words for *_, words in found["cues"]).split()
            == " ".join(cue.text for cue in cues).split()
        )
        assert found["cues"][0][0] == cues[0].start / 1000
        assert found["cues"][-1][1] == cues[-1].end / 1000
        # The parser leaves the entities of a name as they are; players do not.
        speakers = {html.unescape(speaker) for _, _, speaker, _ in found["cues"]}
        assert speakers == {cue.speaker for cue in cues}


@pytest.mark.parametrize(
    "cue",
    ["00:02.000 --> 00:01.000\nHello.", "0:01.000 --> 00:02.000\nHello.", "Hello.", "00:01.000 --> 00:02.000\n<b>Hello."],
)  # fmt: skip
def test_the_parser_of_transcripts_would_find_a_fault(cue: str, tmp_path: Path) -> None:
    path = tmp_path / "transcript.vtt"
    path.write_text(f"WEBVTT\n\n{cue}\n", "utf-8")

    assert run_node("check_vtt.mjs", [path])[path]["errors"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>Steps &amp; ", "<title>Steps &amp; &amp; "),
        ("3f1c2b1e-2222", "3f1c2b1e-2223"),
        ("18:00:00 +0100", "18:00:00 +0000"),
        ("first-steps/first-steps.mp3", "first-steps/steps.mp3"),
        ('type="audio/mpeg"', 'type="audio/mp3"'),
        ("<itunes:duration>8<", "<itunes:duration>9<"),
    ],
)
def test_every_client_would_notice_a_slip(
    old: str, new: str, full: Published, tmp_path: Path
) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(edit((full.site / "feed.xml").read_text("utf-8"), (old, new)), "utf-8")

    for name, seen in ask_all([path])[path].items():
        assert [each.item for each in seen] != full.expected(), name
