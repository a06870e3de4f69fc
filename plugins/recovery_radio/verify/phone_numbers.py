"""What in a text is a phone number, however it is written.

A number that stands alone is known by its length and its first digits; short ones (`999`, `111`,
`85258`, a number without its area code) only where the words before them say that one rings or
texts. Dates, times, prices, ISBNs, digests and ids are none.

Source: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-data
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = r"[ \t\r\n\xa0\u2000-\u200a\u202f]"
_DASH = r"[.\-\u2010-\u2015\u2212]"
_GAP = rf"(?:{_SPACE}?\({_SPACE}?|{_SPACE}?\){_SPACE}?|{_SPACE}?{_DASH}{_SPACE}?|{_SPACE})?"
# Not inside a word, a decimal, a row of groups, a time or a sum of money. It stands after the first
# sign, since a pattern that begins with a class of signs is looked for ten times as fast.
_STARTS = r"(?<![\w@#£$€].)(?<![0-9][.,:/\-\u2010-\u2015].)(?<!\w-.)(?<![0-9]\xa0.)"
_ENDS = r"(?![\w@])(?![.,:/\-][0-9])"

_LONG = re.compile(
    rf"[+0(]{_STARTS}(?:"
    rf"(?:(?<=\+)|(?<=0)0{_SPACE}?)[1-9](?:{_GAP}[0-9]){{7,14}}"
    # An area code has at least three digits with its zero, and no ISBN begins with as many.
    rf"|(?:(?<=0)|(?<=\()0)[1-9][0-9]{{1,5}}\)?(?:{_GAP}[0-9]){{3,9}}"
    rf"){_ENDS}"
)
_LENGTHS = (10, 11)
# Shorter than all others of their kind, and in use.
_SHORTER = re.compile(r"08001111|084546\d\d")
_BOOK = re.compile(r"ISBN[-\w:.]*\s*\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")

_SHORT = re.compile(
    rf"[1-9]{_STARTS}(?:[0-9]{{4,5}}|[0-9]{{2,3}}(?:{_SPACE}?[0-9]{{3,4}})?){_ENDS}"
)
_CODE = re.compile(r"999|112|111|101|105|119|159|911|988|116[0-9]{3}|18[0-9]{3}")
# Harmonised European numbers, 116 000 to 116 123. In a row of numbers they are none.
_EUROPEAN = re.compile(rf"116{_SPACE}[01][0-9]{{2}}")
_ROW_BEFORE, _ROW_AFTER = re.compile(r"[0-9],? \Z"), re.compile(r",? -?[0-9]")
_RING = (
    r"(?:ring(?:s|ing)?|rang|call(?:s|ed|ing)?|phone[sd]?|phoning|dial(?:s|led|ling)?|tel|telephone"
    r"|helpline|hotline|line|freephone|fax|mobile|number|emergency|nhs|police)"
)
_TEXT = r"(?:text(?:s|ed|ing)?|txt|sms|message|shortcode)"
_BEFORE_CODE = re.compile(
    rf"\b(?:{_RING}|{_TEXT})\b(?:[^\w.!?;\x1e]|\b[a-z'’]+\b){{0,12}}\Z", re.IGNORECASE
)
_BEFORE_TEXT = re.compile(
    rf"\b{_TEXT}\b(?:[^.!?;\x1e]{{0,60}}\b(?:to|on))?:?{_SPACE}+\Z", re.IGNORECASE
)
_BEFORE_LOCAL = re.compile(
    rf"\b(?:{_RING}|{_TEXT})\b(?:{_SPACE}+(?:us|me|them|him|her))?(?:{_SPACE}+(?:on|at|to))?[.:]?"
    rf"{_SPACE}+\Z",
    re.IGNORECASE,
)
_CONTEXT = 100
# Ofcom keeps these for stories: they reach nobody, so that examples may be written with them.
_FOR_STORIES = re.compile(r"01632960\d{3}|07700900\d{3}")


class Number(NamedTuple):
    """A phone number in a text."""

    start: int
    written: str
    """As it stands there."""
    digits: str
    """As it is dialled within the UK, without spaces."""


def find_numbers(text: str) -> Iterator[Number]:
    """Find the phone numbers of a text, those kept for stories excepted, in its order."""
    if "http" in text:
        text = _ADDRESS.sub(lambda address: "~" * len(address[0]), text)
    found = [*_long(text), *_short(text)]
    return (number for number in sorted(found) if not _FOR_STORIES.fullmatch(number.digits))


def digits_of(number: str) -> str:
    """Reduce a number to the digits that are dialled within the UK."""
    number = re.sub(r"\s|\(0\)", "", number)
    digits = re.sub(r"[^0-9]", "", number)
    for prefix in ("+44", "0044"):
        if number.startswith(prefix):
            return f"0{digits[len(prefix.lstrip('+')) :].removeprefix('0')}"
    return digits


def _long(text: str) -> Iterator[Number]:
    for found in _LONG.finditer(text):
        digits = digits_of(found[0])
        foreign = found[0].startswith(("+", "00"))
        if not foreign and len(digits) not in _LENGTHS and not _SHORTER.fullmatch(digits):
            continue
        if not _BOOK.search(text, max(0, found.start() - 20), found.start()):
            yield Number(found.start(), found[0], digits)


def _short(text: str) -> Iterator[Number]:
    for found in _SHORT.finditer(text):
        digits = digits_of(found[0])
        if _is_dialled(text, found, digits):
            yield Number(found.start(), found[0], digits)


def _is_dialled(text: str, found: re.Match[str], digits: str) -> bool:
    """Tell whether the words before a short number say that one rings or texts it."""
    start = found.start()
    around = (text, max(0, start - _CONTEXT), start)
    if _EUROPEAN.fullmatch(found[0]):
        return not _ROW_BEFORE.search(*around) and not _ROW_AFTER.match(text, found.end())
    if _CODE.fullmatch(digits):
        return _BEFORE_CODE.search(*around) is not None
    if len(digits) == 5:
        return digits[0] in "5678" and _BEFORE_TEXT.search(*around) is not None
    return len(digits) >= 6 and digits[0] != "1" and _BEFORE_LOCAL.search(*around) is not None
