"""The channel as a whole: what directories want to know of a show.

Sources: https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification,
https://podcasters.apple.com/support/823-podcast-requirements
"""

import re

from lxml import etree

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.files import ending_of
from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.words import CATEGORIES, meant

_REQUIRED = ("title", "link", "description", "language")
_REQUIRED_OF_APPLE = ("itunes:category", "itunes:explicit", "itunes:image")
_RECOMMENDED = ("itunes:author", "podcast:guid", "podcast:locked")
_TEXTS = frozenset({"title", "description", "itunes:author"})
"""Tags for which saying nothing is the same as not being there."""
_ELSEWHERE = ("next", "prev", "previous", "prev-archive", "next-archive")
_PAGES = (*_ELSEWHERE, "self", "first", "last", "current")


def missing(element: etree._Element, name: str, names: Names) -> bool:
    """Tell whether a tag is not there, or says nothing where it should."""
    found = names.children(element, name)
    return not found or (name in _TEXTS and not (found[0].text or "").strip())


def check_channel(channel: etree._Element, names: Names, report: Report, address: str = "") -> None:
    """Check what only the whole channel tells.

    Args:
        channel: The channel.
        names: Names of its elements.
        report: Where findings go.
        address: Where the feed was read from; empty if nobody knows.
    """
    for name in (*_REQUIRED, *_REQUIRED_OF_APPLE):
        if missing(channel, name, names):
            what = f"The channel has no <{name}>."
            report.add("feed-required", channel, what, f"Add <{name}>.")
    for name in _RECOMMENDED:
        if missing(channel, name, names):
            what = f"The channel has no <{name}>."
            report.add("feed-recommended", channel, what, f"Add <{name}>.")
    for category in names.children(channel, "itunes:category"):
        _check_category(category, names, report)
    for copyright_ in names.children(channel, "copyright"):
        if re.search(r"©|\(c\)|copyright|\b(19|20)\d\d\b", copyright_.text or "", re.IGNORECASE):
            what = f"<copyright> is `{shorten(copyright_.text or '')}`."
            report.add("feed-copyright", copyright_, what)
    own = _check_links(channel, names, report, address)
    for moved in names.children(channel, "itunes:new-feed-url"):
        target = (moved.text or "").strip()
        if target and target not in (own, address):
            report.add("feed-moved", moved, f"The feed sends apps on to `{shorten(target)}`.")
    if not names.children(channel, "item") and not _is_list(channel, names):
        report.add("feed-no-items", channel, "The channel has no <item>.")


def check_cover(element: etree._Element, names: Names, report: Report) -> None:
    """Check the ending of a cover, of the show or of an episode."""
    for image in names.children(element, "itunes:image"):
        address = image.get("href", "")
        if address.strip() and ending_of(address) not in ("jpg", "jpeg", "png"):
            what = f"<itunes:image> names `{shorten(address)}`."
            report.add("feed-image-ending", image, what)


def _is_list(channel: etree._Element, names: Names) -> bool:
    mediums = [(m.text or "").strip() for m in names.children(channel, "podcast:medium")]
    return any(m.endswith("L") or m in ("mixed", "publisher") for m in mediums)


def _check_category(category: etree._Element, names: Names, report: Report) -> None:
    name = category.get("text", "")
    if name and name not in CATEGORIES:
        what = f"`{shorten(name)}` is no category of Apple's list."
        # It may be the inner one that was written without its outer one.
        outer = next((outer for outer, inner in CATEGORIES.items() if name in inner), "")
        repair = f"Put it inside `{outer}`." if outer else meant(name, CATEGORIES)
        report.add("feed-category", category, what, repair)
        return
    for inner in names.children(category, "itunes:category"):
        text = inner.get("text", "")
        if name and text and text not in CATEGORIES[name]:
            what = f"`{shorten(text)}` is no category inside `{name}`."
            listed = ", ".join(f"`{c}`" for c in CATEGORIES[name])
            otherwise = f"Choose one of: {listed}." if listed else "Take it out; there is none."
            report.add("feed-category", inner, what, meant(text, CATEGORIES[name], otherwise))


def _check_links(channel: etree._Element, names: Names, report: Report, address: str) -> str:
    """Check the links to this page and to the others; give the address that the feed names."""
    targets: dict[str, str] = {}
    links = [link for link in names.children(channel, "atom:link") if link.get("rel") in _PAGES]
    for link in links:
        rel = link.get("rel", "")
        if rel in targets:
            what = f'The channel has more than one <atom:link> with `rel="{rel}"`.'
            report.add("feed-paging", link, what)
        targets.setdefault(rel, link.get("href", "").strip())
    own = targets.get("self", "")
    if not own:
        what = 'The channel has no <atom:link> with `rel="self"`.'
        repair = f'Add `<atom:link href="{address or "https://…"}" rel="self" type="application/rss+xml"/>`.'
        report.add("feed-required", channel, what, repair)
    for link in links:
        if link.get("rel") in _ELSEWHERE and own and link.get("href", "").strip() == own:
            what = f'<atom:link> with `rel="{link.get("rel")}"` leads to this page itself.'
            report.add("feed-paging", link, what)
        if link.get("rel") == "self" and address and own != address:
            what = f"The feed lies at `{shorten(address)}`, and calls itself `{shorten(own)}`."
            report.add("feed-self-differs", link, what)
    return own
