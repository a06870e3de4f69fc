"""What every page must have, so that it can be read, named, spoken aloud and left at once.

Sources: https://www.w3.org/TR/WCAG22/#page-titled, https://www.w3.org/TR/WCAG22/#language-of-page,
https://html.spec.whatwg.org/multipage/semantics.html#charset (within the first 1,024 bytes)
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from recovery_radio.verify.fault import Fault

_TEMPLATE = "Add it to the template that wrote the page."
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CHARSET = re.compile(rb"<meta\s+charset\s*=\s*[\"']?utf-8[\"'\s/>]", re.IGNORECASE)


def missing_parts(tree: LexborHTMLParser, raw: bytes, main_headings: int) -> Iterator[Fault]:
    """Say what a page lacks.

    Args:
        tree: The page, parsed.
        raw: The page as it is in the file.
        main_headings: How many `<h1>` it has.
    """
    titles = tree.head.css("title") if tree.head else []
    if len(titles) != 1 or not titles[0].text(strip=True):
        yield Fault("has no title, or more than one.", _TEMPLATE, "missing-title")
    root = tree.css_first("html")
    if not _LANGUAGE.fullmatch((root and root.attributes.get("lang")) or ""):
        yield Fault(
            "does not say its language.",
            'Write `lang="en-GB"` on its <html> element.',
            "missing-lang",
        )
    yield from _missing_metas(tree, raw)
    if not tree.css_first("a[data-rr-exit][href]"):
        yield Fault(
            "has no Exit link (`data-rr-exit`), so a reader cannot leave it at once.",
            _TEMPLATE,
            "missing-exit",
        )
    if main_headings != 1:
        yield Fault(
            f"has {main_headings} main headings (<h1>), where a page has one.",
            "Leave one, and make the others <h2>.",
            "main-heading",
        )


def _missing_metas(tree: LexborHTMLParser, raw: bytes) -> Iterator[Fault]:
    if not (tree.head and tree.head.css_first('meta[name="viewport"][content*="width"]')):
        yield Fault(
            "has no viewport, so phones show it too small to read.", _TEMPLATE, "missing-viewport"
        )
    declared = tree.head and tree.head.css_first("meta[charset]")
    if not declared or not _CHARSET.search(raw, 0, 1024):
        yield Fault(
            "does not say at its start that it is UTF-8.",
            'Write `<meta charset="utf-8">` as the first line of its <head>.',
            "missing-charset",
        )
