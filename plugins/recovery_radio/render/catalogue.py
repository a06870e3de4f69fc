"""Lists of episodes and services: the ways to reach them, since the navigation does not hold them.

No list shows everything: with 5,000 episodes it would be larger than all of them together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from string import ascii_uppercase
from typing import NamedTuple

from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Need, Term
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.facets import (
    areas_around,
    people_of,
    serves_from_afar,
    standing,
    towns_of,
)
from recovery_radio.render.feed_channel import series_path
from recovery_radio.render.words import slug

COMMUNITIES_PAGE = "recovery-communities.md"
"""The page that shows alliances, town by town."""
_LETTERS = frozenset(ascii_uppercase)
_OTHER = mark("Other")
_AFAR = mark("By phone or online")
_PER_PAGE = {"episode": 30, "service": 60}


class Group(NamedTuple):
    """Items below one heading of a list; the heading may be empty."""

    heading: str
    items: Sequence[Episode | Service]


class Pager(NamedTuple):
    """Where a list goes on. Addresses are relative to the site's root; empty at the ends."""

    previous: str
    next: str
    number: int
    last: int


class Link(NamedTuple):
    """A way to a sister list."""

    label: str
    url: str


class Listing(NamedTuple):
    """One list page."""

    url: str
    title: str
    intro: str
    item_kind: str
    groups: Sequence[Group]
    pager: Pager | None = None
    links: Sequence[Link] = ()
    feed: str = ""
    """Podcast feed of what is listed, relative to the site's root; empty if there is none."""


def public_episodes(hub: Hub, now: datetime) -> tuple[Episode, ...]:
    """Give the episodes that may be shown at a time, newest first."""
    return tuple(episode for episode in hub.episodes if episode.is_public(now))


def gone_addresses(hub: Hub, now: datetime) -> tuple[str, ...]:
    """Give the old addresses of episodes that were public, and may no longer be, at a time.

    Of a withdrawn one nobody can tell whether it ever was; it counts as one that was.
    """
    over = (episode.url for episode in hub.episodes if episode.is_over(now))
    return (*sorted(over), *(tombstone.url for tombstone in hub.tombstones))


def shown_services(hub: Hub, today: date) -> tuple[Service, ...]:
    """Give the services that may be shown, by standing and then by name, as every list does."""
    shown = (service for service in hub.services if service.status != "closed")
    return tuple(sorted(shown, key=lambda service: standing(service, today)))


def episode_lists(
    hub: Hub, episodes: Sequence[Episode], words: Words = ENGLISH
) -> Iterator[Listing]:
    """List episodes by date, by series and by topic."""
    everything = [Group("", episodes)]
    title, intro = words.say("All programmes"), words.say("Every programme, newest first.")
    yield from _paged("episodes/", title, intro, "episode", everything, words)
    for key, series in hub.series.items():
        chosen = [e for e in episodes if e.series == key]
        url = f"listen/series/{key}/"
        feed = series_path(key) if any("feed" in e.consent.channels for e in chosen) else ""
        if chosen:
            pages = _paged(url, series.title, series.summary, "episode", [Group("", chosen)], words)
            yield from (page._replace(feed=feed) for page in pages)
    for key, topic in hub.topics.items():
        chosen = [e for e in episodes if key in e.topics]
        url = f"listen/topics/{key}/"
        title = words.say("Programmes about %(topic)s", topic=topic.label)
        if chosen:
            yield from _paged(url, title, topic.summary, "episode", [Group("", chosen)], words)


