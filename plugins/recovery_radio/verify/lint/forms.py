"""The forms of values, by the names that `tags.toml` gives them.

A form takes a text without spaces around it and says the rule that it breaks, what is wrong and
what to write instead.

Sources: https://www.rssboard.org/rss-profile,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.dates import read_date
from recovery_radio.verify.lint.words import GROUPS, MISTYPED, ROLES, WORDS, meant


class Flaw(NamedTuple):
    """A rule that a value breaks."""

    code: str
    clause: str
    """What is wrong, to follow the name of the element: `is "maybe", …`."""
    repair: str = ""
    """What to write instead, if the rule's own repair is too general."""


Form = Callable[[str], Flaw | None]

_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>().]+(\.[^\s@<>().]+)+")
_MIME = re.compile(r"[a-z]+/[\w.+-]+(\s*;.*)?")
_TOKEN = re.compile(r"([a-z]{2})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?")
_CLOCK = re.compile(r"(\d+:)?[0-5]?\d:[0-5]\d", re.ASCII)
_COUNT = re.compile(r"0*[1-9][0-9]{0,17}")
# Normal Play Time, RFC 2326 section 3.6: seconds, or hours, minutes and seconds.
_PLAYTIME = re.compile(r"(?:(?:(\d{1,9}):)?([0-5]?\d):)?(\d{1,9})(\.\d+)?", re.ASCII)


def form_of(name: str) -> Form:
    """Give the form of a name such as `https`, `words:128` or `choice:medium`.

    Raises:
        KeyError: There is no such form.
    """
    kind, _, detail = name.partition(":")
    if kind in ("words", "text"):
        return lambda text: _at_most(text, int(detail))
    if kind == "choice":
        return lambda text: _one_of(text, WORDS[detail])
    if kind == "fold":
        return lambda text: _one_of(text.casefold(), WORDS[detail])
    return _FORMS[kind]


def may_be_blank(name: str) -> bool:
    """Tell whether a value of this form may say nothing."""
    return name.partition(":")[0] in ("any", "line", "bytes", "text")


def keeps_spaces(name: str) -> bool:
    """Tell whether spaces around a value do no harm."""
    return name.partition(":")[0] in ("any", "bytes", "text")


def seconds_of(text: str) -> float | None:
    """Read Normal Play Time; nothing if the text is none."""
    found = _PLAYTIME.fullmatch(text)
    if not found or (found[2] and int(found[3]) > 59):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    return hours * 3600 + minutes * 60 + seconds + float(found[4] or 0)


def _at_most(text: str, limit: int) -> Flaw | None:
    if len(text) <= limit:
        return None
    clause = f"has {len(text)} characters, of at most {limit}."
    return Flaw("feed-too-long", clause, f"Shorten it to {limit} characters.")


def _one_of(text: str, words: list[str]) -> Flaw | None:
    if text in words:
        return None
    clause = f"is `{shorten(text)}`, which is not understood."
    several = f"Write one of: {', '.join(f'`{word}`' for word in words)}."
    return Flaw("feed-choice", clause, several if len(words) > 1 else f"Write `{words[0]}`.")


def _listed(code: str, words: list[str], what: str) -> Form:
    def check(text: str) -> Flaw | None:
        if text.casefold() in words:
            return None
        return Flaw(code, f"is `{shorten(text)}`, which is no {what}.", meant(text, words))

    return check


def _like(pattern: str, code: str, what: str, repair: str = "") -> Form:
    compiled = re.compile(pattern, re.ASCII)

    def check(text: str) -> Flaw | None:
        if compiled.fullmatch(text):
            return None
        return Flaw(code, f"is `{shorten(text)}`, which is no {what}.", repair)

    return check


def _address(http: str) -> Form:
    def check(text: str) -> Flaw | None:
        if not text.isascii():
            return Flaw("feed-not-ascii", f"holds letters such as `{_foreign(text)}`.")
        try:
            parts = urlsplit(text)
            whole = bool(parts.hostname) and " " not in text
        except ValueError:
            return Flaw("feed-address", f"is `{shorten(text)}`, which cannot be opened.")
        if not parts.scheme:
            return Flaw("feed-relative", f"is `{shorten(text)}`, only a part of an address.")
        if parts.scheme.lower() not in ("http", "https") or not whole:
            return Flaw("feed-address", f"is `{shorten(text)}`, which cannot be opened.")
        if parts.scheme.lower() == "http":
            return Flaw(http, f"is `{shorten(text)}`, without https.")
        return None

    return check


def _uri(text: str) -> Flaw | None:
    # A source may also lie in other nets: `ipfs:`, `magnet:`, an address ending in `.onion`.
    if re.match(r"https?:", text, re.IGNORECASE) or not re.match(r"[a-z][a-z0-9+.-]*:\S", text):
        return None if ".onion/" in text else _address("feed-http")(text)
    return None


