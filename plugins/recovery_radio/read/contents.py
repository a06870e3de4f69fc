"""What a file of a content folder holds: whether its bytes are what its name says.

Of a recording or a picture only the head is read. Text is decoded whole, since one byte in
another encoding ends a MkDocs build without naming the file.
"""

import os
from typing import NamedTuple

from recovery_radio.model.problem import Problem, Severity, printable
from recovery_radio.read.kinds import HEAD_BYTES, Kind

_LFS = b"version https://git-lfs.github.com/spec/"
_SAVE = "Open it in your editor and save it with the encoding UTF-8."


class Fault(NamedTuple):
    """A problem without its path."""

    what: str
    repair: str
    code: str
    line: int = 1
    severity: Severity = Severity.ERROR

    def at(self, path: str) -> Problem:
        """Say that the fault is in this file or folder."""
        return Problem(printable(path), self.line, self.what, self.repair, self.code, self.severity)


UNREADABLE = Fault("This cannot be read.", "Allow yourself to read it.", "unreadable-file")


def find_fault(path: str, kind: Kind) -> Fault | None:
    """Find what is wrong with the size or the bytes of a file, given its kind."""
    try:
        with open(path, "rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            if size > kind.limit:
                return _too_big(size, kind)
            data = file.read(HEAD_BYTES if kind.matches else size)
    except OSError:
        return UNREADABLE
    if data.startswith(_LFS):
        what = "This is a note of Git LFS and not the file itself."
        return Fault(what, "Run `git lfs pull`, or add the file without LFS.", "wrong-content")
    if kind.matches is None:
        return _text_fault(data)
    if not data:
        return Fault("The file is empty.", "Put the right file in its place.", "empty-file")
    if not kind.matches(data):
        what = f"This is not {kind.name}, whatever its name says."
        return Fault(what, "Export it again in the kind that its name says.", "wrong-content")
    return None


def _too_big(size: int, kind: Kind) -> Fault:
    megabytes = max(size / 1e6, kind.limit / 1e6 + 0.1)
    what = f"This has {megabytes:.1f} MB, and {kind.name} may have {kind.limit // 1_000_000} MB."
    return Fault(what, kind.smaller, "too-big")


def _text_fault(data: bytes) -> Fault | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault("This is saved as UTF-16.", _SAVE, "not-utf8")
    if (position := data.find(b"\0")) >= 0:
        what, line = "Here is a zero byte, which is no text.", data.count(b"\n", 0, position) + 1
        return Fault(what, "Remove it, or type the line again.", "not-utf8", line)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault("A character in this line is not UTF-8.", _SAVE, "not-utf8", line)
    if not text.lstrip("\ufeff").strip():
        return Fault("The file is empty.", "Write something, or delete it.", "empty-file")
    return None
