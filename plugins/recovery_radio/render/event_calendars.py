"""Events for the calendar on somebody's phone: iCalendar.

Others see a calendar: on a lock screen, on a family's wall. The file of one event bears the
event's own title and place, and not the address of this site; the file of all events is for
notice boards and workers, and has it. A cancelled event stays, marked as such, because a phone
that has it would keep it otherwise.

Source: https://www.rfc-editor.org/rfc/rfc5545
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from icalendar import Event as Entry

from recovery_radio.model.event import Event
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.calendar_file import new_calendar
from recovery_radio.render.events import EVENTS
from recovery_radio.render.words import day

_KIND = "Events"


def event_calendars(
    events: Mapping[str, Event], site_url: str, words: Words = ENGLISH
) -> Iterator[tuple[str, str]]:
    """Write the calendar of each event, and one of all.

    Args:
        events: By short name.
        site_url: Address of the site, with a slash at its end.
        words: What the interface says.

    Returns:
        Pairs of a path, relative to the site's root, and a text.
    """
    everything = new_calendar(_KIND)
    for key, event in events.items():
        url = f"{EVENTS}{key}/"
        own = _entry(event, f"{site_url}{url}", words)
        own.add("class", "PRIVATE")
        calendar = new_calendar(_KIND)
        calendar.add_component(own)
        yield f"{url}calendar.ics", calendar.to_ical().decode()
        named = _entry(event, f"{site_url}{url}", words)
        named.add("url", f"{site_url}{url}")
        everything.add_component(named)
    yield f"{EVENTS}calendar.ics", everything.to_ical().decode()


def _entry(event: Event, address: str, words: Words) -> Entry:
    entry = Entry()
    entry.add("uid", str(uuid5(NAMESPACE_URL, address)))
    checked = datetime.combine(event.checked, time(), UTC)
    entry.add("dtstamp", checked)
    entry.add("last-modified", checked)
    # A phone takes a change only if it is newer than what it has.
    entry.add("sequence", event.checked.toordinal() - _FIRST + bool(event.cancelled))
    entry.add("summary", event.title)
    entry.add("dtstart", event.start)
    entry.add("dtend", event.end)
    if where := _where(event):
        entry.add("location", where)
    entry.add("description", _description(event, words))
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.cancelled else "OPAQUE")
    return entry


# A number of days that stays small, and grows with each day on which somebody confirms the entry.
_FIRST = date(2020, 1, 1).toordinal()


def _where(event: Event) -> str:
    there = ", ".join(filter(None, (*event.place, event.town, event.postcode)))
    return there or event.online or ""


def _description(event: Event, words: Words) -> str:
    lines = [words.say("Cancelled: %(reason)s", reason=event.cancelled)] if event.cancelled else []
    confirmed = words.say("Confirmed on %(day)s.", day=day(event.checked, words))
    return " ".join([*lines, event.about, confirmed])
