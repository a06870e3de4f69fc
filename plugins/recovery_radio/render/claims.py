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

from recovery_radio.model.page import MARK, Mark
from recovery_radio.model.words import Words
from recovery_radio.render.hours_in_words import and_then
from recovery_radio.render.words import nation

Marks = Mapping[str, Mark]
NO_MARKS: Marks = MappingProxyType({})


class Marked(Protocol):
    """The text at hand."""

    marks: Marks
    """What to show for each of its claims."""


class Claims(InlineProcessor):
    """Shows where a claim was read and where it holds."""

    def __init__(self, text: Marked, md: Markdown, words: Words) -> None:
        super().__init__(MARK, md)
        self.text, self.words = text, words

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Make what is shown; an unknown mark stays as it is written."""
        mark = self.text.marks.get(m[1])
        if mark is None:
            return None, None, None
        shown = Element("span", {"class": "rr-claim"})
        names = [nation(code, self.words) for code in mark.nations]
        shown.text = f" ({and_then(names, self.words)})" if names else ""
        for number in mark.sources:
            link = SubElement(SubElement(shown, "sup"), "a", {"href": f"#source-{number}"})
            link.set("aria-label", self.words.say("Source %(number)s", number=number))
            link.text = str(number)
        return shown, m.start(0), m.end(0)