def _paged(
    url: str,
    title: str,
    intro: str,
    kind: str,
    groups: Iterable[Group],
    words: Words,
    links: Sequence[Link] = (),
) -> Iterator[Listing]:
    """Cut a list into pages, at least one."""
    rows = [(group.heading, item) for group in groups for item in group.items]
    count = max(1, -(-len(rows) // _PER_PAGE[kind]))
    urls = [url, *(f"{url}page/{number}/" for number in range(2, count + 1))]
    ends = ("", *urls, "")
    for index in range(count):
        part = rows[index * _PER_PAGE[kind] : (index + 1) * _PER_PAGE[kind]]
        shown = [
            Group(heading, [item for _, item in items])
            for heading, items in groupby(part, key=itemgetter(0))
        ]
        pager = Pager(ends[index], ends[index + 2], index + 1, count) if count > 1 else None
        following = words.say("%(title)s, page %(number)s", title=title, number=index + 1)
        name = following if index else title
        yield Listing(urls[index], name, intro, kind, shown, pager, links)


def service_lists(
    hub: Hub, services: Sequence[Service], words: Words = ENGLISH
) -> Iterator[Listing]:
    """List services by letter, by town, by need and by the people that they are for."""
    letters = _letters(services)
    links = [
        Link(words.say(_OTHER) if letter == _OTHER else letter, f"services/a-z/{letter.lower()}/")
        for letter in letters
    ]
    towns = [Link(town, f"services/towns/{slug(town)}/") for town in towns_of(services)]
    title, intro = words.say("Services from A to Z"), words.say("Choose a letter or a town.")
    yield Listing("services/", title, intro, "service", [], None, [*links, *towns])
    for link, chosen in zip(links, letters.values(), strict=True):
        title = words.say("Services: %(letter)s", letter=link.label)
        yield from _paged(link.url, title, "", "service", [Group("", chosen)], words, links)
    for town, areas in areas_around(services).items():
        beside = _beside(town, hub, words)
        yield from _town(town, areas, services, words, beside)
    for key, need in hub.vocabulary.needs.items():
        meeting = [service for service in services if need.is_met_by(service)]
        yield from _ways(f"services/needs/{key}/", need, meeting, words)
    for key, people in hub.vocabulary.who.items():
        meant = [service for service in services if key in people_of(service)]
        yield from _ways(f"services/for/{key}/", people, meant, words)


def _ways(url: str, term: Term, chosen: Sequence[Service], words: Words) -> Iterator[Listing]:
    if chosen:
        groups = by_town(chosen, words)
        yield from _paged(url, term.label, term.explanation, "service", groups, words)


def need_lists(needs: Mapping[str, Need], services: Sequence[Service]) -> dict[str, Link]:
    """Lead to the list of each need that one of some services meets, by the need."""
    return {
        key: Link(need.label, f"services/needs/{key}/")
        for key, need in needs.items()
        if any(map(need.is_met_by, services))
    }


def _town(
    town: str,
    areas: frozenset[str],
    services: Sequence[Service],
    words: Words,
    beside: Sequence[Link],
) -> Iterator[Listing]:
    here = [s for s in services if town in s.towns]
    others = [s for s in services if town not in s.towns]
    reach = [s for s in others if town in s.serves]
    afar = [s for s in others if town not in s.serves and serves_from_afar(s, areas)]
    groups = [
        Group("", here),
        Group(words.say("They come to you"), reach),
        Group(words.say(_AFAR), afar),
    ]
    title = words.say("Help in %(town)s", town=town)
    intro = words.say("Places in %(town)s, and what you can use from there.", town=town)
    url = f"services/towns/{slug(town)}/"
    on = words.say("What is on this week in %(town)s", town=town)
    links = [Link(on, f"services/this-week/{slug(town)}/"), *beside]
    yield from _paged(url, title, intro, "service", groups, words, links)


def _beside(town: str, hub: Hub, words: Words) -> list[Link]:
    """Lead to the alliance of a town, which has its organiser and its events."""
    if all(page.path != COMMUNITIES_PAGE for page in hub.pages):
        return []
    here = {key: one.name for key, one in hub.say.alliances.items() if one.town == town}
    if not here:
        return []
    first = min(here, key=here.__getitem__)  # The page shows the others of the town after it.
    title = words.say("Recovery alliance and events in %(town)s", town=town)
    return [Link(title, f"{COMMUNITIES_PAGE.removesuffix('.md')}/#alliance-{first}")]


def _letters(services: Sequence[Service]) -> dict[str, list[Service]]:
    letters: dict[str, list[Service]] = {}
    for service in services:
        initial = service.name[0].upper()
        letters.setdefault(initial if initial in _LETTERS else _OTHER, []).append(service)
    return dict(sorted(letters.items(), key=lambda row: (row[0] == _OTHER, row[0])))


def by_town(services: Sequence[Service], words: Words = ENGLISH) -> Iterator[Group]:
    """Group services by town, from A to Z, and those without a door last."""
    for town in towns_of(services):
        yield Group(town, [s for s in services if town in s.towns])
    if afar := [s for s in services if not s.places]:
        yield Group(words.say(_AFAR), afar)


def neighbours(episodes: Sequence[Episode]) -> dict[str, tuple[Episode | None, Episode | None]]:
    """Give, by slug, the episodes before and after each one in its series."""
    found: dict[str, tuple[Episode | None, Episode | None]] = {}
    rows: dict[str, list[Episode]] = {}
    for episode in reversed(episodes):
        rows.setdefault(episode.series, []).append(episode)
    for row in rows.values():
        for before, episode, after in zip([None, *row], row, [*row[1:], None], strict=False):
            found[episode.slug] = (before, after)
    return found
