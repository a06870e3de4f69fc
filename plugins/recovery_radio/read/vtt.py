"""Transcripts: WebVTT to cues.

A transcript is published from its cues and never as a file, so that notes, styles and markup
stay behind. What browsers would drop without a word (a cue whose time has a comma, words after
an empty line) is said here, since in the page nobody would miss it.

Sources: https://www.w3.org/TR/webvtt1/#file-structure (writing),
https://www.w3.org/TR/webvtt1/#parsing (reading)
"""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recovery_radio.model.problem import Problem, printable
from recovery_radio.model.text import find_unsafe, normalise
from recovery_radio.model.transcript import Cue

_LONGEST_TEXT = 2_000_000
_LONGEST_CUE = 3_000
_LONGEST_NAME = 120
_MOST_PROBLEMS = 50
_LATE = 2000
"""Milliseconds by which programs that write transcripts are often late at the end."""

_TIME = r"(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_SRT_TIME = re.compile(r"^[ \t]*[0-9]+:[0-9]+:[0-9]+,[0-9]+[ \t]*-->", re.MULTILINE)
_HEADER = re.compile(r"WEBVTT(?=[ \t\n]|\Z)")
_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n|\Z)")
# Nearly every cue looks like this, and is read in one step.
_SIMPLE_CUE = re.compile(
    rf"(?:[^\n]*\n)?{_TIME}[ ]-->[ ]{_TIME}\n(?:<v[ ]([^<>&]+)>)?([^<&]+)(?:</v>)?\n?"
)
# Latin letters and the usual punctuation: `find_unsafe` would look at each and find nothing.
_HARMLESS = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u20ac]*")
_DROPPED = re.compile(r"(NOTE|STYLE|REGION)(?=[ \t\n]|\Z)")
# A tag: whether it closes, its name, its classes (not kept), its words.
# Possessive, or a `<` that is never closed costs the square of its distance to the end.
_TAG = re.compile(r"<(/?)([^<>\s.]*+)(?:\.[^<>\s]*+)?+\s*+([^<>]*+)>")
_KNOWN_TAG = re.compile(rf"</?(?:[bciuv]|lang|ruby|rt)(?:[.\s][^<>]*)?>|<{_TIME}>")
_EXAMPLE = "Write `00:01:05.000 --> 00:01:09.500`."


