"""How much of a side of A4 a desk aid takes.

Counted in characters, since there is no browser here. The figures are those of the smallest letters
of `desk-aid.css` in Chromium with a wide typeface (DejaVu Sans), so that other typefaces leave room;
a browser test prints aids that just fit. Both the check and the page ask: an aid with room to spare
gets larger letters.
"""

import re
from math import ceil

from recovery_radio.model.module import Box, DeskAid
from recovery_radio.model.page import MARK, Page

# Pixels of 1/96 inch.
SIDE = 1046
"""Height of a sheet between its margins."""
_HEAD, _TITLE, _HEADING, _LINE, _FOOT_LINE = 28, 33, 21, 19.1, 15
_AROUND_BOX, _BETWEEN_LINES, _AROUND_FOOT = 32, 3.1, 24
# Characters that fit side by side.
_WIDE_TITLE, _WIDE_HEADING, _WIDE_LINE, _WIDE_FOOT = 40, 26, 38, 100
# How much larger than the smallest letters.
_SIZES = {"large": 14 / 11, "medium": 12.5 / 11, "small": 1}
_MARK = re.compile(MARK)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def size_of(page: Page) -> str:
    """Choose the letters of a module's desk aid: the largest with which it fits."""
    return next((size for size in _SIZES if height_of(page, size) <= SIDE), "small")


def height_of(page: Page, size: str = "small") -> float:
    """Say how tall the desk aid of a module is on paper, in pixels; `SIDE` is the most.

    Args:
        page: The page of the module.
        size: Of its letters: `large`, `medium` or `small`.
    """
    if not page.module:
        return 0
    aid = page.module.desk_aid
    boxes = [_box(box, page, _SIZES[size]) for box in aid.boxes]
    # Boxes stay whole and in order, so one of them begins the second column.
    column = min(max(sum(boxes[:n]), sum(boxes[n:])) for n in range(len(boxes) + 1))
    return _HEAD + _TITLE * _rows(aid.title, _WIDE_TITLE) + column + _foot(page, aid)


def _box(box: Box, page: Page, scale: float) -> float:
    heading = _HEADING * _rows(box.heading, _WIDE_HEADING / scale)
    rows = (_rows(_printed(line, page), _WIDE_LINE / scale) for line in box.lines)
    return _AROUND_BOX + scale * (heading + _LINE * sum(rows)) + _BETWEEN_LINES * len(box.lines)


def _foot(page: Page, aid: DeskAid) -> float:
    lines = " ".join(line for box in aid.boxes for line in box.lines)
    marks = (page.marks[name] for name in _MARK.findall(lines) if name in page.marks)
    named = (page.sources[n - 1] for n in {n for mark in marks for n in mark.sources})
    # Each with its number, year and signs.
    sources = "".join(f"{s.title}{s.publisher}{'-' * 14}" for s in named)
    # Below them stand two sentences and two days, some 160 characters, and the address.
    below = _rows(f"{page.url}{'-' * 160}", _WIDE_FOOT)
    return _AROUND_FOOT + _FOOT_LINE * (_rows(sources, _WIDE_FOOT) + below)


def _printed(line: str, page: Page) -> str:
    """Give a line as it is printed: a mark becomes numbers, perhaps with nations in words."""

    def shown(mark: re.Match[str]) -> str:
        known = page.marks.get(mark[1])
        return "1" * len(known.sources) + "nation of the UK" * len(known.nations) if known else ""

    return _MARK.sub(shown, _LINK.sub(r"\1", line)).replace("*", "")


def _rows(text: str, wide: float) -> int:
    return ceil(len(text) / wide)
