"""The open data of the whole example station, held against the schemas of others.

Each test that finds nothing wrong has one beside it that puts something wrong, so that nothing
here passes because nothing is looked at.
"""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.test_preview import ask
from open_data import faults_in, frictionless_faults, oracle, page_faults, validator
from recovery_radio.cli.preview import Changes, preview_app
from station import ROOT

Json = Any
ENDPOINTS = ("services", "service_at_locations", "taxonomies", "taxonomy_terms")


@pytest.fixture(scope="module")
def api(kindling: Path) -> Path:
    return kindling / "api"


def answers(api: Path) -> dict[str, str]:
    """Give every file of the interface by its path in the site."""
    paths = [api / "index.json", *(p for name in ENDPOINTS for p in (api / name).iterdir())]
    return {str(path.relative_to(api.parent)): path.read_text("utf-8") for path in paths}


def test_every_answer_fits_the_schemas_of_open_referral_uk(api: Path) -> None:
    found = answers(api)

    assert len(found) > 200
    wrong = {path: faults for path, text in found.items() if (faults := faults_in(path, text))}
    assert wrong == {}


def spoil(path: str, change: Callable[[Json], object]) -> tuple[str, Callable[[Json], object]]:
    return path, change


SPOILT = [
    spoil("services/*", lambda d: d.update(id="hub")),
    spoil("services/*", lambda d: d.update(status="closed")),
    spoil("services/*", lambda d: d.pop("name")),
    spoil("services/*", lambda d: d.update(email="nobody")),
    spoil("services/*", lambda d: d.update(url="no address")),
    spoil("services/*", lambda d: d.update(minimum_age="16")),
    spoil("services/*", lambda d: d["organization"].pop("description")),
    spoil("services/*", lambda d: d["organization"].update(website="")),
    spoil("services/*", lambda d: d["schedules"][0].update(freq="DAILY")),
    spoil("services/*", lambda d: d["schedules"][0].update(notes=None)),
    spoil("services/*", lambda d: d["attributes"][0]["taxonomy_term"].update(id="drop-in")),
    spoil("services/*", lambda d: d["service_at_locations"][0]["location"]["addresses"][0].pop("state_province")),
    spoil("services/*", lambda d: d["service_at_locations"][0]["location"].update(location_type="house")),
    spoil("service_at_locations/*", lambda d: d["service"].update(status="paused")),
    spoil("service_at_locations/*", lambda d: d["location"].update(latitude="51")),
    spoil("taxonomies/*", lambda d: d.pop("description")),
    spoil("taxonomy_terms/*", lambda d: d.update(taxonomy_id="kinds")),
    spoil("services/index.json", lambda d: d["contents"][3].update(status="closed")),
    spoil("services/index.json", lambda d: d["contents"].pop()),
    spoil("services/index.json", lambda d: d["contents"].append(d["contents"][0])),
    spoil("services/index.json", lambda d: d.pop("empty")),
    spoil("taxonomies/index.json", lambda d: d.update(total_pages=0)),
    spoil("index.json", lambda d: d.update(version="HSDS-3.0")),
]  # fmt: skip


@pytest.mark.parametrize(("path", "change"), SPOILT)
def test_a_fault_in_an_answer_would_be_found(
    path: str, change: Callable[[Json], object], api: Path
) -> None:
    files = {f"api/{path}"} if "*" not in path else set(answers(api))
    start = f"api/{path.partition('*')[0]}"
    for name, text in sorted(answers(api).items()):
        if name in files and name.startswith(start) and ("*" not in path or "index" not in name):
            document = json.loads(text)
            try:
                change(document)
            except (KeyError, IndexError):
                continue
            assert faults_in(name, json.dumps(document)), name
            return
    pytest.fail("No answer has what this would spoil.")


def test_the_schemas_take_what_their_own_validator_takes_and_refuse_its_faults() -> None:
    good = json.loads(oracle("oruk-mocks/service_full.json").read_text("utf-8"))

    assert list(validator("service").iter_errors(good)) == []
    for change in ({"id": "1"}, {"status": "closed"}, {"organization": {}}):
        assert list(validator("service").iter_errors({**good, **change}))
    page = json.loads(oracle("oruk-mocks/taxonomy_list.json").read_text("utf-8"))
    assert page_faults(page) == []


def test_the_nine_addresses_answer_with_json(kindling: Path, api: Path) -> None:
    app = preview_app(kindling, Changes())
    own = {
        name: json.loads((api / name / "index.json").read_text("utf-8"))["contents"][0]["id"]
        for name in ENDPOINTS
    }
    nine = ["/api", *(f"/api/{n}" for n in own), *(f"/api/{n}/{key}" for n, key in own.items())]
    assert len(nine) == 9

    for address in nine:
        for form in (address, f"{address}/") if address.count("/") < 3 else (address,):
            got = ask(app, form)
            assert (got.status, got.headers["content-type"]) == (200, "application/json"), form
            document = json.loads(got.body)
            wanted = (
                "version" if address == "/api" else "id" if address.count("/") == 3 else "contents"
            )
            assert wanted in document


def test_every_shown_service_is_there_with_the_identifier_of_its_file(api: Path) -> None:
    pages = {path.parent.name for path in (api.parent / "services").glob("*/service.vcf")}
    listed = json.loads((api / "services/index.json").read_text("utf-8"))["contents"]

    assert len(listed) == len(pages)
    organisations = {thing["organization_id"] for thing in listed}
    assert all(thing["organization"]["id"] in organisations for thing in listed)


