"""Recordings: size, type and length, measured from the file and never typed by hand.

mutagen does the reading, in a process with limits (`read.guard`). What it finds must be what
the file's name says, since podcast apps and browsers go by the name.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.model.episode import AUDIO_TYPES
from recovery_radio.model.problem import Problem
from recovery_radio.read.guard import look_into
from recovery_radio.read.reasons import Reason

_AGAIN = "Export it again as MP3, and replace this file."
_REFUSALS = {
    Reason.EMPTY: ("The recording is empty.", _AGAIN, "empty-recording"),
    Reason.UNREADABLE: (
        "The recording cannot be opened.",
        "Check its name, and that you may read it.",
        "bad-recording",
    ),
    Reason.BROKEN: ("This is not a recording, or it is damaged.", _AGAIN, "bad-recording"),
    Reason.CUT: ("The recording ends before its header says.", _AGAIN, "bad-recording"),
    Reason.JOINED: (
        "The file holds more than one recording, and most players stop after the first.",
        "Join them in an audio editor and export them as one MP3, or keep only one.",
        "bad-recording",
    ),
    Reason.FILM: (
        "This is a film, and people may be seen in it.",
        "Take the sound out of it with `radio record`, and replace this file.",
        "bad-recording",
    ),
    Reason.LENGTH: ("The recording has no length that could be true.", _AGAIN, "bad-recording"),
    Reason.GREEDY: (
        "Reading the recording's tags takes too much time or memory.",
        "Export it again without tags and pictures, and replace this file.",
        "bad-recording",
    ),
    Reason.UNREAD: (
        "The recording was not looked at, since too many others had to be given up.",
        "Mend the other recordings first, then check again.",
        "bad-recording",
    ),
}


class Measured(NamedTuple):
    """What was measured from a recording."""

    bytes: int
    """Its size."""
    seconds: float
    """Its length, to the millisecond."""
    type: str
    """Its media type."""
    sha256: str
    """Its digest."""
    parts: tuple[tuple[int, int], ...]
    """Of an MP3, the stretches (start, end) that are sound."""


def measure_all(
    root: Path, paths: Sequence[str], cache: Path | None = None
) -> tuple[dict[str, Measured], list[Problem]]:
    """Measure recordings.

    Args:
        root: The station's folder.
        paths: Recordings relative to it, which the gate let in.
        cache: File that remembers what was measured; unchanged files are not opened again.

    Returns:
        What was measured, by path, and one problem for each recording that could not be.
    """
    measured, problems = {}, []
    for path, answer in look_into(root, paths, "recording", cache).items():
        if isinstance(answer, Reason):
            problems.append(Problem(path, 1, *_REFUSALS[answer]))
            continue
        size, seconds, media, digest, parts = answer
        ending = PurePosixPath(path).suffix
        if media == AUDIO_TYPES.get(ending):
            ends = tuple((start, end) for start, end in parts)
            measured[path] = Measured(size, seconds, media, digest, ends)
        else:
            problems.append(_misnamed(path, ending, media))
    return measured, problems


def _misnamed(path: str, ending: str, media: str) -> Problem:
    right = next(end for end, kind in AUDIO_TYPES.items() if kind == media)
    what = f"The name ends in `{ending}`, but the recording is of the kind `{right}`."
    repair = f"Rename it to end in `{right}`, or export it again as `{ending}`."
    return Problem(path, 1, what, repair, "wrong-type")
