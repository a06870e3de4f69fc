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
from recovery_radio.model.week import Spread, spread_week
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.hours_in_words import NTHS, and_then, by_day, hours_in_words, weeks_of
from recovery_radio.render.open_times import open_times
from recovery_radio.render.words import day, day_of_week, nation, span, weekdays

_WEEK, _YEAR = timedelta(days=7), timedelta(days=366)
_SHUT = mark("Closed")
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


def door(place: Place, service: Service, today: date, words: Words = ENGLISH) -> Door:
    """Say when a door is open.

    Args:
        place: The door.
        service: Whose it is.
        today: Day on which the page is made.
        words: What the interface says.
    """
    week, dated = _week(place.timing, today, words)
    sessions = (place.timing.for_session(each.hours) for each in place.sessions)
    return Door(
        open_times(service, place, today),
        week,
        dated,
        tuple(_session(timing, today, words) for timing in sessions),
        _on_bank_holidays(place, today, words),
        tuple(closure_in_words(each, words) for each in place.closures if each.end >= today),
    )


def _week(timing: Timing, today: date, words: Words) -> tuple[tuple[Row, ...], bool]:
    hours = timing.hours
    if isinstance(hours, dict):
        return tuple(_rows(spread_week(hours), words)), False
    if hours is None or hours in _WORDS:
        return (), False
    if _is_seasonal(hours, today):
        told = _by_date(timing, today, 2 * _WEEK, words)
        days = (today + timedelta(days=number) for number in range(14))
        shut = [words.say(_SHUT)]
        return tuple((day_of_week(on, words), ", ".join(told.get(on, shut))) for on in days), True
    week = weeks_of(hours, today, words)[0]
    names = enumerate(weekdays(words))
    return tuple((name, week.get((n, 0), words.say(_SHUT))) for n, name in names), False


def _is_seasonal(hours: str, today: date) -> bool:
    """Tell whether no week stands for the others."""
    first, *others = weeks_of(hours, today)
    return any(other != first for other in others)


def _session(timing: Timing, today: date, words: Words) -> str:
    hours = timing.hours
    if isinstance(hours, str) and hours not in _WORDS and _is_seasonal(hours, today):
        told = list(_by_date(timing, today, _YEAR, words).items())[:_NEXT]
        days = ((day_of_week(on, words), and_then(times, words)) for on, times in told)
        return "; ".join(f"{name}, {times}" for name, times in days)
    return "; ".join(hours_in_words(hours, today, words)) if hours else ""


def _rows(spread: Spread, words: Words) -> Iterator[Row]:
    for weekday, name in enumerate(weekdays(words)):
        some: dict[str, list[str]] = defaultdict(list)
        for (on, nth), times in spread.items():
            if on == weekday and nth:
                some[span(times, words)].append(words.say(NTHS[nth]))
        said = [
            words.say(
                "%(times)s on the %(which)s %(day)s of the month",
                times=times,
                which=and_then(nths, words),
                day=name,
            )
            for times, nths in some.items()
        ]
        if usual := spread.get((weekday, 0)):
            said.insert(0, span(usual, words))
            if len(said) > 1:
                but = words.say("%(usual)s, but %(other)s", usual=said[0], other=said[1])
                said[:2] = [but]
        yield name, _in_a_row(said, words) or words.say(_SHUT)


def _in_a_row(said: list[str], words: Words) -> str:
    told = said[0] if said else ""
    for more in said[1:]:
        told = words.say("%(first)s, and %(second)s", first=told, second=more)
    return told


def _by_date(timing: Timing, today: date, length: timedelta, words: Words) -> dict[date, list[str]]:
    """Tell the hours of the days to come on which it opens."""
    start = datetime.combine(today, time(), LONDON)
    told: dict[date, list[str]] = defaultdict(list)
    for opening in openings(timing, start, start + length):
        for on, times in by_day(opening, words):
            if on >= today:
                told[on].append(times)
    return told


def _on_bank_holidays(place: Place, today: date, words: Words) -> str:
    said = {
        "closed": words.say("closed"),
        "open": words.say("open as on other days"),
        "ask": words.say("ask before you go"),
    }.get(place.bank_holidays) or span(place.bank_holidays, words)
    on, name = next(iter(bank_holidays(place.nation, today, today + _YEAR).items()))
    following = words.say(
        "The next one in %(nation)s is %(day)s, %(name)s.",
        nation=nation(place.nation, words),
        day=day(on, words),
        name=name,
    )
    return f"{said}. {following}"


def closure_in_words(closure: Closure, words: Words = ENGLISH) -> str:
    """Say when a door is shut, why, and when it opens all the same."""
    why = f": {closure.note.rstrip('.')}" if closure.note else ""
    is_a_day = closure.start == closure.end
    first, last = day(closure.start, words), day(closure.end, words)
    if is_a_day and closure.instead:
        times = span(closure.instead[closure.start], words)
        return words.say("Open %(times)s on %(day)s", times=times, day=first) + f"{why}."
    is_shut = len(closure.instead) < (closure.end - closure.start).days + 1
    if is_a_day:
        said = words.say("Closed on %(day)s", day=first)
    elif is_shut:
        said = words.say("Closed from %(first)s to %(last)s", first=first, last=last)
    else:
        said = words.say("Other hours from %(first)s to %(last)s", first=first, last=last)
    instead = [
        words.say("Open on %(day)s, %(times)s", day=day(on, words), times=span(hours, words))
        for on, hours in sorted(closure.instead.items())
    ]
    return ". ".join([said + why, *instead]) + "."
