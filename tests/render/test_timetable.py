"""The timetable: seven days, and in its rows all other times that are known."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from recovery_radio.model.opening import openings
from recovery_radio.model.times import LONDON
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.meetings import Meeting, meetings_of
from recovery_radio.render.open_times import HORIZON
from recovery_radio.render.timetable import Slot, Timetable, make_timetable
from sites import SERVICE, edit, read_station
from station import ROOT

KINDLING = read_hub(ROOT, Folders(), None, map)[0]
SATURDAY = date(2026, 11, 21)
EARLIER = date(2026, 11, 7)
"""A Saturday, with no bank holiday in the five weeks that follow."""


def meetings(folder: Path, sessions: str, *changes: tuple[str, str]) -> list[Meeting]:
    with_sessions = ("serves:", f"    sessions:\n{sessions}\nserves:")
    hub, problems = read_station(folder, edit(SERVICE, with_sessions, *changes))
    assert problems == []
    return [meeting for service in hub.services for meeting in meetings_of(service)]


def session(label: str, hours: str) -> str:
    return f"      - {{label: {label}, hours: {hours}}}\n"


def shown(timetable: Timetable) -> list[str]:
    return [f"{day}: {s.times} {s.meeting.label}" for day, slots in timetable.days for s in slots]


def minute(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=LONDON).timestamp()) // 60


def test_days_begin_with_that_of_the_build_and_are_seven(tmp_path: Path) -> None:
    timetable = make_timetable(
        meetings(
            tmp_path,
            session("Early", '{fri-sat: "07:00-08:00"}') + session("Late", '{fri: "22:00-02:00"}'),
        ),
        EARLIER,
    )

    assert shown(timetable) == [
        "Saturday 7 November: 7am to 8am Early",
        "Friday 13 November: 7am to 8am Early",
        "Friday 13 November: 10pm to 2am Late",
    ]
    assert timetable.later == []


def test_a_row_knows_its_other_times_and_what_is_on_since_last_night(tmp_path: Path) -> None:
    timetable = make_timetable(meetings(tmp_path, session("Late", '{fri: "22:00-02:00"}')), EARLIER)

    ((_, (late,)),) = timetable.days
    assert late.minutes == 240
    assert [late.starts[0], late.starts[1]] == [
        minute("2026-11-06 22:00"),
        minute("2026-11-13 22:00"),
    ]
    assert timetable.until == minute("2026-12-12 00:00")
    assert late.starts[-1] == minute("2026-12-11 22:00")


def test_what_is_not_on_in_seven_days_waits_in_a_row_of_its_own(tmp_path: Path) -> None:
    timetable = make_timetable(
        meetings(tmp_path, session("Monthly", '{sat-2nd: "10:00-11:00"}')), SATURDAY
    )

    assert timetable.days == []
    assert [slot.starts for slot in timetable.later] == [(minute("2026-12-12 10:00"),)]


def test_a_holiday_on_which_one_asks_is_a_row_of_its_own_with_its_reason(tmp_path: Path) -> None:
    timetable = make_timetable(
        meetings(tmp_path, session("Group", '{fri: "10:00-11:00"}')), SATURDAY
    )

    ((_, (usual,)),) = timetable.days
    (asked,) = timetable.later
    assert usual.certain
    assert (asked.certain, asked.note) == (False, "Christmas Day")
    assert asked.starts == (minute("2026-12-25 10:00"),)
    assert not set(asked.starts) & set(usual.starts)


def test_nothing_is_told_from_the_day_on_which_the_facts_are_overdue(tmp_path: Path) -> None:
    old = ("checked: {on: 2026-11-01", "checked: {on: 2026-03-01")
    (daily,) = meetings(tmp_path, session("Daily", '{mon-sun: "10:00-11:00"}'), old)
    assert daily.service.trust.overdue == date(2026, 12, 2)

    timetable = make_timetable([daily], SATURDAY)

    starts = [start for _, slots in timetable.days for slot in slots for start in slot.starts]
    assert max(starts) == minute("2026-12-01 10:00")


@pytest.mark.parametrize("today", [SATURDAY, date(2026, 10, 20), date(2027, 3, 20)])
def test_the_rows_hold_exactly_what_the_engine_gives(today: date) -> None:
    known = [meeting for service in KINDLING.services for meeting in meetings_of(service)]
    assert len(known) > 50
    timetable = make_timetable(known, today)

    rows: list[Slot] = [slot for _, slots in timetable.days for slot in slots]
    rows += timetable.later
    start = datetime(today.year, today.month, today.day, tzinfo=LONDON)
    for meeting in known:
        told = [
            (begin, begin + slot.minutes, slot.certain)
            for slot in rows
            if slot.meeting is meeting
            for begin in slot.starts
        ]
        end = min(today + HORIZON, meeting.service.trust.overdue)
        days = end - today
        expected = [
            (int(s.start.timestamp()) // 60, int(s.end.timestamp()) // 60, s.certain)
            for s in openings(meeting.timing, start, start + max(days, timedelta()))
        ]
        assert sorted(told) == expected, meeting.label
