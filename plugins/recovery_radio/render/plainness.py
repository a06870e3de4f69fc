"""How plainly a page is written: the length of its sentences, and a reading grade.

The grade is Flesch and Kincaid's: years of school after which a text reads easily. It counts
letters and not sense, so it points to pages to look at and forbids none. Syllables are counted by
their vowels, which is right for nine words of ten and near enough for a page.

Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas (1975)
"""

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import NamedTuple

from recovery_radio.model.page import Page

LONG = 20
"""Words of an average sentence beyond which a page is too hard."""
_DROPPED = re.compile(
    r"```(?:.|\n)*?(?:```|\Z)|^ *\|.*$|^ *!!! +\w+.*$|\[\^[^\]\s]+\]|!\[[^\]]*\]\([^)]*\)",
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# A heading and an item are sentences of their own, and so is what follows an empty line.
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|[0-9]+[.)]|\#{1,6})\s)")
_MARKS = re.compile(r"^\s*(?:[-*+>]|[0-9]+[.)]|\#{1,6})\s+|[*_`]", re.MULTILINE)
_END = re.compile(r"[.!?]+[\"”’)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[0-9][0-9.,:]*")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûü]+")
_SILENT = re.compile(r"(?:[^laeiouy]|[aeiouy]l)e\Z|[^aeioudtyl]ed\Z|[^aeioucgsxzyl]es\Z")


class Sentence(NamedTuple):
    """A sentence of a page."""

    line: int
    """Line of the file on which its paragraph begins."""
    text: str
    words: int


class Plainness(NamedTuple):
    """Figures of a page."""

    page: Page
    words: int
    average: float
    """Words of a sentence."""
    grade: float
    longest: Sentence


def plainness_of(page: Page) -> Plainness | None:
    """Measure a page; nothing if it has no words."""
    texts = [(page.text, page.text_line)]
    if page.module:
        texts += [(words.text, page.line_of(words)) for words in page.module.texts()]
    sentences = [s for text in texts for s in sentences_of(*text) if s.words]
    if not sentences:
        return None
    found = [word for sentence in sentences for word in _WORD.findall(sentence.text)]
    average = len(found) / len(sentences)
    syllables = sum(map(count_syllables, found)) / len(found)
    grade = 0.39 * average + 11.8 * syllables - 15.59
    return Plainness(page, len(found), average, grade, max(sentences, key=lambda s: s.words))


def sentences_of(text: str, first_line: int) -> Iterator[Sentence]:
    """Give the sentences of a text in Markdown, without code and tables."""
    text = _DROPPED.sub(lambda part: "\n" * part[0].count("\n"), text)
    start = 0
    for edge in (*_BREAK.finditer(text), None):
        block = text[start : edge.start() if edge else len(text)]
        line = first_line + text.count("\n", 0, start + len(block) - len(block.lstrip()))
        plain = " ".join(_MARKS.sub("", _LINK.sub(r"\1", block)).split())
        for sentence in _END.split(plain):
            yield Sentence(line, sentence, len(_WORD.findall(sentence)))
        start = edge.end() if edge else len(text)


def count_syllables(word: str) -> int:
    """Count the syllables of an English word, nearly."""
    small = word.lower()
    count = len(_VOWELS.findall(small)) - bool(_SILENT.search(small))
    return max(count, 1)


def write_work_list(pages: Iterable[Page]) -> Iterator[str]:
    """Write a line for each page, the hardest first, and the longest sentence of the hard ones."""
    found = [measured for page in pages if (measured := plainness_of(page))]
    yield "words a sentence | grade | words | page"
    for one in sorted(found, key=lambda one: (-one.average, one.page.path)):
        yield f"{one.average:16.1f} | {one.grade:5.1f} | {one.words:5} | {one.page.origin.path}"
        if one.average > LONG:
            text = shorten(one.longest.text, 60, placeholder=" …")
            place = f"{one.page.origin.path}:{one.longest.line}"
            yield f"  {place}: {one.longest.words} words: {text}"
