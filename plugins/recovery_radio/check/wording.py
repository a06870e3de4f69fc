"""Words in a text that judge people, promise what nobody can, or show how it is done.

What others said is theirs, so quotations, code, titles in italics, the text of links to other
sites and official names are passed over. A promise that its sentence denies or reports is none,
and no more is a method that it warns of.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recovery_radio.model.wording import Rule, Wording

_THEIRS = re.compile(
    r"```.*?(?:```|\Z)"
    r"|`[^`\n]+`"
    r"|“[^”]{1,400}”"
    r"|‘(?:[^’]|’(?=\w)){1,400}’"
    r'|(?<![\w"])"(?:[^"\n]|\n(?!\s*\n)){1,400}"(?!\w)'
    r"|\[[^\]\n]{1,200}\]\(https://[^)\s]*\)"
    r"|\]\([^)\s]*\)"
    r"|https?://\S+"
    # A title in italics has several words; one word in italics is stressed.
    r"|(?<![*\w])\*(?:[^*\s]+\s+){2,}[^*\s]+\*(?!\*)",
    re.DOTALL,
)
_NOT_PROMISED = re.compile(
    r"(?<!\w)(?:no|not|never|nobody|nothing|none|cannot|neither|nor|without|myth|false"
    r"|(?:says?|said|claims?) (?:that|it|they|the)|according to|\w+n['’]t)(?!\w)[^.!?;:]*\Z"
)
_UNLESS = {
    "promises": _NOT_PROMISED,
    "methods": re.compile(r"(?<!\w)(?:do not|don['’]t|never|avoid|rather than)(?!\w)[^.!?;:]*\Z"),
}
"""What, before a wording in its sentence, turns it round."""
# ASCII only, so that every letter stays at its place.
_SMALL = {upper: upper + 32 for upper in range(65, 91)} | {ord(sign): " " for sign in "\n\t\xa0"}


class Found(NamedTuple):
    """A wording to mend."""

    kind: str
    """Field of `Wording` that it was found by."""
    start: int
    """Where in the text it begins."""
    words: str
    rule: Rule


def find_wording(text: str, wording: Wording) -> Iterator[Found]:
    """Find what to mend in a text, which may be Markdown, in the order of the text."""
    bare = own_words(text, wording)
    found = [
        (match.start(), match.end(), kind, rule)
        for kind in ("judging", "promises", "methods")
        for rule in getattr(wording, kind)
        if any(stem in bare for stem in rule.stems)
        for match in rule.pattern.finditer(bare)
        if not _is_turned_round(bare, match.start(), kind)
    ]
    last = 0
    for start, end, kind, rule in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= last:
            yield Found(kind, start, " ".join(text[start:end].split()), rule)
            last = end


def _is_turned_round(bare: str, start: int, kind: str) -> bool:
    before = _UNLESS.get(kind)
    return before is not None and before.search(bare, max(0, start - 200), start) is not None


def own_words(text: str, wording: Wording) -> str:
    """Give a text in small letters, as long as it was, with what others said blanked out."""
    own = _THEIRS.sub(_blank, text) if _may_quote(text) else text
    return wording.names.sub(_blank, own.translate(_SMALL))


def _may_quote(text: str) -> bool:
    return any(sign in text for sign in '`“‘"[*') or "http" in text


def _blank(found: re.Match[str]) -> str:
    return "~" * len(found[0])
