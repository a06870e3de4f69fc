"""What lists and filters ask of a service, so that both give the same answer.

A service that says `any` or `anyone` helps everybody with everything, and is found by each
substance; but whoever asks for a place for women wants one that is for women.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum

from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.render.words import nation

ANY = "any"
"""The substance that stands for all of them."""
ANYONE = "anyone"
"""The word for a service that is not for some people only."""
EVERYWHERE = "UK"


class Standing(IntEnum):
    """Where a service stands in every list: the first come first."""

    TRUSTED = 0
    """It runs, and somebody has made sure of it not long ago."""
    DOUBTFUL = 1
    """It is paused, or nobody has made sure for long."""
    UNCONFIRMED = 2
    """Nobody knows whether it still runs."""


def standing(service: Service, today: date) -> Standing:
    """Tell how far down in a list a service belongs."""
    if not service.is_confirmed(today):
        return Standing.UNCONFIRMED
    return Standing.TRUSTED if service.tells_open(today) else Standing.DOUBTFUL


def towns_of(services: Iterable[Service]) -> list[str]:
    """Name every town with a door, from A to Z."""
    return sorted({town for service in services for town in service.towns})


def people_of(service: Service) -> tuple[str, ...]:
    """Name the people it is for, those of a single session included."""
    sessions = (session for place in service.places for session in place.sessions)
    named = [*service.for_whom.who, *(who for session in sessions for who in session.who)]
    return tuple(word for word in dict.fromkeys(named) if word != ANYONE)


def needs_met(service: Service, vocabulary: Vocabulary) -> Iterator[str]:
    """Name the needs that it answers."""
    return (key for key, need in vocabulary.needs.items() if need.is_met_by(service))


def areas_around(services: Iterable[Service]) -> Mapping[str, frozenset[str]]:
    """Give, by town, the names under which its people are served: town, county, nation, UK."""
    areas: dict[str, frozenset[str]] = {}
    for place in (place for service in services for place in service.places):
        names = {place.town, place.county or place.town, nation(place.nation), EVERYWHERE}
        areas[place.town] = areas.get(place.town, frozenset()) | names
    return areas


def serves_from_afar(service: Service, areas: frozenset[str]) -> bool:
    """Tell whether people of a place can use it by phone or online."""
    return service.afar and not areas.isdisjoint(service.serves)
