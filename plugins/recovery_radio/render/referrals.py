"""Referral sheets: who takes patients of a town for a need, on one side of A4.

What is near comes first and in full. What works from afar follows, told as briefly as the paper
needs but with the same facts: an entry that leaves one out would be taken for complete. Places in
other towns come last; where the paper ends, they are named, since the sheet of their own town
tells all of them.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate, chain
from typing import NamedTuple

from recovery_radio.model.hours import Nation
from recovery_radio.model.hub import Hub
from recovery_radio.model.opening import bank_holidays
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Need
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.facets import EVERYWHERE, standing
from recovery_radio.render.hours_in_words import and_then
from recovery_radio.render.referral_facts import Fact, facts_of, what_to_do
from recovery_radio.render.words import day, in_order, nation, slug

START = "referrals/"
"""Address of the page that leads to the sheets."""
ROOM = {"large": 2300, "medium": 3600, "small": 5100}
"""How many characters a side of A4 holds in each size of type, measured in Chromium."""
# Up to so many characters each fact has a line of its own; up to so many entries, a whole line.
_IN_FULL, _FEW = 2900, 2
_AHEAD = timedelta(days=60)


class Area(NamedTuple):
    """A town, and what it belongs to."""

    town: str
    counties: frozenset[str]
    nation: Nation

    def nearness(self, service: Service) -> int | None:
        """Say how near a service is: in the town or coming to it, in the county, or for all."""
        if self.town in service.towns or self.town in service.serves:
            return 0
        if not self.counties.isdisjoint(service.serves):
            return 1
        everybody = nation(self.nation) in service.serves or EVERYWHERE in service.serves
        return 2 if everybody else None


class Plan(NamedTuple):
    """Who takes patients of a town for a need, before anything is told of them."""

    area: Area
    key: str
    need: Need
    near: Sequence[Service]
    county: Sequence[Service]
    afar: Sequence[Service]

    @property
    def town(self) -> str:
        """Name of the town."""
        return self.area.town

    @property
    def url(self) -> str:
        """Address of the sheet, relative to the site's root."""
        return f"{START}{slug(self.town)}/{self.key}/"

    @property
    def entries(self) -> int:
        """How many there are."""
        return len(self.near) + len(self.county) + len(self.afar)


class Referral(NamedTuple):
    """An entry of a sheet."""

    service: Service
    warning: str
    """Why not to send anybody without asking; empty if nothing speaks against it."""
    news: str
    """What is different these days; empty if nothing is."""
    facts: tuple[Fact, ...]

    @property
    def gaps(self) -> list[str]:
        """Names of the facts that are not known, or not all of them."""
        return [fact.label for fact in self.facts if fact.missing]

    @property
    def letters(self) -> int:
        """About how many characters it takes."""
        # Its kind, what it costs, and the ends of four lines that stay empty.
        heading = 130 + len(self.service.name) + len(self.warning) + len(self.news)
        lines = (line.text for fact in self.facts for line in fact.lines)
        return heading + sum(map(len, chain(lines, (f"{f.label}{f.missing}" for f in self.facts))))


class Group(NamedTuple):
    """Entries that are about equally near."""

    heading: str
    in_full: bool
    referrals: Sequence[Referral]


class Sheet(NamedTuple):
    """A need in a town."""

    plan: Plan
    groups: Sequence[Group]
    more: Sequence[tuple[Service, str]]
    """Those for which the paper has no room, with town and number."""
    nation: str
    holidays: Mapping[date, str]
    """The bank holidays of the next weeks."""

    @property
    def referrals(self) -> list[Referral]:
        """All entries."""
        return [referral for group in self.groups for referral in group.referrals]

    @property
    def incomplete(self) -> int:
        """How many entries lack something."""
        return sum(bool(referral.gaps) for referral in self.referrals)

    @property
    def gaps(self) -> list[tuple[str, int]]:
        """What is lacking, and in how many entries, most often first."""
        return Counter(gap for each in self.referrals for gap in each.gaps).most_common()

    @property
    def is_short(self) -> bool:
        """Whether the lines may run over the whole width."""
        return len(self.referrals) <= _FEW

    @property
    def size(self) -> str:
        """The largest type in which it fits on one side."""
        letters = sum(each.letters for each in self.referrals)
        return next((size for size, room in ROOM.items() if letters <= room), "small")


