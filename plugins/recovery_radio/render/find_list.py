"""The list that `find-list.js` filters on the reader's device: names, facts and doors, packed.

Columns pack better than rows, and each column is one text. Names stand on lines. Numbers are the
signs of a text, in which a blank is 0, `!` is 1, `0` is 16, and so on through Unicode. Words and
towns are named by their number in a table, and a row with several has several signs on its line.
Rows are sorted by id, since those of a town are alike. So 500 services take 20 kB and not 30.

A large directory is cut into chunks by postcode area, so that nobody loads the whole country. One
chunk holds what is used from anywhere; the others are chosen by the towns nearby.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from recovery_radio.model.answers import access_of
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.whereabouts import Centres, area_of
from recovery_radio.render.facets import (
    ANY,
    ANYONE,
    EVERYWHERE,
    areas_around,
    standing,
    towns_of,
)
from recovery_radio.render.open_times import open_times
from recovery_radio.render.postcodes import locate_place
from recovery_radio.render.words import NATIONS, slug

T = TypeVar("T")
PATH = "assets/radio/find.json"
"""Where the list lies in the site. Its chunks lie in a folder beside it."""
CHUNKS_FROM = 1500
"""From how many services on it is cut into chunks."""
AFAR = "afar"
"""The chunk of what can be used from anywhere."""
GROUPS = (
    "kinds", "access", "space", "offers", "how_in", "mode", "cost", "who", "substances", "needs",
)  # fmt: skip
"""Parts of the vocabulary, in the order in which their words are numbered: a row's kind is its
first word, what is said most often fits into a byte, and needs follow from other words."""
_WHOLE_NATIONS = {EVERYWHERE, *NATIONS.values()}


class Directory(NamedTuple):
    """What is listed."""

    services: Sequence[Service]
    vocabulary: Vocabulary
    centres: Centres
    """With the station's towns."""
    today: date


def term_numbers(vocabulary: Vocabulary) -> dict[tuple[str, str], int]:
    """Number the words of the vocabulary, given by their group and key."""
    return _numbers((group, key) for group in GROUPS for key in getattr(vocabulary, group))


def find_files(directory: Directory) -> Iterator[tuple[str, str]]:
    """Give the list: pairs of a path in the site and a text. The first leads to all others."""
    tables = _Tables(directory)
    services = sorted(directory.services, key=lambda service: service.id)
    if len(services) < CHUNKS_FROM:
        yield PATH, _write({**tables.told(), **_rows(services, tables)})
        return
    chunks, areas = _chunks(services), _areas_of_names(services)
    keys = [" ".join(sorted(areas[town])) for town in tables.towns]
    yield PATH, _write({**tables.told(), "chunks": "\n".join(keys)})
    for key, chunk in chunks.items():
        yield f"{PATH.removesuffix('.json')}/{key}.json", _write(_rows(chunk, tables))


