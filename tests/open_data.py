"""What the open data are held against: schemas of others, and a directory to make them from.

The schemas are share-alike, so they are not in this repository but beside it, in
`../shared/oracles`. Tests that need them skip where they are not.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Severity
from recovery_radio.model.service import Service
from recovery_radio.model.station import Station, Team
from recovery_radio.model.whereabouts import Centres, Point
from recovery_radio.render.open_data.data import LICENCES, Directory, namespace_of
from sites import NOW, SERVICE, edit, read_station
from station import ROOT

ORACLES = ROOT.parent / "shared/oracles"
HERE = Station(
    name='Tiny & "small" radio', url="https://tiny.example/", description="A station for tests."
)
CENTRES = Centres({"RH10": Point(51.11, -0.18, True)}, {})
REAL = edit(
    SERVICE,
    (
        "example: true",
        "sources: [{title: T, publisher: P, year: 2026, url: 'https://hub.example/', "
        "looked_up: 2026-11-01}]",
    ),
)
"""The service as if it really existed."""
_FRICTIONLESS = """
import json, sys, frictionless
report = frictionless.validate(sys.argv[1])
rows = [[task.name, error.type, error.note] for task in report.tasks for error in task.errors]
print(json.dumps([[error.type, error.note] for error in report.errors] + rows))
"""


def oracle(path: str) -> Path:
    """Find a file of others, or skip the test."""
    if not (ORACLES / path).exists():
        pytest.skip(f"needs ../shared/oracles/{path}, which is not part of this repository")
    return ORACLES / path


def directory_from(hub: Hub, **changes: Any) -> Directory:
    """Make the data of a hub, as on the day of the tests."""
    return Directory(
        station=HERE,
        team=Team(email="hello@tiny.example"),
        services=hub.services,
        organisations=hub.organisations,
        helplines=hub.helplines,
        vocabulary=hub.vocabulary,
        today=NOW.date(),
        licence=LICENCES["CC-BY-4.0"],
        namespace=namespace_of(HERE.url),
        centres=CENTRES,
    )._replace(**changes)


def harbour(
    root: Path, *changes: tuple[str, str], text: str = SERVICE
) -> tuple[Directory, Service]:
    """Read the plain service with some changes, and give it with its directory."""
    hub, problems = read_station(root, edit(text, *changes))
    assert {problem.severity for problem in problems} <= {Severity.NOTICE}
    return directory_from(hub), hub.services[0]


@cache
def validator(name: str) -> Draft202012Validator:
    """Take a schema of the UK profile, checking formats: without that, any text is a UUID."""
    schema = json.loads(oracle(f"uk-profile/schema/compiled/{name}.json").read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


@cache
def tables() -> dict[str, dict[str, Any]]:
    """Take the tables of the UK profile, each with its columns by name."""
    package = json.loads(oracle("uk-profile/datapackage.json").read_text("utf-8"))
    return {
        table["name"]: {field["name"]: field for field in table["schema"]["fields"]}
        for table in package["resources"]
    }


@cache
def table_validator(name: str) -> Draft202012Validator:
    """Make a schema of a table, for things that have no compiled one."""
    columns = tables()[name]
    types = {"string": "string", "number": "number"}
    schema = {
        "type": "object",
        "required": [n for n, f in columns.items() if f["constraints"]["required"]],
        "properties": {
            n: {"type": types[f["type"]], **({"format": f["format"]} if "format" in f else {})}
            for n, f in columns.items()
        },
    }
    return Draft202012Validator(schema, format_checker=FormatChecker())


SHORT = {"services": "service_list", "service_at_locations": "service_at_location_list"}
FULL = {"services": "service", "service_at_locations": "service_at_location"}
TABLE = {"taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}


def faults_in(path: str, text: str) -> list[str]:
    """Say what is wrong with one file of the interface."""
    kind = path.split("/")[1]
    document = json.loads(text)
    if kind == "index.json":
        return [] if document["version"] == "HSDS-UK-3.0" else ["version"]
    is_list = path.endswith("/index.json")
    form = SHORT if is_list else FULL
    held = table_validator(TABLE[kind]) if kind in TABLE else validator(form[kind])
    things = document["contents"] if is_list else [document]
    faults = [f"{e.json_path}: {e.message}" for thing in things for e in held.iter_errors(thing)]
    faults += [f"{place}: nothing in it" for place in _blanks(document, "$")]
    if is_list:
        return faults + page_faults(document)
    return faults if path.endswith(f"/{document.get('id')}.json") else [*faults, "another name"]


def page_faults(page: dict[str, Any]) -> list[str]:
    """Say what a page says wrongly about itself."""
    count = len(page["contents"])
    meant = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": count == 0,
    }
    ids = [thing["id"] for thing in page["contents"]]
    doubled = ["an identifier twice"] if len(ids) != len(set(ids)) else []
    return [
        f"{name}: {page.get(name)}" for name in meant if page.get(name) != meant[name]
    ] + doubled


def _blanks(value: Any, path: str) -> list[str]:
    if isinstance(value, dict) and path != "$":
        found = [f"{path}.{k}" for k, v in value.items() if v in (None, "", [], {}) and v != 0]
    else:
        found = []
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return found + [blank for key, part in inner for blank in _blanks(part, f"{path}.{key}")]


def frictionless_faults(package: Path) -> list[list[str]]:
    """Ask frictionless what is wrong with a package; in another process, as it is heavy."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _FRICTIONLESS, package.name],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: list[list[str]] = json.loads(run.stdout.splitlines()[-1])
    return found
