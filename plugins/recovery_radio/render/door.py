"""What the page of a service says about the hours of one of its doors.

A week is a table of seven rows, which is read without scripting, printed, and known by heart.
Hours that change with the season have no such week: the next two weeks are told instead, day by
day, with the bank holidays and closures that lie in them.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from recovery_radio.model.hours import Closure
from recovery_radio.model.opening import Timing, bank_holidays, openings
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.times import LONDON
from recovery_radio.model.week import LAST, Spread, spread_week
from recovery_radio.render.hours_in_words import by_day, hours_in_words, weeks_of
from recovery_radio.render.open_times import open_times
from recovery_radio.render.words import DAYS, MONTHS, day, nation, span

_NAMES = tuple(DAYS.values())
_NTHS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", LAST: "last"}
_WEEK, _YEAR = timedelta(days=7), timedelta(days=366)
_SHUT = "Closed"
_WORDS = ("always", "by-appointment")
_NEXT = 3
"""How many dates of a session are told if it has no week."""

Row = tuple[str, str]
"""A day and its hours, in words."""


class Door(NamedTuple):
    """The hours of a place, ready to be shown."""

    times: str
    """For the reader's device; empty if it is not to say whether the door is open."""
    week: tuple[Row, ...]
    """Seven days, or fourteen with their dates; none for what is known without."""
    dated: bool
    """Whether those are the next two weeks, since no week is like the other."""
    sessions: tuple[str, ...]
    """When the sessions are, in their order."""
    bank_holidays: str
    closures: tuple[str, ...]


def door(place: Place, service: Service, today: date) -> Door:
    """Say when a door is open.

    Args:
        place: The door.
        service: Whose it is.
        today: Day on which the page is made.
    """
    week, dated = _week(place.timing, today)
    return Door(
        open_times(service, place, today),
        week,
        dated,
        tuple(_session(place.timing.for_session(each.hours), today) for each in place.sessions),
        _on_bank_holidays(place, today),
        tuple(closure_in_words(each) for each in place.closures if each.end >= today),
    )


def _week(timing: Timing, today: date) -> tuple[tuple[Row, ...], bool]:
    hours = timing.hours
    if isinstance(hours, dict):
        return tuple(_rows(spread_week(hours))), False
    if hours is None or hours in _WORDS:
        return (), False
    if _is_seasonal(hours, today):
        told = _by_date(timing, today, 2 * _WEEK)
        days = (today + timedelta(days=number) for number in range(14))
        return tuple((_dated(on), ", ".join(told.get(on, [_SHUT]))) for on in days), True
    week = weeks_of(hours, today)[0]
    return tuple((name, week.get((n, 0), _SHUT)) for n, name in enumerate(_NAMES)), False


def _is_seasonal(hours: str, today: date) -> bool:
    """Tell whether no week stands for the others."""
    first, *others = weeks_of(hours, today)
    return any(other != first for other in others)


def _session(timing: Timing, today: date) -> str:
    hours = timing.hours
    if isinstance(hours, str) and hours not in _WORDS and _is_seasonal(hours, today):
        told = list(_by_date(timing, today, _YEAR).items())[:_NEXT]
        return "; ".join(f"{_dated(on)}, {' and '.join(times)}" for on, times in told)
    return "; ".join(hours_in_words(hours, today)) if hours else ""


def _rows(spread: Spread) -> Iterator[Row]:
    for weekday, name in enumerate(_NAMES):
        some: dict[str, list[str]] = defaultdict(list)
        for (on, nth), times in spread.items():
            if on == weekday and nth:
                some[span(times)].append(_NTHS[nth])
        words = [
            f"{times} on the {' and '.join(nths)} {name} of the month"
            for times, nths in some.items()
        ]
        if usual := spread.get((weekday, 0)):
            words = [", but ".join([span(usual), *words[:1]]), *words[1:]]
        yield name, ", and ".join(words) or _SHUT


def _by_date(timing: Timing, today: date, length: timedelta) -> dict[date, list[str]]:
    """Tell the hours of the days to come on which it opens."""
    start = datetime.combine(today, time(), LONDON)
    told: dict[date, list[str]] = defaultdict(list)
    for opening in openings(timing, start, start + length):
        for on, words in by_day(opening):
            if on >= today:
                told[on].append(words)
    return told


def _dated(on: date) -> str:
    return f"{_NAMES[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"


def _on_bank_holidays(place: Place, today: date) -> str:
    words = {
        "closed": "closed",
        "open": "open as on other days",
        "ask": "ask before you go",
    }.get(place.bank_holidays) or span(place.bank_holidays)
    on, name = next(iter(bank_holidays(place.nation, today, today + _YEAR).items()))
    following = f"The next one in {nation(place.nation)} is {day(on)}, {name}."
    return f"{words}. {following}"


def closure_in_words(closure: Closure) -> str:
    """Say when a door is shut, why, and when it opens all the same."""
    first, last = day(closure.start), day(closure.end)
    when = f"on {first}" if first == last else f"from {first} to {last}"
    why = f": {closure.note}" if closure.note else ""
    if first == last and closure.instead:
        return f"Open {span(closure.instead[closure.start])} {when}{why}."
    length = (closure.end - closure.start).days + 1
    words = f"{_SHUT if len(closure.instead) < length else 'Other hours'} {when}{why}"
    instead = [f"Open on {day(on)}, {span(hours)}" for on, hours in sorted(closure.instead.items())]
    return ". ".join([words, *instead]) + "."
