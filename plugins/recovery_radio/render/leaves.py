"""A page of HTML as a tree of plain values, for a typesetter's template to draw.

No markup of the typesetter's is ever written: whatever an author types stays a text of the tree, so
there is nothing to escape and nothing to forget. A `section` with an `id` and `data-url` stands
for a page of the site: links to that page become links to the section, names of places in it are
its own, and all other links are written out in full, since paper has no site around it.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import html

Leaf = dict[str, Any]
"""An element: its `tag`, its `kids` (texts and elements) and some of its attributes."""
_ATTRIBUTES = ("alt", "class", "href", "id", "lang", "src", "start", "type")
_BLOCKS = frozenset(
    "article aside blockquote body br dd div dl dt footer h1 h2 h3 h4 header hr li main nav ol p"
    " pre section table tbody td th thead tr ul".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def leaves_of(markup: str, site: str) -> Leaf:
    """Turn the body of a page into a tree.

    Args:
        markup: The whole page.
        site: Address of the site, with a slash at its end.

    Returns:
        The tree. An `id` stands there once and only where a link leads to it, and no link within
        the tree leads nowhere.
    """
    root: Any = html.document_fromstring(markup)
    body = root.body
    bind_sections(body, site)
    _keep_places(body)
    _close_gaps(body)
    tree = _leaf(body)
    _squeeze(tree, after_space=True)
    return tree


def bind_sections(root: html.HtmlElement, site: str) -> None:
    """Let links between the pages of a document stay in it, and write out all others."""
    sections = root.xpath(".//section[@id and @data-url]")
    keys = {site + section.get("data-url"): section.get("id") for section in sections}
    for section in sections:
        for place in section.xpath(".//*[@id]"):
            place.set("id", f"{section.get('id')}--{place.get('id')}")
        # What is written out in full was meant to lead to the web.
        for link in section.xpath(".//a[@href and not(contains(@href, ':'))]"):
            link.set("href", _bound(link.get("href"), site + section.get("data-url"), keys))


def _bound(href: str, page: str, keys: Mapping[str, str]) -> str:
    address = urljoin(page, href)
    url, _, place = address.partition("#")
    if url not in keys:
        return address
    return f"#{keys[url]}--{place}" if place else f"#{keys[url]}"


def _keep_places(body: html.HtmlElement) -> None:
    places: set[str] = set(body.xpath(".//@id"))
    wanted = {href[1:] for href in body.xpath(".//a/@href[starts-with(., '#')]")}
    for link in body.xpath(".//a[starts-with(@href, '#')]"):
        if link.get("href")[1:] not in places:
            del link.attrib["href"]
    for place in body.xpath(".//*[@id]"):
        if place.get("id") in wanted:
            wanted.remove(place.get("id"))
        else:
            del place.attrib["id"]


def _close_gaps(body: html.HtmlElement) -> None:
    """Let no heading be more than one level below the one before it: PDF/UA refuses that."""
    above = 0
    for heading in body.xpath(".//h1 | .//h2 | .//h3 | .//h4"):
        above = min(int(heading.tag[1]), above + 1)
        heading.tag = f"h{above}"


def _leaf(element: html.HtmlElement) -> Leaf:
    kids: list[Leaf | str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            kids.append(_leaf(child))
        kids.append(child.tail or "")
    attributes = {name: element.get(name) for name in _ATTRIBUTES if element.get(name)}
    return {"tag": element.tag, "kids": kids, **attributes}


def _squeeze(leaf: Leaf, after_space: bool) -> bool:
    """Fold the space in a tree as a browser does, and tell whether it ends in some."""
    kids: list[Leaf | str] = []
    for kid in leaf["kids"]:
        if isinstance(kid, str):
            text = _SPACE.sub(" ", kid)
            text = text.lstrip(" ") if after_space else text
            after_space = text.endswith(" ") if text else after_space
            kids += [text] if text else []
            continue
        if kid["tag"] in _BLOCKS:
            _drop_last_space(kids)
            _squeeze(kid, after_space=True)
            after_space = True
        else:
            after_space = _squeeze(kid, after_space)
        kids.append(kid)
    if leaf["tag"] in _BLOCKS:
        _drop_last_space(kids)
    leaf["kids"] = kids
    return after_space


def _drop_last_space(kids: list[Leaf | str]) -> None:
    if kids and isinstance(kids[-1], str):
        kids[-1:] = [text] if (text := kids[-1].rstrip(" ")) else []
