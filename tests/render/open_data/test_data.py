"""Identifiers that stay, warnings that go along, and places that must not be found."""

import uuid
from pathlib import Path

import pytest

from open_data import HERE, directory_from, harbour
from recovery_radio.model.whereabouts import Point
from recovery_radio.render.open_data.data import INVENTED, UNCONFIRMED, namespace_of, without_blanks
from sites import SERVICE, edit, read_station


def test_an_identifier_is_the_same_in_every_build_and_another_in_every_station(
    tmp_path: Path,
) -> None:
    directory, _ = harbour(tmp_path)
    elsewhere = directory._replace(namespace=namespace_of("https://other.example/"))

    # Written down: a change of this value takes every service away from whoever copied them.
    assert directory.identify("service", "harbour") == "4e960c44-d50d-5543-a484-4719743b51ae"
    assert elsewhere.identify("service", "harbour") != directory.identify("service", "harbour")
    assert uuid.UUID(directory.identify("location", "harbour", 0)).version == 5
    assert directory.page(directory.services[0]) == HERE.url + "services/harbour/"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("example: true", "example: true", INVENTED),
        ("cost: free", "cost: free\nstatus: unconfirmed", f"{INVENTED} {UNCONFIRMED}"),
        ("2026-11-01, by", "2025-11-01, by", f"{INVENTED} {UNCONFIRMED}"),
        ("cost: free", "cost: free\nstatus: paused", f"{INVENTED} It is not taking people at the moment."),
        ("cost: free", "cost: free\nalert: {text: Back door., until: 2026-11-21}", f"{INVENTED} Back door."),
        ("cost: free", "cost: free\nalert: {text: Back door., until: 2026-11-20}", INVENTED),
    ],
)  # fmt: skip
def test_a_warning_goes_with_the_data(old: str, new: str, said: str, tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, (old, new))

    assert directory.warning(service) == said


def test_a_place_is_found_by_its_own_point_or_roughly_by_its_postcode(tmp_path: Path) -> None:
    hidden = "  - {town: Crawley, postcode: RH10 0AA, geo: [51.2, -0.2], hide_address: true}\n"
    known = "  - {town: Crawley, postcode: RH10 0AA, geo: [51.2, -0.2]}\n"
    nowhere = "  - {town: Atlantis}\n"
    hub, _ = read_station(
        tmp_path, edit(SERVICE, ("serves:", hidden + known + nowhere + "serves:"))
    )
    directory = directory_from(hub)

    assert [directory.locate(place) for place in hub.services[0].places] == [
        Point(51.11, -0.18, True),
        None,
        Point(51.2, -0.2, False),
        None,
    ]


def test_nothing_is_written_for_what_is_not_known_and_nought_is_known() -> None:
    assert without_blanks({"a": None, "b": "", "c": [], "d": {}, "e": 0, "f": False}) == {
        "e": 0,
        "f": False,
    }