def parse_vtt(text: str, path: str) -> tuple[tuple[Cue, ...], list[Problem]]:
    """Read a transcript.

    Args:
        text: The file, as `read_text` gives it.
        path: File to name in problems.

    Returns:
        The cues that could be read, in the order of the file, and every problem. A cue in which
        several people speak becomes one for each.
    """
    if len(text) > _LONGEST_TEXT:
        what = f"The transcript has more than {_LONGEST_TEXT:,} characters."
        return (), [Problem(path, 1, what, "Shorten it, or split the episode.", "too-big")]
    reader = _Reader(path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not _HEADER.match(text):
        if _SRT_TIME.search(text):
            what = "This is an SRT file and not WebVTT."
            repair = (
                "Write `WEBVTT` and an empty line at its top, and dots for commas in its times."
            )
            return (), [Problem(path, 1, what, repair, "not-webvtt")]
        if text.strip():
            repair = "Write `WEBVTT` as the first line, then an empty line."
            reader.refuse(1, "The transcript does not start with `WEBVTT`.", repair, "not-webvtt")
    for line, block in _blocks(text):
        reader.take(line, block)
        if len(reader.problems) >= _MOST_PROBLEMS:
            what = "The transcript may have more problems after this line."
            reader.refuse(
                line, what, "Mend the ones above first, then check again.", "more-problems"
            )
            break
    if not (reader.cues or reader.problems):
        what = "The transcript holds no words."
        reader.refuse(1, what, "Write what is said, with its times.", "no-words")
    return tuple(reader.cues), reader.problems


def find_past_end(text: str, path: str, seconds: float) -> Problem | None:
    """Find the first cue that starts after the end of the recording, or ends well after it.

    Args:
        text: A transcript that `parse_vtt` could read.
        path: File to name in the problem.
        seconds: Length of the recording.
    """
    for number, line in enumerate(text.split("\n"), 1):
        times = _TIMES.fullmatch(line)
        if times and is_past(*_span(times), seconds):
            minutes = f"{seconds // 60:.0f}:{seconds % 60:02.0f}"
            what = f"From here on the transcript is past the end of the recording, at {minutes}."
            repair = "Correct the times, or add the recording that belongs to this transcript."
            return Problem(path, number, what, repair, "past-the-end")
    return None


def is_past(start: int, end: int, seconds: float) -> bool:
    """Tell whether a cue is outside the recording; its end may be two seconds late.

    Args:
        start: Milliseconds.
        end: Milliseconds.
        seconds: Length of the recording.
    """
    return start >= seconds * 1000 or end > seconds * 1000 + _LATE


def _span(times: re.Match[str]) -> tuple[int, int]:
    parts = times.groups()
    return _milliseconds(*parts[:4]), _milliseconds(*parts[4:])


def _share(start: int, end: int, speeches: Sequence[tuple[str, str]]) -> Iterator[Cue]:
    """Give each of the people who speak in one cue a share of its time, by their words."""
    total, said, since = sum(len(words) for _, words in speeches), 0, start
    for who, words in speeches:
        said += len(words)
        until = start + (end - start) * said // total
        yield Cue(since, until, who, words)
        since = until


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Split a text at its empty lines, and give the line on which each part starts, from 1."""
    line = 1
    for block in _BLANK_LINE.sub("\n", text).split("\n\n"):
        if words := block.lstrip("\n"):
            yield line + len(block) - len(words), words
        line += block.count("\n") + 2


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction)


class _Reader:
    """Collects the cues and problems of one transcript."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.cues: list[Cue] = []
        self.problems: list[Problem] = []
        self._latest_start = self._latest_end = 0
        self._speakers: set[str | None] = {None}
        """Names that were found to be in order."""

    def refuse(self, line: int, what: str, repair: str, code: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.path, line, what, repair, code))

    def take(self, first: int, block: str) -> None:
        """Read a block of lines: the header, a cue, or one of the kinds that are not published."""
        if _DROPPED.match(block) or self._took_simple_cue(block):
            return
        lines = block.split("\n")
        starts = [i for i, line in enumerate(lines) if "-->" in line]
        is_header = first == 1 and _HEADER.match(block)
        # A cue may have a name, in the line above its time.
        if not is_header and (not starts or starts[0] > 1):
            what = f"These words have no time: '{lines[0][:40]}'."
            repair = "Remove the empty line above them, or give them a time."
            self.refuse(first, what, repair, "words-without-time")
        for start, end in pairwise([*starts, len(lines)]):
            if start != starts[0]:
                what = "A new time starts here without an empty line above it."
                repair = "Put an empty line above it; for an arrow to be read, write `--&gt;`."
                self.refuse(first + start, what, repair, "missing-empty-line")
            self._cue(first + start, lines[start], lines[start + 1 : end])
            if len(self.problems) >= _MOST_PROBLEMS:
                return

    def _took_simple_cue(self, block: str) -> bool:
        """Read a cue in which there is nothing to say; the long way round finds the same."""
        if not (found := _SIMPLE_CUE.fullmatch(block)):
            return False
        *times, speaker, words = found.groups()
        start, end = _milliseconds(*times[:4]), _milliseconds(*times[4:])
        if not (self._latest_end <= start < end and speaker in self._speakers):
            return False
        said = words.replace("\n", " ").strip()
        if block.count("-->") > 1 or len(said) > _LONGEST_CUE or not _HARMLESS.fullmatch(said):
            return False
        if "  " in said:
            said = " ".join(said.split())
        self._latest_start, self._latest_end = start, end
        if said:
            self.cues.append(Cue(start, end, speaker or "", said))
        return True

    def _cue(self, line: int, times: str, lines: list[str]) -> None:
        before = len(self.problems)
        start, end = self._times(line, times)
        raw = " ".join(lines)
        if len(raw) > _LONGEST_CUE:
            what = f"This cue has more than {_LONGEST_CUE:,} characters."
            self.refuse(line, what, "Split it into several, each with its time.", "long-cue")
            return
        speeches = [
            (who, self._plain(line + 1, said)) for who, said in self._speeches(line + 1, raw)
        ]
        if len(self.problems) == before:
            self.cues += _share(start, end, [speech for speech in speeches if speech[1]])

    def _times(self, line: int, text: str) -> tuple[int, int]:
        found = _TIMES.fullmatch(text)
        if not found:
            what = f"This is not a time of WebVTT: '{text.strip()[:60]}'."
            self.refuse(line, what, _EXAMPLE, "bad-time")
            return 0, 0
        start, end = _span(found)
        if end <= start:
            what = "This cue ends before it starts, or at once."
            self.refuse(line, what, "Correct one of the two times.", "cue-times")
        if start < self._latest_start:
            what = "This cue starts before the one above it."
            self.refuse(line, what, "Put the cues in the order of their times.", "cue-order")
        elif start < self._latest_end:
            what = "This cue starts before the one above it has ended."
            repair = "Correct one of the two times. Where two people speak at once, write one cue."
            self.refuse(line, what, repair, "cue-overlap")
        self._latest_start = max(self._latest_start, start)
        self._latest_end = max(self._latest_end, end)
        return start, end

    def _speeches(self, line: int, raw: str) -> Iterator[tuple[str, str]]:
        """Take the markup out of a cue: who speaks, and the words with their entities."""
        if "<" not in raw:
            yield "", raw
            return
        speaker, words, position = "", "", 0
        for tag in _TAG.finditer(raw):
            words += raw[position : tag.start()]
            position = tag.end()
            closing, kind, name = tag.groups()
            if not _KNOWN_TAG.fullmatch(tag[0]):
                what = f"'{tag[0][:40]}' is no markup of WebVTT."
                repair = "Remove it; for words to be read, use square brackets: `[laughs]`."
                self.refuse(line, what, repair, "unknown-markup")
            if kind == "v":
                yield speaker, words
                speaker, words = "" if closing else self._speaker(line, name), ""
        words += raw[position:]
        if "<" in words:
            what = "A `<` in this cue opens no markup."
            self.refuse(line, what, "Write `&lt;` for it.", "bare-angle")
        yield speaker, words

    def _speaker(self, line: int, text: str) -> str:
        name = self._plain(line, text)
        if not any(char.isalnum() for char in name) or len(name) > _LONGEST_NAME or "<" in name:
            what = f"This is not the name of a speaker: '{printable(name[:40])}'."
            self.refuse(line, what, "Write `<v Sam>` before what Sam says.", "bad-speaker")
        elif name == text:
            self._speakers.add(name)
        return name

    def _plain(self, line: int, text: str) -> str:
        """Decode entities, once; refuse what would mislead a reader."""
        if "&" in text:
            text = normalise(html.unescape(text))
        if found := find_unsafe(text, lines=True):
            what = f"The cue holds {found[2]}."
            self.refuse(line, what, "Type it again by hand, without that.", found[1])
        return " ".join(text.split())