def _foreign(text: str) -> str:
    return next(letter for letter in text if not letter.isascii())


def _email(text: str) -> Flaw | None:
    if _MAIL.fullmatch(text):
        return None
    return Flaw("feed-email", f"is `{shorten(text)}`, which is no e-mail address.")


def _contact(text: str) -> Flaw | None:
    # RSS wants the address, and a name in brackets if one likes.
    return _email(re.sub(r"\s*\(.*\)$", "", text))


def _language(text: str) -> Flaw | None:
    found = _TOKEN.fullmatch(text)
    if found and found[1].lower() in WORDS["language"]:
        return None
    return Flaw("feed-language", f"is `{shorten(text)}`, which is no code of a language.")


def _size(text: str) -> Flaw | None:
    if _COUNT.fullmatch(text):
        return None
    return Flaw("feed-length", f"is `{shorten(text)}`, which is no number of bytes.")


def _media(text: str) -> Flaw | None:
    kind = text.partition(";")[0].strip()
    if kind.lower() in MISTYPED:
        return Flaw(
            "feed-media-type", f"is `{shorten(text)}`.", f"Write `{MISTYPED[kind.lower()]}`."
        )
    if not _MIME.fullmatch(text):
        return Flaw("feed-media-type", f"is `{shorten(text)}`, which is no type of a file.")
    return None


def _kind(code: str, words: list[str]) -> Form:
    def check(text: str) -> Flaw | None:
        if text.partition(";")[0].strip() in words:
            return None
        near = MISTYPED.get(text.lower(), "")
        return Flaw(code, f"is `{shorten(text)}`.", f"Write `{near}`." if near in words else "")

    return check


def _show_guid(text: str) -> Flaw | None:
    try:
        guid = UUID(text)
    except ValueError:
        guid = None
    if guid is None or str(guid) != text.lower():
        return Flaw("feed-show-guid", f"is `{shorten(text)}`, which is no UUID.")
    if guid.version != 5:
        return Flaw("feed-show-guid-version", f"is `{text}`, a UUID of another kind.")
    return None


def _date(text: str) -> Flaw | None:
    reading = read_date(text)
    return Flaw(reading.code, reading.clause) if reading.code else None


def _duration(text: str) -> Flaw | None:
    if _COUNT.fullmatch(text):
        return None
    if _CLOCK.fullmatch(text):
        return Flaw("feed-duration-form", f"is `{shorten(text)}`.")
    return Flaw("feed-duration", f"is `{shorten(text)}`, which not every app can read.")


def _playtime(text: str) -> Flaw | None:
    if seconds_of(text) is not None:
        return None
    return Flaw("feed-chapter-time", f"is `{shorten(text)}`, which is no time of a recording.")


_FORMS: dict[str, Form] = {
    "any": lambda text: None,
    "line": lambda text: _at_most(text, 255),
    "bytes": lambda text: (
        Flaw("feed-long-description", f"has {size:,} bytes, of at most 4,000.")
        if (size := len(text.encode())) > 4000
        else None
    ),
    "https": _address("feed-http"),
    "page": _address("feed-http-page"),
    "uri": _uri,
    "email": _email,
    "contact": _contact,
    "language": _language,
    "size": _size,
    "media": _media,
    "mime": _media,
    "transcript": _kind("feed-transcript-type", WORDS["transcript"]),
    "chapters": _kind("feed-chapters-type", WORDS["chapters"]),
    "showguid": _show_guid,
    "date": _date,
    "duration": _duration,
    "playtime": _playtime,
    "relation": _listed("feed-link-rel", WORDS["relation"], "relation that apps know"),
    "role": _listed("feed-role", ROLES, "role of the taxonomy"),
    "group": _listed("feed-role", GROUPS, "group of the taxonomy"),
    "service": _listed("feed-service", WORDS["service"], "service of the list"),
    "whole": _like(r"[0-9]+", "feed-number", "whole number"),
    "positive": _like(r"0*[1-9][0-9]*", "feed-number", "whole number above nought"),
    "decimal": _like(r"[0-9]+(\.[0-9]+)?", "feed-number", "number"),
    "moment": _like(_MOMENT.pattern, "feed-form", "time of ISO 8601"),
    "rrule": _like(
        r"FREQ=[A-Z]+(;[A-Z]+=[^;]+)*|", "feed-form", "rule of RFC 5545", "Write `FREQ=WEEKLY`."
    ),
    "geo": _like(
        r"geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?(,-?\d+(\.\d+)?)?(;.*)?", "feed-form", "place of RFC 5870"
    ),
    "osm": _like(r"[NWR]\d+(#\d+)?", "feed-form", "object of OpenStreetMap"),
    "country": _like(r"[A-Za-z]{2}", "feed-form", "code of a country"),
    "ratio": _like(r"\d+(\.\d+)?(\s*/\s*\d+(\.\d+)?)?", "feed-form", "ratio", "Write `16/9`."),
}
