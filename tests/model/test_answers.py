"""Evenings and weekends: answered by the hours, or unknown."""

from typing import Any

import pytest

from recovery_radio.model.answers import access_of, answers_from_hours
from recovery_radio.model.place import Place

YES, NO, ASK = "yes", "no", "ask"


def place(hours: Any, *sessions: Any, **access: str) -> Place:
    return Place.model_validate(
        {
            "town": "Crawley",
            "hours": hours,
            "sessions": [{"label": "Group", "hours": each} for each in sessions],
            "access": access,
        }
    )


@pytest.mark.parametrize(
    ("hours", "evenings", "weekends"),
    [
        ({"mon-fri": "10:00-16:00"}, NO, NO),
        ({"mon-fri": "10:00-17:00"}, NO, NO),
        ({"mon-thu": "10:00-16:00", "fri": "16:00-17:30"}, YES, NO),
        ({"sat": "10:00-20:00"}, NO, YES),
        ({"sat-1st,3rd": "10:00-12:00"}, NO, YES),
        ({"fri": "22:00-02:00"}, YES, NO),
        ({"fri": "17:00-24:00", "sat-sun": "00:00-24:00", "mon": "00:00-09:00"}, YES, YES),
        ({"sat-sun": "00:00-24:00", "mon": "00:00-24:00"}, YES, YES),
        ({"sun": "22:00-04:00"}, NO, YES),
        ("always", YES, YES),
        ("24/7", YES, YES),
        ("Mo-Fr 10:00-16:00; Jul Su 10:00-12:00", NO, YES),
        ('Mo-Fr 10:00-16:00; Th 17:00-19:00 unknown "ring first"', ASK, NO),
    ],
)
def test_known_hours_answer_both_questions(hours: Any, evenings: str, weekends: str) -> None:
    assert answers_from_hours(place(hours)) == {"evenings": evenings, "weekends": weekends}


@pytest.mark.parametrize("hours", [None, "by-appointment"])
def test_where_hours_say_nothing_the_place_answers_or_nobody_knows(hours: Any) -> None:
    assert access_of(place(hours)) == {}
    assert access_of(place(hours, weekends="ask")) == {"weekends": ASK}


def test_a_session_in_the_evening_proves_one_and_denies_nothing() -> None:
    assert answers_from_hours(place(None, {"tue": "18:00-20:00"})) == {"evenings": YES}
    assert answers_from_hours(place({"mon": "10:00-12:00"}, {"sun": "10:00-12:00"})) == {
        "evenings": NO, "weekends": YES,
    }  # fmt: skip


def test_the_hours_outrank_nothing_but_their_own_questions() -> None:
    door = place({"mon": "10:00-12:00"}, childcare="yes")
    assert access_of(door) == {"childcare": YES, "evenings": NO, "weekends": NO}
