"""What our own feeds add to a programme's words, taken away again.

A feed of a station puts content notes, a notice and the times of chapters around the summary and
around the show notes, since apps show only one of the two. Taken over as they stand, they would be
there twice after the next build.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from recovery_radio.migrate.facts import read_seconds
from recovery_radio.migrate.words import to_lines, to_plain

_WARNING = re.compile(r"Before you listen: (.+)\.")
_FIRST = re.compile(r"\s*<p>.*?</p>", re.DOTALL)
_LAST = re.compile(r"<p>(?:(?!<p>).)*</p>\s*$", re.DOTALL)
_CHAPTER = re.compile(r"((?:\d{1,2}:)?\d{1,2}:\d{2}) (.+)")


class Taken(NamedTuple):
    """A programme's words by themselves."""

    summary: str
    notes: str
    """HTML."""
    labels: tuple[str, ...]
    """Of its content notes."""
    notice: str


def without_chapters(lines: Sequence[str], chapters: Collection[tuple[float, str]]) -> list[str]:
    """Leave out lines such as `00:01:05 A kit in every kitchen` that tell a known chapter.

    Args:
        lines: Lines of a text.
        chapters: Starts in seconds, and titles.
    """
    known = {(int(start), title) for start, title in chapters}
    return [line for line in lines if not _tells(line, known)] if known else list(lines)


def _tells(line: str, known: Collection[tuple[int, str]]) -> bool:
    found = _CHAPTER.fullmatch(line)
    if not found:
        return False
    start = int(read_seconds(found[1]))
    return (start, found[2]) in known or (start == 0 and found[2] == "Start")


def take_apart(description: str, notes: str, chapters: Collection[tuple[float, str]]) -> Taken:
    """Give the words that an author of ours wrote.

    Args:
        description: The description, on one line and without the times of chapters.
        notes: The show notes of the feed.
        chapters: Starts in seconds, and titles.
    """
    labels: tuple[str, ...] = ()
    notice = ""
    first = _FIRST.match(notes)
    if first and (found := _WARNING.fullmatch(to_plain(first[0]))) and found[0] in description:
        labels = tuple(found[1].split("; "))
        description = " ".join(description.replace(found[0], "", 1).split())
        notes = notes[first.end() :]
        first = _FIRST.match(notes)
    if first and description.endswith(f" {to_plain(first[0])}"):
        notice = to_plain(first[0])
        description = description.removesuffix(notice).rstrip()
        notes = notes[first.end() :]
    last = _LAST.search(notes)
    if last and not without_chapters(to_lines(last[0]), chapters):
        notes = notes[: last.start()]
    if to_plain(notes) == description:
        notes = ""
    return Taken(description, notes.strip(), labels, notice)
