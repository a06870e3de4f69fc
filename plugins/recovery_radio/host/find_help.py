"""The page `find-help`: what it lets people choose from, and the list that it looks through."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from recovery_radio.host.places import centres_of
from recovery_radio.host.station import OpenStation
from recovery_radio.model.service import Service
from recovery_radio.render.facets import people_of, towns_of
from recovery_radio.render.find_form import find_form
from recovery_radio.render.find_list import Directory, find_files
from recovery_radio.render.open_times import open_times
from recovery_radio.render.words import slug

ASSETS = ("fields.css", "search.css", "find.css", "find.js")
_TO_TALK = ("crisis", "drugs-alcohol")
_NATIONS = 4
"""Only a number that all nations share is for everybody who may read it in a hurry."""


def find_help(opened: OpenStation) -> dict[str, Any]:
    """Give what the page shows."""
    services, vocabulary = opened.services, opened.hub.vocabulary
    needs = [(k, need, sum(map(need.is_met_by, services))) for k, need in vocabulary.needs.items()]
    people = [
        (key, term, sum(key in people_of(service) for service in services))
        for key, term in vocabulary.who.items()
    ]
    towns = [(town, sum(town in s.towns for s in services)) for town in towns_of(services)]
    lines = opened.hub.helplines.values()
    return {
        "needs": [row for row in needs if row[2]],
        "people": [row for row in people if row[2]],
        "towns": [(slug(town), town, count) for town, count in towns],
        "form": find_form(services, vocabulary, opened.words),
        "lines": list(lines),
        "national": [
            line
            for use in _TO_TALK
            for line in lines
            if line.use == use and line.number and len(line.nations) == _NATIONS
        ],
        "team": opened.team,
    }


def find_list(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give the list that the page looks through on the reader's device."""
    today = opened.now.date()
    services, vocabulary = opened.services, opened.hub.vocabulary
    return find_files(Directory(services, vocabulary, centres_of(opened), today))


def door_times(services: Sequence[Service], today: date) -> dict[str, list[tuple[str, str]]]:
    """Give, by the id of a service, the towns of its doors and when each is open, where known."""
    told = {
        service.id: [(place.town, open_times(service, place, today)) for place in service.places]
        for service in services
    }
    known = {key: [door for door in doors if door[1]] for key, doors in told.items()}
    return {key: doors for key, doors in known.items() if doors}
