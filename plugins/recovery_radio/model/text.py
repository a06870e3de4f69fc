"""Text that people wrote, made safe to print anywhere.

`PlainText` is plain: it is escaped once, at the place that prints it, and never before.
Invisible characters decide how a sentence reads (a reversed phone number, a name with a
hidden space), so they are refused or removed here, at the only door.

Source: https://www.unicode.org/reports/tr36/ (Unicode security considerations)
"""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

# Pasted from word processors and phones, and never meant: joiners of nothing, soft hyphens.
_STRAYS = re.compile("[\u200b\u2060\ufeff\u00ad]")
# Control, direction, private-use and tag characters. Not U+200C and U+200D, which spell words in
# Arabic and Hindi and build emoji, and not unassigned ones: next year's emoji are welcome.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u0600-\u0605\u061c\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e"
    "\u2061-\u206f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_HIDDEN_IN_LINE = re.compile(f"[\t\n{_HIDDEN}]")
_HIDDEN_IN_TEXT = re.compile(f"[{_HIDDEN}]")
# The flags of England, Scotland and Wales are spelt with tag characters: gbeng, gbsct, gbwls.
_FLAGS = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(\U000e0065\U000e006e\U000e0067"
    "|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{5}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LOOKALIKE = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")  # Greek and Cyrillic
_WORD = re.compile(r"[^\W\d_]{2,}")


def refusal(code: str, what: str, repair: str) -> PydanticCustomError:
    """Make the error that says to an author what is wrong, and what to write instead.

    Args:
        code: A heading of the manual's page of messages.
        what: How the sentence goes on that starts with the name of the setting.
        repair: What to write instead.
    """
    return PydanticCustomError(code, "{what}", {"what": what, "repair": repair})


def find_unsafe(text: str, *, lines: bool = False) -> tuple[int, str, str] | None:
    """Find the first thing in a text that would mislead a reader or break a file.

    Args:
        text: Text in Unicode normal form C.
        lines: Whether the text may have several lines, and tabs.

    Returns:
        Its position, a code of the manual and what it is; nothing if the text is safe.
    """
    hidden = _HIDDEN_IN_TEXT if lines else _HIDDEN_IN_LINE
    if hidden.search(text) and (
        found := hidden.search(_FLAGS.sub(lambda flag: "?" * len(flag[0]), text))
    ):
        name = f"the invisible character U+{ord(found[0]):04X}"
        return found.start(), "control-character", name
    if text.isascii():
        return None
    if marks := _MARKS.search(text):
        return marks.start(), "stacked-marks", "a pile of accents on one letter"
    if _LOOKALIKE.search(text):
        for word in _WORD.finditer(text):
            if _LATIN.search(word[0]) and _LOOKALIKE.search(word[0]):
                return word.start(), "mixed-scripts", f"'{word[0]}', a word of two alphabets"
    return None