def test_the_tables_are_in_order_for_frictionless(api: Path) -> None:
    assert frictionless_faults(api / "datapackage/datapackage.json") == []


def test_faults_in_tables_would_be_found(api: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(api / "datapackage", tmp_path / "package"))

    def spoil(name: str, old: str, new: str) -> None:
        path = folder / f"{name}.csv"
        text = path.read_bytes().decode()
        assert old in text, (name, old)
        path.write_bytes(text.replace(old, new, 1).encode())

    [own] = re.findall(r"\n([0-9a-f-]{36}),", (folder / "taxonomies.csv").read_text("utf-8"))[:1]
    spoil("schedule", "10:00:00", "10:00")
    spoil("services", "active", "")
    spoil("taxonomies", own, "e3f6d5c0-0000-5000-8000-000000000000")
    spoil("phones", "\r\n", "\r\r\n")
    spoil("locations", "\r\n", ",extra\r\n")
    (folder / "languages.csv").unlink()

    kinds = {tuple(fault[:2]) for fault in frictionless_faults(folder / "datapackage.json")}
    assert {
        ("schedule", "type-error"),
        ("service", "constraint-error"),
        ("taxonomy_term", "foreign-key"),
    } <= kinds
    assert {name for name, _ in kinds} >= {"phone", "location", "language"}


def test_meetings_follow_the_meeting_guide(api: Path) -> None:
    types = json.loads(oracle("meeting-guide/data/types.json").read_text("utf-8"))
    found = json.loads((api / "meetings.json").read_text("utf-8"))

    assert len(found) >= 5
    slugs = [meeting["slug"] for meeting in found]
    assert len(set(slugs)) == len(slugs)
    for meeting in found:
        assert re.fullmatch(r"[a-z0-9-]{1,64}", meeting["slug"])
        days = meeting["day"] if isinstance(meeting["day"], list) else [meeting["day"]]
        assert set(days) <= set(range(7))
        for key in ("time", "end_time"):
            assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", meeting[key])
        assert meeting["timezone"] == "Europe/London"
        assert set(meeting.get("types", ())) <= set(types)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", meeting["updated"])
        assert "conference_url" in meeting or {"address", "city", "postal_code"} <= set(meeting)
    assert any("conference_url" in meeting for meeting in found)
    assert any(meeting.get("types") for meeting in found)


def test_maps_of_the_vocabulary_lead_to_what_is_known() -> None:
    types = json.loads(oracle("meeting-guide/data/types.json").read_text("utf-8"))
    words = yaml.safe_load((ROOT / "services_directory/vocabulary.yml").read_text("utf-8"))
    maps = [term["maps"] for terms in words.values() for term in terms.values() if "maps" in term]

    codes = [code for each in maps for code in each.get("meeting_guide", ())]
    assert len(codes) >= 8
    assert set(codes) <= set(types)
    # Keys that the wiki of OpenStreetMap documents; a new one is looked up and added here.
    keys = {each["osm"].partition("=")[0] for each in maps if "osm" in each}
    assert keys <= {
        "amenity",
        "audio_loop",
        "fee",
        "healthcare",
        "social_facility",
        "social_facility:for",
        "wheelchair",
    }
    # Numbers of the list of local government services, of which the copy we know ends at 1749.
    lists = [each["oruk"].rpartition("/") for each in maps if "oruk" in each]
    assert {start for start, _, _ in lists} == {"http://id.esd.org.uk/service"}
    assert all(1 <= int(number) <= 1749 for _, _, number in lists)


def test_terms_that_others_list_too_name_the_same(api: Path) -> None:
    terms = json.loads((api / "taxonomy_terms/index.json").read_text("utf-8"))["contents"]
    named = {each["name"]: each["term_uri"] for each in terms if "term_uri" in each}
    assert named["Needle exchange"] == "http://id.esd.org.uk/service/1373"
    assert len(named) >= 12


def test_points_lie_in_britain_and_hidden_places_have_none(api: Path) -> None:
    features = json.loads((api / "services.geojson").read_text("utf-8"))["features"]
    hidden = {
        path.stem
        for path in (ROOT / "services_directory").glob("*.yml")
        if "hide_address: true" in path.read_text("utf-8")
    }

    assert len(features) >= 40
    assert hidden
    for feature in features:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -9 < longitude < 2
        assert 49 < latitude < 61
        assert feature["properties"]["url"].split("/")[-2] not in hidden
    assert {feature["properties"]["approximate"] for feature in features} == {True, False}


def test_what_search_engines_are_told_is_light_and_never_of_invented_services(
    kindling: Path,
) -> None:
    told = 0
    for path in (kindling / "services").glob("*/service.vcf"):
        page = (path.parent / "index.html").read_bytes()
        found = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', page)
        name = path.parent.name
        entry = (ROOT / f"services_directory/{name}.yml").read_text("utf-8")
        assert len(found) == ("example: true" not in entry), name
        for block in found:
            told += 1
            assert json.loads(block)["@id"] == f"https://kindling.example/services/{name}/"
            without = gzip.compress(page.replace(block, b"{}"))
            assert len(gzip.compress(page)) - len(without) <= 600, name

    assert told >= 30
