"""Addresses on pages: what loads must come from this site, and what is linked must exist.

One exception: recordings may lie on another https host, since stations keep them in object
storage. Then nothing may be fetched before a person presses play (`preload="none"`).

Sources: https://html.spec.whatwg.org/multipage/links.html#linkTypes,
https://www.w3.org/TR/media-frags/ (`#t=`)
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, Target, resolve
from recovery_radio.verify.fault import Fault, Places, shorten
from recovery_radio.verify.folder import Folder


class Anchor(NamedTuple):
    """A link to a place on a page, checked once the places of all pages are known."""

    page: str
    """File that the link leads to."""
    fragment: str
    """Name of the place."""
    nth: int
    """Which of the `<a>` tags of its own page the link is."""


# Relations of <link> that name another document and make no browser fetch it.
_NAMING = frozenset({"canonical", "alternate", "next", "prev", "license", "author", "help", "me"})
_ANYWHERE = re.compile(r"t=.*|top", re.IGNORECASE)  # A time in a recording, or the start.
_DESCRIPTOR = re.compile(r"\d+(\.\d+)?[wxh]")
_REPAIR = "Correct the link, or add the page that it names."


def link_fault(folder: Folder, address: str, target: Target) -> Fault | None:
    """Say why a reader must not be sent to an address, or cannot get there.

    Args:
        folder: The site.
        address: As it is written.
        target: Where it leads.
    """
    if target.reach is Reach.OWN:
        return None if folder.find(target.path) else _dead(address, "leads to no file of the site")
    if target.reach is Reach.OUTSIDE:
        return _dead(address, "leads out of the site's folder")
    if target.reach is Reach.HTTP:
        return Fault(
            f"links to `{shorten(address)}`, which others on the way can read.",
            "Write `https://`, or leave the link out if the site has none.",
            "plain-http",
        )
    if target.reach in (Reach.UNSAFE, Reach.IMAGE):
        return _unsafe(address)
    return None


def load_faults(
    folder: Folder, page: str, tag: str, value: str, player: Mapping[str, str | None] | None = None
) -> Iterator[Fault]:
    """Say why a browser must not fetch what an attribute names, or would not find it.

    Args:
        folder: The site.
        page: File that holds the element.
        tag: Name of the element.
        value: One address.
        player: Attributes of the `<audio>` element that plays what is named, if one does.
    """
    target = resolve(value, page, folder.url)
    if target.reach is Reach.HTTPS and player is not None:
        if (player.get("preload") or "").lower() != "none":
            yield _eager(value)
    elif target.reach is Reach.IMAGE and tag == "img":
        return
    elif target.reach in (Reach.UNSAFE, Reach.IMAGE):
        yield _unsafe(value)
    elif target.reach is not Reach.OWN:
        yield foreign(tag, value)
    elif not value or not (found := folder.find(target.path)):
        yield _dead(value, "is to be loaded but is not in the site")
    elif tag == "script" and not found.endswith(".js"):
        yield Fault(
            f"runs `{shorten(value)}` as a script, which is no .js file.",
            "Load scripts of the theme only.",
            "foreign-script",
        )


def candidates(srcset: str) -> list[str]:
    """Split a `srcset` into its addresses; a comma inside an address splits it as well."""
    parts = re.split(r"[\s,]+", srcset.strip())
    return [part for part in parts if part and not _DESCRIPTOR.fullmatch(part)]


def link_element_faults(
    folder: Folder, page: str, attributes: Mapping[str, str | None]
) -> Iterator[Fault]:
    """Judge the `href` of a `<link>` by what its `rel` makes the browser do."""
    address = attributes["href"] or ""
    relations = set((attributes.get("rel") or "").lower().split())
    if not relations or relations - _NAMING:
        # A tab's icon is a picture, and may stand in the page as one: nothing in it runs.
        tag = "img" if relations == {"icon"} else "link"
        yield from load_faults(folder, page, tag, address)
        if "stylesheet" in relations and not address.partition("?")[0].endswith(".css"):
            yield Fault(
                f"takes its looks from `{shorten(address)}`, which is no .css file.",
                "Load style sheets of the theme only.",
                "foreign-style",
            )
    elif "canonical" in relations and folder.url and not address.startswith(folder.url):
        yield Fault(
            f"says that its true address is `{shorten(address)}`, on another site.",
            f"Let it start with `{folder.url}`, or leave it out.",
            "foreign-canonical",
        )
    elif fault := link_fault(folder, address, resolve(address, page, folder.url)):
        yield fault


def page_with_place(folder: Folder, target: Target) -> str | None:
    """Give the page on which a link names a place; nothing if it names none."""
    if target.reach is not Reach.OWN or _ANYWHERE.fullmatch(target.fragment):
        return None
    page = folder.find(target.path)
    return page if page and page.endswith(".html") else None


def dead_anchor(fragment: str) -> Fault:
    """Say that a link names a place that its page does not have."""
    return Fault(
        f"links to `#{shorten(fragment)}`, and the page it leads to has no such place.",
        "Correct what follows the `#`, or give the heading that name.",
        "dead-anchor",
    )


def check_anchors(
    folder: Folder,
    anchors: Iterable[tuple[str, tuple[Anchor, ...]]],
    places: Mapping[str, frozenset[str]],
) -> list[Problem]:
    """Find the links that name a place which another page does not have.

    Args:
        folder: The site.
        anchors: Each page with its links to places on other pages.
        places: The places of each page.
    """
    problems = []
    for page, links in anchors:
        dead = [link for link in links if link.fragment not in places[link.page]]
        if dead:
            lines = Places(folder.read(page).decode("utf-8", "replace"))
            problems += [
                dead_anchor(link.fragment).at(page, lines.line("a", link.nth)) for link in dead
            ]
    return problems


def foreign(tag: str, address: str) -> Fault:
    """Say that something would be fetched from another host."""
    return Fault(
        f"makes the browser ask another host for `{shorten(address)}`.",
        "Put the file into the site, so that nobody else learns who reads this page.",
        "foreign-script" if tag == "script" else "foreign-request",
    )


def _eager(address: str) -> Fault:
    return Fault(
        f"fetches `{shorten(address)}` from another host before anybody presses play.",
        'Write `preload="none"` on the <audio> element.',
        "foreign-request",
    )


def _dead(address: str, why: str) -> Fault:
    return Fault(f"names `{shorten(address)}`, which {why}.", _REPAIR, "dead-link")


def _unsafe(address: str) -> Fault:
    return Fault(
        f"has the address `{shorten(address)}`, which leads neither to this site nor to another.",
        "Write a path of this site, or an address that starts with `https://`.",
        "unsafe-scheme",
    )