class _Tables:
    """What rows name by number."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        services = directory.services
        self.terms = term_numbers(directory.vocabulary)
        self.towns = towns_of(services)
        self.around = areas_around(services)
        served = [name for service in services for name in service.serves]
        self.areas = _numbers([*self.towns, *served, *sorted(set().union(*self.around.values()))])
        self.roles = _numbers(service.checked.who for service in services)
        self.times = _numbers(
            open_times(service, place, directory.today)
            for service in services
            for place in service.places
        )

    def told(self) -> dict[str, Any]:
        """Give the tables as the script reads them."""
        vocabulary = self.directory.vocabulary
        terms = [getattr(vocabulary, group)[key] for group, key in self.terms]
        middles = [self.directory.centres.towns.get(town) for town in self.towns]
        return {
            "day": (self.directory.today - date(1970, 1, 1)).days,
            "labels": _lines(term.label for term in terms),
            "also": _lines(" ".join(term.also) for term in terms),
            "implied": self._implied(),
            "areas": _lines(self.areas),
            "around": _lines(
                _signs(self.areas[name] for name in self.around[town]) for town in self.towns
            ),
            "middles": [
                [round(1000 * m.latitude), round(1000 * m.longitude)] if m else None
                for m in middles
            ],
            "roles": _lines(self.roles),
            "times": _lines(self.times),
            "afar": [
                number
                for (group, key), number in self.terms.items()
                if group == "mode" and key in ("phone", "online")
            ],
        }

    def _implied(self) -> dict[int, str]:
        """Say what follows from which words: a need from its answers, each substance from any."""
        implied: dict[int, str] = {}
        for key, need in self.directory.vocabulary.needs.items():
            parts = (("kinds", need.kinds), ("offers", need.offers), ("who", need.who))
            answers = (self.terms[group, word] for group, words in parts for word in words)
            implied[self.terms["needs", key]] = _signs(answers)
        everything = [number for word, number in self.terms.items() if word == ("substances", ANY)]
        for (group, key), number in self.terms.items():
            if group == "substances" and key != ANY:
                implied[number] = _signs(everything)
        return implied

    def facts(self, service: Service) -> str:
        """Give the words that a service uses of itself."""
        return self._signs_of(service.words)

    def door(self, place: Place) -> str:
        """Give the words that are certain of a door, and the people of its sessions."""
        said = {
            "who": [who for session in place.sessions for who in session.who if who != ANYONE],
            "access": [word for word, answer in access_of(place).items() if answer == "yes"],
            "space": [word for word, answer in place.space.items() if answer == "yes"],
        }
        return self._signs_of(said)

    def _signs_of(self, said: Mapping[str, Iterable[str]]) -> str:
        # What hours say of evenings and weekends, not every vocabulary has a word for.
        pairs = ((group, word) for group, words in said.items() for word in words)
        return _signs(self.terms[pair] for pair in pairs if pair in self.terms)


def _rows(services: Sequence[Service], tables: _Tables) -> dict[str, Any]:
    today, centres = tables.directory.today, tables.directory.centres
    doors = [(service, place) for service in services for place in service.places]
    steps = [_step(place, centres) for _, place in doors]
    return {
        "id": _lines(service.id for service in services),
        "name": _lines(service.name for service in services),
        "phone": _lines(service.contact.phone or "" for service in services),
        "checked": _column((today - service.checked.on).days for service in services),
        "role": _column(tables.roles[service.checked.who] for service in services),
        "standing": _column(standing(service, today) for service in services),
        "note": _column(_note(service) for service in services),
        "facts": _lines(tables.facts(service) for service in services),
        "serves": _lines(
            _signs(tables.areas[name] for name in service.serves) for service in services
        ),
        "doors": _column(len(service.places) for service in services),
        "town": _column(tables.areas[place.town] for _, place in doors),
        "has": _lines(tables.door(place) for _, place in doors),
        "open": _column(tables.times[open_times(*door, today)] for door in doors),
        "north": _column(_folded(north) for north, _ in steps),
        "east": _column(_folded(east) for _, east in steps),
    }


def _step(place: Place, centres: Centres) -> tuple[int | None, int | None]:
    """Say how far from the middle of its town a place is, in thousandths of a degree, if known."""
    town, point = centres.towns.get(place.town), locate_place(place, centres)
    if not town or not point or point.approximate:
        return None, None
    north = round(1000 * point.latitude) - round(1000 * town.latitude)
    return north, round(1000 * point.longitude) - round(1000 * town.longitude)


def _folded(number: int | None) -> int:
    """Number what may be unknown or negative from 0 on: None is 0, then come 0, -1, 1, -2, 2."""
    if number is None:
        return 0
    return 2 * number + 1 if number >= 0 else -2 * number


def _note(service: Service) -> int:
    return (service.status == "paused") + 2 * service.example


def _chunks(services: Sequence[Service]) -> dict[str, list[Service]]:
    areas, towns_with_doors = _areas_of_names(services), {*towns_of(services)}
    chunks: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        towns = {*service.towns, *service.serves} & towns_with_doors
        near = {area for name in towns or service.serves for area in areas.get(name, ())}
        beyond = service.afar and not _WHOLE_NATIONS.isdisjoint(service.serves)
        for key in near | {AFAR} if beyond or not near else near:
            chunks[key].append(service)
    return dict(sorted(chunks.items()))


def _areas_of_names(services: Iterable[Service]) -> dict[str, set[str]]:
    """Give the postcode areas of towns and counties; a town without postcodes is an area itself."""
    areas: dict[str, set[str]] = defaultdict(set)
    places = [place for service in services for place in service.places]
    for place in places:
        areas[place.town] |= {area_of(place.postcode).lower()} if place.postcode else set()
    for place in places:
        areas[place.town] = areas[place.town] or {slug(place.town)}
        areas[place.county or place.town] |= areas[place.town]
    return areas


def _numbers(names: Iterable[T]) -> dict[T, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _signs(numbers: Iterable[int]) -> str:
    return _column(sorted(set(numbers)))


def _column(numbers: Iterable[int]) -> str:
    return "".join(chr(ord(" ") + number) for number in numbers)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _write(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
