"""When a service's facts are stale, and which needs it answers."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from recovery_radio.model.service import Need, Service, Span, Weekdays
from sites import SERVICE, edit, read_station


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), SERVICE)
    assert problems == []
    return hub.services[0]


@pytest.mark.parametrize(
    ("checked", "every", "due"),
    [
        (date(2026, 11, 1), "6 months", date(2027, 5, 1)),
        (date(2026, 8, 31), "6 months", date(2027, 2, 28)),
        (date(2026, 12, 15), "3 months", date(2027, 3, 15)),
        (date(2028, 2, 29), "12 months", date(2029, 2, 28)),
    ],
)
def test_facts_are_due_after_whole_months(
    checked: date, every: str, due: date, service: Service
) -> None:
    facts = service.checked.model_copy(update={"on": checked})
    aged = service.model_copy(update={"checked": facts, "review_every": every})

    assert aged.review_due == due


def test_a_need_is_met_by_kind_by_offer_or_by_whom_it_is_for(service: Service) -> None:
    plain = {"label": "Talk", "explanation": "Somebody listens."}

    assert Need.model_validate({**plain, "kinds": ["drop-in"]}).is_met_by(service)
    assert Need.model_validate({**plain, "offers": ["food", "peer-support"]}).is_met_by(service)
    assert Need.model_validate({**plain, "who": ["anyone"]}).is_met_by(service)
    assert not Need.model_validate({**plain, "kinds": ["pharmacy"]}).is_met_by(service)
    assert not Need.model_validate(plain).is_met_by(service)


def test_a_town_with_two_doors_is_named_once(tmp_path: Path) -> None:
    doors = "places:\n  - town: Crawley\n  - town: Bognor Regis\n"
    hub, problems = read_station(tmp_path, edit(SERVICE, ("places:\n", doors)))

    assert problems == []
    assert hub.services[0].towns == ("Crawley", "Bognor Regis")
    assert hub.services[0].url == "services/harbour/"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ((Weekdays, "mon", "fri-mon", "sat-sun"), ("Mon", "monday", "mon-", "mon,tue", "")),
        (
            (Span, "00:00-24:00", "10:00-12:00, 13:00-16:30"),
            ("10-4", "10:00-25:00", "10:00 - 16:00", "9:00-10:00", "10:00-12:00,13:00-16:00"),
        ),
    ],
)
def test_days_and_hours_have_one_form(good: tuple[object, ...], bad: tuple[str, ...]) -> None:
    kind: TypeAdapter[str] = TypeAdapter(good[0])
    for text in good[1:]:
        assert kind.validate_python(text) == text
    for text in bad:
        with pytest.raises(ValidationError):
            kind.validate_python(text)
