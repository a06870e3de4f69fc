"""Writes the facts of a recording into a programme's front matter, and changes nothing else.

The file is somebody's own: their comments, quotes and order of lines stay. So it is not read as
YAML and written again, but the lines of the two settings are replaced, byte for byte. Whoever
calls this reads the result and compares, since YAML can be written in ways that no line shows.
"""

import codecs
import re
from typing import NamedTuple

_FENCE = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)
_COMMENT = re.compile(rb"(?:^|\s)(#.*)$")


class NoFrontMatter(ValueError):
    """The file has no settings between two lines `---`."""


class Facts(NamedTuple):
    """What is written down of a recording."""

    file: str
    bytes: int
    seconds: float
    type: str
    sha256: str


def write_facts(text: bytes, recording: Facts, low_data: Facts) -> bytes:
    """Set `recording` and `low_data`.

    Args:
        text: The whole file.
        recording: Facts of the one for everybody.
        low_data: Facts of the one for little data; it is put below the other if it is new.

    Raises:
        NoFrontMatter: There are no settings.
    """
    mark = codecs.BOM_UTF8 if text.startswith(codecs.BOM_UTF8) else b""
    body = text.removeprefix(mark)
    fences = [found.start() for found in _FENCE.finditer(body)]
    if len(fences) < 2 or fences[0]:
        raise NoFrontMatter
    settings, rest = body[: fences[1]], body[fences[1] :]
    end = b"\r\n" if b"\r\n" in settings else b"\n"
    lines = settings.splitlines(keepends=True)
    place = _set(lines, b"recording", recording, len(lines), end)
    _set(lines, b"low_data", low_data, place, end)
    return mark + b"".join(lines) + rest


def _set(lines: list[bytes], key: bytes, facts: Facts, place: int, end: bytes) -> int:
    """Put a setting where it was, else at a place, and give the number of the line behind it."""
    head = key
    for start, line in enumerate(lines):
        if re.match(rb"%b[ \t]*:" % key, line):
            stop = _end_of(lines, start)
            if found := _COMMENT.search(line.rstrip()):
                head = key + b":  " + found[1]
            del lines[start:stop]
            place = start
            break
    block = [head if head.startswith(key + b":") else key + b":"]
    block += [f"  {name}: {_value(value)}".encode() for name, value in facts._asdict().items()]
    lines[place:place] = [line + end for line in block]
    return place + len(block)


def _end_of(lines: list[bytes], start: int) -> int:
    """Find the line behind a setting: everything below it that is indented belongs to it."""
    stop = start + 1
    for index in range(start + 1, len(lines)):
        if lines[index][:1] in (b" ", b"\t"):
            stop = index + 1
        elif lines[index].strip():
            break
    return stop


def _value(value: object) -> str:
    # A digest may look like a number.
    return f'"{value}"' if isinstance(value, str) and len(value) == 64 else str(value)
