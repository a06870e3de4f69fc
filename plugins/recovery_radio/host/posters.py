"""The pages of the posters, and a code to scan for each.

A station has them if it has written the page that leads to them, `posters.md`.
"""

from collections.abc import Iterator
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.posters import (
    STRIPS,
    Poster,
    lines_for,
    numbers_until,
    posters_for,
    spoken,
)
from recovery_radio.render.subscribe import draw_code

POSTERS_PAGE = "posters.md"
"""The page that leads to them."""


def poster_list(opened: OpenStation) -> dict[str, Any]:
    """Give what the page shows that leads to the posters."""
    posters = posters_for(page.url for page in opened.hub.pages)
    return {"posters": [poster.said(opened.words) for poster in posters]}


def poster_pages(opened: OpenStation) -> Iterator[PageSource]:
    """Give a page for each poster."""
    site, words = opened.station.url, opened.words
    for poster in (each.said(words) for each in _wanted(opened)):
        lines = lines_for(poster, opened.hub.helplines.values())
        yield PageSource(
            uri=f"{poster.url}index.md",
            url=poster.url,
            title=words.say("Poster: %(title)s", title=poster.title),
            summary=words.say("A sheet to print and put up."),
            kind="page",
            template="radio/poster.html",
            context={
                "poster": poster,
                "lines": lines,
                "until": numbers_until(lines),
                "station": opened.station,
                "home": spoken(site),
                "strips": STRIPS,
            },
            # Whoever searches for help wants the page that the poster leads to.
            listed=False,
            assets=("full-sheet.css", "poster.css"),
        )


def poster_codes(opened: OpenStation) -> Iterator[tuple[str, bytes]]:
    """Give the code on each poster, by its path in the site."""
    for poster in _wanted(opened):
        yield f"{poster.url}code.svg", draw_code(opened.station.url + poster.leads_to)


def _wanted(opened: OpenStation) -> Iterator[Poster]:
    if opened.has_page(POSTERS_PAGE):
        yield from posters_for(page.url for page in opened.hub.pages)
