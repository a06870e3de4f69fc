"""Episodes: identity, consent, times, and what they refer to."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.check.episodes import check_episodes
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from sites import EPISODE, NOW, SERVICE, edit, read_station

INDEX = "episodes/first-steps/index.md"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), EPISODE, SERVICE)
    assert problems == []
    return hub


def found(hub: Hub, **changes: Any) -> list[Problem]:
    episode = hub.episodes[0].model_copy(update=changes)
    return list(check_episodes(hub._replace(episodes=(episode,)), NOW))


def test_an_episode_in_order_is_no_problem(hub: Hub) -> None:
    assert found(hub) == []


def test_the_newer_folder_is_told_to_take_another_guid(hub: Hub) -> None:
    first = hub.episodes[0]
    copy = first.model_copy(
        update={"slug": "a-copy", "origin": first.origin._replace(path="episodes/a-copy/index.md")}
    )

    [problem] = check_episodes(hub._replace(episodes=(first, copy)), NOW)

    assert (problem.path, problem.line, problem.code) == (INDEX, 5, "duplicate-guid")
    assert "episodes/a-copy/index.md" in problem.what


@pytest.mark.parametrize("field", ["topics", "services", "helplines"])
def test_every_name_in_a_list_refers_to_something(field: str, hub: Hub) -> None:
    [problem] = found(hub, **{field: ("nothing-like-it",)})

    assert problem.code == "unknown-name"


def test_a_closed_service_counts_as_gone(hub: Hub) -> None:
    closed = hub.services[0].model_copy(update={"status": "closed"})
    mentions = hub.episodes[0].model_copy(update={"services": ("harbour",)})

    assert found(hub, services=("harbour",)) == []
    [problem] = check_episodes(hub._replace(episodes=(mentions,), services=(closed,)), NOW)

    assert problem.code == "unknown-name"


def consent(hub: Hub, **changes: Any) -> dict[str, Any]:
    return {"consent": hub.episodes[0].consent.model_copy(update=changes)}


def test_nobody_hears_what_nobody_agreed_to(hub: Hub) -> None:
    [problem] = found(hub, **consent(hub, channels=("feed", "transcript")))

    assert (problem.code, problem.severity) == ("no-consent", Severity.ERROR)


def test_a_programme_may_air_on_the_day_of_its_approval_and_no_day_before(hub: Hub) -> None:
    aired = hub.episodes[0].aired_at.date()

    assert found(hub, **consent(hub, approved=aired)) == []
    [problem] = found(hub, **consent(hub, approved=aired + timedelta(days=1)))
    assert problem.code == "no-consent"


def test_consent_that_ran_out_is_told_from_that_day_on(hub: Hub) -> None:
    assert found(hub, **consent(hub, expires=date(2026, 11, 22))) == []
    [problem] = found(hub, **consent(hub, expires=date(2026, 11, 21)))

    assert (problem.code, problem.severity) == ("consent-expired", Severity.NOTICE)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_consent_of_what_is_not_published_may_be_incomplete(status: str, hub: Hub) -> None:
    old = consent(hub, channels=("feed",), expires=date(2020, 1, 1), approved=date(2030, 1, 1))

    assert found(hub, status=status, **old) == []


def test_a_draft_is_checked_for_what_it_refers_to(hub: Hub) -> None:
    [problem] = found(hub, status="draft", series="nothing-like-it")

    assert problem.code == "unknown-name"


def test_a_speaker_is_named_as_they_chose(hub: Hub) -> None:
    [problem] = found(hub, people=hub.episodes[0].people[:1])

    assert problem.code == "unknown-speaker"
    assert "'Guest'" in problem.what


def test_the_name_of_a_list_is_no_name_for_an_episode(hub: Hub) -> None:
    [problem] = found(hub, slug="page")

    assert problem.code == "duplicate-address"


def test_chapters_and_notes_are_in_the_order_of_their_times(tmp_path: Path) -> None:
    text = edit(
        EPISODE,
        (
            "topics: [alcohol]",
            'topics: [alcohol]\nchapters:\n  - {at: "00:10", title: A}\n  - {at: "0:00:10", title: B}\n'
            'content_notes:\n  - {label: fine, from: "00:10", to: "00:20"}\n  - {label: open, from: "00:10"}\n'
            '  - {label: wrong, from: "00:20", to: "00:20"}\n  - {label: half, to: "00:20"}',
        ),
    )
    hub, problems = read_station(tmp_path, text)

    assert problems == []
    assert [(p.line, p.code) for p in check_episodes(hub, NOW)] == [
        (24, "bad-order"),
        (28, "bad-order"),
        (29, "bad-order"),
    ]
