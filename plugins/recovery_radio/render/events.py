"""Events: what is to come and what was, each with its address and its time in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from recovery_radio.model.event import Event
from recovery_radio.model.times import LONDON
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.words import day_of_week, hour, span

EVENTS = "events/"
"""Address of the list of events, relative to the site's root."""


class Date(NamedTuple):
    """An event with what pages say of it."""

    key: str
    event: Event
    url: str
    """Address of its page, relative to the site's root."""
    when: str
    """Such as `Saturday 5 December 2026, 2pm to 4:30pm`."""


class Dates(NamedTuple):
    """Events around a moment."""

    coming: Sequence[Date]
    """Those that are not over, the next one first; cancelled ones too."""
    past: Sequence[Date]
    """Those that are over and took place, the last one first."""


def dates_of(events: Mapping[str, Event], now: datetime, words: Words = ENGLISH) -> Dates:
    """Put events around a moment in order."""
    by_start = sorted(events.items(), key=lambda row: (row[1].start, row[0]))
    dates = [Date(key, e, f"{EVENTS}{key}/", when(e, words)) for key, e in by_start]
    return Dates(
        [date for date in dates if not date.event.is_over(now)],
        [d for d in reversed(dates) if d.event.is_over(now) and not d.event.cancelled],
    )


def when(event: Event, words: Words = ENGLISH) -> str:
    """Say when an event is, in London."""
    start, end = event.start.astimezone(LONDON), event.end.astimezone(LONDON)
    if start.date() == end.date():
        times = span(f"{start:%H:%M}-{end:%H:%M}", words)
        return words.say("%(day)s, %(times)s", day=_day(start, words), times=times)
    first, last = (
        words.say("%(day)s, %(times)s", day=_day(each, words), times=hour(f"{each:%H:%M}", words))
        for each in (start, end)
    )
    return words.say("%(first)s, to %(last)s", first=first, last=last)


def _day(day: datetime, words: Words) -> str:
    return words.say("%(day)s %(year)s", day=day_of_week(day, words), year=day.year)
