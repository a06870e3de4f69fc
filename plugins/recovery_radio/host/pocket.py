"""What people carry of the pages on staying safer: one file for a stick, and a sheet of cards.

A station has both if it has written the page that leads to them, `harm-minimisation/index.md`.
"""

from collections.abc import Iterator, Mapping

from jinja2 import Environment

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.model.page import Prose
from recovery_radio.render.near_you import near_you
from recovery_radio.render.pocket import (
    CARDS,
    bind,
    card_of,
    key_of,
    lines_to_carry,
    pages_to_carry,
)
from recovery_radio.render.posters import numbers_until


def pocket_pack(
    opened: OpenStation, proses: Mapping[str, Prose], environment: Environment, exit_url: str
) -> bytes:
    """Make the file that opens from a stick; empty if the station has no such pages."""
    pages, hub, today = pages_to_carry(opened.hub), opened.hub, opened.now.date()
    if not pages:
        return b""
    lines = lines_to_carry(hub)
    site = opened.station.url
    leaves = [
        (
            page,
            key_of(page),
            bind(proses[page.origin.path], page, pages, site),
            near_you(page.needs, hub.vocabulary, opened.services, today, opened.words),
            page.is_stale(today),
        )
        for page in pages
    ]
    made = environment.get_template("radio/pocket-pack.html").render(
        leaves=leaves,
        lines=lines,
        until=numbers_until(lines),
        station=opened.station,
        today=today,
        exit_url=exit_url,
    )
    return made.encode()


def card_pages(opened: OpenStation, proses: Mapping[str, Prose]) -> Iterator[PageSource]:
    """Give the page of cards, four to a sheet."""
    pages, words = pages_to_carry(opened.hub), opened.words
    found = (card_of(page, proses[page.origin.path]) for page in pages)
    cards = [card for card in found if card]
    if cards:
        yield PageSource(
            uri=f"{CARDS}index.md",
            url=CARDS,
            title=words.say("Pocket cards"),
            summary=words.say("Cards to print, cut out and carry: what to do, and what not to do."),
            kind="page",
            template="radio/pocket-cards.html",
            context={"cards": cards, "station": opened.station, "today": opened.now.date()},
            # Whoever searches wants the page that a card is taken from.
            listed=False,
            assets=("full-sheet.css", "pocket-cards.css"),
        )
