"""A podcast feed, read for what it says.

Other people's feeds are mistyped, half escaped and of every age, so this asks little: RSS with
items. Namespaces are known by their usual addresses, in any case and with or without a slash at the
end. XML that is broken is read as far as that goes, and the report says so.

Sources: https://www.rssboard.org/rss-specification, https://podlove.org/simple-chapters/,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md, RFC 5005 (pages)
"""

from collections.abc import Iterator

from lxml import etree

from recovery_radio.migrate.show import Bite, Enclosure, Item, Person, Picture, Show, Words

_NAMESPACES = {
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://podlove.org/simple-chapters": "psc",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/dc/elements/1.1": "dc",
}

_OURS = "Recovery Radio"


class BadFeed(Exception):
    """It is no feed that can be read. Says why, in one sentence."""


class _Node:
    """An element whose children are asked for by names such as `itunes:season`."""

    def __init__(self, element: etree._Element) -> None:
        self.attributes = element.attrib
        self.children: dict[str, list[etree._Element]] = {}
        for child in element.iterchildren(tag=etree.Element):
            self.children.setdefault(_name(child), []).append(child)

    def all(self, name: str) -> Iterator["_Node"]:
        return map(_Node, self.children.get(name, ()))

    def text(self, *names: str) -> str:
        """Give the text of the first of these children that has one."""
        found = (_text(child) for name in names for child in self.children.get(name, ()))
        return next(filter(None, found), "")

    def get(self, name: str, attribute: str) -> str:
        """Give an attribute of the first child of a name."""
        return next((_attribute(node, attribute) for node in self.all(name)), "")


def parse_feed(data: bytes) -> Show:
    """Read a feed.

    Raises:
        BadFeed: It is not RSS, or not XML at all.
    """
    root, mended = _parse(data)
    name = etree.QName(root).localname
    if name == "feed":
        raise BadFeed("This is an Atom feed. Ask the old host for the address of its RSS feed.")
    channel = next((c for c in root.iterchildren(tag=etree.Element) if _name(c) == "channel"), None)
    if name != "rss" or channel is None:
        raise BadFeed("This is not a podcast feed. Its address often ends in `.xml` or `/rss`.")
    node = _Node(channel)
    return Show(
        title=node.text("title", "itunes:title"),
        summary=node.text("description", "itunes:summary", "itunes:subtitle"),
        items=tuple(_item(each) for each in node.all("item")),
        next_page=_next_page(node),
        moved_to=node.text("itunes:new-feed-url"),
        people=_people(node),
        licence=node.text("podcast:license"),
        picture=node.get("itunes:image", "href"),
        is_ours=node.text("generator") == _OURS,
        mended=mended,
    )


def _parse(data: bytes) -> tuple[etree._Element, str]:
    # No entities from elsewhere, no network, and libxml2's own limits on size and depth.
    for recover in (False, True):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=recover)
        try:
            root = etree.fromstring(data.lstrip(), parser)
        except etree.XMLSyntaxError as error:
            fault = f"line {error.lineno}: {error.msg}"
            continue
        if root is not None:
            return root, fault if recover else ""
    raise BadFeed("This is not XML, so it is no podcast feed.")


def _name(element: etree._Element) -> str:
    name = etree.QName(element)
    space = (name.namespace or "").strip().rstrip("/").lower()
    prefix = _NAMESPACES.get(space, space)
    return f"{prefix}:{name.localname}" if prefix else name.localname


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()


def _attribute(node: _Node, name: str) -> str:
    return str(node.attributes.get(name, "")).strip()


def _item(node: _Node) -> Item:
    enclosures = [_enclosure(each) for each in node.all("enclosure")]
    return Item(
        # Apple's own title leaves out what others put before it, so the common one comes first.
        title=node.text("title", "itunes:title"),
        guid=node.text("guid"),
        date=node.text("pubDate", "dc:date", "atom:published"),
        description=node.text("description", "itunes:summary", "itunes:subtitle"),
        notes=node.text("content:encoded"),
        enclosure=enclosures[0] if enclosures else None,
        more_enclosures=max(0, len(enclosures) - 1),
        alternates=tuple(_alternates(node)),
        duration=node.text("itunes:duration"),
        season=node.text("itunes:season", "podcast:season"),
        number=node.text("itunes:episode", "podcast:episode"),
        kind=node.text("itunes:episodeType").lower(),
        people=_people(node),
        chapters=tuple(_chapters(node)),
        chapters_url=node.get("podcast:chapters", "url"),
        transcripts=tuple(
            Words(_attribute(t, "url"), _attribute(t, "type").lower())
            for t in node.all("podcast:transcript")
        ),
        picture=_picture(node),
        bites=tuple(_bites(node)),
        licence=node.text("podcast:license"),
        ai_content=_ai_content(node),
    )


def _enclosure(node: _Node) -> Enclosure:
    return Enclosure(*(_attribute(node, name) for name in ("url", "length", "type")))


def _alternates(item: _Node) -> Iterator[Enclosure]:
    for node in item.all("podcast:alternateEnclosure"):
        for source in node.all("podcast:source"):
            yield Enclosure(
                _attribute(source, "uri"), _attribute(node, "length"), _attribute(node, "type")
            )


def _people(node: _Node) -> tuple[Person, ...]:
    return tuple(
        Person(_text(element), str(element.get("role", "host")).strip().lower())
        for element in node.children.get("podcast:person", ())
    )


def _chapters(item: _Node) -> Iterator[tuple[str, str]]:
    for chapters in item.all("psc:chapters"):
        for chapter in chapters.all("psc:chapter"):
            yield _attribute(chapter, "start"), _attribute(chapter, "title")


def _picture(item: _Node) -> Picture | None:
    for node in item.all("podcast:image"):
        if address := _attribute(node, "href"):
            return Picture(address, _attribute(node, "alt"))
    address = item.get("itunes:image", "href")
    return Picture(address) if address else None


def _bites(item: _Node) -> Iterator[Bite]:
    for element in item.children.get("podcast:soundbite", ()):
        yield Bite(element.get("startTime", ""), element.get("duration", ""), _text(element))


def _ai_content(item: _Node) -> str:
    for element in item.children.get("podcast:txt", ()):
        if element.get("purpose") == "ai-content":
            return _text(element).lower()
    return ""


def _next_page(channel: _Node) -> str:
    links = {_attribute(n, "rel"): _attribute(n, "href") for n in channel.all("atom:link")}
    return links.get("next") or links.get("prev-archive") or ""
