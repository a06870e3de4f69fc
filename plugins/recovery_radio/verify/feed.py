"""The feed and the sitemap, as podcast apps and search engines will read them.

Only what breaks an app or a subscription: a feed linter is another thing. What the feed says
of a recording is held against the file in the folder.

Sources: https://www.rssboard.org/rss-specification, https://www.sitemaps.org/protocol.html,
https://podcasters.apple.com/support/823-podcast-requirements
"""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, resolve
from recovery_radio.verify.fault import Fault, shorten
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import link_fault
from recovery_radio.verify.xml_file import Broken, instructions, line_of, local_name, parse_xml

_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
_TYPES = {
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/mp4", "audio/x-m4a"),
    "ogg": ("audio/ogg",),
    "opus": ("audio/ogg", "audio/opus"),
}
_REPAIR = "Correct the episode it was made from, and build again."
_LIVE = Fault(
    "has a script or a processing instruction, which browsers follow.",
    "Take it out of what was put into the feed.",
    "unsafe-element",
)


def find_url(folder: Folder) -> str:
    """Take the site's address from what `feed.xml` says of itself; empty if it does not."""
    if "feed.xml" not in folder.files:
        return ""
    root = parse_xml(folder.read("feed.xml"))
    if isinstance(root, Broken):
        return ""
    for link in root.iterfind(f"channel/{_ATOM_LINK}"):
        address = link.get("href", "")
        if link.get("rel") == "self" and address.endswith("/feed.xml"):
            return address.removesuffix("feed.xml")
    return ""


def check_xml_files(folder: Folder) -> list[Problem]:
    """Check every XML file: feeds, sitemaps, and that others are well-formed and tame."""
    problems: list[Problem] = []
    for path in folder.ending_in(".xml"):
        root = parse_xml(folder.read(path))
        if isinstance(root, Broken):
            problems.append(_unreadable(root.why).at(path, root.line))
            continue
        for element, fault in _faults(folder, path, root):
            problems.append(fault.at(path, line_of(element)))
    return problems


def _unreadable(why: str) -> Fault:
    return Fault(
        f"cannot be read by any app: {why}.",
        "Build again; if it stays, report it as a fault of the program.",
        "feed-broken",
    )


_Found = Iterator[tuple[etree._Element, Fault]]


def _faults(folder: Folder, path: str, root: etree._Element) -> _Found:
    # Somebody may open the file by itself, and then a browser follows what is live in it.
    yield from ((node, _LIVE) for node in (*instructions(root), *root.iter("{*}script")))
    if local_name(root) == "rss":
        yield from _channel_faults(root)
        guids: set[str] = set()
        for item in root.iterfind("channel/item"):
            yield from ((item, fault) for fault in _item_faults(item, guids))
            for enclosure in item.iterfind("enclosure"):
                faults = _enclosure_faults(folder, path, enclosure)
                yield from ((enclosure, fault) for fault in faults)
        yield from _address_faults(folder, path, root)
    elif local_name(root) in ("urlset", "sitemapindex"):
        yield from _location_faults(folder, path, root)


def _channel_faults(root: etree._Element) -> _Found:
    channel = root.find("channel")
    if channel is None or root.get("version") != "2.0":
        yield root, Fault("is no RSS 2.0 feed with a channel.", _REPAIR, "feed-channel")
        return
    for name in ("title", "link", "description"):
        if not _text(channel, name):
            what = f"has a channel without a <{name}>."
            yield channel, Fault(what, "Set it in mkdocs.yml, and build again.", "feed-channel")


def _item_faults(item: etree._Element, guids: set[str]) -> Iterator[Fault]:
    title, guid = _text(item, "title"), _text(item, "guid")
    name = f"`{shorten(title or guid)}`" if title or guid else "without a title"
    if not title:
        yield Fault("has an episode without a <title>.", _REPAIR, "feed-item")
    if not guid:
        yield Fault(f"has an episode {name} without a <guid>.", _REPAIR, "feed-item")
    elif guid in guids:
        what = f"has an episode {name} whose guid `{shorten(guid)}` is another episode's."
        yield Fault(what, "Give the newer one a guid of its own.", "feed-item")
    guids.add(guid)
    if len(item.findall("enclosure")) != 1:
        what = f"has an episode {name} that does not have one recording."
        yield Fault(what, _REPAIR, "feed-item")
    try:
        dated = parsedate_to_datetime(_text(item, "pubDate")).tzinfo is not None
    except ValueError:
        dated = False
    if not dated:
        what = f"has an episode {name} without a date and time that apps can read."
        yield Fault(what, "Write it like `Wed, 12 Mar 2025 18:00:00 +0000`.", "feed-item")


def _enclosure_faults(folder: Folder, path: str, enclosure: etree._Element) -> Iterator[Fault]:
    address, length = enclosure.get("url", ""), enclosure.get("length", "")
    if not address.startswith("https://"):
        what = f"has a recording whose address is `{shorten(address)}`."
        yield Fault(what, "Write the full address, from `https://` on.", "feed-item")
    if not (length.isascii() and length.isdigit() and int(length) > 0):
        what = f"says that a recording is `{shorten(length)}` bytes long."
        yield Fault(what, "Build again; the size is read from the file.", "feed-item")
        return
    ending = address.partition("?")[0].rpartition(".")[2].lower()
    if ending in _TYPES and enclosure.get("type") not in _TYPES[ending]:
        kind = shorten(enclosure.get("type", ""))
        what = f"says that `{shorten(address)}` is of the type `{kind}`."
        yield Fault(what, f"Write `{_TYPES[ending][0]}`.", "feed-item")
    target = resolve(address, path, folder.url)
    found = folder.find(target.path) if target.reach is Reach.OWN else None
    if found and (size := (folder.root / found).stat().st_size) != int(length):
        what = f"says that `{shorten(found)}` is {length} bytes long, and it is {size}."
        yield Fault(what, "Build again; the size is read from the file.", "feed-item")


def _address_faults(folder: Folder, path: str, root: etree._Element) -> _Found:
    for element in root.iter("*"):
        text = (element.text or "").strip() if element.tag == "link" else ""
        for address in (element.get("url"), element.get("href"), text):
            target = resolve(address, path, folder.url) if address else None
            if address and target and (fault := link_fault(folder, address, target)):
                yield element, fault


def _location_faults(folder: Folder, path: str, root: etree._Element) -> _Found:
    for location in root.iterfind("{*}*/{*}loc"):
        address = (location.text or "").strip()
        target = resolve(address, path, folder.url)
        ours = target.reach is Reach.OWN and "://" in address and folder.find(target.path)
        if folder.url and not ours:
            what = f"lists `{shorten(address)}`, which is no page of this site."
            yield location, Fault(what, "Build again with the right `site_url`.", "dead-link")


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
