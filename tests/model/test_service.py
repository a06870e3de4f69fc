"""When a service's facts are stale, and which needs it answers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from recovery_radio.model.freshness import Freshness
from recovery_radio.model.service import Age, Service
from recovery_radio.model.vocabulary import Need
from sites import SERVICE, edit, read_station


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), SERVICE)
    assert problems == []
    return hub.services[0]


def aged(service: Service, checked: date, **changes: Any) -> Service:
    facts = service.checked.model_copy(update={"on": checked})
    return service.model_copy(update={"checked": facts, **changes})


@pytest.mark.parametrize(
    ("every", "due"),
    [("3 months", "2026-05-10"), ("6 months", "2026-08-10"), ("12 months", "2027-02-10")],
)
def test_facts_are_due_after_as_long_as_they_are_trusted(
    every: str, due: str, service: Service
) -> None:
    facts = aged(service, date(2026, 2, 10), review_every=every)

    assert facts.trust.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("today", "state", "confirmed", "tells_open"),
    [
        ("2026-08-09", Freshness.FRESH, True, True),
        ("2026-08-10", Freshness.DUE, True, True),
        ("2026-11-07", Freshness.DUE, True, True),
        ("2026-11-08", Freshness.OVERDUE, True, False),
        ("2027-02-09", Freshness.OVERDUE, True, False),
        ("2027-02-10", Freshness.EXPIRED, False, False),
    ],
)
def test_trust_is_lost_step_by_step(
    today: str, state: Freshness, confirmed: bool, tells_open: bool, service: Service
) -> None:
    facts, day = aged(service, date(2026, 2, 10)), date.fromisoformat(today)

    assert facts.freshness(day) is state
    assert facts.is_confirmed(day) == confirmed
    assert facts.tells_open(day) == tells_open


@pytest.mark.parametrize(
    ("status", "confirmed"), [("active", True), ("paused", True), ("unconfirmed", False)]
)
def test_only_a_service_that_runs_is_said_to_be_open(
    status: str, confirmed: bool, service: Service
) -> None:
    facts = service.model_copy(update={"status": status})

    assert facts.is_confirmed(date(2026, 11, 21)) == confirmed
    assert facts.tells_open(date(2026, 11, 21)) == (status == "active")


@pytest.mark.parametrize(
    ("mode", "afar"),
    [
        (("in-person",), False),
        (("home-visit", "mobile"), False),
        (("phone",), True),
        (("in-person", "online"), True),
    ],
)
def test_phone_and_online_reach_from_afar_and_a_visit_does_not(
    mode: tuple[str, ...], afar: bool, service: Service
) -> None:
    assert service.model_copy(update={"mode": mode}).afar == afar


def test_ages_go_from_the_younger_to_the_older() -> None:
    assert Age(min=18, max=18)
    with pytest.raises(ValidationError):
        Age(min=25, max=18)


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
