"""Pages, read with the HTML parser of a browser rather than with one that is kind to mistakes.

libxml2 sees another tree than a browser does, and what it does not see it cannot convict; so
Lexbor parses, once as for readers without scripting and, where `<noscript>` makes a difference,
once as for readers with it. Trees are dropped page by page: 5,000 of them do not fit in memory.

Source: https://html.spec.whatwg.org/multipage/parsing.html
"""

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, resolve
from recovery_radio.verify.fault import Fault, Places
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import (
    Anchor,
    candidates,
    dead_anchor,
    foreign,
    link_element_faults,
    link_fault,
    load_faults,
    page_with_place,
)
from recovery_radio.verify.markup import (
    LINKS,
    LOADS,
    PLAIN_ELEMENTS,
    attribute_fault,
    element_fault,
    names_to_judge,
)
from recovery_radio.verify.noscript import reads_alike
from recovery_radio.verify.numbers import numbers_on_page
from recovery_radio.verify.parts import missing_parts
from recovery_radio.verify.styles import style_faults

_PAGES_WORTH_PROCESSES = 200
CARRIED = "harm-minimisation/pocket-pack.html"
"""A file to save and carry: it has its looks in it, since it will have no file beside it."""
Attributes = Mapping[str, str | None]


class PageResult(NamedTuple):
    """What is known of a page once its tree is dropped."""

    path: str
    problems: tuple[Problem, ...]
    links: tuple[Anchor, ...]
    """Links to places on other pages."""
    ids: frozenset[str]
    """Places that links may name."""


def check_pages(folder: Folder) -> list[PageResult]:
    """Check every page, in several processes where that pays, in the order of their paths."""
    pages = folder.ending_in(".html")
    processes = min(os.cpu_count() or 1, 8)
    # A fork beside running threads may take a lock along that nobody will release.
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    check = partial(check_page, folder)
    if not forks or processes < 2 or len(pages) < _PAGES_WORTH_PROCESSES:
        return [check(page) for page in pages]
    # `check` with its list of files travels once a chunk, so chunks are few.
    chunk = -(-len(pages) // (processes * 4))
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        return list(pool.map(check, pages, chunksize=chunk))


def check_page(folder: Folder, path: str) -> PageResult:
    """Check one page by itself, and its links against the files of the folder."""
    raw = folder.read(path)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return PageResult(path, (_NOT_UTF8.at(path, line),), (), frozenset())
    walk = _Walk(folder, path)
    for scripting in (False,) if reads_alike(text) else (False, True):
        walk.read(LexborHTMLParser(raw, scripting=scripting), raw)
    links = [Anchor(page, fragment, nth) for (page, fragment), nth in walk.links.items()]
    for link in links:
        if link.page == path and link.fragment not in walk.ids:
            walk.found.setdefault(dead_anchor(link.fragment), ("a", link.nth))
    lines = Places(text)
    problems = [fault.at(path, lines.line(*place)) for fault, place in walk.found.items()]
    return PageResult(
        path,
        (*problems, *numbers_on_page(folder, path, raw)),
        tuple(link for link in links if link.page != path),
        frozenset(walk.ids),
    )


_NOT_UTF8 = Fault(
    "is not UTF-8 text, so browsers would guess what it says.",
    "Save the file that it was made from as UTF-8.",
    "not-utf8",
)


class _Walk:
    """A page's elements, one by one: what is wrong, and its places and links on the way."""

    def __init__(self, folder: Folder, path: str) -> None:
        self._folder = folder
        self._path = path
        self.found: dict[Fault, tuple[str, int]] = {}
        """Each fault once, with the first tag that has it: its name, and which of that name."""
        self.ids: set[str] = set()
        self._tags: list[str] = []
        self.links: dict[tuple[str, str], int] = {}
        """Pages and places linked to, with the first `<a>` that does it."""

    def read(self, tree: LexborHTMLParser, raw: bytes) -> None:
        """Judge every element of a tree, and what the page as a whole lacks."""
        self._tags.clear()
        for node in tree.css("*"):
            tag, attributes = node.tag or "", node.attributes
            self._tags.append(tag)
            if tag == "style" and self._path == CARRIED:
                for _, found in style_faults(self._folder, self._path, node.text()):
                    self._note(found)
            elif tag not in PLAIN_ELEMENTS and (fault := _element_fault(node, tag)):
                self._note(fault)
            for name in names_to_judge(*attributes) if attributes else ():
                for fault in self._judge(node, tag, name, attributes):
                    self._note(fault)
        for fault in missing_parts(tree, raw, self._tags.count("h1")):
            self.found.setdefault(fault, ("html", 1))

    def _note(self, fault: Fault) -> None:
        if fault not in self.found:
            self.found[fault] = self._place()

    def _place(self) -> tuple[str, int]:
        return self._tags[-1], self._tags.count(self._tags[-1])

    def _judge(
        self, node: LexborNode, tag: str, name: str, attributes: Attributes
    ) -> Iterable[Fault]:
        value = attributes[name] or ""
        if name == "id":
            self.ids.add(value)
            return ()
        if name in LOADS or (name in LINKS and tag == "use"):
            return self._load_faults(node, tag, name, value)
        if name == "href" and tag == "link":
            return link_element_faults(self._folder, self._path, attributes)
        if name in LINKS:
            fault = self._link_fault(tag, name, value)
            return (fault,) if fault else ()
        fault = attribute_fault(tag, name, value)
        return (fault,) if fault else ()

    def _load_faults(self, node: LexborNode, tag: str, name: str, value: str) -> Iterator[Fault]:
        player = _player(node, tag) if name == "src" else None
        for address in candidates(value) if name.endswith("srcset") else [value]:
            yield from load_faults(self._folder, self._path, tag, address, player)

    def _link_fault(self, tag: str, name: str, address: str) -> Fault | None:
        target = resolve(address, self._path, self._folder.url)
        if name == "action" and target.reach is not Reach.OWN:
            return foreign(tag, address)
        if fault := link_fault(self._folder, address, target):
            return fault
        page = page_with_place(self._folder, target) if target.fragment else None
        if page and (page, target.fragment) not in self.links:
            self.links[page, target.fragment] = self._place()[1]
        return None


def _element_fault(node: LexborNode, tag: str) -> Fault | None:
    return element_fault(tag, node.attributes, node.text() if tag in ("script", "textarea") else "")


def _player(node: LexborNode, tag: str) -> Attributes | None:
    if tag == "audio":
        return node.attributes
    if tag == "source" and node.parent and node.parent.tag == "audio":
        return node.parent.attributes
    return None
