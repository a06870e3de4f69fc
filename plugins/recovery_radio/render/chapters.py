"""Chapters, written once in the front matter and told to apps in three ways.

As a JSON file that `podcast:chapters` names, as Podlove Simple Chapters inside the feed, which
older apps read, and as times in the description, which Apple and Spotify read. The fourth way,
inside the recording, is the studio's.

Times in a description count only if they begin at 00:00:00. Where the author's first chapter
comes later, the description says "Start" for what is before it, which is true of any recording,
and the other ways, which need no such line, say what the author wrote.

Sources: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md,
https://podlove.org/simple-chapters, https://podcasters.apple.com/support/5482-using-chapters-on-apple-podcasts
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recovery_radio.model.episode import Chapter
from recovery_radio.model.times import parse_timestamp
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.vtt import write_time

CHAPTERS_TYPE = "application/json+chapters"
"""Media type of the file."""


class Mark(NamedTuple):
    """A chapter with its start in milliseconds."""

    start: int
    title: str


def marks_of(chapters: Iterable[Chapter]) -> tuple[Mark, ...]:
    """Read the times of chapters."""
    return tuple(Mark(parse_timestamp(chapter.at), chapter.title) for chapter in chapters)


def render_chapters(marks: Iterable[Mark]) -> str:
    """Write the JSON file, in version 1.2 of its form; times are in seconds."""
    rows = [{"startTime": mark.start / 1000, "title": mark.title} for mark in marks]
    return json.dumps({"version": "1.2.0", "chapters": rows}, ensure_ascii=False) + "\n"


def simple_chapters(marks: Iterable[Mark]) -> list[dict[str, str]]:
    """Give the attributes of each chapter of Podlove Simple Chapters."""
    return [{"start": write_time(mark.start), "title": mark.title} for mark in marks]


def chapter_lines(marks: Sequence[Mark], words: Words = ENGLISH) -> list[str]:
    """Write the lines of a description, such as `00:01:05 A kit in every kitchen`."""
    lines = [f"{write_time(mark.start)[:-4]} {mark.title}" for mark in marks]
    start = words.say("Start")
    return [f"00:00:00 {start}", *lines] if marks and marks[0].start >= 1000 else lines
