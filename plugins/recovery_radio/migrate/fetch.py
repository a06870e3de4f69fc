"""Files of other people's servers: fetched in pieces, gone on with after an interruption.

A recording is written to a `.part` file, with the mark of its version beside it. The next try asks
for the rest of that version, and starts again if the server has another one or knows no parts.

Sources: RFC 9110, sections 13.1.5 (If-Range), 14 (ranges) and 8.8 (validators)
"""

import http.client
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

Progress = Callable[[int, int], None]
"""Told how many bytes there are so far, and how many there will be; 0 if nobody knows."""
_SECONDS = 30
_PIECE = 1 << 16
_TRIES = 4
_AGENT = "RecoveryRadio (+radio import)"
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


class Unreachable(Exception):
    """It could not be fetched. Says why."""


class TooLarge(Unreachable):
    """It has more bytes than are wanted."""


class _Broken(Exception):
    """The line broke; what there is can be gone on with."""


class Mark(NamedTuple):
    """Which version of a file a part belongs to."""

    tag: str
    total: int


def opener(redirects: HTTPRedirectHandler) -> OpenerDirector:
    """Make what opens web addresses and nothing else.

    Args:
        redirects: What to do when a server points elsewhere.
    """
    # Not `build_opener`, whose openers read local files too if a redirect says so.
    made = OpenerDirector()
    for handler in (
        ProxyHandler(), HTTPHandler(), HTTPSHandler(), redirects,
        HTTPErrorProcessor(), HTTPDefaultErrorHandler(),
    ):  # fmt: skip
        made.add_handler(handler)
    return made


def fetch(url: str, most_bytes: int) -> bytes:
    """Fetch a small file.

    Args:
        url: Its address, with `http:` or `https:`.
        most_bytes: More than this is refused.

    Raises:
        Unreachable: It cannot be had, or is too large.
    """
    try:
        with _open(url, {}) as answer:
            data: bytes = answer.read(most_bytes + 1)
            total = _length(answer)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unreachable(_why(error)) from None
    if len(data) > most_bytes:
        raise TooLarge(f"it has more than {most_bytes // 1_000_000} MB")
    if total and len(data) != total:
        raise Unreachable("the line broke")
    return data


def fetch_to(url: str, part: Path, most_bytes: int, progress: Progress) -> int:
    """Fetch a recording into a file, or what is missing of it.

    Args:
        url: Its address, with `http:` or `https:`.
        part: Where to put it. What an earlier try has left there is gone on with.
        most_bytes: More than this is refused.
        progress: Is told how far it is.

    Returns:
        Its size in bytes, which is what the server promised.

    Raises:
        Unreachable: It cannot be had. What there is of it stays for the next try.
        TooLarge: It has more bytes than are wanted.
    """
    part.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(_TRIES):
        try:
            return _go_on(url, part, most_bytes, progress)
        except (_Broken, ConnectionError, TimeoutError, http.client.HTTPException) as error:
            fault: Exception = error
        except (OSError, ValueError) as error:
            if getattr(error, "code", 0) != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise Unreachable(_why(error)) from None
            # It has shrunk meanwhile: another version.
            fault = error
            part.unlink(missing_ok=True)
        if attempt == _TRIES - 1:
            raise Unreachable(_why(fault)) from None
    raise AssertionError("the last try returns or raises")


def _go_on(url: str, part: Path, most_bytes: int, progress: Progress) -> int:
    have, mark = _kept(part)
    headers = {"Range": f"bytes={have}-"} if have else {}
    if mark.tag and have:
        headers["If-Range"] = mark.tag
    with _open(url, headers) as answer:
        if answer.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
            raise Unreachable("the server sent a page and not a recording")
        start, total = _place(answer)
        if start and (start != have or total != mark.total):
            part.unlink()
            raise _Broken("the server has another version now")
        if total > most_bytes:
            raise TooLarge(f"it has {total / 1e6:.0f} MB")
        if not start:
            # Before its mark: the next try must not take an old start for one of this version.
            part.unlink(missing_ok=True)
        _mark_of(part).write_text(json.dumps(Mark(_tag(answer), total)), "utf-8")
        size = _copy(answer, part, start, total, most_bytes, progress)
    if total and size != total:
        raise _Broken("the line broke")
    _mark_of(part).unlink()
    return size


def _copy(
    answer: Any, part: Path, start: int, total: int, most_bytes: int, progress: Progress
) -> int:
    size = start
    with part.open("ab" if start else "wb") as file:
        while piece := answer.read(_PIECE):
            file.write(piece)
            size += len(piece)
            progress(size, total)
            if size > most_bytes:
                raise TooLarge(f"it has more than {most_bytes // 1_000_000} MB")
    return size


def _kept(part: Path) -> tuple[int, Mark]:
    """Give what an earlier try has left: its size, and its version. A part without one is nothing."""
    try:
        tag, total = json.loads(_mark_of(part).read_text("utf-8"))
        size = part.stat().st_size
    except (OSError, ValueError):
        return 0, Mark("", 0)
    return (size if total and size < total else 0), Mark(str(tag), int(total))


def _mark_of(part: Path) -> Path:
    return part.with_name(f"{part.name}.mark")


def _tag(answer: Any) -> str:
    """Give what the server calls this version; a weak tag is no promise about bytes."""
    tag = answer.headers.get("ETag") or ""
    return tag if tag and not tag.startswith("W/") else answer.headers.get("Last-Modified") or ""


def _place(answer: Any) -> tuple[int, int]:
    """Give where an answer starts in its file, and how many bytes the whole file has."""
    if answer.status != http.HTTPStatus.PARTIAL_CONTENT:
        return 0, _length(answer)
    found = _RANGE.fullmatch(answer.headers.get("Content-Range") or "")
    if not found:
        raise _Broken("the server's answer makes no sense")
    return int(found[1]), int(found[2])


def _length(answer: Any) -> int:
    written = answer.headers.get("Content-Length") or ""
    return int(written) if written.isdecimal() else 0


def _open(url: str, headers: Mapping[str, str]) -> Any:
    if not url.startswith(("https://", "http://")):
        raise ValueError("its address is no web address")
    request = Request(url, headers={"User-Agent": _AGENT, **headers})  # noqa: S310  Looked at above.
    try:
        return opener(HTTPRedirectHandler()).open(request, timeout=_SECONDS)
    except HTTPError as error:
        error.close()
        raise


def _why(error: Exception) -> str:
    code = getattr(error, "code", None)
    if code:
        return f"the server answered {code}"
    reason = getattr(error, "reason", None) or error
    return str(reason) or type(error).__name__
