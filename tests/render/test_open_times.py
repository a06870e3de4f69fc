"""What the reader's device is told of a door, and of which doors it is told."""

import gzip
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.model.opening import openings
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.times import LONDON
from recovery_radio.render.open_times import HORIZON, open_assets, open_times
from sites import SERVICE, read_station

TODAY = date(2026, 11, 21)
OPEN_JS = Path(__file__).parents[2] / "plugins/recovery_radio/theme/assets/radio/open.js"
CHRISTMAS = {"from": "2026-12-23", "to": "2026-12-24", "instead": {"2026-12-24": "11:00-14:00"}}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return read_station(tmp_path_factory.mktemp("station"), SERVICE)[0].services[0]


def place(hours: Any, **more: Any) -> Place:
    return Place.model_validate({"town": "Crawley", "hours": hours, **more})


def read(told: str) -> list[tuple[int, int, str]]:
    """Read what a device reads: start and end in minutes since 1970, and the mark."""
    first, *lengths = told.split(",")
    at, spells = int(first, 36), []
    for length in lengths:
        mark = length[-1] if length[-1] in "+!?" else ""
        start, at = at, at + int(length.removesuffix(mark), 36)
        spells.append((start, at, mark))
    return spells


def test_a_week_is_told_from_the_days_midnight_on(service: Service) -> None:
    monday = place({"mon": "10:00-16:00"}, bank_holidays="closed")

    told = open_times(service, monday, TODAY)

    midnight = int(datetime(2026, 11, 21, tzinfo=LONDON).timestamp()) // 60
    assert int(told.split(",")[0], 36) == midnight
    assert read(told)[:3] == [
        (midnight, midnight + (48 + 10) * 60, ""),
        (midnight + 58 * 60, midnight + 64 * 60, "+"),
        (midnight + 64 * 60, midnight + (7 * 24 + 58) * 60, ""),
    ]


@pytest.mark.parametrize(
    "hours",
    [
        {"mon-fri": "10:00-12:00, 13:00-16:00", "sat-1st,3rd": "10:00-12:00"},
        {"fri-sun": "22:00-06:00"},
        "always",
        'Mo-Fr 10:00-16:00; We 10:00-16:00 unknown "ring"',
    ],
)
@pytest.mark.parametrize("holidays", ["closed", "open", "ask", "11:00-12:00"])
@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 20), date(2027, 3, 20), date(2026, 10, 10)])
def test_the_device_is_told_what_the_engine_knows(
    hours: Any, holidays: str, day: date, service: Service
) -> None:
    door = place(hours, bank_holidays=holidays, nation="SCT", closures=[CHRISTMAS])
    fresh = service.model_copy(update={"checked": service.checked.model_copy(update={"on": day})})

    spells = read(open_times(fresh, door, day))

    start, end = (datetime.combine(on, time(), LONDON) for on in (day, day + HORIZON))
    first, last = spells[0][0], spells[-1][1]
    assert (first * 60, last * 60) == (start.timestamp(), end.timestamp())
    assert [(opens, shuts, mark == "+") for opens, shuts, mark in spells if mark] == [
        (
            max(int(each.start.timestamp()) // 60, first),
            min(int(each.end.timestamp()) // 60, last),
            each.certain,
        )
        for each in openings(door.timing, start, end)
    ]


def test_a_bank_holiday_on_which_one_has_to_ask_is_told_apart(service: Service) -> None:
    christmas = date(2026, 12, 20)
    hours = 'Mo-Fr 10:00-16:00; We 10:00-16:00 unknown "ring"'
    fresh = service.model_copy(
        update={"checked": service.checked.model_copy(update={"on": christmas})}
    )

    marks = [mark for *_, mark in read(open_times(fresh, place(hours), christmas)) if mark]

    assert marks[:7] == ["+", "+", "?", "+", "!", "!", "+"]


def test_a_door_of_which_nobody_made_sure_tells_nothing(service: Service) -> None:
    door = place({"mon-fri": "10:00-16:00"})

    assert open_times(service, door, TODAY + timedelta(days=200))  # due
    assert not open_times(service, door, TODAY + timedelta(days=300))  # overdue
    for status in ("paused", "unconfirmed"):
        assert not open_times(service.model_copy(update={"status": status}), door, TODAY)


@pytest.mark.parametrize(
    "door",
    [
        place(None),
        place("by-appointment"),
        place({"mon-fri": "10:00-16:00"}, hide_address=True),
    ],
)
def test_what_is_not_known_or_hidden_is_not_told(door: Place, service: Service) -> None:
    alone = service.model_copy(update={"places": (door,)})

    assert open_times(alone, door, TODAY) == ""
    assert open_assets([alone], TODAY) == ()
    assert open_assets([alone, service], TODAY) == ("open.js",)


def test_the_script_is_small() -> None:
    assert len(gzip.compress(OPEN_JS.read_bytes())) <= 1000
