"""Tags that feedgen lacks or refuses, as one small extension of it.

feedgen 1.0 knows no `podcast:` namespace, writes `itunes:explicit` only as yes, no and clean
(directories want true or false), and drops a cover whose address does not end as it expects.

Sources: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md,
https://podcasters.apple.com/support/823-podcast-requirements
"""

from collections.abc import Iterable, Mapping
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
_NAMESPACES = {"itunes": ITUNES, "podcast": PODCAST, "content": CONTENT}


class _Tags:
    """Elements to add, in their order."""

    def __init__(self) -> None:
        self._elements: list[etree._Element] = []

    def add(
        self, namespace: str, name: str, text: str | None = None, attributes: Mapping[str, str] = {}
    ) -> None:
        """Add one element.

        Args:
            namespace: Address of its namespace.
            name: Its name.
            text: Its text.
            attributes: Its attributes.
        """
        element = etree.Element(f"{{{namespace}}}{name}", dict(attributes), nsmap=_NAMESPACES)
        element.text = text
        self._elements.append(element)

    def extend_ns(self) -> dict[str, str]:
        return _NAMESPACES


class ChannelTags(_Tags, BaseExtension):  # type: ignore[misc]
    """Elements of the channel."""

    def add_nested(self, outer: str, inner: Iterable[tuple[str, str]]) -> None:
        """Add an element of the iTunes namespace that holds others with text."""
        self.add(ITUNES, outer)
        for name, text in inner:
            etree.SubElement(self._elements[-1], f"{{{ITUNES}}}{name}").text = text

    def add_category(self, name: str, inner: str | None) -> None:
        """Add a category of Apple's list, with the one inside it if there is one."""
        self.add(ITUNES, "category", attributes={"text": name})
        if inner:
            etree.SubElement(self._elements[-1], f"{{{ITUNES}}}category", {"text": inner})

    def extend_rss(self, feed: Any) -> Any:  # noqa: D102
        feed[0].extend(self._elements)
        return feed


class ItemTags(_Tags, BaseEntryExtension):  # type: ignore[misc]
    """Elements of one item."""

    def extend_rss(self, entry: Any) -> Any:  # noqa: D102
        entry.extend(self._elements)
        return entry
