"""The same data as tables: a tabular data package, for spreadsheets and databases.

Our own description of the tables, with the names and types of the UK profile. Its published one
names keys to tables that are left out here and there, and its example tables end their lines
twice; both are errors to whoever reads them strictly. Tables without a row are left out, and so
are the keys that would lead to them.

Sources: https://specs.frictionlessdata.io/tabular-data-package/,
https://github.com/OpenReferralUK/uk-profile (datapackage.json)
"""

import csv
from collections.abc import Iterator
from typing import NamedTuple

from recovery_radio.render.open_data.api import VERSION, as_json
from recovery_radio.render.open_data.data import Directory, Json
from recovery_radio.render.open_data.services import in_full
from recovery_radio.render.open_data.words import taxonomies, terms

_FOLDER = "api/datapackage"
_UUID = "uuid"


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: str = "string"
    """Type of the Table Schema, or format of a string."""
    required: bool = False
    leads_to: str = ""
    """Table whose `id` it holds."""


def _key(leads_to: str, required: bool = False, name: str = "") -> Column:
    return Column(name or f"{leads_to}_id", _UUID, required, leads_to)


def _needed(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "string", True) for name in names)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(map(Column, names))


_ID = Column("id", _UUID, True)
TABLES: dict[str, tuple[str, tuple[Column, ...]]] = {
    "organization": (
        "organizations",
        (_ID, *_needed("name", "description"), Column("website", "uri")),
    ),
    "service": (
        "services",
        (
            _ID, _key("organization", True), *_needed("name"), Column("description"),
            Column("url", "uri"), Column("email", "email"), *_needed("status"), Column("fees"),
            Column("minimum_age", "number"), Column("maximum_age", "number"),
            Column("assured_date", "date"), Column("assurer_email", "email"), Column("alert"),
        ),
    ),
    "location": (
        "locations",
        (
            _ID, *_needed("location_type"), *_texts("name", "description"),
            Column("latitude", "number"), Column("longitude", "number"),
        ),
    ),
    "address": (
        "address",
        (
            _ID, _key("location"),
            *_needed("address_1", "city", "state_province", "postal_code", "country", "address_type"),
        ),
    ),
    "service_at_location": (
        "service_at_location",
        (_ID, _key("service", True), _key("location", True)),
    ),
    "schedule": (
        "schedule",
        (
            _ID, _key("service"), _key("service_at_location"), Column("valid_from", "date"),
            Column("valid_to", "date"), Column("dtstart", "date"), Column("freq"),
            Column("interval", "number"), *_texts("byday", "description"),
            Column("opens_at", "time"), Column("closes_at", "time"),
            Column("schedule_link", "uri"), *_texts("attending_type", "notes"),
        ),
    ),
    "contact": ("contacts", (_ID, _key("service"), Column("name"))),
    "phone": (
        "phones",
        (_ID, _key("contact"), *_needed("number"), Column("description")),
    ),
    "service_area": ("service_areas", (_ID, _key("service"), Column("name"))),
    "language": ("languages", (_ID, _key("service"), *_texts("name", "code"))),
    "accessibility": (
        "accessibility",
        (_ID, _key("location"), *_texts("description", "details")),
    ),
    "cost_option": (
        "cost_options",
        (_ID, _key("service", True), Column("option"), Column("amount", "number"), Column("amount_description")),
    ),
    "taxonomy": ("taxonomies", (_ID, *_needed("name", "description"))),
    "taxonomy_term": (
        "taxonomy_terms",
        (
            _ID, *_needed("name", "description"), Column("taxonomy"), _key("taxonomy"),
            Column("term_uri", "uri"),
        ),
    ),
    "attribute": (
        "attribute",
        (_ID, _key("service", True, "link_id"), _key("taxonomy_term", True), Column("link_type")),
    ),
}  # fmt: skip
"""Each table: the name of its file, and its columns."""


def package_files(directory: Directory) -> Iterator[tuple[str, str]]:
    """Give the path of each file of the package in the site, and its text."""
    rows = {name: found for name, found in rows_of(directory).items() if found}
    yield f"{_FOLDER}/datapackage.json", as_json(_description(directory, rows))
    for name, found in rows.items():
        file, columns = TABLES[name]
        yield f"{_FOLDER}/{file}.csv", _csv([column.name for column in columns], found)


def rows_of(directory: Directory) -> dict[str, list[Json]]:
    """Take the nested data apart into the rows of each table."""
    rows: dict[str, list[Json]] = {name: [] for name in TABLES}
    rows["taxonomy"] = taxonomies(directory)
    rows["taxonomy_term"] = terms(directory)
    organizations = {}
    for service in directory.services:
        whole = in_full(directory, service)
        organizations[whole["organization_id"]] = whole["organization"]
        rows["service"].append(whole)
        for name, list_name in (
            ("schedule", "schedules"),
            ("service_area", "service_areas"),
            ("language", "languages"),
            ("cost_option", "cost_options"),
            ("contact", "contacts"),
            ("attribute", "attributes"),
            ("service_at_location", "service_at_locations"),
        ):
            rows[name] += whole.get(list_name, [])
    for contact in rows["contact"]:
        rows["phone"] += contact["phones"]
    rows["location"] = [tie["location"] for tie in rows["service_at_location"]]
    for place in rows["location"]:
        rows["address"] += place.get("addresses", [])
        rows["accessibility"] += place.get("accessibility", [])
    rows["organization"] = list(organizations.values())
    return rows


class _Lines(list[str]):
    write = list.append


def _csv(names: list[str], rows: list[Json]) -> str:
    lines = _Lines()
    # csv ends lines with CRLF, as RFC 4180 asks, and the host must not do it again.
    writer = csv.DictWriter(lines, names, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return "".join(lines)


def _description(directory: Directory, rows: dict[str, list[Json]]) -> Json:
    licence = directory.licence
    return {
        "name": "services-directory",
        "title": f"Services directory of {directory.station.name}",
        "description": f"The services that {directory.station.name} lists, in the terms of {VERSION}.",
        "profile": "tabular-data-package",
        "homepage": directory.station.url,
        "version": directory.today.isoformat(),
        "licenses": [{"name": licence.name, "title": licence.title, "path": licence.url}],
        "resources": [_resource(name, rows) for name in rows],
    }


def _resource(name: str, rows: dict[str, list[Json]]) -> Json:
    file, columns = TABLES[name]
    keys = [
        {"fields": column.name, "reference": {"resource": column.leads_to, "fields": "id"}}
        for column in columns
        if column.leads_to in rows
    ]
    schema: Json = {"fields": list(map(_field, columns)), "primaryKey": "id"}
    return {
        "name": name,
        "path": f"{file}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {**schema, "foreignKeys": keys} if keys else schema,
    }


def _field(column: Column) -> Json:
    is_format = column.kind in ("uuid", "uri", "email")
    field: Json = {"name": column.name, "type": "string" if is_format else column.kind}
    if is_format:
        field["format"] = column.kind
    if column.required:
        field["constraints"] = {"required": True, **({"unique": True} if column == _ID else {})}
    return field
