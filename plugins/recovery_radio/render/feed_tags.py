"""Tags that feedgen lacks or refuses, as one small extension of it.

feedgen 1.0 knows no `podcast:` namespace, writes `itunes:explicit` only as yes, no and clean
(directories want true or false), and drops a cover whose address does not end as it expects.

feedgen makes the parts of every document anew. Ours holds items that were made once, and puts a
copy of each into the documents that it stands in: the feed, an archive page, the feed of a series.

Sources: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md,
https://podcasters.apple.com/support/823-podcast-requirements,
https://podlove.org/simple-chapters, https://www.rfc-editor.org/rfc/rfc5005
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, NamedTuple

from feedgen.ext.base import BaseExtension
from lxml import etree

_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
ATOM, CONTENT, HISTORY, ITUNES, PODCAST, CHAPTERS = (f"{{{uri}}}" for uri in _NAMESPACES.values())
"""What to put before a tag's name."""


class Tag(NamedTuple):
    """One element."""

    name: str
    """With its namespace before it, such as `ITUNES + "author"`."""
    text: str | None = None
    attributes: dict[str, str] = {}
    inner: "tuple[Tag, ...]" = ()
    """Elements inside it."""


class ChannelTags(BaseExtension):  # type: ignore[misc]
    """Elements of the channel, and its items."""

    def __init__(self) -> None:
        self._tags: list[Tag] = []
        self._items: list[etree._Element] = []

    def add(self, *tags: Tag) -> None:
        """Add elements after those that are there."""
        self._tags += tags

    def add_items(self, items: Iterable[etree._Element]) -> None:
        """Add items, which come after all other elements."""
        self._items += items

    def extend_ns(self) -> dict[str, str]:
        """Give the namespaces that a feed declares."""
        return _NAMESPACES

    def extend_rss(self, feed: Any) -> Any:
        """Put everything into the channel."""
        channel = feed[0]
        for tag in self._tags:
            _put(channel, tag)
        channel.extend(map(deepcopy, self._items))
        return feed


def make_item(entry: Any, tags: Iterable[Tag]) -> etree._Element:
    """Make an item from feedgen's entry and tags of ours, once for all documents."""
    # Below a root as feeds have it: namespaces are declared there, and not once for each element.
    root = etree.Element("rss", nsmap=_NAMESPACES)
    item: etree._Element = entry.rss_entry()
    root.append(item)
    for tag in tags:
        _put(item, tag)
    return item


def _put(parent: Any, tag: Tag) -> None:
    element = etree.SubElement(parent, tag.name, tag.attributes)
    if tag.text is not None:
        element.text = tag.text
    for inner in tag.inner:
        _put(element, inner)
