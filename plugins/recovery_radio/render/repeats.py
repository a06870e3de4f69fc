"""Times that repeat: the rule of iCalendar behind a row of days, or the days one by one.

A rule is proposed from the days that the engine gives and holds only if it gives those days and
no others. So hours in days and hours as in OpenStreetMap need no translations of their own, and
what no rule says, such as hours of the summer, is listed.

Source: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from recovery_radio.model.opening import Opening, Timing, openings
from recovery_radio.model.times import LONDON

Rule = Mapping[str, object]
"""Parts of an `RRULE`, as icalendar takes them."""

_DAY = timedelta(days=1)
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Repeat(NamedTuple):
    """A time that repeats."""

    start: datetime
    """Of the first one, in London."""
    end: datetime
    certain: bool
    """False if one has to ask first."""
    note: str
    rule: Rule | None
    more: Sequence[datetime]
    """When it starts besides, if there is no rule."""
    without: Sequence[datetime]
    """When it does not start, though the rule says so."""


def repeats_of(timing: Timing, first: date, last: date) -> list[Repeat]:
    """Describe all openings that start from one day on and before another."""
    usual = _starting(timing._replace(bank_holidays="open", closures=()), first, last)
    real = _starting(timing, first, last)
    kept = {spell[:2] for spell in real}
    known = {spell[:2] for spell in usual}
    unusual = sorted((spell for spell in real if spell[:2] not in known), key=_length)
    return [
        *(repeat for row in _rows(usual, last) if (repeat := _repeat(*row, kept))),
        # Where a day has hours of its own, they may be of any length; a list has one.
        *(_listed(list(spells)) for _, spells in groupby(unusual, key=_length)),
    ]


def _starting(timing: Timing, first: date, last: date) -> list[Opening]:
    start, end = (datetime.combine(day, time(), LONDON) for day in (first, last))
    return [spell for spell in openings(timing, start, end) if start <= spell.start < end]


def _length(spell: Opening) -> timedelta:
    return spell.end - spell.start


def _rows(spells: Iterable[Opening], last: date) -> Iterator[tuple[list[Opening], Rule | None]]:
    """Put spells into rows that a rule describes, as far as there is one."""
    alike: dict[tuple[object, ...], list[Opening]] = {}
    for spell in spells:
        key = (spell.start.time(), _length(spell), *spell[2:])
        alike.setdefault(key, []).append(spell)
    for row in alike.values():
        if rule := _weekly(_days(row), last):
            yield row, rule
            continue
        for weekday in range(7):
            if part := [spell for spell in row if spell.start.weekday() == weekday]:
                yield part, _weekly(_days(part), last) or _monthly(_days(part), last)


def _days(spells: Iterable[Opening]) -> list[date]:
    return [spell.start.date() for spell in spells]


def _weekly(days: Sequence[date], last: date) -> Rule | None:
    weekdays = {day.weekday() for day in days}
    if list(days) != [day for day in _calendar(days[0], last) if day.weekday() in weekdays]:
        return None
    return {"freq": "WEEKLY", "byday": [_WEEK[weekday] for weekday in sorted(weekdays)]}


def _monthly(days: Sequence[date], last: date) -> Rule | None:
    weekday = days[0].weekday()
    for count in (_from_start, _from_end):
        nths = {count(day) for day in days}
        if list(days) == [
            day
            for day in _calendar(days[0], last)
            if day.weekday() == weekday and count(day) in nths
        ]:
            return {"freq": "MONTHLY", "byday": [f"{n}{_WEEK[weekday]}" for n in sorted(nths)]}
    return None


def _from_start(day: date) -> int:
    return (day.day - 1) // 7 + 1


def _from_end(day: date) -> int:
    following = (day.replace(day=28) + 4 * _DAY).replace(day=1)
    return -((following - day - _DAY).days // 7 + 1)


def _calendar(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days))


def _repeat(
    spells: Sequence[Opening], rule: Rule | None, kept: set[tuple[datetime, datetime]]
) -> Repeat | None:
    real = [spell for spell in spells if spell[:2] in kept]
    if not real:
        return None
    if not rule:
        return _listed(real)
    until = spells[-1].start.astimezone(UTC)
    without = [spell.start for spell in spells if spell[:2] not in kept]
    return Repeat(*spells[0], {**rule, "until": until}, (), without)


def _listed(spells: Sequence[Opening]) -> Repeat:
    return Repeat(*spells[0], None, [spell.start for spell in spells[1:]], ())
