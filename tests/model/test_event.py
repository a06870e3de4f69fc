"""Events: times of the clock in London, in summer and in winter."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from having_a_say import SAY
from recovery_radio.model.event import Event
from sites import edit, read_station


def event(tmp_path: Path, start: str, end: str) -> Event:
    changes = (
        ("start: 2026-12-05 10:30", f"start: {start}"),
        ("end: 2026-12-05 14:30", f"end: {end}"),
    )
    hub, problems = read_station(tmp_path, edit(SAY, *changes))
    assert problems == []
    return hub.say.events["walk"]


def test_times_are_those_of_london_in_summer_and_in_winter(tmp_path: Path) -> None:
    winter = event(tmp_path / "w", "2026-12-05 10:30", "2026-12-05 14:30")
    summer = event(tmp_path / "s", "2026-07-05 10:30", "2026-07-05 14:30")

    assert winter.start.astimezone(UTC) == datetime(2026, 12, 5, 10, 30, tzinfo=UTC)
    assert summer.start.astimezone(UTC) == datetime(2026, 7, 5, 9, 30, tzinfo=UTC)


def test_an_event_is_over_from_its_last_minute_on(tmp_path: Path) -> None:
    walk = event(tmp_path, "2026-12-05 10:30", "2026-12-05 14:30")

    assert walk.is_over(walk.end)
    assert not walk.is_over(walk.end - timedelta(minutes=1))
