"""The nine addresses of an Open Referral UK 3.0 interface, as files.

A static host cannot search and cannot divide into pages, so it answers every question with the
one page that there is, which the standard allows: page 1 of 1.

Sources: https://github.com/OpenReferralUK/uk-profile (schema/openapi.json),
https://github.com/openreferral/mock-hsds-api
"""

import json
from collections.abc import Iterable, Iterator

from recovery_radio.render.open_data.data import Directory, Json
from recovery_radio.render.open_data.services import (
    in_full,
    in_short,
    places_in_full,
    places_in_short,
)
from recovery_radio.render.open_data.words import taxonomies, terms

VERSION = "HSDS-UK-3.0"
_PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
_OPENAPI = "https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json"


def api_files(directory: Directory) -> Iterator[tuple[str, str]]:
    """Give the path of each file in the site, and its text."""
    services = directory.services
    yield "api/index.json", as_json(_about(directory))
    yield from _listed("services", [in_short(directory, each) for each in services])
    yield from _each("services", (in_full(directory, each) for each in services))
    short = [place for each in services for place in places_in_short(directory, each)]
    yield from _listed("service_at_locations", short)
    full = (place for each in services for place in places_in_full(directory, each))
    yield from _each("service_at_locations", full)
    for name, things in (
        ("taxonomies", taxonomies(directory)),
        ("taxonomy_terms", terms(directory)),
    ):
        yield from _listed(name, things)
        yield from _each(name, things)


def as_json(value: object) -> str:
    """Write JSON that people can read too."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def page_of(things: list[Json]) -> Json:
    """Put all there is on one page."""
    return {
        "total_items": len(things),
        "total_pages": 1,
        "page_number": 1,
        "size": len(things),
        "first_page": True,
        "last_page": True,
        "empty": not things,
        "contents": things,
    }


def _about(directory: Directory) -> Json:
    return {
        "version": VERSION,
        "profile": _PROFILE,
        "openapi_url": _OPENAPI,
        "publisher": directory.station.name,
        "homepage": directory.station.url,
        "licence": directory.licence.url,
        "namespace": str(directory.namespace),
        "built": directory.today.isoformat(),
    }


def _listed(name: str, things: list[Json]) -> Iterator[tuple[str, str]]:
    yield f"api/{name}/index.json", as_json(page_of(things))


def _each(name: str, things: Iterable[Json]) -> Iterator[tuple[str, str]]:
    for thing in things:
        yield f"api/{name}/{thing['id']}.json", as_json(thing)
