"""Places: a whole address or none, and of a hidden one the town."""

import json
from pathlib import Path
from typing import Any

import pytest

from open_data import harbour
from recovery_radio.render.open_data.places import at_locations, location, schedules


def test_an_address_has_all_parts_that_the_standard_needs(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)
    found = location(directory, service, 0)

    assert found["name"] == 'Harbour & "friends"'
    assert (found["latitude"], found["longitude"]) == (51.11, -0.18)
    assert found["description"] == "The coordinates are the middle of the area around it."
    [address] = found["addresses"]
    assert {k: v for k, v in address.items() if not k.endswith("id")} == {
        "address_1": "1 Example Street",
        "city": "Crawley",
        "state_province": "England",
        "postal_code": "RH10 0AA",
        "country": "GB",
        "address_type": "physical",
    }


def test_a_county_and_a_point_are_used_where_they_are_known(tmp_path: Path) -> None:
    more = "postcode: RH10 0AA\n    county: West Sussex\n    geo: [51.2, -0.2]\n    travel: Bus 1."
    directory, service = harbour(tmp_path, ("postcode: RH10 0AA", more))
    found = location(directory, service, 0)

    assert found["addresses"][0]["state_province"] == "West Sussex"
    assert found["description"] == "Bus 1."
    assert found["latitude"] == 51.2


@pytest.mark.parametrize("line", ["    postcode: RH10 0AA\n", "    address: [1 Example Street]\n"])
def test_half_an_address_is_none(line: str, tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, (line, ""))
    found = location(directory, service, 0)

    assert "addresses" not in found
    assert "Crawley. No postal address is known." in found["description"]


def test_answers_are_given_as_they_were_and_what_is_unknown_is_not_there(tmp_path: Path) -> None:
    access = "    access: {childcare: ask}\n    space: {drug-free-space: no}\n    hours:"
    directory, service = harbour(tmp_path, ("    hours:", access))
    words = directory.vocabulary.access["childcare"]
    directory = directory._replace(
        vocabulary=directory.vocabulary.model_copy(
            update={"access": dict.fromkeys(("childcare", "evenings", "weekends", "dogs"), words)}
        )
    )
    found = location(directory, service, 0)

    said = [(each["description"], each["details"]) for each in found["accessibility"]]
    assert said[0] == ("Childcare: ask", "Somebody minds the children.")
    # The other two follow from the hours; of dogs nothing is known.
    assert [text for text, _ in said[1:]] == ["Childcare: no", "Childcare: no"]
    assert "Alcohol- and drug-free: No." in found["description"]


def test_of_a_hidden_place_there_is_the_town(tmp_path: Path) -> None:
    secret = "address: [1 Example Street]\n    hide_address: true\n    name: The Refuge\n    geo: [51.2, -0.2]"
    directory, service = harbour(tmp_path, ("address: [1 Example Street]", secret))
    found: Any = at_locations(directory, service)

    assert found[0]["location"]["name"] == "Crawley"
    assert found[0]["location"]["description"] == "The address is kept private. Get in touch first."
    for word in ("Example Street", "RH10", "Refuge", "51.", "latitude"):
        assert word not in json.dumps(found)


def test_hours_name_their_place_and_are_gone_when_nobody_knows_them(tmp_path: Path) -> None:
    second = '  - town: Crawley\n    hours: {sat: "10:00-12:00"}\nserves:'
    directory, service = harbour(tmp_path, ("serves:", second))
    first, other = schedules(directory, service)
    places = [tie["id"] for tie in at_locations(directory, service)]

    assert [first["service_at_location_id"], other["service_at_location_id"]] == places
    assert first["id"] != other["id"]
    unknown = service.model_copy(update={"status": "unconfirmed"})
    assert schedules(directory, unknown) == []
