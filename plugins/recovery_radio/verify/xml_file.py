"""XML files (feed, sitemap, drawings) read without trusting them.

No document type: it is where entities, and with them bombs and other people's files, come in.

Source: https://docs.python.org/3/library/xml.html#xml-vulnerabilities
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree


class Broken(NamedTuple):
    """Why a file could not be read as XML."""

    line: int
    why: str
    """Half a sentence, such as `it is not UTF-8 text`."""


# Only what may stand before the root element; behind it the word is somebody's text.
_PROLOGUE = re.compile(r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*+(?=<!DOCTYPE)", re.DOTALL)


def doctype_at(text: str) -> int | None:
    """Find where the document type of an XML file begins; nothing if it has none."""
    found = _PROLOGUE.match(text)
    return found.end() if found else None


def parse_xml(raw: bytes) -> etree._Element | Broken:
    """Parse an XML file: its root element, or the first thing that stands in the way."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return Broken(raw.count(b"\n", 0, error.start) + 1, "it is not UTF-8 text")
    doctype = doctype_at(text)
    if doctype is not None:
        line = text.count("\n", 0, doctype) + 1
        return Broken(line, "it has a <!DOCTYPE>, which may hide anything")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        return Broken(error.lineno or 1, " ".join((error.msg or "").split()))


def instructions(root: etree._Element) -> Iterator[etree._Element]:
    """Find the processing instructions of a document, which may load style sheets or scripts."""
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction):
            yield node


def line_of(node: etree._Element) -> int:
    """Give the line on which an element starts."""
    return int(getattr(node, "sourceline", None) or 1)


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