def plan_sheets(hub: Hub, services: Sequence[Service], today: date) -> Iterator[Plan]:
    """Choose who stands on each sheet, by town; needs in the order of the vocabulary.

    Args:
        hub: The station.
        services: Those that are shown.
        today: Day on which the sheets are made.
    """
    needs = hub.vocabulary.needs
    # What answers a need by its kind is made for it; the others have it among their offers.
    chosen = {
        key: sorted(
            filter(need.is_met_by, services),
            key=lambda s, need=need: (standing(s, today), s.kind not in need.kinds, s.name),  # type: ignore[misc]
        )
        for key, need in needs.items()
    }
    for area in _areas(services):
        for key, need in needs.items():
            rows: dict[int | None, list[Service]] = {0: [], 1: [], 2: [], None: []}
            for service in chosen[key]:
                rows[area.nearness(service)].append(service)
            if rows[0] or rows[1] or rows[2]:
                yield Plan(area, key, need, rows[0], rows[1], rows[2])


def _areas(services: Sequence[Service]) -> Iterator[Area]:
    places: dict[str, list[Place]] = {}
    for place in (place for service in services for place in service.places):
        places.setdefault(place.town, []).append(place)
    for town in sorted(places):
        counties = frozenset(place.county for place in places[town] if place.county)
        yield Area(town, counties, places[town][0].nation)


def referral_sheets(
    hub: Hub, services: Sequence[Service], today: date, words: Words = ENGLISH
) -> Iterator[Sheet]:
    """Make all sheets, as they are planned."""
    told: dict[tuple[str, str], Referral] = {}

    def tell(service: Service, town: str) -> Referral:
        key = service.id, town if town in service.towns else ""
        if key not in told:
            told[key] = _referral(hub, town, service, today, words)
        return told[key]

    for plan in plan_sheets(hub, services, today):
        here, county, afar = (
            [tell(service, plan.town) for service in row]
            for row in (plan.near, plan.county, plan.afar)
        )
        groups, more = _on_paper(plan.area, here, county, afar, words)
        beyond = [(service, _in_a_word(service, hub, words)) for service in more]
        holidays = bank_holidays(plan.area.nation, today, today + _AHEAD)
        yield Sheet(plan, groups, beyond, nation(plan.area.nation, words), holidays)


def _on_paper(
    area: Area,
    here: Sequence[Referral],
    county: Sequence[Referral],
    afar: Sequence[Referral],
    words: Words,
) -> tuple[list[Group], list[Service]]:
    """Take as many as one side has room for: the near ones, those from afar, then the others."""
    queue = (*here, *afar, *county)
    letters = list(accumulate(referral.letters for referral in queue))
    # One there is always, however much it has to say.
    fits = max(1, bisect(letters, ROOM["small"]))
    spacious = letters[fits - 1] <= _IN_FULL
    counties = and_then(sorted(area.counties) or [""], words)
    elsewhere = words.say("Elsewhere in %(counties)s", counties=counties)
    last = fits - len(here)
    groups = [
        Group(words.say("In %(town)s", town=area.town), spacious, here[:fits]),
        Group(elsewhere, False, county[: max(0, last - len(afar))]),
        Group(words.say("By phone, online or across the country"), False, afar[: max(0, last)]),
    ]
    return [group for group in groups if group.referrals], [r.service for r in queue[fits:]]


def _referral(hub: Hub, town: str, service: Service, today: date, words: Words) -> Referral:
    doors = [place for place in service.places if place.town == town] or service.places
    alert = service.alert
    news = alert.text if alert and alert.until >= today else ""
    warning = ""
    if not service.is_confirmed(today):
        warning = words.say(
            "Not confirmed since %(day)s: %(ask)s.",
            day=day(service.checked.on, words),
            ask=what_to_do(service, hub, words),
        )
    elif service.status == "paused":
        warning = words.say("Paused: not taking people at the moment.")
    return Referral(service, warning, news, facts_of(service, doors, hub, today, words))


def _in_a_word(service: Service, hub: Hub, words: Words) -> str:
    key = service.contact.helpline
    number = service.contact.phone or (hub.helplines[key].number if key else None)
    way = in_order(number, words) if number else service.contact.web
    return ", ".join(filter(None, (*service.towns, way)))
