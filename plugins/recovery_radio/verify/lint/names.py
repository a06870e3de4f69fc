"""Names of elements as people know them, such as `itunes:image`, whatever prefix a feed uses.

A mistyped address of a namespace counts as the right one here: it is reported once, and the
rest of the feed is still checked.
"""

import re

from lxml import etree

from recovery_radio.verify.lint.words import NAMESPACES

_EXACT = {uri: prefix for prefix, uris in NAMESPACES.items() for uri in uris}


def _plain(uri: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", uri.strip().casefold()).rstrip("/#")


_PLAIN = {_plain(uri): prefix for uri, prefix in _EXACT.items()}


def prefix_of(uri: str) -> str:
    """Give the usual prefix of a namespace, well typed or not; empty if it is unknown."""
    return _EXACT.get(uri) or _PLAIN.get(_plain(uri), "")


def is_mistyped(uri: str) -> bool:
    """Tell whether an address is nearly that of a known namespace, but not it."""
    return uri not in _EXACT and bool(prefix_of(uri))


class Names:
    """Remembers the name of every tag that it has seen."""

    def __init__(self) -> None:
        self._names: dict[object, str] = {}
        self._grouped: etree._Element | None = None
        self._groups: dict[str, list[etree._Element]] = {}

    def of(self, element: etree._Element) -> str:
        """Give the name of an element; empty in a namespace that is unknown."""
        tag = element.tag
        if tag not in self._names:
            self._names[tag] = _name(tag)
        return self._names[tag]

    def children(self, element: etree._Element, name: str) -> list[etree._Element]:
        """Give the children of that name."""
        # An episode is asked for twenty names in a row, and a feed may have 10,000 episodes.
        if element is not self._grouped:
            self._grouped, self._groups = element, {}
            for child in element:
                self._groups.setdefault(self.of(child), []).append(child)
        return self._groups.get(name, [])


def _name(tag: object) -> str:
    if not isinstance(tag, str):
        return ""  # a comment or an instruction
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    prefix = prefix_of(uri)
    return f"{prefix}:{local}" if prefix else ""
