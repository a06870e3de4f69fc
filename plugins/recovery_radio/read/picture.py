"""Pictures: width, height, kind and hidden parts, from their headers.

The headers are read in a process with limits (`read.guard`), and without Pillow: nothing that
only looks at a picture should be able to unpack it.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.model.problem import Problem
from recovery_radio.read.guard import look_into
from recovery_radio.read.pixels import LIMIT_BYTES, LIMIT_PIXELS
from recovery_radio.read.reasons import Reason

PICTURE_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
"""What browsers show and can do no harm, by the ending of the file's name."""

_AGAIN = "Save it again as PNG or JPEG, and replace this file."
_REFUSALS = {
    Reason.EMPTY: ("The picture is empty.", _AGAIN),
    Reason.UNREADABLE: (
        "The picture cannot be opened.",
        "Check its name, and that you may read it.",
    ),
    Reason.BROKEN: ("This is not a picture, or it is damaged.", _AGAIN),
    Reason.CUT: ("The picture ends before its header says.", _AGAIN),
    Reason.LARGE: (
        "The picture is too large.",
        f"Make it at most {LIMIT_PIXELS} pixels wide and high, and {LIMIT_BYTES // 1_000_000} MB.",
    ),
    Reason.PACKED: ("The picture holds packed text that nobody sees.", _AGAIN),
    Reason.GREEDY: ("Reading the picture takes too much time or memory.", _AGAIN),
    Reason.UNREAD: (
        "The picture was not looked at, since too many others had to be given up.",
        "Mend the other pictures first, then check again.",
    ),
}


class Picture(NamedTuple):
    """What a picture says about itself."""

    width: int
    """In pixels."""
    height: int
    type: str
    """Its media type."""
    hidden: tuple[str, ...]
    """Names of its parts that nobody sees, such as `EXIF`, which may name a person or a place."""


def measure_pictures(
    root: Path, paths: Sequence[str], cache: Path | None = None
) -> tuple[dict[str, Picture], list[Problem]]:
    """Read the headers of pictures.

    Args:
        root: The station's folder.
        paths: Pictures relative to it, which the gate let in.
        cache: File that remembers what was read; unchanged files are not opened again.

    Returns:
        What was read, by path, and one problem for each picture that cannot be published.
    """
    pictures, problems = {}, []
    for path, answer in look_into(root, paths, "picture", cache).items():
        ending = PurePosixPath(path).suffix
        if isinstance(answer, Reason):
            problems.append(Problem(path, 1, *_REFUSALS[answer], "bad-picture"))
        elif answer[2] != PICTURE_TYPES.get(ending):
            right = next(end for end, kind in PICTURE_TYPES.items() if kind == answer[2])
            what = f"The name ends in `{ending}`, but the picture is of the kind `{right}`."
            repair = f"Rename it to end in `{right}`."
            problems.append(Problem(path, 1, what, repair, "bad-picture"))
        else:
            width, height, media, hidden = answer
            pictures[path] = Picture(width, height, media, tuple(hidden))
    return pictures, problems


def check_picture(root: Path, paths: Sequence[str], cache: Path | None = None) -> list[Problem]:
    """Give the problems of pictures alone."""
    return measure_pictures(root, paths, cache)[1]
