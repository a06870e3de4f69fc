"""When a door is open: hours, bank holidays and closures worked out to instants.

A spell belongs to the day on which it begins. So a bank holiday takes away the evening that
would have begun on it with all of its night, and leaves the night before to run to its end. The
syntax of OpenStreetMap cannot say that, since a rule for a day cuts at midnight; therefore bank
holidays and closures are laid over the days here, and no evaluator is told of them.

Bank holidays are those of a nation: there is none of the whole UK that Scotland has too.

Sources: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification,
https://www.gov.uk/bank-holidays
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

import holidays
from opening_hours import OpeningHours, State

from recovery_radio.model.hours import LONGEST_NIGHT, Closure, Hours, Nation
from recovery_radio.model.times import LONDON
from recovery_radio.model.week import MIDNIGHT, parse_span, span_on, spread_week

HOLIDAY_WORDS = ("closed", "open", "ask")
"""What may be said of bank holidays, if it is not their hours."""
_DAY = timedelta(days=1)
_UTC = ZoneInfo("UTC")


class Timing(NamedTuple):
    """Everything that decides when a door is open."""

    hours: Hours | None
    """None if they are not known."""
    bank_holidays: str = "ask"
    """One of `HOLIDAY_WORDS`, or the hours of a bank holiday."""
    nation: Nation = "ENG"
    closures: tuple[Closure, ...] = ()

    def for_session(self, hours: Hours) -> Self:
        """Give the timing of a session there: other hours of the place are none of the session's."""
        holidays_too = self.bank_holidays in HOLIDAY_WORDS
        return self._replace(
            hours=hours,
            bank_holidays=self.bank_holidays if holidays_too else "ask",
            closures=tuple(each.model_copy(update={"instead": {}}) for each in self.closures),
        )


class Opening(NamedTuple):
    """A spell in which a door is open."""

    start: datetime
    """In London. Subtracting it from `end` gives hours of the clock, not hours that pass."""
    end: datetime
    certain: bool
    """False if one has to ask first."""
    note: str
    """Why the hours are not the usual ones: a bank holiday, a closure's note, or a comment."""


class _Spell(NamedTuple):
    start: int
    """Minutes: within a day from its midnight, else since 1970."""
    end: int
    certain: bool = True
    note: str = ""


def openings(timing: Timing, start: datetime, end: datetime) -> list[Opening]:
    """Work out when a door is open.

    Args:
        timing: Its hours.
        start: Aware.
        end: Aware.

    Returns:
        Those that touch the time between the two, in order, without overlap, whole; what never
        ends begins a day or less before `start`, and ends on the day of `end` or later.
    """
    if timing.hours is None or timing.hours == "by-appointment":
        return []
    first = start.astimezone(LONDON).date() - _DAY
    last = end.astimezone(LONDON).date()
    spells = _joined(_placed(timing, first, last))
    after, before = start.timestamp() / 60, end.timestamp() / 60
    return [
        Opening(_in_london(spell.start), _in_london(spell.end), spell.certain, spell.note)
        for spell in spells
        if spell.end > after and spell.start < before
    ]


def bank_holidays(nation: Nation, start: date, end: date) -> dict[date, str]:
    """Name the bank holidays from one day to another, both included, in their order."""
    found: dict[date, str] = {}
    for year in range(start.year, end.year + 1):
        found.update(
            {day: name for day, name in _of_year(nation, year).items() if start <= day <= end}
        )
    return found


@lru_cache(maxsize=64)
def _of_year(nation: Nation, year: int) -> dict[date, str]:
    """Name the bank holidays of a year.

    One that falls on a weekend has a substitute, and then counts for nothing itself. Around
    Christmas and New Year both days count: no door is open on Christmas Day for being a Saturday.
    """
    named = holidays.UK(subdiv=nation, years=year)  # type: ignore[attr-defined]
    found = {}
    for day in sorted(named):
        moved = f"{named[day]} (observed)" in named.values()
        if not moved or day.month in (1, 12):
            found[day] = named[day].replace("(observed)", "(substitute day)")
    return found


