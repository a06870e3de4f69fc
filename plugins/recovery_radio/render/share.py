"""What a chat or a network shows of a page when somebody sends a link to it.

A preview is seen by everybody in a family's chat, on a lock screen, over a shoulder. So only a
programme says there what it is: it is made to be passed on. Every other page, such as one on
overdose, a service or a list of them, shows the name, the words and the picture of the station,
and whoever opens the link learns the rest. Without these lines a chat would take the page's own
title and summary.

Source: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards
"""

from typing import NamedTuple

from recovery_radio.model.station import Station
from recovery_radio.model.words import ENGLISH, Words

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Of the picture, in pixels."""
STATION_CARD = "assets/radio/share"
_TELLING = "programme"


class Share(NamedTuple):
    """A preview."""

    title: str
    description: str
    image: str
    """Whole address of the picture."""
    alt: str


def card_stem(url: str) -> str:
    """Give where the picture of a programme lies, without the end of its name."""
    return f"{url}share"


def share_of(
    station: Station, kind: str, url: str, title: str, summary: str, words: Words = ENGLISH
) -> Share:
    """Say what may be shown of a page.

    Args:
        station: Whose page it is.
        kind: Of the page, as the search calls it.
        url: Its address, relative to the site's root.
        title: What it is called.
        summary: What it is about.
        words: What the interface says.
    """
    if kind == _TELLING:
        alt = words.say("The title, beside a drawing of a small fire: %(title)s", title=title)
        return Share(title, summary, _image(station, card_stem(url)), alt)
    alt = words.say("%(name)s, beside a drawing of a small fire", name=station.name)
    return Share(station.name, station.description, _image(station, STATION_CARD), alt)


def _image(station: Station, stem: str) -> str:
    return f"{station.url}{stem}.{CARD_WIDTH}w.jpg"
