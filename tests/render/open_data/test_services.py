"""Services in the terms of Open Referral UK."""

from pathlib import Path

import pytest

from open_data import REAL, harbour
from recovery_radio.render.open_data.services import (
    in_full,
    in_short,
    numbers_of,
    places_in_full,
    places_in_short,
)


def test_a_list_has_the_facts_of_a_service_and_who_runs_it(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, text=REAL)
    short = in_short(directory, service)

    assert {
        k: v for k, v in short.items() if k not in ("id", "organization_id", "organization")
    } == {
        "name": 'Harbour & "friends"',
        "description": "Tea and a chat.",
        "url": "https://tiny.example/services/harbour/",
        "status": "active",
        "fees": "Free",
        "assured_date": "2026-11-01",
        "assurer_email": "hello@tiny.example",
    }
    assert short["organization"]["id"] == short["organization_id"]
    assert (short["organization"]["name"], short["organization"]["description"]) == (
        "The Hub",
        "A charity.",
    )


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("cost: free", "cost: free\nstatus: paused", "temporarily closed"),
        ("cost: free", "cost: free\nstatus: unconfirmed", "inactive"),
        ("on: 2026-11-01", "on: 2025-10-01", "inactive"),
        ("on: 2026-11-01", "on: 2026-02-01", "active"),
    ],
)
def test_the_status_is_one_of_the_standards_words(
    old: str, new: str, status: str, tmp_path: Path
) -> None:
    directory, service = harbour(tmp_path, (old, new))

    assert in_short(directory, service)["status"] == status


def test_everything_that_an_author_wrote_is_in_it(tmp_path: Path) -> None:
    directory, service = harbour(
        tmp_path,
        ("how_in:", "for_whom: {age: {min: 16}}\nexpect: A chair.\nbring: Nothing.\ngp_note: Ring.\ntell_patient: Go.\n"
         "waiting_time: {weeks: 2, on: 2026-11-01}\ncapacity: {state: waiting-list, on: 2026-11-02}\nlanguages: [en, pl]\nhow_in:"),
        ("{phone:", "{web: 'https://harbour.example/', email: hi@harbour.example, text: '07700 900001', phone:"),
    )  # fmt: skip
    full = in_full(directory, service)

    assert full["description"].split("\n\n") == [
        "Tea and a chat.",
        "What to expect: A chair.",
        "What to bring: Nothing.",
        "For GPs and other professionals: Ring.",
        "What to tell a patient: Go.",
        "Waiting time in weeks, as told on 1 November 2026: 2.",
        "There is a waiting list, as told on 2 November 2026.",
    ]
    assert (full["minimum_age"], "maximum_age" in full) == (16, False)
    assert (full["url"], full["email"]) == ("https://harbour.example/", "hi@harbour.example")
    assert [(each["name"], each["code"]) for each in full["languages"]] == [
        ("English", "en"),
        ("Polish", "pl"),
    ]
    assert [each["number"] for each in full["contacts"][0]["phones"]] == [
        "01632 960123",
        "07700 900001",
    ]
    assert [each["name"] for each in full["service_areas"]] == ["Crawley"]
    assert full["cost_options"][0]["amount"] == 0
    assert [each["taxonomy_term"]["name"] for each in full["attributes"]] == [
        "Drop-in",
        "Peer support",
        "Anyone",
        "Anything",
        "In person",
        "Walk in",
        "Free",
    ]


def test_a_line_of_the_register_gives_its_number_and_terms(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, ('{phone: "01632 960123"}', "{helpline: samaritans}"))

    assert numbers_of(directory, service) == [("116 123", "Calls. Day and night. Free.")]


def test_who_can_only_be_written_to_has_no_contact_to_ring(tmp_path: Path) -> None:
    directory, service = harbour(
        tmp_path, ('{phone: "01632 960123"}', "{email: hi@harbour.example}")
    )

    assert "contacts" not in in_full(directory, service)


def test_a_place_comes_with_its_service_and_only_its_own_hours(tmp_path: Path) -> None:
    second = '  - town: Horley\n    hours: {sat: "10:00-12:00"}\nserves:'
    directory, service = harbour(tmp_path, ("serves:", second))

    crawley, horley = places_in_full(directory, service)
    assert [row["byday"] for row in crawley["service"]["schedules"]] == ["MO,TU,WE,TH,FR"]
    assert [row["byday"] for row in horley["service"]["schedules"]] == ["SA"]
    assert "service_at_locations" not in crawley["service"]
    short = places_in_short(directory, service)
    assert [place["id"] for place in short] == [crawley["id"], horley["id"]]
    assert "addresses" not in short[0]["location"]
    assert "schedules" not in short[0]["service"]
