"""Other people's feeds, fetched with care: over https, and within limits.

A redirect could name a local file or go round in circles, and a server could send for ever.
Plain http is taken from this machine only, where `radio serve` shows a station.
"""

import http.client
import time
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request

from recovery_radio.migrate.fetch import opener

MOST_BYTES = 20_000_000
MOST_SECONDS = 60.0
_PIECE = 1 << 16
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class Unreachable(Exception):
    """It could not be fetched. Says why, as the end of a sentence."""


class Fetched(NamedTuple):
    """What a server sent."""

    raw: bytes
    url: str
    """Where it lies, after all redirects."""


class _FewRedirects(HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        try:
            hold_to_https(newurl)
        except Unreachable:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def hold_to_https(url: str) -> None:
    """Refuse an address that is not to be fetched.

    Raises:
        Unreachable: It is neither https nor a server on this machine.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise Unreachable(f"`{url[:200]}` does not start with `https://`")


def fetch(url: str, most_bytes: int = MOST_BYTES, most_seconds: float = MOST_SECONDS) -> Fetched:
    """Fetch a feed.

    Args:
        url: Its address.
        most_bytes: More than this is refused.
        most_seconds: What takes longer is given up.

    Raises:
        Unreachable: It cannot be had.
    """
    until = time.monotonic() + most_seconds
    try:
        hold_to_https(url)
        agent = {"User-Agent": "RecoveryRadio (+radio lint-feed)"}
        request = Request(url, headers=agent)  # noqa: S310  `hold_to_https` has looked at it.
        with opener(_FewRedirects()).open(request, timeout=most_seconds) as answer:
            raw = bytearray()
            while piece := answer.read1(_PIECE):
                raw += piece
                if len(raw) > most_bytes:
                    raise Unreachable(f"it has more than {most_bytes:,} bytes")
                if time.monotonic() > until:
                    raise Unreachable(f"it took more than {most_seconds:g} seconds")
            return Fetched(bytes(raw), answer.url)
    except (OSError, ValueError, http.client.HTTPException) as error:
        if isinstance(error, HTTPError):
            error.close()
        reason = getattr(error, "reason", None) or error
        raise Unreachable(" ".join(str(reason).split())) from None
