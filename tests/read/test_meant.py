"""Guesses at what was meant: right for what people write, and none where nobody can know."""

import pytest

from recovery_radio.model.place import Place, Session
from recovery_radio.model.service import ServiceEntry
from recovery_radio.read.meant import ONCE, meant_day, meant_list


@pytest.mark.parametrize(
    "text",
    ["1/3/2026", "01/03/2026", "1.3.2026", "01-03-2026", "1/3/26", "1 March 2026", "1st March 2026", "1 Mar 2026", "2026/03/01"],
)  # fmt: skip
def test_a_day_as_people_write_it_is_understood(text: str) -> None:
    assert meant_day(text) == "2026-03-01"


@pytest.mark.parametrize(
    "text", ["", "last week", "March 2026", "31/02/2026", "2026", None, 20260301]
)
def test_what_is_no_day_is_not_guessed_at(text: object) -> None:
    assert meant_day(text) == ""


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("phone", "[phone]"),
        (7, "[7]"),
        ("51.113, -0.183", "[51.113, -0.183]"),
        (True, ""),
        (None, ""),
        ([], ""),
        ({"a": "b"}, ""),
        ("a" * 61, ""),
    ],
)
def test_one_value_becomes_a_list_of_it(value: object, meant: str) -> None:
    assert meant_list(value) == meant


def test_names_of_once_lead_to_settings_that_exist_and_are_none_there_themselves() -> None:
    for old, line in ONCE.items():
        new = line.partition(":")[0]
        homes = [m for m in (ServiceEntry, Place, Session) if new in m.model_fields]
        assert homes, old
        assert all(old not in home.model_fields for home in homes)
