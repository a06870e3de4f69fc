"""Words in pictures: the typeface, what it can write, and titles as large as they fit.

Cabin comes with the package, since Pillow's own typeface knows plain English only. Cabin has
the letters of every European language in Latin script, Welsh, Polish and Turkish among them, and
of Vietnamese. What it cannot write would come out as boxes, so it is asked first.

Source: https://pillow.readthedocs.io/en/stable/reference/ImageFont.html
"""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

TYPEFACE = Path(__file__).parent / "typeface" / "Cabin-Bold.ttf"
"""Cabin Bold, under the SIL Open Font License (beside it)."""
LINE_HEIGHT = 1.08
_STEP_PX = 4
_NO_LETTER = "\U0010ffff"


class Space(NamedTuple):
    """Room for a title, in pixels."""

    width: int
    height: int
    largest: int
    """Size of the letters, at most."""
    smallest: int


@lru_cache(maxsize=128)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Open the typeface."""
    return ImageFont.truetype(TYPEFACE, size)


def can_write(text: str) -> bool:
    """Tell whether the typeface has every letter of a text."""
    face = font(40)
    box = bytes(face.getmask(_NO_LETTER))
    letters = set(unicodedata.normalize("NFC", text))
    return all(letter.isspace() or bytes(face.getmask(letter)) != box for letter in letters)


def fit(text: str, space: Space) -> tuple[int, list[str]]:
    """Choose the largest size at which a text fits.

    Returns:
        The size in pixels and the lines. A word that is longer than a line is cut.
    """
    lines: list[str] = []
    words = unicodedata.normalize("NFC", text).split()
    for size in range(space.largest, space.smallest - 1, -_STEP_PX):
        lines = _wrap(words, font(size), space.width)
        whole = set(words) <= set(" ".join(lines).split())
        if whole and len(lines) * size * LINE_HEIGHT <= space.height:
            return size, lines
    return space.smallest, lines


def _wrap(words: list[str], face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if face.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines
