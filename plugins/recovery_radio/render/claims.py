"""The mark of a claim in a text: `[^second-dose]` becomes the numbers of its sources.

Where a claim does not hold in all of the UK, the nations stand beside it in words.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from recovery_radio.model.page import Mark
from recovery_radio.render.words import NATIONS

Marks = Mapping[str, Mark]
NO_MARKS: Marks = MappingProxyType({})
_MARK = r" ?\[\^([a-z0-9-]+)\]"


class Marked(Protocol):
    """The text at hand."""

    marks: Marks
    """What to show for each of its claims."""


class Claims(InlineProcessor):
    """Shows where a claim was read and where it holds."""

    def __init__(self, text: Marked, md: Markdown) -> None:
        super().__init__(_MARK, md)
        self.text = text

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Make what is shown; an unknown mark stays as it is written."""
        mark = self.text.marks.get(m[1])
        if mark is None:
            return None, None, None
        shown = Element("span", {"class": "rr-claim"})
        shown.text = f" ({_in_words(mark.nations)})" if mark.nations else ""
        for number in mark.sources:
            link = SubElement(SubElement(shown, "sup"), "a", {"href": f"#source-{number}"})
            link.set("aria-label", f"Source {number}")
            link.text = str(number)
        return shown, m.start(0), m.end(0)


def _in_words(nations: tuple[str, ...]) -> str:
    *names, last = [NATIONS[code] for code in nations]
    return f"{', '.join(names)} and {last}" if names else last
