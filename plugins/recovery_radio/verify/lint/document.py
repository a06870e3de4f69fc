"""The file as a whole: text, XML, namespaces and size, before anything is known of a podcast.

Sources: https://www.w3.org/TR/xml/, https://www.w3.org/TR/xml-names/,
https://validator.w3.org/feed/docs/
"""

import re
from typing import NamedTuple

from lxml import etree

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.finding import RULES, Finding, Report
from recovery_radio.verify.lint.names import Names, is_mistyped, prefix_of
from recovery_radio.verify.lint.words import NAMESPACES
from recovery_radio.verify.xml_file import Broken, doctype_at, parse_xml

_BIG, _TOO_BIG = 300_000, 5_000_000
_DECLARATION = re.compile(r"\ufeff?<\?xml\s[^>]*?(?:encoding\s*=\s*[\"']([^\"']*)[\"'][^>]*)?\?>")


class Document(NamedTuple):
    """A feed that could be parsed."""

    root: etree._Element
    text: str


def read_document(raw: bytes) -> Document | Finding:
    """Parse a feed, or say the one thing that keeps everybody from reading it."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _stopped("feed-not-utf8", line, "The feed is not UTF-8 text.")
    doctype = doctype_at(text)
    if doctype is not None:
        line = text.count("\n", 0, doctype) + 1
        return _stopped("feed-doctype", line, "The feed has a <!DOCTYPE>.")
    root = parse_xml(raw)
    if isinstance(root, Broken):
        return _stopped("feed-not-xml", root.line, f"The feed cannot be read: {root.why}.")
    return Document(root, text)


def check_document(document: Document, size: int, report: Report) -> None:
    """Check how the file begins, its size (in bytes) and the addresses of its namespaces."""
    root, text = document
    found = _DECLARATION.match(text)
    declared = (found[1] or "utf-8").lower() if found else ""
    if not found:
        report.add("feed-declaration", root, "The feed does not begin with an XML declaration.")
    elif declared not in ("utf-8", "utf8"):
        what = f"The feed says that it is `{shorten(declared)}`, and it is UTF-8."
        report.add("feed-declaration", root, what)
    if size > _TOO_BIG:
        report.add("feed-too-big", root, f"The feed has {size:,} bytes.")
    elif size > _BIG:
        report.add("feed-big", root, f"The feed has {size:,} bytes.")
    _check_namespaces(root, report)


def channel_of(root: etree._Element, names: Names, report: Report) -> etree._Element | None:
    """Find the channel of a feed; nothing if the file is something else."""
    channels = names.children(root, "channel") if names.of(root) == "rss" else []
    if not channels:
        report.add("feed-not-rss", root, "The file is no RSS feed with a channel.")
        return None
    if root.get("version", "2.0") != "2.0":
        what = f"The feed says that it is RSS {shorten(root.get('version', ''))}."
        report.add("feed-not-rss", root, what)
    for extra in channels[1:]:
        report.add("feed-not-rss", extra, "The feed has more than one channel.")
    return channels[0]


def _check_namespaces(root: etree._Element, report: Report) -> None:
    places: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        tag = str(element.tag)
        if tag.startswith("{"):
            places.setdefault(tag[1:].partition("}")[0], element)
    prefixes = {uri: prefix or "" for prefix, uri in root.nsmap.items()}
    for uri in prefixes.keys() | places.keys():
        prefix = prefix_of(uri) if is_mistyped(uri) else ""
        # The prefix is free to choose, but nobody calls another namespace by such a name.
        if not prefix and not prefix_of(uri) and prefixes.get(uri) in NAMESPACES:
            prefix = prefixes[uri]
        if prefix:
            element = root if uri in prefixes else places[uri]
            what = f"The address of the namespace `{prefix}` is written `{shorten(uri)}`."
            repair = f'Write `xmlns:{prefix}="{NAMESPACES[prefix][0]}"`.'
            report.add("feed-namespace", element, what, repair)


def _stopped(code: str, line: int, what: str) -> Finding:
    rule = RULES[code]
    return Finding(line, what, rule.repair, code, rule.level, rule.source)
