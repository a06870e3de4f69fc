"""Rules for times that repeat: proposed where they give the very days, and lists elsewhere."""

from datetime import date
from typing import Any

import pytest

from recovery_radio.model.hours import Closure, Hours
from recovery_radio.model.opening import Timing
from recovery_radio.render.repeats import Repeat, repeats_of

FIRST, LAST = date(2026, 10, 1), date(2028, 10, 1)
SHUT = Closure.model_validate({"from": "2026-11-24", "to": "2026-11-24"})


def repeats(hours: Hours, bank_holidays: str = "open", *closures: Closure) -> list[Repeat]:
    return repeats_of(Timing(hours, bank_holidays, "ENG", closures), FIRST, LAST)


def rules(hours: Hours) -> list[Any]:
    return [
        repeat.rule and (repeat.rule["freq"], repeat.rule["byday"]) for repeat in repeats(hours)
    ]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({"tue": "19:00-20:30"}, [("WEEKLY", ["TU"])]),
        ({"mon-fri": "07:00-08:00"}, [("WEEKLY", ["MO", "TU", "WE", "TH", "FR"])]),
        ({"mon": "19:00-20:30", "wed": "19:00-20:30"}, [("WEEKLY", ["MO", "WE"])]),
        ({"mon": "19:00-20:30", "wed": "18:00-20:30"}, [("WEEKLY", ["MO"]), ("WEEKLY", ["WE"])]),
        ({"mon": "10:00-11:00, 12:00-13:00"}, [("WEEKLY", ["MO"])] * 2),
        ({"sat-1st,3rd": "10:00-12:00"}, [("MONTHLY", ["1SA", "3SA"])]),
        ({"fri-last": "19:00-20:30"}, [("MONTHLY", ["-1FR"])]),
        ({"fri-5th": "19:00-20:30"}, [("MONTHLY", ["5FR"])]),
        (
            {"thu": "15:00-18:00", "thu-last": "12:00-15:00"},
            [("MONTHLY", ["-5TH", "-4TH", "-3TH", "-2TH"]), ("MONTHLY", ["-1TH"])],
        ),
        (
            {"thu": "15:00-18:00", "thu-1st": "12:00-15:00"},
            [("MONTHLY", ["1TH"]), ("MONTHLY", ["2TH", "3TH", "4TH", "5TH"])],
        ),
        ("Mo-Fr 10:00-16:00", [("WEEKLY", ["MO", "TU", "WE", "TH", "FR"])]),
        ("Sa[-1] 10:00-12:00", [("MONTHLY", ["-1SA"])]),
        ("Apr-Sep Mo 10:00-16:00", [None]),
        ({"mon": "10:00-11:00", "mon-1st": "11:00-12:00", "mon-last": "12:00-13:00"}, None),
    ],
)
def test_days_become_a_rule_if_one_gives_them(hours: Hours, expected: list[Any] | None) -> None:
    if expected is None:
        expected = [None, ("MONTHLY", ["1MO"]), ("MONTHLY", ["-1MO"])]
    assert sorted(rules(hours), key=str) == sorted(expected, key=str)


def test_a_rule_ends_with_the_last_day_and_leaves_out_what_is_shut() -> None:
    (tuesdays,) = repeats({"tue": "19:00-20:30"}, "closed", SHUT)

    assert tuesdays.rule
    assert f"{tuesdays.rule['until']:%Y-%m-%d %H:%M %Z}" == "2028-09-26 18:00 UTC"
    assert {f"{start:%d %b %Y}" for start in tuesdays.without} == {
        "24 Nov 2026",
        "28 Dec 2027",
    }
    assert tuesdays.more == ()


def test_days_with_hours_of_their_own_are_listed() -> None:
    usual, own = repeats({"fri": "10:00-12:00"}, "11:00-12:00")

    assert own.rule is None
    assert [f"{start:%d %b %Y %H:%M}" for start in (own.start, *own.more)][:3] == [
        "25 Dec 2026 11:00",
        "26 Dec 2026 11:00",
        "28 Dec 2026 11:00",
    ]
    assert {f"{start:%d %b}" for start in usual.without} >= {"25 Dec", "01 Jan"}


def test_a_holiday_on_which_one_asks_stays_in_the_rule() -> None:
    (fridays,) = repeats({"fri": "10:00-12:00"}, "ask")

    assert fridays.without == []


def test_times_that_are_always_to_be_asked_for_say_so() -> None:
    asked, sure = sorted(repeats('Mo 10:00-11:00; Tu 10:00-11:00 unknown "ring first"'))[:2]

    assert {(asked.certain, asked.note), (sure.certain, sure.note)} == {
        (False, "ring first"),
        (True, ""),
    }


def test_what_never_takes_place_has_no_rule() -> None:
    shut = Closure.model_validate({"from": "2026-01-01", "to": "2030-01-01"})

    assert repeats({"tue": "19:00-20:30"}, "open", shut) == []
