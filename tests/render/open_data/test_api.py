"""The interface as files: the nine addresses, and pages that say what is in them."""

import json
from pathlib import Path

from open_data import harbour, page_faults
from recovery_radio.render.open_data.api import api_files, page_of


def test_there_is_a_file_for_each_of_the_nine_addresses(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)
    files = dict(api_files(directory))

    own = {
        "services": directory.identify("service", service.id),
        "service_at_locations": directory.identify("service_at_location", service.id, 0),
        "taxonomies": directory.identify("taxonomy", "kinds"),
        "taxonomy_terms": directory.identify("term", "kinds", "drop-in"),
    }
    for name, key in own.items():
        page = json.loads(files[f"api/{name}/index.json"])
        assert page_faults(page) == []
        assert key in {thing["id"] for thing in page["contents"]}
        assert json.loads(files[f"api/{name}/{key}.json"])["id"] == key
    assert json.loads(files["api/index.json"]) == {
        "version": "HSDS-UK-3.0",
        "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
        "openapi_url": "https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json",
        "publisher": 'Tiny & "small" radio',
        "homepage": "https://tiny.example/",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "namespace": str(directory.namespace),
        "built": "2026-11-21",
    }


def test_every_list_holds_what_has_a_file_and_nothing_else(tmp_path: Path) -> None:
    directory, _ = harbour(tmp_path)
    files = dict(api_files(directory))

    for path, text in files.items():
        if path.endswith("/index.json") and path != "api/index.json":
            folder = path.removesuffix("index.json")
            listed = {f"{folder}{thing['id']}.json" for thing in json.loads(text)["contents"]}
            assert listed == {p for p in files if p.startswith(folder)} - {path}


def test_an_empty_page_says_so() -> None:
    assert page_faults(page_of([])) == []
    assert page_of([])["empty"] is True
    assert page_faults({**page_of([{"id": "a"}]), "total_items": 31}) == ["total_items: 31"]
