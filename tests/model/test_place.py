"""A hidden place does not know where it is, whatever its file says."""

from typing import Any

import pytest
from pydantic import ValidationError

from recovery_radio.model.place import Place

WHERE: dict[str, Any] = {
    "name": "Quince Lodge",
    "address": ["14b Acacia Road"],
    "postcode": "RH10 0AA",
    "geo": [51.11725, -0.17531],
    "travel": "Bus 7 to Acacia Road.",
}
SHOWN: dict[str, Any] = {
    "town": "Crawley",
    "county": "West Sussex",
    "nation": "ENG",
    "access": {"childcare": "yes"},
    "hours": "always",
    "sessions": [{"label": "Talk", "hours": {"tue": "18:00-19:00"}, "online": "https://a.example"}],
}
TIMES: dict[str, Any] = {
    "hours": {"mon-fri": "10:00-16:00"},
    "sessions": [{"label": "Breakfast", "hours": {"sat": "09:00-10:00"}}],
    "closures": [{"from": "2026-12-25", "to": "2026-12-26"}],
    "bank_holidays": "10:00-12:00",
}


def test_a_hidden_place_forgets_where_it_is_and_nothing_else() -> None:
    place = Place.model_validate({**WHERE, **SHOWN, "hide_address": True})

    assert place == Place.model_validate({**SHOWN, "hide_address": True})
    written = place.model_dump_json() + repr(place) + str(place.__dict__)
    for secret in ("Quince", "Acacia", "0AA", "51.1", "0.17", "Bus 7"):
        assert secret not in written


def test_of_a_hidden_place_nobody_learns_when_people_come_and_go() -> None:
    place = Place.model_validate({**SHOWN, **TIMES, "hide_address": True})

    assert (place.hours, place.sessions, place.closures) == ("by-appointment", (), ())
    assert place.bank_holidays == "ask"
    assert Place.model_validate({"town": "Crawley", "hide_address": True}).hours is None


def test_a_place_that_is_not_hidden_keeps_all_of_it() -> None:
    place = Place.model_validate({**WHERE, **SHOWN})

    assert place.model_dump(mode="json", include=set(WHERE)) == WHERE


def test_what_a_hidden_place_forgets_is_checked_all_the_same() -> None:
    with pytest.raises(ValidationError):
        Place.model_validate({**WHERE, **SHOWN, "hide_address": True, "postcode": "rh10"})


@pytest.mark.parametrize(
    "geo", [[53.381], [53.381, -1.47, 0], [-1.47, 53.381], [0, 0], [float("nan"), -1.47]]
)
def test_coordinates_are_a_pair_in_the_uk_latitude_first(geo: list[float]) -> None:
    with pytest.raises(ValidationError):
        Place.model_validate({"town": "Sheffield", "geo": geo})


@pytest.mark.parametrize("answer", ["open", "closed", "ask", "10:00-12:00"])
def test_bank_holidays_are_a_word_or_hours(answer: str) -> None:
    assert Place(town="Crawley", bank_holidays=answer).bank_holidays == answer
    with pytest.raises(ValidationError):
        Place(town="Crawley", bank_holidays=f"{answer}ish")


def test_what_is_absent_is_unknown_and_not_no() -> None:
    place = Place(town="Crawley")

    assert (place.access, place.space, place.hours, place.bank_holidays) == ({}, {}, None, "ask")
