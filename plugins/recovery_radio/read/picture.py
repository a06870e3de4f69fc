"""Pictures: whether each is whole, small enough and of its name's kind, from their headers.

The headers are read in a process with limits (`read.guard`), and without Pillow: nothing that
only looks at a picture should be able to unpack it.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from recovery_radio.model.problem import Problem
from recovery_radio.read.guard import look_into
from recovery_radio.read.pixels import LIMIT_BYTES, LIMIT_PIXELS, Header
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


def check_pictures(root: Path, paths: Sequence[str], cache: Path | None = None) -> list[Problem]:
    """Read the headers of pictures.

    Args:
        root: The station's folder.
        paths: Pictures relative to it, which the gate let in.
        cache: File that remembers what was read; unchanged files are not opened again.

    Returns:
        One problem for each picture that cannot be published.
    """
    problems = []
    for path, answer in look_into(root, paths, "picture", cache).items():
        ending = PurePosixPath(path).suffix
        if isinstance(answer, Reason):
            problems.append(Problem(path, 1, *_REFUSALS[answer], "bad-picture"))
        elif (media := Header(*answer).type) != PICTURE_TYPES.get(ending):
            right = next(end for end, kind in PICTURE_TYPES.items() if kind == media)
            what = f"The name ends in `{ending}`, but the picture is of the kind `{right}`."
            repair = f"Rename it to end in `{right}`."
            problems.append(Problem(path, 1, what, repair, "bad-picture"))
    return problems
