"""The pages on staying safer, made to be carried: one file for a stick, and cards for a pocket.

Both need to work where there is no network: links between the pages lead from place to place
within the file, and all others are written out in full.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import html

from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Html, Page, Prose
from recovery_radio.model.register import Helpline
from recovery_radio.render.sanitise import sanitise

FOLDER = "harm-minimisation/"
"""Where these pages are."""
START = f"{FOLDER}index.md"
"""The page that leads to them; a station without it has no pack and no cards."""
PACK = f"{FOLDER}pocket-pack.html"
"""Where the pack lies in the site."""
CARDS = f"{FOLDER}cards/"
"""Address of the page of cards."""
_USES = ("emergency", "crisis", "drugs-alcohol")


class Card(NamedTuple):
    """What of a page is worth having in a pocket, each list as plain text."""

    key: str
    title: str
    url: str
    emergency_title: str
    emergency: Sequence[str]
    do: Sequence[str]
    in_order: bool
    """Whether those are steps, the one after the other."""
    do_not: Sequence[str]
    approved_by: str | None


def pages_to_carry(hub: Hub) -> list[Page]:
    """Give the pages on staying safer, the one that leads to them first, in its order."""
    found = {page.path: page for page in hub.pages if page.path.startswith(FOLDER)}
    start = found.pop(START, None)
    if start is None:
        return []

    def place(page: Page) -> tuple[bool, int, str]:
        at = start.text.find(f"({page.path.removeprefix(FOLDER)})")
        return at < 0, at, page.title

    return [start, *sorted(found.values(), key=place)]


def key_of(page: Page) -> str:
    """Name a page's place in the pack and on the sheet of cards."""
    return page.url.strip("/").replace("/", "-")


def lines_to_carry(hub: Hub) -> list[Helpline]:
    """Give the numbers that belong on the first page: emergency, crisis, drugs and alcohol."""
    ringing = [line for line in hub.helplines.values() if line.number]
    return [line for use in _USES for line in ringing if line.use == use]


def bind(prose: Prose, page: Page, pages: Collection[Page], site: str) -> Html:
    """Make a text fit into the pack.

    Args:
        prose: The text.
        page: Whose it is.
        pages: All pages of the pack.
        site: Address of the site.
    """
    keys = {one.url: key_of(one) for one in pages}
    root = html.fragment_fromstring(prose.html, create_parent="div")
    for picture in root.xpath("//picture | //img[not(parent::picture)]"):
        # It would be asked for, and a stick does not have it.
        picture.drop_tree()
    for heading in root.xpath("//*[@id]"):
        heading.set("id", f"{key_of(page)}-{heading.get('id')}")
    for link in root.xpath("//a[@href]"):
        link.set("href", _bound(link.get("href"), site + page.url, site, keys))
    return sanitise("".join(html.tostring(child, encoding="unicode") for child in root))


def _bound(href: str, start: str, site: str, keys: dict[str, str]) -> str:
    address = urljoin(start, href)
    url, _, place = address.removeprefix(site).partition("#")
    if not address.startswith(site) or url not in keys:
        return address
    return f"#{keys[url]}-{place}" if place else f"#{keys[url]}"


def card_of(page: Page, prose: Prose) -> Card | None:
    """Take the boxes of a page that fit a pocket; none if it has no list of what to do.

    The first `danger` box says when to ring, the first `tip` what to do, and the first `warning`
    what not to do.
    """
    root = html.fragment_fromstring(prose.html, create_parent="div")
    for number in root.xpath("//sup[a[starts-with(@href, '#source-')]]"):
        # A card has no list of sources; its page has.
        number.drop_tree()
    title, emergency = _box(root, "danger")
    tips = root.xpath("//div[@class='admonition tip']")
    in_order = bool(tips and tips[0].xpath("ol"))
    do, do_not = _box(root, "tip")[1], _box(root, "warning")[1]
    if not do:
        return None
    key = key_of(page)
    return Card(key, page.title, page.url, title, emergency, do, in_order, do_not, page.approved_by)


def card_key(page: Page, prose: Prose) -> str:
    """Name the place of a page's card on the sheet; empty if it has none."""
    is_one = page.path.startswith(FOLDER) and card_of(page, prose)
    return key_of(page) if is_one else ""


def _box(root: html.HtmlElement, kind: str) -> tuple[str, list[str]]:
    """Give the title of the first box of a kind, and its items; its paragraphs if it has none."""
    boxes = root.xpath(f"//div[@class='admonition {kind}']")
    if not boxes:
        return "", []
    title = boxes[0].xpath("p[contains(@class, 'admonition-title')]")
    items = boxes[0].xpath("ul/li | ol/li") or boxes[0].xpath("p[not(@class)]")
    return _text(title[0]) if title else "", [_text(item) for item in items]


def _text(element: html.HtmlElement) -> str:
    """Give the words of an item; one that begins in bold is known by its bold words."""
    first = element.find("strong")
    if element.tag == "li" and first is not None and not (element.text or "").strip():
        element = first
    return " ".join(element.text_content().split())
