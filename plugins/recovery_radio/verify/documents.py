"""PDF files: read by everybody, with the numbers and addresses that pages may have.

A screen reader needs the tags: without them a PDF is a picture of words. Nothing in it may run, or
be sent anywhere.

Sources: ISO 14289-1 (PDF/UA-1), https://pypdf.readthedocs.io/
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject, DictionaryObject

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import resolve
from recovery_radio.verify.fault import Fault, shorten
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import link_fault
from recovery_radio.verify.numbers import numbers_in_text

_EDGE = "\x1e"
_RUNS = ("/AA", "/AcroForm", "/OpenAction")


def check_documents(folder: Folder) -> Iterator[Problem]:
    """Say what is wrong with every PDF."""
    for path in folder.ending_in(".pdf"):
        try:
            reader = PdfReader(io.BytesIO(folder.read(path)), strict=True)
            actions = [action for page in reader.pages for action in _actions(page)]
            text = _EDGE.join(page.extract_text() for page in reader.pages)
            faults = [*_faults(reader), *_action_faults(folder, path, actions)]
        # Somebody else's file may break the parser in ways that it does not list.
        except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            yield _BROKEN.at(path, 1)
            continue
        for fault in dict.fromkeys(faults):
            yield fault.at(path, 1)
        addresses = [str(action.get("/URI", "")) for action in actions]
        yield from numbers_in_text(folder, path, text, addresses)


def _faults(reader: PdfReader) -> Iterator[Fault]:
    root = reader.root_object
    if "/StructTreeRoot" not in root or not _says_yes(root, "/MarkInfo", "/Marked"):
        yield _deaf("has no tags, so screen readers find no headings, lists or tables in it")
    if not root.get("/Lang"):
        yield _deaf("does not name its language, so screen readers mispronounce it")
    if not reader.metadata or not reader.metadata.title:
        yield _deaf("has no title")
    elif not _says_yes(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield _deaf("shows the name of its file in place of its title")
    if any(name in root for name in _RUNS) or "/JavaScript" in root.get("/Names", {}):
        yield _live("does something when it is opened")


def _says_yes(root: DictionaryObject, part: str, name: str) -> bool:
    said = root.get(part, {}).get(name)
    # Such an object is never false by itself.
    return isinstance(said, BooleanObject) and said.value


def _actions(page: PageObject) -> Iterator[Any]:
    """Give what the links of a page do."""
    for reference in page.get("/Annots", ()):
        action = reference.get_object().get("/A")
        if action is not None:
            yield action.get_object()


def _action_faults(folder: Folder, path: str, actions: Iterable[Any]) -> Iterator[Fault]:
    for action in actions:
        kind, address = str(action.get("/S")), str(action.get("/URI", ""))
        if kind == "/URI":
            if fault := link_fault(folder, address, resolve(address, path, folder.url)):
                yield fault
        elif kind != "/GoTo":
            yield _live(f"has a link that does `{shorten(kind)}`")


def _live(what: str) -> Fault:
    return Fault(f"{what}.", "Publish one that shows, and does nothing else.", "live-pdf")


def _deaf(what: str) -> Fault:
    repair = "Make it as PDF/UA: tagged, with its title and its language."
    return Fault(f"{what}.", repair, "untagged-pdf")


_BROKEN = Fault("cannot be read as a PDF.", "Make it anew, or leave it out.", "broken-pdf")
