"""What the page for subscribing shows: links that open a podcast app, and a code to scan.

Only apps that take the address of any feed, by a link that works without a script. Apple's own
buttons and Spotify's want a number of their directory, which a station may not have. The code
holds the address of the page: a phone that scans it can then use the links, while the feed
itself would open as raw text on most.

Sources: https://overcast.fm/podcasterinfo, https://github.com/AntennaPod/antennapod.github.io
(its page for podcasters), https://github.com/Automattic/pocket-casts-android (`pktc://subscribe/`),
https://github.com/podlove/podlove-subscribe-button (the schemes of all apps)
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote

import segno
from lxml import etree

from recovery_radio.model.words import ENGLISH, Words

_SVG = "http://www.w3.org/2000/svg"
# The quiet zone that the standard asks for; most cameras do with less, and all with this.
_BORDER = 4
# A whole number for each square, so that no hairlines show between them.
_PIXELS = 5


class App(NamedTuple):
    """A podcast app, and the link that opens the feed in it."""

    name: str
    runs_on: str
    url: str


def app_links(feed: str, title: str, words: Words = ENGLISH) -> tuple[App, ...]:
    """Give the links of the usual apps.

    Args:
        feed: Address of the feed, from `https://` on.
        title: Name of the show.
        words: What the interface says.
    """
    bare, quoted = feed.removeprefix("https://"), quote(feed, safe="")
    antennapod = (
        f"https://antennapod.org/deeplink/subscribe?url={quoted}&title={quote(title, safe='')}"
    )
    return (
        App("Apple Podcasts", words.say("iPhone, iPad and Mac"), f"podcast://{bare}"),
        App("AntennaPod", "Android", antennapod),
        App("Pocket Casts", words.say("iPhone and Android"), f"pktc://subscribe/{bare}"),
        App("Overcast", "iPhone", f"overcast://x-callback-url/add?url={quoted}"),
    )


def draw_code(text: str) -> bytes:
    """Draw a QR code as SVG, dark on white whatever the page's colours are."""
    rows = list(segno.make_qr(text, error="m").matrix_iter(border=_BORDER))
    size = str(len(rows))
    dark = "".join(f"M{x} {y}h{n}v1h-{n}z" for y, row in enumerate(rows) for x, n in _runs(row))
    shown = str(len(rows) * _PIXELS)
    box = {"viewBox": f"0 0 {size} {size}", "width": shown, "height": shown}
    names: Any = {None: _SVG}  # The stubs know no namespace without a prefix.
    root = etree.Element(f"{{{_SVG}}}svg", box, names)
    etree.SubElement(root, f"{{{_SVG}}}rect", {"width": size, "height": size, "fill": "#fff"})
    etree.SubElement(root, f"{{{_SVG}}}path", {"d": dark, "fill": "#000"})
    return etree.tostring(root)


def _runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give where each run of dark squares starts, and how long it is."""
    for is_dark, run in groupby(enumerate(row), key=lambda pair: bool(pair[1])):
        squares = [at for at, _ in run]
        if is_dark:
            yield squares[0], len(squares)
