"""The feeds and the sitemap, as podcast apps and search engines will read them.

Feeds are held to the errors of the linter, which looks at the files behind their addresses too.
Its warnings and advice are for `radio lint-feed`: a site that works is published.

Source: https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, resolve
from recovery_radio.verify.fault import Fault, shorten
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import link_fault
from recovery_radio.verify.lint.feed import lint_feed
from recovery_radio.verify.lint.finding import Level
from recovery_radio.verify.xml_file import Broken, instructions, line_of, local_name, parse_xml

_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
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
        raw = folder.read(path)
        root = parse_xml(raw)
        if isinstance(root, Broken):
            problems.append(_unreadable(root.why).at(path, root.line))
            continue
        if local_name(root) == "rss":
            problems += _lint(folder, path, raw)
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
        yield from _address_faults(folder, path, root)
    elif local_name(root) in ("urlset", "sitemapindex"):
        yield from _location_faults(folder, path, root)


def _lint(folder: Folder, path: str, raw: bytes) -> list[Problem]:
    def behind(address: str) -> Path | None:
        target = resolve(address, path, folder.url)
        found = folder.find(target.path) if target.reach is Reach.OWN else None
        return folder.root / found if found else None

    own = folder.url + path if folder.url else ""
    return [
        Problem(path, finding.line, finding.what, finding.repair, finding.code)
        for finding in lint_feed(raw, address=own, behind=behind)
        if finding.level is Level.ERROR
    ]


def _address_faults(folder: Folder, path: str, root: etree._Element) -> _Found:
    for element in root.iter("*"):
        text = (element.text or "").strip() if element.tag == "link" else ""
        for address in (element.get("url"), element.get("uri"), element.get("href"), text):
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
