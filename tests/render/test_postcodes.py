"""Where places are, and the file for the reader's device."""

import json
from pathlib import Path

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.whereabouts import Centres, Point
from recovery_radio.render.postcodes import locate_place, own_areas, render_places, with_towns
from sites import SERVICE, edit, read_station

CENTRES = Centres(
    {"RH1": Point(51.24, -0.17, True), "RH10": Point(51.12, -0.187, True)},
    {"RH10": (("0", Point(51.115, -0.19)), ("0AW", Point(51.118, -0.2)), ("1", Point(51.1, -0.2)))},
)
CRAWLEY = "  - town: Crawley\n    address: [1 Example Street]\n    postcode: RH10 0AA\n"


def services(root: Path, *places: str) -> tuple[Service, ...]:
    hub, problems = read_station(root, edit(SERVICE, (CRAWLEY, "".join(places))))
    assert problems == []
    return hub.services


def place(**values: object) -> Place:
    return Place.model_validate({"town": "Crawley", **values})


def test_coordinates_that_are_given_come_first() -> None:
    found = locate_place(place(postcode="RH10 0AA", geo=[51.5, -0.1]), CENTRES)

    assert found == Point(51.5, -0.1)


def test_then_comes_the_postcode() -> None:
    assert locate_place(place(postcode="RH10 0AX"), CENTRES) == Point(51.118, -0.2)
    assert locate_place(place(postcode="RH1 1AA"), CENTRES) == Point(51.24, -0.17, True)


def test_then_the_middle_of_the_town_which_is_approximate() -> None:
    centres = CENTRES._replace(towns={"Crawley": Point(51.1, -0.2, True)})

    assert locate_place(place(), centres) == Point(51.1, -0.2, True)
    assert locate_place(place(postcode="BT1 1AA"), centres) == Point(51.1, -0.2, True)
    assert locate_place(place(town="Elsewhere"), centres) is None


def test_a_hidden_place_is_the_middle_of_the_places_that_are_not(tmp_path: Path) -> None:
    secret = (
        "  - town: Crawley\n    postcode: RH10 1ZZ\n    geo: [51.9, 0.9]\n    hide_address: true\n"
    )
    hub, _ = read_station(tmp_path, edit(SERVICE, (CRAWLEY, CRAWLEY + secret)))
    centres = with_towns(CENTRES, hub.services)
    seen, hidden = hub.services[0].places

    assert centres.towns == {"Crawley": Point(51.115, -0.19, True)}
    assert locate_place(seen, centres) == Point(51.115, -0.19)
    assert locate_place(hidden, centres) == Point(51.115, -0.19, True)


def test_a_town_where_every_place_is_hidden_is_nowhere(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, edit(SERVICE, (CRAWLEY, CRAWLEY + "    hide_address: true\n")))

    assert with_towns(CENTRES, hub.services).towns == {}
    assert own_areas(hub.services) == frozenset()


def test_the_middle_of_a_town_is_the_mean_of_its_places(tmp_path: Path) -> None:
    two = CRAWLEY + "    geo: [51.0, -0.1]\n", CRAWLEY + "    geo: [51.2, -0.3]\n"

    towns = with_towns(CENTRES, services(tmp_path, *two)).towns
    assert towns == {"Crawley": Point(51.1, -0.2, True)}


def test_a_station_knows_its_areas_from_its_postcodes(tmp_path: Path) -> None:
    two = CRAWLEY, "  - town: Leeds\n    postcode: LS1 0AA\n", "  - town: London\n    postcode: E1 0AA\n"  # fmt: skip

    assert own_areas(services(tmp_path, *two)) == {"RH", "LS", "E"}


def test_the_file_holds_steps_from_row_to_row_and_its_towns_in_degrees() -> None:
    centres = CENTRES._replace(towns={"Bognor Regis": Point(50.782, -0.68, True)})

    assert json.loads(render_places(centres)) == {
        "districts": {"RH": "1 51240 -170 10 -120 -17"},
        "sectors": {"RH10": "0 -5 -3 0AW 3 -10 1 -18 0"},
        "towns": {"Bognor Regis": [50.782, -0.68]},
    }
