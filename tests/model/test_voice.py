"""Notices, promises, answers and pilots: where they stand is a question of the day alone."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from having_a_say import SAY
from recovery_radio.model.having_a_say import HavingASay
from recovery_radio.model.voice import PATIENCE
from sites import edit, read_station


def read(tmp_path: Path, *changes: tuple[str, str]) -> HavingASay:
    hub, problems = read_station(tmp_path, edit(SAY, *changes))
    assert problems == []
    return hub.say


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-12-11", "open"),
        ("2026-12-12", "waiting"),
        ("2027-01-15", "waiting"),
        ("2027-01-16", "late"),
    ],
)
def test_a_notice_closes_then_waits_then_is_late(day: str, state: str, tmp_path: Path) -> None:
    notice = read(tmp_path).notices["clinic"]

    assert notice.state(date.fromisoformat(day)) == state


def test_a_notice_with_a_result_is_told_whatever_the_day(tmp_path: Path) -> None:
    changes = ("  result_due: 2027-01-15", "  result_due: 2027-01-15\n  result: Yes.")
    notice = read(tmp_path, changes).notices["clinic"]

    assert {notice.state(date(year, 1, 1)) for year in (2026, 2027, 2028)} == {"told"}


@pytest.mark.parametrize(
    ("kept", "day", "state"),
    [
        ("  kept: 2026-06-12\n", "2026-12-01", "kept"),
        ("  dropped: 2026-06-12\n", "2026-12-01", "dropped"),
        ("", "2026-06-30", "running"),
        ("", "2026-07-01", "late"),
    ],
)
def test_a_promise_is_late_from_the_day_after_it_was_due(
    kept: str, day: str, state: str, tmp_path: Path
) -> None:
    promise = read(tmp_path, ("  kept: 2026-06-12\n", kept)).commitments["kits"]

    assert promise.state(date.fromisoformat(day)) == state


def test_what_people_said_is_unanswered_after_90_days_and_not_before(tmp_path: Path) -> None:
    start = SAY.index("  reply:")
    reply = SAY[start : SAY.index("  example: true", start)]
    waiting = read(tmp_path / "one", (reply, "")).said["bus"]
    answered = read(tmp_path / "two").said["bus"]
    last = waiting.on + PATIENCE

    assert timedelta(days=90) == PATIENCE
    assert not waiting.is_unanswered(last)
    assert waiting.is_unanswered(last + timedelta(days=1))
    assert not answered.is_unanswered(last + timedelta(days=1))


@pytest.mark.parametrize(
    ("stopped", "day", "state"),
    [
        ("", "2026-01-11", "planned"),
        ("", "2026-01-12", "running"),
        ("", "2026-06-30", "running"),
        ("", "2026-07-01", "over"),
        ("\n  stopped: 2026-03-01", "2026-02-28", "running"),
        ("\n  stopped: 2026-03-01", "2026-03-01", "stopped"),
    ],
)
def test_a_pilot_runs_from_its_first_day_to_its_last(
    stopped: str, day: str, state: str, tmp_path: Path
) -> None:
    pilot = read(tmp_path, ("  ends: 2026-06-30", f"  ends: 2026-06-30{stopped}")).pilots["lifts"]

    assert pilot.state(date.fromisoformat(day)) == state


def test_empty_seats_are_those_that_nobody_has(tmp_path: Path) -> None:
    assert read(tmp_path).groups["council"].free == 2
