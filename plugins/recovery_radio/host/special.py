"""Pages of `site/pages` that show more than their own words.

Which they are is not theirs to say: their path says it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from recovery_radio.host.events import (
    EVENT_ASSETS,
    EVENTS_PAGE,
    communities,
    event_list,
)
from recovery_radio.host.find_help import ASSETS as FIND_ASSETS
from recovery_radio.host.find_help import find_help
from recovery_radio.host.posters import POSTERS_PAGE, poster_list
from recovery_radio.host.recovery import leaving_prison, self_check, word_guide
from recovery_radio.host.referrals import PAGE, sheets_by_town
from recovery_radio.host.sparks import spark_application, spark_decisions
from recovery_radio.host.station import OpenStation
from recovery_radio.host.training import LOG, TRAINING, pack_list
from recovery_radio.host.voice import (
    SAY,
    SURVEYS_PAGE,
    VOICE_ASSETS,
    commitments,
    council,
    gaps,
    notices,
    pilots,
    surveys,
    you_said,
)
from recovery_radio.model.page import Page
from recovery_radio.model.register import Helpline
from recovery_radio.model.words import mark
from recovery_radio.render.catalogue import COMMUNITIES_PAGE
from recovery_radio.render.pocket import START
from recovery_radio.render.search_parts import older_parts
from recovery_radio.render.subscribe import app_links
from recovery_radio.render.words import slug

SUBSCRIBE = "subscribe.md"
"""The page for subscribing."""
_LATEST = 6
_SHEET = ("fields.css", "sheet.css", "sheet.js")
_MONEY = (*_SHEET, "money.css")
_USES = {
    "emergency": mark("Somebody is in danger now"),
    "crisis": mark("Somebody to talk to, day or night"),
    "drugs-alcohol": mark("Drugs and alcohol"),
    "family": mark("Family and friends"),
    "safety": mark("Not safe at home"),
    "other": mark("More lines"),
}


def _nothing(_opened: OpenStation) -> dict[str, Any]:
    return {}


def _home(opened: OpenStation) -> dict[str, Any]:
    urgent = {k: h for k, h in opened.hub.helplines.items() if h.use in ("emergency", "crisis")}
    return {"latest": opened.episodes[:_LATEST], "helplines": urgent}


def _help_now(opened: OpenStation) -> dict[str, Any]:
    lines = opened.hub.helplines.values()
    groups: list[tuple[str, str, list[Helpline]]] = [
        (slug(heading), opened.words.say(heading), [line for line in lines if line.use == use])
        for use, heading in _USES.items()
    ]
    return {"groups": [group for group in groups if group[2]]}


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
    return {"feed_url": url, "apps": app_links(url, station.name, opened.words) if url else ()}


_Special = tuple[str, Callable[[OpenStation], dict[str, Any]], *tuple[str, ...]]
SPECIAL: Mapping[str, _Special] = {
    "index.md": ("radio/home.html", _home),
    "help-now.md": ("radio/help-now.html", _help_now),
    "find-help.md": ("radio/find-help.html", find_help, *FIND_ASSETS),
    "listen.md": ("radio/listen.html", _listen),
    "search.md": ("radio/search.html", _search, "fields.css", "search.css", "search.js"),
    SUBSCRIBE: ("radio/subscribe.html", _subscribe),
    PAGE: ("radio/referrals.html", sheets_by_town),
    START: ("radio/harm-minimisation.html", _nothing),
    POSTERS_PAGE: ("radio/posters.html", poster_list),
    TRAINING: ("radio/training.html", pack_list, "module.css"),
    "small-sparks/apply.md": ("radio/spark-apply.html", spark_application, *_MONEY, "spark.js"),
    "small-sparks/decisions.md": (
        "radio/spark-decisions.html",
        spark_decisions,
        "bars.css",
        "sparks.css",
    ),
    "self-directed-support/what-to-say.md": ("radio/sds-what-to-say.html", _nothing, *_SHEET),
    "self-directed-support/test-budget.md": (
        "radio/sds-test-budget.html",
        _nothing,
        *_MONEY,
        "test-budget.js",
    ),
    "self-directed-support/pooled-budget.md": (
        "radio/sds-pooled-budget.html",
        _nothing,
        *_MONEY,
        "pooled-budget.js",
    ),
    LOG: (
        "radio/training-log.html",
        pack_list,
        *_SHEET,
        "training-log.css",
        "training-log.js",
    ),
    f"{SAY}index.md": ("radio/have-your-say.html", notices, *VOICE_ASSETS),
    f"{SAY}council.md": ("radio/council.html", council, *VOICE_ASSETS),
    f"{SAY}commitments.md": ("radio/commitments.html", commitments, *VOICE_ASSETS),
    f"{SAY}you-said.md": ("radio/you-said.html", you_said, *VOICE_ASSETS),
    f"{SAY}pilots.md": ("radio/pilots.html", pilots, *VOICE_ASSETS),
    f"{SAY}start-a-group.md": ("radio/start-a-group.html", gaps, *VOICE_ASSETS),
    SURVEYS_PAGE: ("radio/surveys.html", surveys, *VOICE_ASSETS),
    EVENTS_PAGE: ("radio/events.html", event_list, *EVENT_ASSETS),
    COMMUNITIES_PAGE: ("radio/recovery-communities.html", communities, *EVENT_ASSETS),
    "recovery/self-check.md": (
        "radio/self-check.html",
        self_check,
        *_SHEET,
        "self-check.css",
        "self-check.js",
    ),
    "recovery/entry-and-exit-plan.md": ("radio/exit-plan.html", _nothing, *_SHEET),
    "recovery/appointment.md": ("radio/appointment.html", _nothing, *_SHEET),
    "recovery/leaving-prison.md": (
        "radio/leaving-prison.html",
        leaving_prison,
        *_SHEET,
        "leaving-prison.css",
    ),
    "recovery/words.md": ("radio/word-guide.html", word_guide, "word-guide.css"),
}
"""By path: template, what it is given, and assets of its own."""
MODULE: _Special = ("radio/module.html", _nothing, "module.css", "module.js")
"""What a module of the training pack has."""
PLAIN: _Special = ("radio/page.html", _nothing)
"""What every other page has."""


def special_of(page: Page) -> _Special:
    """Give a page's template, what it is given, and assets of its own."""
    return MODULE if page.module else SPECIAL.get(page.path, PLAIN)
