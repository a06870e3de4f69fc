"""Group sessions for the calendar on somebody's phone: iCalendar.

A calendar is seen by others: on a lock screen, on a family's wall, at work. So an entry bears the
session's own label and the address of the place, and neither the name of the service nor its web
address; only the calendar of all services, which says nothing about its reader, has those.

Times repeat by a rule where one gives the very days that the engine gives (`render.repeats`), and
are listed where none does. What bank holidays and closures take away is excluded, day by day, up
to a year beyond the day on which the facts expire; there the rule ends. A calendar depends on its
entries alone and not on the day of the build: a phone that asks again gets the same bytes.

Sources: https://www.rfc-editor.org/rfc/rfc5545, https://www.rfc-editor.org/rfc/rfc7986
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Event

from recovery_radio.model.service import Service
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.calendar_file import new_calendar
from recovery_radio.render.meetings import Meeting, meetings_of
from recovery_radio.render.repeats import Repeat, repeats_of
from recovery_radio.render.words import day, slug

CALENDAR = "calendar.ics"
"""Name of the file."""
_KIND = "Group sessions"
_BEYOND = timedelta(days=366)


class _Entry(NamedTuple):
    """Times of a meeting that have one entry in the calendar."""

    meeting: Meeting
    repeat: Repeat
    uid: str
    """Stays when the times change, so that a phone puts the new ones in place of the old."""


def has_calendar(service: Service, today: date) -> bool:
    """Tell whether a service has a calendar on a day."""
    sure = service.status == "active" and service.is_confirmed(today)
    return sure and any(meetings_of(service))


def render_calendars(
    services: Iterable[Service], site_url: str, words: Words = ENGLISH
) -> Iterator[tuple[str, str]]:
    """Write the calendar of each service, and one of all.

    Args:
        services: Those that have one.
        site_url: Address of the site, with a slash at its end.
        words: What the interface says.

    Returns:
        Pairs of a path, relative to the site's root, and a text.
    """
    everything = new_calendar(_KIND)
    for service in services:
        own = new_calendar(_KIND)
        for entry in _entries(service, site_url, words):
            named = _event(entry, f"{entry.meeting.label}, {service.name}", words)
            named.add("url", site_url + service.url)
            everything.add_component(named)
            private = _event(entry, entry.meeting.label, words)
            # Many programs keep such entries to themselves when a calendar is shared.
            private.add("class", "PRIVATE")
            own.add_component(private)
        yield f"{service.url}{CALENDAR}", own.to_ical().decode()
    yield f"services/{CALENDAR}", everything.to_ical().decode()


def _entries(service: Service, site_url: str, words: Words) -> Iterator[_Entry]:
    last = service.trust.expires + _BEYOND
    seen: Counter[str] = Counter()
    for meeting in meetings_of(service, words):
        for repeat in repeats_of(meeting.timing, service.checked.on, last):
            name = slug(meeting.label)
            seen[name] += 1
            uid = uuid5(NAMESPACE_URL, f"{site_url}{service.url}#{name}-{seen[name]}")
            yield _Entry(meeting, repeat, str(uid))


def _event(entry: _Entry, summary: str, words: Words) -> Event:
    meeting, repeat = entry.meeting, entry.repeat
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(meeting.service.checked.on, time(), UTC))
    event.add("summary", summary)
    event.add("dtstart", repeat.start)
    event.add("dtend", repeat.end)
    if repeat.rule:
        event.add("rrule", repeat.rule)
    for name, starts in (("rdate", repeat.more), ("exdate", repeat.without)):
        if starts:
            event.add(name, list(starts))
    if where := _where(meeting):
        event.add("location", where)
    event.add("description", _description(entry, words))
    event.add("status", "CONFIRMED" if repeat.certain else "TENTATIVE")
    # Whoever wants to know what is on is not busy at all of these times.
    event.add("transp", "TRANSPARENT")
    return event


def _where(meeting: Meeting) -> str:
    place = meeting.place
    if meeting.online or place.hide_address:
        return meeting.online
    return ", ".join(filter(None, (*place.address, place.town, place.postcode)))


def _description(entry: _Entry, words: Words) -> str:
    meeting, repeat = entry.meeting, entry.repeat
    lines = []
    if not repeat.certain:
        ask = words.say("Ask before you go")
        lines.append(f"{ask}: {repeat.note}." if repeat.note else f"{ask}.")
    elif meeting.timing.bank_holidays == "ask":
        lines.append(words.say("Ask before you go on a bank holiday."))
    checked = day(meeting.service.checked.on, words)
    lines.append(words.say("These times were checked on %(day)s.", day=checked))
    return " ".join(lines)
