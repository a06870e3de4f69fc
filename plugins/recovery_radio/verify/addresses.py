r"""Where an address leads, read as a browser reads it rather than as it looks.

Browsers drop tabs and line ends inside an address, take `\` for `/`, and know several ways to
write another host (`//host`, `https:/\host`). What is not plainly one of the known forms is
`UNSAFE`, so that a spelling nobody thought of fails closed.

Source: https://url.spec.whatwg.org/#concept-basic-url-parser
"""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Reach(Enum):
    """How far an address leads."""

    OWN = auto()
    """To a path of this site."""
    OUTSIDE = auto()
    """Out of the site's folder, on the same host."""
    HTTPS = auto()
    """To another host."""
    HTTP = auto()
    """To another host, readable by everyone on the way; `//host` too, since it may be so."""
    CONTACT = auto()
    """To the reader's own phone, mail or podcast app."""
    IMAGE = auto()
    """To a picture written into the address itself."""
    UNSAFE = auto()
    """To a script, or to nobody knows where."""


class Target(NamedTuple):
    """An address after reading."""

    reach: Reach
    path: str = ""
    """Below the site's root, without a slash at its start; only if the reach is `OWN`."""
    fragment: str = ""
    """What follows `#`, decoded, up to an instruction to the browser (`:~:text=`)."""


_CONTACTS = frozenset({"mailto", "tel", "sms"})
# Podcast apps on the reader's device, for the page that says how to subscribe.
_APPS = frozenset({"overcast", "pktc", "podcast"})
_TAME = re.compile(r"[!-\[\]-~]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = dict.fromkeys(map(ord, "\t\n\r"))
_EDGES = "".join(map(chr, range(0x21)))
_UNSAFE, _OUTSIDE = Target(Reach.UNSAFE), Target(Reach.OUTSIDE)


def resolve(address: str, page: str, url: str = "") -> Target:
    """Say where an address on a page leads.

    Args:
        address: As it stands in the attribute, entities decoded.
        page: File that holds it, relative to the site's root, such as `about/index.html`.
        url: Public address of the site with a slash at its end; empty if unknown.
    """
    if not _TAME.fullmatch(address):
        address = address.strip(_EDGES).translate(_IGNORED)
    if not address or address[0] in "#?":
        return _own(address, page, url)
    if address.startswith("../"):
        folder = page.rpartition("/")[0]
        while folder and address.startswith("../"):
            folder, address = folder.rpartition("/")[0], address[3:]
        # A page's own name no longer matters, and templates give all pages the same links.
        return _own_from(folder, address, url)
    scheme = _SCHEME.match(address) if ":" in address else None
    if "\\" in address:
        if scheme:
            return _UNSAFE
        address = address.replace("\\", "/")
    if scheme:
        # Without its slash, for a link to the bare host.
        if not (url and (address + "/").lower().startswith(url.lower())):
            return _away(scheme[1].lower(), address)
        address = urlsplit(url).path + address[len(url) :]
    elif address.startswith("//"):
        return Target(Reach.HTTP)
    return _own(address, page, url)


def _away(scheme: str, address: str) -> Target:
    if scheme in ("https", "http"):
        rest = address[len(scheme) + 1 :]
        if not rest.startswith("//") or rest.startswith("///"):
            return _UNSAFE
        return Target(Reach.HTTPS if scheme == "https" else Reach.HTTP)
    if scheme in _CONTACTS or (scheme in _APPS and "://" in address):
        return Target(Reach.CONTACT)
    if address[:11].lower() == "data:image/":
        return Target(Reach.IMAGE)
    return _UNSAFE


def _own(address: str, page: str, url: str) -> Target:
    path, _, fragment = address.partition("#")
    fragment = fragment.partition(":~:")[0]
    path = path.partition("?")[0]
    try:
        if "%" in path:
            path = unquote(path, errors="strict")
        if "%" in fragment:
            fragment = unquote(fragment, errors="strict")
    except UnicodeDecodeError:
        return _UNSAFE
    if not path:
        return Target(Reach.OWN, page, fragment)
    folder = page.rpartition("/")[0]
    if path.startswith("/"):
        root = urlsplit(url).path if url else "/"
        if not (path + "/").startswith(root):
            return _OUTSIDE
        path, folder = path[len(root) :], ""
    joined = _join(folder, path)
    return _OUTSIDE if joined is None else Target(Reach.OWN, joined, fragment)


@lru_cache(maxsize=4096)
def _own_from(folder: str, address: str, url: str) -> Target:
    return _own(address.replace("\\", "/"), f"{folder}/" if folder else "", url)


def _join(folder: str, path: str) -> str | None:
    while path.startswith("../"):
        if not folder:
            return None
        folder, path = folder.rpartition("/")[0], path[3:]
    joined = f"{folder}/{path}" if folder else path
    if "/." not in joined and "//" not in joined and not joined.startswith("."):
        return joined
    parts: list[str] = []
    *inner, last = joined.split("/")
    for part in inner + ([last + "/"] if last in (".", "..") else []):
        if part.rstrip("/") == "..":
            if not parts:
                return None
            parts.pop()
        elif part.rstrip("/") not in (".", ""):
            parts.append(part)
    below = "".join(f"{part}/" for part in parts)
    return below if last in (".", "..") else below + last
