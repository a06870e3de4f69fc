"""Pages of `site/pages` that show more than their own words.

Which they are is not theirs to say: their path says it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from recovery_radio.host.find_help import ASSETS as FIND_ASSETS
from recovery_radio.host.find_help import find_help
from recovery_radio.host.posters import POSTERS_PAGE, poster_list
from recovery_radio.host.referrals import PAGE, sheets_by_town
from recovery_radio.host.station import OpenStation
from recovery_radio.model.register import Helpline
from recovery_radio.render.pocket import START
from recovery_radio.render.search_parts import older_parts
from recovery_radio.render.subscribe import app_links

SUBSCRIBE = "subscribe.md"
"""The page for subscribing."""
_LATEST = 6
_USES = {
    "emergency": "Somebody is in danger now",
    "crisis": "Somebody to talk to, day or night",
    "drugs-alcohol": "Drugs and alcohol",
    "family": "Family and friends",
    "safety": "Not safe at home",
    "other": "More lines",
}


def _nothing(_opened: OpenStation) -> dict[str, Any]:
    return {}


def _home(opened: OpenStation) -> dict[str, Any]:
    urgent = {k: h for k, h in opened.hub.helplines.items() if h.use in ("emergency", "crisis")}
    return {"latest": opened.episodes[:_LATEST], "helplines": urgent}


def _help_now(opened: OpenStation) -> dict[str, Any]:
    lines = opened.hub.helplines.values()
    groups: list[tuple[str, list[Helpline]]] = [
        (heading, [line for line in lines if line.use == use]) for use, heading in _USES.items()
    ]
    return {"groups": [group for group in groups if group[1]]}


def _listen(opened: OpenStation) -> dict[str, Any]:
    hub, episodes = opened.hub, opened.episodes
    series = [(k, s, sum(e.series == k for e in episodes)) for k, s in hub.series.items()]
    topics = [(k, t, sum(k in e.topics for e in episodes)) for k, t in hub.topics.items()]
    return {
        "latest": episodes[:_LATEST],
        "feed": opened.feed,
        "series": [row for row in series if row[2]],
        "topics": [row for row in topics if row[2]],
    }


def _search(opened: OpenStation) -> dict[str, Any]:
    return {
        "lines": tuple(opened.hub.helplines.values()),
        "parts": len(older_parts(opened.episodes)),
    }


def _subscribe(opened: OpenStation) -> dict[str, Any]:
    station = opened.station
    url = station.url + opened.feed if opened.feed else ""
    return {"feed_url": url, "apps": app_links(url, station.name) if url else ()}


_Special = tuple[str, Callable[[OpenStation], dict[str, Any]], *tuple[str, ...]]
SPECIAL: Mapping[str, _Special] = {
    "index.md": ("radio/home.html", _home),
    "help-now.md": ("radio/help-now.html", _help_now),
    "find-help.md": ("radio/find-help.html", find_help, *FIND_ASSETS),
    "listen.md": ("radio/listen.html", _listen),
    "search.md": ("radio/search.html", _search, "search.css", "search.js"),
    SUBSCRIBE: ("radio/subscribe.html", _subscribe),
    PAGE: ("radio/referrals.html", sheets_by_town),
    START: ("radio/harm-minimisation.html", _nothing),
    POSTERS_PAGE: ("radio/posters.html", poster_list),
}
"""By path: template, what it is given, and assets of its own."""
PLAIN: _Special = ("radio/page.html", _nothing)
"""What every other page has."""
