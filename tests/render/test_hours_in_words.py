"""Opening hours in a few lines."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from recovery_radio.model.hours import Hours
from recovery_radio.render.hours_in_words import hours_in_words

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        ("always", ["Day and night, every day"]),
        ("by-appointment", ["By appointment"]),
        (
            {"mon-thu": "10:00-21:00", "fri": "10:00-17:00", "sat-sun": "11:00-18:00"},
            ["Monday to Thursday 10am to 9pm", "Friday 10am to 5pm", "Saturday and Sunday 11am to 6pm"],
        ),
        (
            {"mon": "09:30-14:00", "wed": "09:30-14:00", "fri-sun": "09:30-14:00"},
            ["Monday, Wednesday, Friday to Sunday 9:30am to 2pm"],
        ),
        # A single day outranks a row of days.
        (
            {"mon-wed": "10:00-16:00", "tue": "12:00-20:00"},
            ["Monday, Wednesday 10am to 4pm", "Tuesday midday to 8pm"],
        ),
        (
            {"sat": "10:00-12:00", "sat-1st,3rd": "10:00-16:00", "fri-last": "18:00-20:00"},
            [
                "last Friday of the month 6pm to 8pm",
                "1st and 3rd Saturday of the month 10am to 4pm",
                "other Saturdays 10am to midday",
            ],
        ),
        (
            {"sat-1st,3rd,5th": "10:00-16:00"},
            ["1st, 3rd and 5th Saturday of the month 10am to 4pm"],
        ),
        ("Mo-Fr 10:00-12:00,13:00-16:00", ["Monday to Friday 10am to midday, 1pm to 4pm"]),
        ("Mo-Fr 22:00-02:00", ["Monday to Friday 10pm to 2am"]),
        ("Fr-Su 00:00-24:00", ["Friday to Sunday all day"]),
        ('Mo-Fr 10:00-12:00 unknown "ring"', ["Monday to Friday 10am to midday (ask first)"]),
        (
            "Mar-Oct We 10:00-14:00; Nov-Feb Sa 10:00-13:00",
            ["Saturday 10am to 1pm", "Changes with the season"],
        ),
        ("Jun-Aug We 10:00-14:00", ["Shut this week", "Changes with the season"]),
    ],
)  # fmt: skip
def test_days_with_the_same_hours_share_a_line(hours: Any, lines: list[str]) -> None:
    assert hours_in_words(TypeAdapter(Hours).validate_python(hours), TODAY) == lines
