"""What every calendar of a station begins with: its maker, and the clocks of London."""

from datetime import datetime, timedelta

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard

_HOUR = timedelta(hours=1)


def new_calendar(what: str) -> Calendar:
    """Begin a calendar.

    Args:
        what: What its entries are, in English.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Recovery Radio//{what}//EN")
    calendar.add("version", "2.0")
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    calendar.add_component(_london())
    return calendar


def _london() -> Timezone:
    """Give the zone by its two rules; icalendar's own lists every change of the clock since 1970."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    for part, name, since, month, before, after in (
        (TimezoneDaylight(), "BST", "1996-03-31T01:00", 3, 0 * _HOUR, _HOUR),
        (TimezoneStandard(), "GMT", "1996-10-27T02:00", 10, _HOUR, 0 * _HOUR),
    ):
        part.add("dtstart", datetime.fromisoformat(since))
        part.add("rrule", {"freq": "YEARLY", "bymonth": month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
