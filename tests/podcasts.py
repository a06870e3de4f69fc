"""What podcast clients see in a feed, each by its own lights, in one form beside the model's.

feedparser and podcastparser are asked here; podcast-partytime, feedsmith and the parser of the
WebVTT specification in Node.js, by the scripts of `tests/oracles`.
"""

import calendar
import io
import json
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import feedparser
import podcastparser
import pytest

from recovery_radio.model.episode import Episode
from recovery_radio.model.times import parse_timestamp

ORACLES = Path(__file__).with_name("oracles")
SHORT = "https://podcastindex.org/namespace/1.0"
LONG = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
"""Two names of one namespace. podcastparser, and so gPodder, knows only the long one."""

PARSERS = ("feedparser", "podcastparser", "partytime", "feedsmith")
Mark = tuple[float, str]
"""Where a chapter starts, in seconds, and its title."""


class Item(NamedTuple):
    """What every client must agree on with the model."""

    title: str
    guid: str
    published: float
    """Seconds since 1970."""
    url: str
    length: int
    type: str
    seconds: int


class Seen(NamedTuple):
    """One item of a feed as one client sees it. What that client cannot see at all is None."""

    item: Item
    transcripts: frozenset[tuple[str, str]] | None
    """Types and addresses."""
    last_transcript: str | None
    """Address of the one that is seen by a client that keeps one."""
    chapters: str | None
    """Address of the file of chapters."""
    marks: list[Mark] | None
    """The chapters that stand in the feed itself."""
    people: list[str] | None = None
    """The names of those who are heard."""
    smaller: list[list[Any]] | None = None
    """Other recordings: type, length, address and digest."""


def expected_item(episode: Episode, site: Path, site_url: str) -> Item:
    """Say what a client must see of an episode.

    Args:
        episode: What the model holds.
        site: The finished site. A recording in it is as long as its file there: what names
            people and places is taken out on the way.
        site_url: Its address.
    """
    audio = episode.audio
    stored = audio.url.startswith("https:")
    return Item(
        episode.title,
        episode.guid,
        episode.aired_at.timestamp(),
        audio.url if stored else site_url + audio.url,
        audio.bytes if stored else (site / audio.url).stat().st_size,
        audio.type,
        round(audio.seconds),
    )


def expected_marks(episode: Episode) -> list[Mark]:
    """Say what chapters a client must see of an episode."""
    return [(parse_timestamp(c.at) / 1000, c.title) for c in episode.chapters]


def ask_all(paths: Iterable[Path]) -> dict[Path, dict[str, list[Seen]]]:
    """Read feeds with every parser: by file, by the names in PARSERS."""
    found = {
        path: {parser: [_of_node(item) for item in items] for parser, items in parsers.items()}
        for path, parsers in run_node("parse.mjs", paths).items()
    }
    for path, parsers in found.items():
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, feed.bozo_exception
        parsers["feedparser"] = [_of_feedparser(entry) for entry in feed.entries]
        text = io.BytesIO(path.read_bytes().replace(SHORT.encode(), LONG.encode()))
        podcast = podcastparser.parse("https://a.example/", text)
        parsers["podcastparser"] = [_of_podcastparser(e) for e in podcast["episodes"]]
    return found


def run_node(script: str, paths: Iterable[Path]) -> dict[Path, Any]:
    """Run a script of `tests/oracles` over files, and give what it prints of each."""
    node = shutil.which("node", path=sysconfig.get_path("scripts"))
    if node is None or not (ORACLES / "node_modules").is_dir():
        pytest.fail("The podcast parsers of Node.js are missing. `make clients` installs them.")
    command = [node, str(ORACLES / script), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""  # partytime warns there of what it does not know.
    return {Path(path): found for path, found in json.loads(run.stdout).items()}


def _of_feedparser(entry: Any) -> Seen:
    (enclosure,) = entry.enclosures
    item = Item(
        entry.title,
        entry.id,
        calendar.timegm(entry.published_parsed),
        enclosure.href,
        int(enclosure.length),
        enclosure.type,
        int(entry.itunes_duration),
    )
    marks = entry.get("psc_chapters", {}).get("chapters", [])
    return Seen(
        item,
        None,
        entry.get("podcast_transcript", {}).get("url"),
        entry.get("podcast_chapters", {}).get("url"),
        [(mark.start_parsed.total_seconds(), mark.title) for mark in marks],
    )


def _of_podcastparser(episode: dict[str, Any]) -> Seen:
    (enclosure,) = episode["enclosures"]
    item = Item(
        episode["title"],
        episode["guid"],
        episode["published"],
        enclosure["url"],
        enclosure["file_size"],
        enclosure["mime_type"],
        episode["total_time"],
    )
    return Seen(
        item,
        None,
        episode.get("transcript_url"),
        episode.get("chapters_json_url"),
        [(mark["start"], mark["title"]) for mark in episode.get("chapters", [])],
    )


def _of_node(found: dict[str, Any]) -> Seen:
    published = datetime.fromisoformat(found["date"]).timestamp()
    names = ("url", "length", "type", "seconds")
    item = Item(found["title"], found["guid"], published, *(found[name] for name in names))
    transcripts = [(_plain(kind), url) for kind, url in found["transcripts"]]
    assert len(set(transcripts)) == len(transcripts)
    marks = found.get("marks")
    return Seen(
        item,
        frozenset(transcripts),
        transcripts[-1][1] if transcripts else None,
        found["chapters"] and found["chapters"][1],
        marks and [(parse_timestamp(start) / 1000, title) for start, title in marks],
        found["people"],
        found["smaller"],
    )


def _plain(kind: str) -> str:
    # partytime calls every kind of SubRip by one name.
    return "application/x-subrip" if kind == "application/srt" else kind
