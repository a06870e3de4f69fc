"""Files behind a feed: what their names promise, and what they are where they lie beside it."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.words import ENDINGS, MISTYPED, WORDS

Behind = Callable[[str], Path | None]
"""Finds the file behind an address; nothing if it is not of this site."""

# How files begin, by what their types begin with; an MP3 may lack the tags that most start with.
_STARTS = {
    "audio/mpeg": (
        b"ID3",
        b"\xff\xfb",
        b"\xff\xfa",
        b"\xff\xf3",
        b"\xff\xf2",
        b"\xff\xe3",
        b"\xff\xe2",
    ),
    "audio/ogg": (b"OggS",),
    "audio/opus": (b"OggS",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG",),
    "text/vtt": (b"WEBVTT", b"\xef\xbb\xbfWEBVTT"),
}
# A page, or a piece of one: the namespace's own example of a transcript starts with <cite>.
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|!--|[a-z])", re.IGNORECASE)
_LENGTH = re.compile(r"0*[1-9][0-9]{0,17}")
_BOXES = ("audio/mp4", "audio/x-m4a", "video/mp4", "video/x-m4v")
_CHAPTERS = "application/json+chapters"


def ending_of(address: str) -> str:
    """Give the ending of the file that an address names, in small letters; empty if it has none."""
    try:
        name = urlsplit(address.strip()).path.rpartition("/")[2]
    except ValueError:
        return ""
    return name.rpartition(".")[2].lower() if "." in name else ""


def repair_for(address: str) -> str:
    """Say which type to write for a file of that name; empty if its ending is unknown."""
    fitting = ENDINGS.get(ending_of(address))
    return f"Write `{fitting[0]}`." if fitting else ""


def check_ending(
    element: etree._Element, name: str, address: str, kind: str, report: Report
) -> None:
    """Say whether a file's name fits its type; what is unknown fits anything."""
    bare = kind.partition(";")[0].strip()
    fitting = ENDINGS.get(ending_of(address))
    is_known = "/" in bare and bare.lower() not in MISTYPED
    if name == "podcast:transcript":
        is_known = bare in WORDS["transcript"]
    if fitting and is_known and bare not in fitting:
        what = f"<{name}> says that `{shorten(address)}` is of the type `{shorten(bare)}`."
        report.add("feed-ending", element, what, f"Write `{fitting[0]}`, or correct the name.")


def check_files(root: etree._Element, names: Names, behind: Behind, report: Report) -> None:
    """Hold what a feed says of files against the files.

    Args:
        root: The feed.
        names: Names of its elements.
        behind: Finds a file of the same site.
        report: Where findings go.

    Raises:
        OSError: A file that is there cannot be read.
    """
    for element in root.iter("*"):
        for address, kind, length in _named(element, names.of(element)):
            file = behind(address)
            if file:
                _check_file(element, file, kind, length, report)


def _named(element: etree._Element, name: str) -> Iterator[tuple[str, str, str]]:
    if name in ("enclosure", "podcast:trailer", "podcast:transcript", "podcast:chapters"):
        kind = element.get("type", "")
        kind = _CHAPTERS if name == "podcast:chapters" else kind
        yield element.get("url", ""), kind, element.get("length", "")
    elif name == "podcast:source":
        outer = element.getparent()
        if outer is not None and "contentType" not in element.attrib:
            yield element.get("uri", ""), outer.get("type", ""), outer.get("length", "")
    elif name in ("itunes:image", "podcast:image"):
        address = element.get("href", "")
        yield address, element.get("type") or ENDINGS.get(ending_of(address), [""])[0], ""


def _check_file(
    element: etree._Element, file: Path, kind: str, length: str, report: Report
) -> None:
    size = file.stat().st_size
    # Another length, such as none at all, is a fault of the attribute.
    if _LENGTH.fullmatch(length) and int(length) != size:
        what = f"`{file.name}` is said to have {length} bytes, and it has {size}."
        report.add("feed-length-differs", element, what, f'Write `length="{size}"`.')
    if kind == _CHAPTERS:
        fault = _chapters_fault(file.read_bytes())
        if fault:
            report.add("feed-chapters-file", element, f"`{file.name}` {fault}.")
    elif not _is_of(file, kind.partition(";")[0].strip()):
        what = f"`{file.name}` is not what it is said to be: `{shorten(kind)}`."
        report.add("feed-file-type", element, what)


def _is_of(file: Path, kind: str) -> bool:
    if kind == "application/json":
        return _is_transcript(file.read_bytes())
    if kind == "application/x-subrip":
        return b"-->" in file.read_bytes()
    with file.open("rb") as opened:
        head = opened.read(512)
    if kind == "text/html":
        return bool(_PAGE.match(head))
    if kind in _BOXES:
        return head[4:8] == b"ftyp"
    return head.startswith(_STARTS[kind]) if kind in _STARTS else True


def _is_transcript(raw: bytes) -> bool:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("segments"), list)


def _chapters_fault(raw: bytes) -> str:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return "is no JSON"
    if not isinstance(value, dict) or not isinstance(value.get("version"), str):
        return "does not say its `version`"
    chapters = value.get("chapters")
    if not isinstance(chapters, list) or not chapters:
        return "has no `chapters`"
    starts = [c.get("startTime") if isinstance(c, dict) else None for c in chapters]
    times = [s for s in starts if isinstance(s, int | float) and not isinstance(s, bool)]
    if len(times) < len(starts):
        return "has a chapter without a `startTime` in seconds"
    return "" if times == sorted(times) else "does not have its chapters in the order of time"
