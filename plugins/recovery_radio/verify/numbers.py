"""Phone numbers of the finished site: none that somebody has not checked.

A wrong digit in a helpline sends a person in a crisis to a stranger. So every number in a page, a
transcript, a feed or a file for other programs has to be one that the station keeps in a register.
What is said in a recording, or drawn in a picture, is out of reach.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from recovery_radio.model.problem import Problem
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.phone_numbers import Number, digits_of, find_numbers

_PLAIN = (".vtt", ".srt", ".txt", ".csv", ".webmanifest")
_FOLDED = (".ics", ".vcf")
_JSON = (".json", ".geojson")
_MARKED_UP = (".xml", ".svg")
# Ends a line of what is read, so that neighbouring cells do not add up to a number.
_EDGE = "\x1e"
_BLOCKS = re.compile(
    rb"</?(?:address|article|aside|blockquote|br|button|caption|dd|details|div|dl|dt|figcaption"
    rb"|figure|footer|form|h[1-6]|header|hr|label|legend|li|main|nav|ol|option|p|pre|section"
    rb"|select|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)(?=[\s/>])",
    re.IGNORECASE,
)
_SPOKEN = ("alt", "aria-label", "content", "placeholder", "title", "value")
_TAG = re.compile(r"<!\[CDATA\[|\]\]>|<[^>]*>")
# Of SubRip: a cue is numbered, and 112 is one of them.
_CUE_NUMBER = re.compile(r"^\d+\r?\n(?=\d+:\d\d:)", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]")


def check_numbers(folder: Folder) -> Iterator[Problem]:
    """Name every number in a file that is no page, once for each file.

    Pages are not among them: `numbers_on_page` is asked where they are read anyway.
    """
    for path in sorted(folder.files) if folder.numbers is not None else ():
        if not path.startswith("pagefind/"):
            yield from _unknown(folder, path, _numbers_in(folder, path))


def numbers_on_page(folder: Folder, path: str, raw: bytes) -> Iterator[Problem]:
    """Name every number on a page that is in no register, each once."""
    if folder.numbers is not None:
        yield from _unknown(folder, path, _in_page(raw))


def numbers_in_text(
    folder: Folder, path: str, text: str, links: Iterable[str] = ()
) -> Iterator[Problem]:
    """Name every number of a text taken out of a file, and every one that its links ring."""
    if folder.numbers is not None:
        for problem in _unknown(folder, path, (*find_numbers(text), *_dialled(links))):
            yield problem._replace(line=1)  # Such a file has no lines.


def _numbers_in(folder: Folder, path: str) -> Iterator[Number]:
    if not path.endswith((*_JSON, *_PLAIN, *_FOLDED, *_MARKED_UP)):
        return iter(())
    text = folder.read(path).decode("utf-8", "replace")
    if path.endswith(_JSON):
        return _in_data(text)
    if path.endswith(".srt"):
        text = _CUE_NUMBER.sub("", text)
    elif path.endswith(_FOLDED):
        text = _FOLD.sub("", text)
    elif path.endswith(_MARKED_UP):
        # Notes in a feed are markup inside markup.
        text = _TAG.sub(_EDGE, html.unescape(_TAG.sub(_EDGE, text)))
    return find_numbers(text)


def _in_page(raw: bytes) -> Iterator[Number]:
    edged = _BLOCKS.sub(lambda tag: _EDGE.encode() + tag[0], raw)
    tree = LexborHTMLParser(edged)
    yield from _dialled(link.attributes["href"] or "" for link in tree.css("a[href]"))
    for data in tree.css('script[type="application/ld+json"]'):
        yield from _in_data(data.text())
    for name in _SPOKEN:
        for node in tree.css(f"[{name}]"):
            yield from find_numbers(node.attributes[name] or "")
    tree.strip_tags(["script", "style", "template"])
    if tree.root:
        yield from find_numbers(tree.root.text(deep=True, separator="", strip=False))


def _dialled(addresses: Iterable[str]) -> Iterator[Number]:
    for address in addresses:
        scheme, _, rest = address.partition(":")
        if scheme.strip().lower() in ("tel", "sms"):
            written = rest.partition("?")[0]
            yield Number(0, written, digits_of(written))


def _in_data(text: str) -> Iterator[Number]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        # What is broken is told of elsewhere; a number in it is read all the same.
        return find_numbers(text)
    return find_numbers(_EDGE.join(_strings(values)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _unknown(folder: Folder, path: str, numbers: Iterable[Number]) -> Iterator[Problem]:
    strange: dict[str, Number] = {}
    for number in numbers:
        if number.digits not in (folder.numbers or ()):
            strange.setdefault(number.digits, number)
    if not strange:
        return
    text = folder.read(path).decode("utf-8", "replace")
    for number in strange.values():
        written = " ".join(number.written.split())
        line = text.count("\n", 0, max(text.find(number.written), 0)) + 1
        what = f"prints the number '{written}', which no helpline and no service has."
        repair = "Correct it, or enter it in the register of helplines or in the directory."
        yield Problem(path, line, what, repair, "unknown-number")
