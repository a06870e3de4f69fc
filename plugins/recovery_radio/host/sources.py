"""Which pages the site has, and what their templates are given."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.directory_data import linked
from recovery_radio.host.special import special_of
from recovery_radio.host.station import OpenStation
from recovery_radio.host.texts import base_of
from recovery_radio.host.training import module_context
from recovery_radio.model.episode import Audio, Episode
from recovery_radio.model.page import Prose
from recovery_radio.model.service import Service
from recovery_radio.render.calendars import has_calendar
from recovery_radio.render.catalogue import Listing, neighbours
from recovery_radio.render.near_you import near_you
from recovery_radio.render.open_times import open_assets
from recovery_radio.render.pocket import card_key
from recovery_radio.render.reports import wrong_mail

Proses = Mapping[str, Prose]
"""Texts by the path of their file."""
DoorTimes = list[tuple[str, str]]
"""Where each door of a service is, and when it is open, as `render.open_times` tells it."""


def page_sources(opened: OpenStation, proses: Proses) -> Iterator[PageSource]:
    """Give every page that is written in Markdown."""
    for page in opened.hub.pages:
        template, add, *assets = special_of(page)
        today = opened.now.date()
        prose = proses[page.origin.path]
        yield PageSource(
            uri=page.path,
            url=page.url,
            title=page.title,
            summary=page.summary,
            kind="page" if page.kind == "manual" else page.kind,
            template=template,
            context={
                "page": page,
                "prose": prose,
                "stale": page.is_stale(today),
                "today": today,
                "near": near_you(
                    page.needs, opened.hub.vocabulary, opened.services, today, opened.words
                ),
                "card": card_key(page, prose),
                **add(opened),
                **module_context(opened, page, proses),
            },
            updated=page.reviewed,
            assets=tuple(assets),
        )


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
                "audio_src": audio_src(episode, episode.audio),
                "low_src": audio_src(episode, episode.low_audio) if episode.low_audio else "",
                "station": opened.station.name,
                "series": (episode.series, hub.series[episode.series]),
                "topics": [(key, hub.topics[key]) for key in episode.topics],
                "services": [shown[key] for key in episode.services if key in shown],
                "vocabulary": hub.vocabulary,
                "today": opened.now.date(),
                "times": {},
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
            title=opened.words.say("No longer available"),
            summary=opened.words.say("This programme is no longer available."),
            kind="page",
            template="radio/gone.html",
            context={},
            listed=False,
        )


def audio_src(episode: Episode, audio: Audio) -> str:
    """Give the address of a recording of an episode as its own page sees it."""
    url = audio.url
    return url if url.startswith("https:") else f"{base_of(episode.url)}/{url}"


def service_source(opened: OpenStation, service: Service) -> PageSource:
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
            "today": opened.now.date(),
            "has_calendar": has_calendar(service, opened.now.date()),
            "team": opened.team,
            "linked": linked(opened, service),
            "wrong_mail": wrong_mail(opened.team.email, service, opened.station.url, opened.words),
        },
        updated=service.checked.on,
        assets=open_assets([service], opened.now.date()),
    )


def list_source(
    listing: Listing, opened: OpenStation, times: Mapping[str, DoorTimes] = MappingProxyType({})
) -> PageSource:
    """Give one list page.

    Args:
        listing: What is on it.
        opened: The station.
        times: Times of doors by the id of the service.
    """
    shown = [
        item.id for group in listing.groups for item in group.items if isinstance(item, Service)
    ]
    own = {key: times[key] for key in shown if key in times}
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
            "lines": opened.hub.helplines,
            "today": opened.now.date(),
            "times": own,
        },
        assets=("open.js",) if own else (),
    )
