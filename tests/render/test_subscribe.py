"""The page for subscribing: links of apps, and a code that a phone can read."""

import segno
from lxml import etree

from recovery_radio.render.subscribe import app_links, draw_code

FEED = "https://tiny.example/radio/feed.xml"
PAGE = "https://tiny.example/radio/subscribe/"


def test_each_app_gets_the_address_in_its_own_way() -> None:
    links = {app.name: app.url for app in app_links(FEED, 'Tiny & "co"')}

    quoted = "https%3A%2F%2Ftiny.example%2Fradio%2Ffeed.xml"
    assert links == {
        "Apple Podcasts": "podcast://tiny.example/radio/feed.xml",
        "AntennaPod": f"https://antennapod.org/deeplink/subscribe?url={quoted}&title=Tiny%20%26%20%22co%22",
        "Pocket Casts": "pktc://subscribe/tiny.example/radio/feed.xml",
        "Overcast": f"overcast://x-callback-url/add?url={quoted}",
    }


def test_the_code_shows_each_square_once_and_nothing_else() -> None:
    root = etree.fromstring(draw_code(PAGE))
    rect, path = root

    size = int(root.get("viewBox", "").split()[-1])
    assert (rect.get("fill"), path.get("fill")) == ("#fff", "#000")
    assert [rect.get("width"), rect.get("height")] == [str(size)] * 2
    dark = set()
    for run in path.get("d", "").removesuffix("z").split("z"):
        x, y = map(int, run.removeprefix("M").partition("h")[0].split())
        width = int(run.partition("h")[2].partition("v")[0])
        dark |= {(x + step, y) for step in range(width)}
    rows = segno.make_qr(PAGE, error="m").matrix_iter(border=4)
    assert dark == {(x, y) for y, row in enumerate(rows) for x, square in enumerate(row) if square}
    assert size == max(x for x, _ in dark) + 5


def test_the_same_address_gives_the_same_drawing() -> None:
    assert draw_code(PAGE) == draw_code(PAGE) != draw_code(FEED)
