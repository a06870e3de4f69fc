"""Hours as rows of a schedule: nothing lost, and nothing that the hours do not say."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from open_data import harbour
from recovery_radio.model.hours import Closure
from recovery_radio.render.open_data.schedules import Pattern, patterns, schedule_rows
from sites import NOW

TODAY = NOW.date()


def short(found: tuple[Pattern, ...]) -> list[str]:
    return [f"{p.freq} {p.byday} {p.opens[:5]}-{p.closes[:5]}" for p in found]


@pytest.mark.parametrize(
    ("hours", "rows"),
    [
        ({"mon-fri": "10:00-16:00"}, ["WEEKLY MO,TU,WE,TH,FR 10:00-16:00"]),
        (
            {"mon-fri": "10:00-16:00", "wed": "10:00-19:30"},
            ["WEEKLY MO,TU,TH,FR 10:00-16:00", "WEEKLY WE 10:00-19:30"],
        ),
        (
            {"tue": "10:00-12:00, 13:00-16:00"},
            ["WEEKLY TU 10:00-12:00", "WEEKLY TU 13:00-16:00"],
        ),
        ({"sat-1st,3rd": "10:00-12:00"}, ["MONTHLY 1SA,3SA 10:00-12:00"]),
        ({"fri-last": "18:00-20:00"}, ["MONTHLY -1FR 18:00-20:00"]),
        (
            {"sat": "09:00-12:00", "sat-1st": "14:00-16:00"},
            ["MONTHLY 2SA,3SA,4SA,5SA 09:00-12:00", "MONTHLY 1SA 14:00-16:00"],
        ),
        ({"fri-sat": "22:00-02:00"}, ["WEEKLY FR,SA 22:00-02:00"]),
        ({"sun": "18:00-24:00"}, ["WEEKLY SU 18:00-23:59"]),
        ("always", ["WEEKLY MO,TU,WE,TH,FR,SA,SU 00:00-23:59"]),
        ("by-appointment", []),
        ("Mo-Fr 10:00-16:00", ["WEEKLY MO,TU,WE,TH,FR 10:00-16:00"]),
        ("Sa[1,3] 10:00-12:00", ["MONTHLY 1SA,3SA 10:00-12:00"]),
        ("Mar-Oct We 10:00-14:00; Nov-Feb Sa 10:00-13:00", []),
        ('Mo 10:00-12:00; Tu 10:00-12:00 unknown "ring first"', []),
    ],
)  # fmt: skip
def test_hours_become_rules_if_rules_say_all_of_them(hours: Any, rows: list[str]) -> None:
    assert sorted(short(patterns(hours, TODAY))) == sorted(rows)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_season_is_no_rule_in_whatever_month_the_site_is_built(month: int) -> None:
    assert patterns("Mar-Oct We 10:00-14:00", date(2026, month, 15)) == ()


def test_rows_say_from_when_to_when_they_are_trusted_and_what_else_there_is(tmp_path: Path) -> None:
    _, service = harbour(
        tmp_path,
        (
            "      mon-fri: \"10:00-16:00\"\n",
            "      mon-fri: \"10:00-16:00\"\n"
            "    bank_holidays: \"10:00-12:00\"\n"
            "    sessions:\n"
            "      - {label: On a screen, hours: {sat-1st: \"11:00-12:00\"}, online: \"https://hub.example/\"}\n"
            "    closures:\n"
            "      - {from: 2026-12-24, to: 2027-01-02, note: Christmas, instead: {2026-12-25: \"11:00-14:00\"}}\n"
            "      - {from: 2026-11-01, to: 2026-11-02, note: Long ago}\n",
        ),
    )  # fmt: skip
    weekly, online, christmas = schedule_rows(service, service.places[0], TODAY)

    assert weekly == {
        "valid_from": "2026-11-01",
        "valid_to": "2027-05-01",
        "notes": "On bank holidays open 10:00-12:00. "
        "Closed from 24 December 2026 to 2 January 2027: Christmas. "
        "Open on 25 December 2026, 11am to 2pm.",
        "attending_type": "in person",
        "freq": "WEEKLY",
        "interval": 1,
        "byday": "MO,TU,WE,TH,FR",
        "opens_at": "10:00:00",
        "closes_at": "16:00:00",
    }
    assert online["description"] == "On a screen."
    assert (online["attending_type"], online["schedule_link"]) == ("online", "https://hub.example/")
    assert (online["freq"], online["byday"]) == ("MONTHLY", "1SA")
    assert christmas == {
        "dtstart": "2026-12-25",
        "valid_from": "2026-12-25",
        "valid_to": "2026-12-25",
        "opens_at": "11:00:00",
        "closes_at": "14:00:00",
        "description": "Christmas",
        "attending_type": "in person",
    }


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("by-appointment", "By appointment."),
        (
            '"Mar-Oct We 10:00-14:00"',
            "Opening hours as OpenStreetMap writes them: Mar-Oct We 10:00-14:00",
        ),
        ('{fri: "22:00-02:00"}', "Until the next day."),
    ],
)
def test_what_no_rule_says_is_said_in_words(hours: str, said: str, tmp_path: Path) -> None:
    _, service = harbour(tmp_path, ('hours:\n      mon-fri: "10:00-16:00"', f"hours: {hours}"))
    [row] = schedule_rows(service, service.places[0], TODAY)

    assert row["description"] == said
    assert ("opens_at" in row) == (hours.startswith("{"))


def test_one_day_is_a_day_and_unknown_hours_are_no_row(tmp_path: Path) -> None:
    _, service = harbour(tmp_path)
    day = date(2026, 12, 26)
    closure = Closure.model_validate({"from": day, "to": day})
    place = service.places[0].model_copy(update={"closures": (closure,)})

    [row] = schedule_rows(service, place, TODAY)
    assert row["notes"] == "Ask about bank holidays. Closed on 26 December 2026."
    assert list(schedule_rows(service, place.model_copy(update={"hours": None}), TODAY)) == []
