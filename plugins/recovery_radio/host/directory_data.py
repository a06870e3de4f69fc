"""Services in the forms of others, beside their pages and in them: vCards and linked data."""

import uuid
from collections.abc import Iterator
from typing import Any

from recovery_radio.host.station import OpenStation
from recovery_radio.model.service import Service
from recovery_radio.model.whereabouts import Centres
from recovery_radio.render.open_data.card import render_card
from recovery_radio.render.open_data.data import LICENCES, Directory, namespace_of
from recovery_radio.render.open_data.linked import linked_data

DEFAULT_LICENCE = "CC-BY-4.0"
_NOWHERE = Centres({}, {})


def directory_of(
    opened: OpenStation,
    centres: Centres = _NOWHERE,
    licence: str = DEFAULT_LICENCE,
    namespace: uuid.UUID | None = None,
) -> Directory:
    """Give what data about services are made from.

    Args:
        opened: The station.
        centres: Where postcodes are, if places are to be found by them.
        licence: Terms of the data.
        namespace: What identifiers are made from, if not from the station's address.
    """
    hub, station = opened.hub, opened.station
    return Directory(
        station=station,
        team=opened.team,
        services=opened.services,
        organisations=hub.organisations,
        helplines=hub.helplines,
        vocabulary=hub.vocabulary,
        today=opened.now.date(),
        licence=LICENCES[licence],
        namespace=namespace or namespace_of(station.url),
        centres=centres,
    )


def cards(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give the vCard beside the page of each service."""
    directory = directory_of(opened)
    for service in opened.services:
        yield f"{service.url}service.vcf", render_card(directory, service, opened.words)


def linked(opened: OpenStation, service: Service) -> dict[str, Any] | None:
    """Give what a page tells search engines about its service; nothing for an invented one."""
    return linked_data(directory_of(opened), service)