def normalise(text: str) -> str:
    """Bring a text to Unicode normal form C and drop the stray characters of copy and paste."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _STRAYS.sub("", text))


def _plain(text: str, *, lines: bool = False) -> str:
    text = normalise(text).strip()
    if found := find_unsafe(text, lines=lines):
        raise refusal(found[1], f"holds {found[2]}.", "Type it again by hand, without that.")
    return text


def _no_angles(text: str) -> str:
    if "<" in text or ">" in text:
        raise refusal("angle-bracket", "holds `<` or `>`.", "Write a title in words only.")
    return text


def _matching(
    pattern: str, code: str, repair: str, mended: Callable[[str], str] = str
) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            meant = mended(text[:60])
            told = f"Write `{meant}`." if compiled.fullmatch(meant) else repair
            raise refusal(code, f"cannot be read: '{text[:60]}'.", told)
        return text

    return check


PlainText = Annotated[str, AfterValidator(_plain), Field(min_length=1, max_length=2000)]
"""Text without markup: NFC, no control or direction characters. Escaped where it is printed."""

Paragraphs = Annotated[
    str, AfterValidator(partial(_plain, lines=True)), Field(min_length=1, max_length=2000)
]
"""Text as `PlainText`, of several lines."""

Title = Annotated[
    str, AfterValidator(_plain), AfterValidator(_no_angles), Field(min_length=1, max_length=120)
]
"""A line of plain text without `<` and `>`, since titles end up in places that un-escape."""

_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


def is_slug(text: str) -> bool:
    """Tell whether a text is a name for links and folders, as `Slug` takes it."""
    return len(text) <= 64 and re.fullmatch(_SLUG, text) is not None


Slug = Annotated[
    str,
    AfterValidator(
        _matching(
            _SLUG,
            "bad-slug",
            "Use small letters, digits and single hyphens, such as `first-steps`.",
        )
    ),
    Field(max_length=64),
]
"""A name for links and folders: small letters, digits and hyphens."""

LongTitle = Annotated[
    str, AfterValidator(_plain), AfterValidator(_no_angles), Field(min_length=1, max_length=255)
]
"""The title of an episode: as long as podcast directories take it, since it may come from there."""


def _guid(text: str) -> str:
    if not 1 <= len(text) <= 500 or text != normalise(text).strip() or find_unsafe(text):
        repair = "Keep the one that `radio new episode` or `radio import` wrote; it never changes."
        raise refusal("bad-guid", f"cannot be read: '{text[:60]}'.", repair)
    return text


Guid = Annotated[str, AfterValidator(_guid)]
"""What tells podcast apps that an episode is the same one. Never changes, whatever else does.

`radio new episode` takes a UUID. A podcast that moves in brings what it has, and apps compare that
letter by letter: `7`, `tag:soundcloud,2010:tracks/123`, an address, a title with spaces.
"""

FileName = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[a-z0-9]+([-_.][a-z0-9]+)*\.[a-z0-9]{2,5}",
            "bad-file-name",
            "Name a file that lies beside this one, such as `first-steps.mp3`.",
        )
    ),
    Field(max_length=100),
]
"""A file beside the one that names it: small letters, digits, hyphens, one ending. No folders."""

# Labels of letters, digits and inner hyphens; the last one starts with a letter, as no number does.
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"({_LABEL}\.)+(?=[A-Za-z]){_LABEL}"
# 0 to 65535: more, and programs that take the address apart stumble.
_PORT = r":([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
_ADDRESS_CHARS = r"[!#-;=?-\[\]^_a-~]"  # ASCII without `"`, angles, backslash and backtick.
_HTTPS = rf"https://{_HOST}({_PORT})?([/?#]{_ADDRESS_CHARS}*)?"


def is_https_url(text: str) -> bool:
    """Tell whether a text is a public web address, as `HttpsUrl` takes it."""
    return re.fullmatch(_HTTPS, text) is not None


HttpsUrl = Annotated[
    str,
    AfterValidator(
        _matching(
            _HTTPS,
            "bad-address",
            "Write a full address that starts with `https://`, such as `https://example.org/page`.",
        )
    ),
    Field(max_length=500),
]
"""A public web address: https, a host name rather than a number, no user name in it."""

Email = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
            "bad-email",
            "Write an address such as `hello@example.org`.",
        )
    ),
    Field(max_length=200),
]
"""An e-mail address."""


def _national(text: str) -> str:
    """Turn `+44 1632 960123` or `(01632) 960-123` into `01632 960123`."""
    if re.search(r"[^0-9 ()+.-]", text):
        return text
    return " ".join(re.findall("[0-9]+", re.sub(r"^(\+|00)44 ?(\(0\))? ?", "0", text)))


def _spaced(text: str) -> str:
    letters = "".join(filter(str.isalnum, text)).upper()
    return f"{letters[:-3]} {letters[-3:]}"


Phone = Annotated[
    str,
    AfterValidator(
        _matching(
            r"(?!00)[0-9][0-9 ]{1,18}[0-9]",
            "bad-phone",
            'Write it in the national form, in quotes: `"01632 960123"`.',
            _national,
        )
    ),
]
"""A phone number in its national form, digits and spaces."""

Postcode = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}",
            "bad-postcode",
            "Write it in capitals with one space, such as `S1 2HH`.",
            _spaced,
        )
    ),
]
"""A full UK postcode."""
