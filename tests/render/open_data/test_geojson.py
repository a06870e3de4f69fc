"""Places on a map: in the right order, and none that must not be found."""

import json
from pathlib import Path
from typing import Any

from open_data import harbour
from recovery_radio.model.vocabulary import Maps
from recovery_radio.render.open_data.geojson import render_geojson


def features(root: Path, *changes: tuple[str, str]) -> Any:
    directory, _ = harbour(root, *changes)
    made = json.loads(render_geojson(directory))
    assert (made["type"], made["licence"]) == (
        "FeatureCollection",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    return made["features"]


def test_a_place_lies_where_its_postcode_is_and_says_that_this_is_rough(tmp_path: Path) -> None:
    [feature] = features(tmp_path)

    # Longitude first.
    assert feature["geometry"] == {"type": "Point", "coordinates": [-0.18, 51.11]}
    assert feature["properties"] == {
        "name": 'Harbour & "friends"',
        "kind": "Drop-in",
        "summary": "Tea and a chat.",
        "address": "1 Example Street, Crawley, RH10 0AA",
        "phone": "01632 960123",
        "opening_hours": "Mo-Fr 10:00-16:00",
        "checked": "2026-11-01",
        "alert": "This entry is invented to show the format. There is no such service.",
        "url": "https://tiny.example/services/harbour/",
        "approximate": True,
    }


def test_a_point_of_its_own_is_exact_and_needs_no_postcode(tmp_path: Path) -> None:
    [feature] = features(tmp_path, ("postcode: RH10 0AA", "geo: [51.123456789, -0.2]"))

    assert feature["geometry"]["coordinates"] == [-0.2, 51.12346]
    assert feature["properties"]["approximate"] is False
    assert feature["properties"]["address"] == "1 Example Street, Crawley"


def test_what_is_hidden_or_nowhere_is_not_on_the_map(tmp_path: Path) -> None:
    hidden = "postcode: RH10 0AA\n    geo: [51.2, -0.2]\n    hide_address: true"
    assert features(tmp_path, ("postcode: RH10 0AA", hidden)) == []
    assert features(tmp_path, ("postcode: RH10 0AA", "postcode: ZE1 0AA")) == []


def test_a_number_that_takes_texts_only_is_no_phone(tmp_path: Path) -> None:
    [feature] = features(tmp_path, ('{phone: "01632 960123"}', '{text: "07700 900001"}'))

    assert "phone" not in feature["properties"]


def test_hours_that_nobody_can_confirm_are_not_told(tmp_path: Path) -> None:
    [feature] = features(tmp_path, ("cost: free", "cost: free\nstatus: unconfirmed"))

    assert "opening_hours" not in feature["properties"]


def test_tags_are_those_of_the_words_and_a_no_gives_none(tmp_path: Path) -> None:
    access = "    access: {childcare: no}\n    hours:"
    directory, _ = harbour(tmp_path, ("    hours:", access))
    words = directory.vocabulary

    def mapped(name: str, osm: str) -> Any:
        terms = getattr(words, name)
        maps = Maps.model_validate({"osm": osm})
        return {name: {key: term.model_copy(update={"maps": maps}) for key, term in terms.items()}}

    changed = words.model_copy(
        update={
            **mapped("kinds", "social_facility=outreach"),
            **mapped("offers", "social_facility=soup_kitchen"),
            **mapped("access", "wheelchair=yes"),
            **mapped("cost", "fee=no"),
        }
    )
    [feature] = json.loads(render_geojson(directory._replace(vocabulary=changed)))["features"]
    assert feature["properties"]["social_facility"] == "outreach;soup_kitchen"
    assert feature["properties"]["fee"] == "no"
    assert "wheelchair" not in feature["properties"]
