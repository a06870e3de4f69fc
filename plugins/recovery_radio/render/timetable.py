"""The timetable of group sessions: what is on in the coming days, day by day.

A page is made once and read for weeks. So it shows seven days from the day on which it is made,
and carries the other times that are known in its rows, from which `week.js` puts together the
seven days from the moment of reading.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from recovery_radio.model.opening import Opening, openings
from recovery_radio.model.times import LONDON
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.meetings import Meeting
from recovery_radio.render.open_times import HORIZON
from recovery_radio.render.words import day_of_week, span

_SHOWN = timedelta(days=7)


class Slot(NamedTuple):
    """A meeting on one day, and on all others that differ by nothing but the date."""

    meeting: Meeting
    start: datetime
    """In London."""
    times: str
    """In words, such as `7pm to 8:30pm`."""
    minutes: int
    """How long it takes."""
    certain: bool
    """False if one has to ask first."""
    note: str
    """Why the times are not the usual ones."""
    starts: tuple[int, ...]
    """All its beginnings that are known, in minutes since 1970."""


class Timetable(NamedTuple):
    """Rows by day, from the day on which the page is made."""

    days: Sequence[tuple[str, Sequence[Slot]]]
    """Pairs of a name, such as `Saturday 21 November`, and rows."""
    later: Sequence[Slot]
    """Rows that have no time in the days shown."""
    until: int
    """To when times are known, in minutes since 1970."""


def make_timetable(meetings: Iterable[Meeting], today: date, words: Words = ENGLISH) -> Timetable:
    """Put meetings on days.

    Args:
        meetings: Those of services that may be said to be open.
        today: When the page is made.
        words: What the interface says.
    """
    slots = [slot for meeting in meetings for slot in _slots(meeting, today, words)]
    slots.sort(key=lambda slot: (slot.start, slot.meeting.label, slot.meeting.service.name))
    shown = [slot for slot in slots if _is_shown(slot.start, today)]
    by_name = groupby(shown, key=lambda slot: day_of_week(slot.start, words))
    days = [(name, list(rows)) for name, rows in by_name]
    later = [slot for slot in slots if not _is_shown(slot.start, today)]
    return Timetable(days, later, _minute(_midnight(today + HORIZON)))


def _slots(meeting: Meeting, today: date, words: Words) -> Iterator[Slot]:
    alike: dict[tuple[object, ...], list[Opening]] = {}
    # Nothing is told from the day on which the facts are overdue.
    end = min(today + HORIZON, meeting.service.trust.overdue)
    for spell in openings(meeting.timing, _midnight(today), _midnight(end)):
        key = (spell.start.weekday(), spell.start.time(), _length(spell), *spell[2:])
        alike.setdefault(key, []).append(spell)
    for spells in alike.values():
        starts = tuple(_minute(spell.start) for spell in spells)
        # Spells that differ by nothing but the date share their weekday: one is in seven days.
        spell = next((spell for spell in spells if _is_shown(spell.start, today)), spells[0])
        times = span(f"{spell.start:%H:%M}-{spell.end:%H:%M}", words)
        length = _length(spell)
        yield Slot(meeting, spell.start, times, length, spell.certain, spell.note, starts)


def _is_shown(start: datetime, today: date) -> bool:
    return today <= start.date() < today + _SHOWN


def _length(spell: Opening) -> int:
    return _minute(spell.end) - _minute(spell.start)


def _minute(when: datetime) -> int:
    return int(when.timestamp()) // 60


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)
