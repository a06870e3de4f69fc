"""The line on which each element starts.

libxml2 remembers lines up to 65,535 only, and of a tag over several lines the last. A feed of
10,000 items is longer. In a document that is well-formed and has no DTD the start tags can be
counted in its text, in the order of the tree.
"""

import re

from lxml import etree

_MARKUP = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?=[^/!?])", re.DOTALL)


def lines_of(root: etree._Element, text: str) -> dict[etree._Element, int]:
    """Find the line of every element.

    Args:
        root: The document.
        text: What it was parsed from.

    Returns:
        Lines from 1 by element.
    """
    lines: dict[etree._Element, int] = {}
    line, last = 1, 0
    starts = (m.start() for m in _MARKUP.finditer(text) if m.end() - m.start() == 1)
    for element, start in zip(root.iter("*"), starts, strict=True):
        line += text.count("\n", last, start)
        last = start
        lines[element] = line
    return lines
