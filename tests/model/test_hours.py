"""The three forms of hours: what is taken, and what is refused with which repair."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from recovery_radio.model.hours import Closure, Hours, osm_hours

HOURS: TypeAdapter[Any] = TypeAdapter(Hours)


def fault(value: object) -> ErrorDetails:
    with pytest.raises(ValidationError) as caught:
        HOURS.validate_python(value)
    (error,) = caught.value.errors()
    return error


@pytest.mark.parametrize(
    ("hours", "osm"),
    [
        ({"mon-fri": "10:00-16:00"}, "Mo-Fr 10:00-16:00"),
        ({"sat-1st,3rd": "10:00-12:00"}, "Sa[1],Sa[3] 10:00-12:00"),
        ({"fri": "18:00-08:00"}, "Fr 18:00-08:00"),
        ({"sun": "00:00-24:00"}, "Su 00:00-24:00"),
        ("always", "24/7"),
        ("by-appointment", ""),
        ("Mar-Sep Mo-Fr 10:00-16:00", "Mar-Sep Mo-Fr 10:00-16:00"),
        ("Fr 22:00-02:00, Sa 10:00-12:00", "Fr 22:00-02:00, Sa 10:00-12:00"),
        ('Mo 10:00-12:00; Dec 24 off "party"', 'Mo 10:00-12:00; Dec 24 off "party"'),
        ('Mo 10:00-12:00 unknown "ring; ask"', 'Mo 10:00-12:00 unknown "ring; ask"'),
    ],
)
def test_each_form_is_kept_and_can_be_written_for_openstreetmap(hours: object, osm: str) -> None:
    taken = HOURS.validate_python(hours)

    assert taken == hours
    assert osm_hours(taken) == osm


def test_day_and_night_has_one_form() -> None:
    assert HOURS.validate_python("24/7") == "always"


@pytest.mark.parametrize(
    ("days", "repair"),
    [
        ("Mon", "Write `mon`."),
        ("Wednesday", "Write `wed`."),
        ("Mon-Fri", "Write `mon-fri`."),
        ("monday to friday", "Write `mon-fri`."),
        ("mon – fri", "Write `mon-fri`."),
        ("mon,wed", "Give each day a line of its own: `mon`, `wed`."),
        ("mon and wed", "Give each day a line of its own: `mon`, `wed`."),
        ("mon-mon", "Write `mon`."),
        ("bank-holidays", "Bank holidays have a setting of their own: `bank_holidays`."),
        ("PH", "Bank holidays have a setting of their own: `bank_holidays`."),
        ("sat 1st", "Write a day such as `mon`, days such as `mon-fri`, or `sat-1st,3rd`."),
        ("sat-1st,1st", "Write a day such as `mon`, days such as `mon-fri`, or `sat-1st,3rd`."),
        ("weekdays", "Write a day such as `mon`, days such as `mon-fri`, or `sat-1st,3rd`."),
    ],
)
def test_days_that_cannot_be_read_are_refused_with_what_was_meant(days: str, repair: str) -> None:
    error = fault({days: "10:00-16:00"})

    assert (error["type"], error["ctx"]["repair"]) == ("bad-days", repair)
    assert days in error["loc"]


@pytest.mark.parametrize(
    ("span", "code", "repair"),
    [
        ("9-5", "bad-hours", '"09:00-17:00"'),
        ("9:00-17:00", "bad-hours", '"09:00-17:00"'),
        ("9.30 – 17.00", "bad-hours", '"09:30-17:00"'),
        ("9am to 12pm", "bad-hours", '"09:00-12:00"'),
        ("9-5pm", "bad-hours", '"09:00-17:00"'),
        ("1-5pm", "bad-hours", '"13:00-17:00"'),
        ("8-10am", "bad-hours", '"08:00-10:00"'),
        ("6pm-12am", "bad-hours", '"18:00-00:00"'),
        ("10:00-16:00,17:00-18:00", "bad-hours", '"10:00-16:00"'),
        ("10:00-25:00", "bad-hours", '"10:00-16:00"'),
        ("24:00-10:00", "bad-hours", '"10:00-16:00"'),
        ("closed", "bad-hours", '"10:00-16:00"'),
        ("16:00-10:00", "hours-swapped", '"10:00-16:00"'),
        ("17:59-08:00", "hours-swapped", '"17:59-24:00"'),
        ("10:00-10:00", "no-hours", '"00:00-24:00"'),
        ("10:00-12:00, 11:59-13:00", "hours-overlap", "in order"),
        ("13:00-14:00, 10:00-12:00", "hours-overlap", "in order"),
        ("22:00-02:00, 23:00-24:00", "hours-overlap", "in order"),
    ],
)
def test_hours_that_cannot_be_right_are_refused_with_what_to_write(
    span: str, code: str, repair: str
) -> None:
    error = fault({"mon": span})

    assert error["type"] == code
    assert repair in error["ctx"]["repair"]
    assert error["loc"][-1] == "mon"


@pytest.mark.parametrize(
    "days",
    [
        ("mon-fri", "fri-sun"),
        ("sat-1st,3rd", "sat-3rd,5th"),
        ("sat-last", "sat-4th"),
        ("sat-5th", "sat-last"),
    ],
)
def test_a_day_that_is_given_two_times_is_refused(days: tuple[str, str]) -> None:
    error = fault(dict.fromkeys(days, "10:00-12:00"))

    assert error["type"] == "days-twice"
    assert all(day in error["ctx"]["what"] for day in days)


def test_a_text_is_held_to_what_openstreetmap_may_say() -> None:
    error = fault("Mo 10:00+")

    assert error["type"] == "uneven-hours"
    assert "when it shuts" in error["ctx"]["repair"]


def test_hours_without_a_day_are_refused() -> None:
    assert fault({})["type"] == "too_short"
    assert fault(["mon"])["type"] == "dict_type"


@given(st.one_of(st.text(max_size=30), st.dictionaries(st.text(max_size=12), st.text(max_size=20))))
def test_nothing_that_an_author_types_ends_the_check(value: object) -> None:
    with suppress(ValidationError):
        HOURS.validate_python(value)


CHRISTMAS = {"from": "2026-12-24", "to": "2026-12-27", "note": "Christmas"}


def test_a_closure_may_have_days_with_hours_of_their_own() -> None:
    closure = Closure.model_validate({**CHRISTMAS, "instead": {"2026-12-25": "11:00-14:00"}})

    assert [str(day) for day in closure.instead] == ["2026-12-25"]


@pytest.mark.parametrize(
    ("change", "key", "code"),
    [
        ({"to": "2026-12-23"}, "to", "closure-order"),
        ({"instead": {"2026-12-28": "11:00-14:00"}}, "instead", "closure-day"),
        ({"instead": {"2026-12-25": "11-14"}}, "2026-12-25", "bad-hours"),
    ],
)
def test_a_closure_that_contradicts_itself_is_refused(
    change: dict[str, Any], key: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        Closure.model_validate({**CHRISTMAS, **change})

    (error,) = caught.value.errors()
    assert error["type"] == code
    assert key in error["loc"]
