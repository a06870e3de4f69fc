"""XML files (feed, sitemap, pictures) read without trusting them.

No document type: it is where entities, and with them bombs and other people's files, come in.
"""

from lxml import etree

from recovery_radio.model.problem import Problem

_REPAIR = "Build the site again; if it stays, report it as a fault of the program."


def parse_xml(raw: bytes, path: str, code: str) -> etree._Element | Problem:
    """Parse an XML file.

    Args:
        raw: The file.
        path: Its name, for the problem.
        code: What a problem is called: `feed-broken`, `bad-svg` …

    Returns:
        The root element, or the first thing that stands in the way.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(path, line, "is not UTF-8 text.", _REPAIR, code)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        at = text.find("<!DOCTYPE" if "<!DOCTYPE" in text else "<!ENTITY")
        line = text.count("\n", 0, at) + 1
        return Problem(path, line, "has a document type.", "Take the <!DOCTYPE> out.", code)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        what = f"is no well-formed XML: {' '.join((error.msg or '').split())}."
        return Problem(path, error.lineno or 1, what, _REPAIR, code)


def line_of(node: etree._Element) -> int:
    """Give the line on which an element starts."""
    return int(getattr(node, "sourceline", None) or 1)


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
