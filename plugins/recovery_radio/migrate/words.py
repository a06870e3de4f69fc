"""Other people's titles and texts, brought to what a station's files may hold."""

import html
import re
import unicodedata

from recovery_radio.model.text import find_unsafe, normalise

MOST_SUMMARY = 400
MARKUP = re.compile(
    r"</?(a|b|blockquote|br|div|em|h[1-6]|hr|i|img|li|ol|p|span|strong|u|ul)\b", re.IGNORECASE
)
_BLOCKS = re.compile(
    r"<(br|p|/p|div|/div|li|/li|h[1-6]|/h[1-6]|ul|/ul|ol|/ol|tr|/tr|hr)\b[^>]*>", re.IGNORECASE
)
_TAGS = re.compile(r"<!--.*?-->|<[a-zA-Z/!?][^>]*>", re.DOTALL)
_LINE_END = re.compile(r"[ \t]*[\t\n\v\f\x85\u2028\u2029][\s]*")
_ANGLES = str.maketrans("<>", "\u2039\u203a")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?(?=\s)")


def clean(text: str, *, lines: bool = False) -> str:
    """Take out what `model.text.find_unsafe` refuses, as far as that can be done by leaving out.

    Args:
        text: Any text.
        lines: Whether it may have several lines; otherwise white space becomes single spaces.
    """
    text = normalise(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not lines:
        text = _LINE_END.sub(" ", text)
    if find_unsafe(text, lines=lines):
        signs = {sign for sign in set(text) if find_unsafe(sign, lines=lines)}
        text = normalise("".join(sign for sign in text if sign not in signs))
        text = _thin_marks(text)
    return text.strip()


def clean_title(title: str) -> str:
    """Bring a title to what a title may hold. Pointed brackets become their likes."""
    text = clean(title.translate(_ANGLES))
    return text if len(text) <= 255 else f"{text[:254].rstrip()}…"


def to_plain(markup: str) -> str:
    """Give the words of a text that may be HTML, on one line."""
    if MARKUP.search(markup):
        markup = html.unescape(_TAGS.sub("", _BLOCKS.sub(" ", markup)))
    return clean(" ".join(markup.split()))


def to_lines(markup: str) -> list[str]:
    """Give the words of a text that may be HTML, line by line."""
    if MARKUP.search(markup):
        markup = html.unescape(_TAGS.sub("", _BLOCKS.sub("\n", markup)))
    return [line for part in markup.splitlines() if (line := clean(part))]


def to_summary(text: str) -> str:
    """Cut a text after its last whole sentence that fits, or after a word."""
    if len(text) <= MOST_SUMMARY:
        return text
    start = text[:MOST_SUMMARY]
    ends = [found.end() for found in _SENTENCE_END.finditer(start)]
    if ends and ends[-1] > MOST_SUMMARY // 4:
        return start[: ends[-1]]
    return f"{start[: MOST_SUMMARY - 1].rpartition(' ')[0] or start[: MOST_SUMMARY - 1]}…"


def _thin_marks(text: str) -> str:
    """Leave no more than four accents in a row."""
    kept, row = [], 0
    for sign in text:
        row = row + 1 if unicodedata.combining(sign) else 0
        if row <= 4:
            kept.append(sign)
    return "".join(kept)
