"""Show notes: HTML that apps drop.

Sources: https://help.apple.com/itc/podcasts_connect/#/itcb54353390, https://transistor.fm/rendering
"""

import re

from lxml import etree

from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.names import Names

_SHOWN = frozenset({"p", "ol", "ul", "li", "a", "br"})
_NOTES = frozenset({"description", "itunes:summary", "content:encoded"})
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")


def check_notes(root: etree._Element, names: Names, report: Report) -> None:
    """Find the show notes that use more HTML than apps show."""
    for element in root.iter("*"):
        name = names.of(element)
        if name in _NOTES and element.text and "<" in element.text:
            dropped = sorted({tag.lower() for tag in _TAG.findall(element.text)} - _SHOWN)
            if dropped:
                listed = ", ".join(f"`{tag}`" for tag in dropped)
                report.add("feed-notes-tags", element, f"Apps do not show {listed} in <{name}>.")
