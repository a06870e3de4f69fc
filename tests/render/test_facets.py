"""What lists and filters ask of a service."""

from pathlib import Path

import pytest

from directories import make_directory
from recovery_radio.model.service import Service
from recovery_radio.render.facets import (
    Standing,
    areas_around,
    needs_met,
    people_of,
    serves_from_afar,
    standing,
    towns_of,
)
from sites import NOW, SERVICE, edit, read_station

TODAY = NOW.date()


def one(folder: Path, *changes: tuple[str, str]) -> Service:
    hub, problems = read_station(folder, edit(SERVICE, *changes))
    assert problems == []
    return hub.services[0]


@pytest.mark.parametrize(
    ("checked", "status", "expected"),
    [
        ("2026-11-01", "active", Standing.TRUSTED),
        ("2026-05-01", "active", Standing.TRUSTED),  # due
        ("2026-02-01", "active", Standing.DOUBTFUL),  # overdue
        ("2026-11-01", "paused", Standing.DOUBTFUL),
        ("2025-11-01", "active", Standing.UNCONFIRMED),  # expired
        ("2026-11-01", "unconfirmed", Standing.UNCONFIRMED),
    ],
)
def test_a_service_stands_where_its_state_and_its_check_put_it(
    checked: str, status: str, expected: Standing, tmp_path: Path
) -> None:
    service = one(
        tmp_path,
        ("on: 2026-11-01, by: phone", f"on: {checked}, by: phone"),
        ("example: true\n", f"example: true\nstatus: {status}\n"),
    )

    assert standing(service, TODAY) is expected


def test_people_of_a_session_count_and_anyone_is_nobody(tmp_path: Path) -> None:
    sessions = '    sessions: [{label: Hour, hours: {wed: "13:00-15:00"}, who: [women, anyone]}]\n'
    service = one(
        tmp_path,
        (
            "serves: [Crawley]",
            f"{sessions}for_whom: {{who: [anyone, veterans]}}\nserves: [Crawley]",
        ),
    )

    assert people_of(service) == ("veterans", "women")


def test_areas_are_those_of_all_doors_of_a_town() -> None:
    services, _ = make_directory(60)

    areas = areas_around(services)

    assert sorted(areas) == towns_of(services)
    assert areas["Crawley"] == {"Crawley", "West Sussex", "England", "UK"}
    assert areas["Wrexham"] == {"Wrexham", "Clwyd", "Wales", "UK"}


def test_who_is_reached_from_afar_lives_in_the_area_that_is_served(tmp_path: Path) -> None:
    wales = frozenset({"Wrexham", "Clwyd", "Wales", "UK"})

    for serves, mode, expected in (
        ("UK", "phone", True),
        ("England, Wales", "online", True),
        ("Clwyd", "phone", True),
        ("Scotland", "phone", False),
        ("UK", "in-person", False),
    ):
        service = one(
            tmp_path / f"{serves}{mode}",
            ("serves: [Crawley]", f"serves: [{serves}]\nmode: [{mode}]"),
        )
        assert serves_from_afar(service, wales) is expected, (serves, mode)


def test_needs_are_those_of_the_vocabulary() -> None:
    services, vocabulary = make_directory(30)

    for service in services:
        met = [key for key, need in vocabulary.needs.items() if need.is_met_by(service)]
        assert list(needs_met(service, vocabulary)) == met
