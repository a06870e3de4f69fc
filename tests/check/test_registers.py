"""Helplines that are still right, and words that fit together."""

from datetime import timedelta
from typing import Any

import pytest

from recovery_radio.check.registers import check_registers
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from sites import NOW, read_station

TODAY = NOW.date()


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"))
    assert problems == []
    return hub


def found(hub: Hub, **changes: Any) -> list[Problem]:
    line = hub.helplines["samaritans"].model_copy(update=changes)
    return list(check_registers(hub._replace(helplines={"samaritans": line}), TODAY))


@pytest.mark.parametrize(
    "ways", [{"text_to": "85258"}, {"web": "https://a.example/"}, {"number": "999"}]
)
def test_one_way_to_reach_a_line_is_enough(ways: dict[str, str], hub: Hub) -> None:
    assert found(hub, **{"number": None, **ways}) == []


def test_a_line_that_nobody_can_reach_is_no_line(hub: Hub) -> None:
    [problem] = found(hub, number=None)

    assert (problem.path, problem.line, problem.code) == (
        "site/data/helplines.yml",
        3,
        "no-contact",
    )


@pytest.mark.parametrize(("days", "doubtful"), [(0, False), (90, False), (91, True)])
def test_a_number_is_doubted_on_its_page_after_ninety_days(
    days: int, doubtful: bool, hub: Hub
) -> None:
    line = hub.helplines["samaritans"]
    assert line.is_doubtful(line.checked + timedelta(days=days)) is doubtful


def test_a_number_is_trusted_for_four_months(hub: Hub) -> None:
    assert found(hub, checked=TODAY - timedelta(days=120)) == []
    [problem] = found(hub, checked=TODAY - timedelta(days=121))
    assert (problem.line, problem.code, problem.severity) == (9, "stale-helpline", Severity.WARNING)


def test_a_number_was_not_checked_tomorrow(hub: Hub) -> None:
    [problem] = found(hub, checked=TODAY + timedelta(days=1))

    assert problem.code == "future-date"


@pytest.mark.parametrize("facet", ["kinds", "offers", "who"])
def test_a_need_is_made_of_words_of_the_vocabulary(facet: str, hub: Hub) -> None:
    need = hub.vocabulary.needs["talk"].model_copy(update={facet: ("nothing-like-it",)})
    words = hub.vocabulary.model_copy(update={"needs": {"talk": need}})

    [problem] = check_registers(hub._replace(vocabulary=words), TODAY)

    assert (problem.path, problem.code) == ("services_directory/vocabulary.yml", "unknown-name")
