"""Which pages the site has, and what their templates are given."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.host.texts import base_of
from recovery_radio.model.episode import Episode
from recovery_radio.model.page import Prose
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Service
from recovery_radio.render.catalogue import Listing, neighbours, towns_of
from recovery_radio.render.subscribe import app_links
from recovery_radio.render.words import slug

Proses = Mapping[str, Prose]
"""Texts by the path of their file."""
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


def page_sources(opened: OpenStation, proses: Proses) -> Iterator[PageSource]:
    """Give every page that is written in Markdown."""
    for page in opened.hub.pages:
        template, add = _SPECIAL.get(page.path, ("radio/page.html", _nothing))
        today = opened.now.date()
        stale = bool(page.review_due and page.review_due < today)
        yield PageSource(
            uri=page.path,
            url=page.url,
            title=page.title,
            summary=page.summary,
            kind="page" if page.kind == "manual" else page.kind,
            template=template,
            context={
                "page": page,
                "prose": proses[page.origin.path],
                "stale": stale,
                "today": today,
                **add(opened),
            },
            updated=page.reviewed,
        )


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


def _find_help(opened: OpenStation) -> dict[str, Any]:
    services, needs = opened.services, opened.hub.vocabulary.needs
    counted = [(key, need, sum(map(need.is_met_by, services))) for key, need in needs.items()]
    return {
        "needs": [row for row in counted if row[2]],
        "towns": [
            (slug(town), town, sum(town in s.towns for s in services))
            for town in towns_of(services)
        ],
    }


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


def _subscribe(opened: OpenStation) -> dict[str, Any]:
    station = opened.station
    url = station.url + opened.feed if opened.feed else ""
    return {"feed_url": url, "apps": app_links(url, station.name) if url else ()}


_SPECIAL: Mapping[str, tuple[str, Callable[[OpenStation], dict[str, Any]]]] = {
    "index.md": ("radio/home.html", _home),
    "help-now.md": ("radio/help-now.html", _help_now),
    "find-help.md": ("radio/find-help.html", _find_help),
    "listen.md": ("radio/listen.html", _listen),
    "search.md": ("radio/search.html", _nothing),
    SUBSCRIBE: ("radio/subscribe.html", _subscribe),
}
"""Pages that show more than their own words. Which they are is not theirs to say."""


def episode_sources(opened: OpenStation, proses: Proses) -> Iterator[PageSource]:
    """Give the page of every public episode."""
    hub, around = opened.hub, neighbours(opened.episodes)
    shown = {service.id: service for service in opened.services}
    for episode in opened.episodes:
        previous, following = around[episode.slug]
        yield PageSource(
            uri=f"{episode.url}index.md",
            url=episode.url,
            title=episode.title,
            summary=episode.summary,
            kind="programme",
            template="radio/episode.html",
            context={
                "episode": episode,
                "prose": proses[episode.origin.path],
                "audio_src": audio_src(episode),
                "series": (episode.series, hub.series[episode.series]),
                "topics": [(key, hub.topics[key]) for key in episode.topics],
                "services": [shown[key] for key in episode.services if key in shown],
                "helplines": [hub.helplines[key] for key in episode.helplines],
                "previous": previous,
                "next": following,
            },
            updated=episode.aired_at.date(),
        )


def gone_sources(opened: OpenStation) -> Iterator[PageSource]:
    """Give a page without a word of the programme at the address of each one that is gone."""
    for url in opened.gone:
        yield PageSource(
            uri=f"{url}index.md",
            url=url,
            title="No longer available",
            summary="This programme is no longer available.",
            kind="page",
            template="radio/gone.html",
            context={},
            listed=False,
        )


def audio_src(episode: Episode) -> str:
    """Give the address of a recording as its own page sees it."""
    url = episode.audio.url
    return url if url.startswith("https:") else f"{base_of(episode.url)}/{url}"


def service_source(opened: OpenStation, service: Service, email: str) -> PageSource:
    """Give the page of one service."""
    hub = opened.hub
    line = hub.helplines[service.contact.helpline] if service.contact.helpline else None
    return PageSource(
        uri=f"{service.url}index.md",
        url=service.url,
        title=service.name,
        summary=service.summary,
        kind="service",
        template="radio/service.html",
        context={
            "service": service,
            "organisation": hub.organisations[service.organisation],
            "vocabulary": hub.vocabulary,
            "helpline": line,
            "stale": service.review_due < opened.now.date(),
            "report_address": email,
        },
        updated=service.checked.on,
    )


def list_source(listing: Listing, opened: OpenStation) -> PageSource:
    """Give one list page."""
    return PageSource(
        uri=f"{listing.url}index.md",
        url=listing.url,
        title=listing.title,
        summary=listing.intro,
        kind="page",
        template="radio/list.html",
        context={
            **listing._asdict(),
            "feed": listing.feed if opened.feed else "",
            "vocabulary": opened.hub.vocabulary,
        },
    )