def _placed(timing: Timing, first: date, last: date) -> Iterator[_Spell]:
    """Give the spells of each day, in minutes since 1970."""
    ordinary = _ordinary(timing.hours, first, last)
    holiday = bank_holidays(timing.nation, first, last)
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        for spell in _of_day(timing, day, ordinary.get(day, ()), holiday.get(day, "")):
            start, end = _minute(day, spell.start), _minute(day, spell.end)
            if start < end:
                yield spell._replace(start=start, end=end)


def _of_day(
    timing: Timing, day: date, ordinary: tuple[_Spell, ...], holiday: str
) -> tuple[_Spell, ...]:
    for closure in timing.closures:
        if closure.start <= day <= closure.end:
            return _spells(closure.instead.get(day), closure.note or "")
    if not holiday or timing.bank_holidays == "open":
        return ordinary
    if timing.bank_holidays == "closed":
        return ()
    if timing.bank_holidays == "ask":
        return tuple(spell._replace(certain=False, note=holiday) for spell in ordinary)
    return _spells(timing.bank_holidays, holiday)


def _spells(span: str | None, note: str = "") -> tuple[_Spell, ...]:
    return tuple(_Spell(*part, note=note) for part in parse_span(span)) if span else ()


def _ordinary(hours: Hours | None, first: date, last: date) -> dict[date, tuple[_Spell, ...]]:
    """Give the spells that begin on each day, if it were a day like any other."""
    days = [first + n * _DAY for n in range((last - first).days + 1)]
    if isinstance(hours, dict):
        spread = spread_week(hours)
        return {day: _spells(span_on(spread, day)) for day in days}
    if hours == "always":
        return dict.fromkeys(days, (_Spell(0, MIDNIGHT),))
    return _of_osm(str(hours), first, last)


def _of_osm(text: str, first: date, last: date) -> dict[date, tuple[_Spell, ...]]:
    """Ask the evaluator in times of the clock, and tell by length to which day a night belongs."""
    found: dict[date, tuple[_Spell, ...]] = {}
    start, end = (datetime.combine(day, time()) for day in (first - _DAY, last + 2 * _DAY))
    for opens, shuts, state, comment in _evaluator(text).intervals(start, end):
        if state == State.CLOSED:
            continue
        for day, begins, ends in by_day(opens, shuts):
            spell = _Spell(begins, ends, state == State.OPEN, comment)
            found[day] = (*found.get(day, ()), spell)
    return found


def by_day(opens: datetime, shuts: datetime) -> Iterator[tuple[date, int, int]]:
    """Split at midnights what is too long for a night.

    Args:
        opens: A time of the clock, without a zone.
        shuts: Likewise.

    Yields:
        The day, and when the spell begins and ends on it, in minutes from its midnight.
    """
    midnight = datetime.combine(opens.date(), time())
    begins, ends = ((at - midnight) // timedelta(minutes=1) for at in (opens, shuts))
    if ends - begins <= LONGEST_NIGHT:
        yield opens.date(), begins, ends
        return
    for number in range((ends - 1) // MIDNIGHT + 1):
        start = number * MIDNIGHT
        yield opens.date() + number * _DAY, max(begins - start, 0), min(ends - start, MIDNIGHT)


@lru_cache(maxsize=1024)
def _evaluator(text: str) -> OpeningHours:
    return OpeningHours(text)


@lru_cache(maxsize=65536)
def _minute(day: date, minute: int) -> int:
    """Turn a time of the clock into minutes since 1970.

    Of an hour that comes twice the first is meant. An hour that is left out in spring takes no
    time: what lies in it is at the moment of the change.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    passed = wall.replace(tzinfo=LONDON).astimezone(_UTC)
    if passed.astimezone(LONDON).replace(tzinfo=None) != wall:
        passed = passed.replace(minute=0)
    return int(passed.timestamp()) // 60


def _in_london(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, LONDON)


def _joined(spells: Iterator[_Spell]) -> list[_Spell]:
    """Join what meets, and let what began earlier run to its end before the next begins."""
    joined: list[_Spell] = []
    for spell in sorted(spells):
        last = joined[-1] if joined else None
        if last and spell.start <= last.end and spell[2:] == last[2:]:
            joined[-1] = last._replace(end=max(last.end, spell.end))
        elif not last or spell.end > last.end:
            joined.append(spell._replace(start=max(spell.start, last.end if last else 0)))
    return joined
