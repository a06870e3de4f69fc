"""What is missing where: needs that no place in a town meets, for whoever wants to begin something."""

from collections.abc import Sequence
from typing import NamedTuple

from recovery_radio.model.hub import Hub
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Need
from recovery_radio.render.facets import towns_of


class Gap(NamedTuple):
    """A town, and what one cannot find there."""

    town: str
    needs: Sequence[Need]
    """In the order of the vocabulary."""


def gaps_of(hub: Hub, services: Sequence[Service]) -> list[Gap]:
    """List the towns that somebody serves from a place there, with what no place there offers.

    A need that is met by phone alone, everywhere, is no gap of a town.

    Args:
        hub: The station.
        services: Those that are shown.
    """
    there = [service for service in services if service.places]
    needs = [n for n in hub.vocabulary.needs.values() if any(map(n.is_met_by, there))]
    gaps = []
    for town in towns_of(services):
        here = [service for service in there if town in service.towns]
        missing = [need for need in needs if not any(map(need.is_met_by, here))]
        # The office of a national charity makes no town one of ours.
        if missing and any(town in service.serves for service in here):
            gaps.append(Gap(town, missing))
    return gaps
