"""Opening hours as rows of a schedule, in the terms of iCalendar that Open Referral takes.

A week or some days of a month become rows with days and times. Hours that follow no such rule,
since they change with the season, become a row with their own text: half of them would be worse.
What happens on bank holidays the standard cannot say (openreferral/specification#440), so it
stands in the notes of each row.

Sources: https://docs.openreferral.org/en/latest/hsds/schema_reference.html#schedule,
https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from recovery_radio.model.hours import Hours, osm_hours
from recovery_radio.model.opening import Timing
from recovery_radio.model.place import Place, Session
from recovery_radio.model.service import Service
from recovery_radio.model.week import MIDNIGHT, parse_span
from recovery_radio.render.door import closure_in_words
from recovery_radio.render.open_data.data import Json, without_blanks
from recovery_radio.render.repeats import Repeat, repeats_of

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEAR = timedelta(weeks=53)
"""Long enough to tell a rule from the hours of a season."""
_HOLIDAYS = {
    "closed": "Closed on bank holidays.",
    "open": "Open on bank holidays.",
    "ask": "Ask about bank holidays.",
}


class Pattern(NamedTuple):
    """Times that come again every week, or on some days of a month."""

    freq: str
    """`WEEKLY` or `MONTHLY`."""
    byday: str
    """`MO,TU`, or `1SA,-1FR`."""
    opens: str
    closes: str
    """`HH:MM:SS`; before `opens` if it is on the next day."""

    @property
    def by_night(self) -> bool:
        """Whether the times run past midnight."""
        return self.closes <= self.opens


def patterns(hours: Hours, today: date) -> tuple[Pattern, ...]:
    """Find the rules that hours follow.

    Returns:
        None at all, unless together they say everything that the hours say.
    """
    if hours == "always":
        # The guidance of Open Referral writes a whole day so.
        return (Pattern("WEEKLY", ",".join(_DAYS), "00:00:00", "23:59:00"),)
    return () if hours == "by-appointment" else _patterns(osm_hours(hours), today)


@lru_cache(maxsize=1024)
def _patterns(hours: str, today: date) -> tuple[Pattern, ...]:
    found = repeats_of(Timing(hours, "open"), today, today + _YEAR)
    if any(not each.rule or not each.certain or each.note for each in found):
        return ()
    return tuple(_pattern(each) for each in found)


def _pattern(repeat: Repeat) -> Pattern:
    assert repeat.rule
    days = repeat.rule["byday"]
    assert isinstance(days, list)
    closes = "23:59:00" if repeat.end.time() == time() else f"{repeat.end:%H:%M}:00"
    return Pattern(str(repeat.rule["freq"]), ",".join(days), f"{repeat.start:%H:%M}:00", closes)


def schedule_rows(service: Service, place: Place, today: date) -> Iterator[Json]:
    """Give the rows of one place, its sessions and the odd days among its closures.

    Rows say from the day of the last check until the day on which the next one is due. They have
    no identifiers yet.
    """
    notes = [_holiday_note(place.bank_holidays)]
    notes += [closure_in_words(each) for each in place.closures if each.end >= today]
    usual = {
        "valid_from": service.checked.on.isoformat(),
        "valid_to": service.trust.due.isoformat(),
        "notes": " ".join(notes),
    }
    for what, hours, session in _timed(place):
        about = {"description": what, **_attending(session)}
        for row in _rows(hours, today):
            said = " ".join(filter(None, (what, row.pop("description", ""))))
            yield without_blanks({**usual, **about, **row, "description": said})
    yield from _odd_days(place, today)


def _timed(place: Place) -> Iterator[tuple[str, Hours, Session | None]]:
    if place.hours:
        yield "", place.hours, None
    for session in place.sessions:
        yield f"{session.label}.", session.hours, session


def _rows(hours: Hours, today: date) -> Iterator[Json]:
    found = patterns(hours, today)
    if hours == "by-appointment":
        yield {"description": "By appointment."}
    elif not found:
        yield {"description": f"Opening hours as OpenStreetMap writes them: {osm_hours(hours)}"}
    for pattern in found:
        yield {
            "freq": pattern.freq,
            "interval": 1,
            "byday": pattern.byday,
            "opens_at": pattern.opens,
            "closes_at": pattern.closes,
            "description": "Until the next day." if pattern.by_night else "",
        }


def _attending(session: Session | None) -> Json:
    if session and session.online:
        return {"attending_type": "online", "schedule_link": str(session.online)}
    return {"attending_type": "in person"}


def _odd_days(place: Place, today: date) -> Iterator[Json]:
    for closure in place.closures:
        for when, span in closure.instead.items():
            for opens, closes in clocks(span) if when >= today else ():
                yield without_blanks(
                    {
                        "dtstart": when.isoformat(),
                        "valid_from": when.isoformat(),
                        "valid_to": when.isoformat(),
                        "opens_at": opens,
                        "closes_at": closes,
                        "description": closure.note,
                        "attending_type": "in person",
                    }
                )


def clocks(span: str) -> Iterator[tuple[str, str]]:
    """Give when each part of a day's hours begins and ends, as `Pattern` has them."""
    for start, end in parse_span(span):
        yield _clock(start), "23:59:00" if end == MIDNIGHT else _clock(end % MIDNIGHT)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}:00"


def _holiday_note(answer: str) -> str:
    return _HOLIDAYS.get(answer, f"On bank holidays open {answer}.")
