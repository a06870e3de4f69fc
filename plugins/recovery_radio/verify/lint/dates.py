"""Dates as RFC 2822 writes them, read strictly: apps differ in what they forgive.

Source: https://www.rfc-editor.org/rfc/rfc2822#section-3.3
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FORM = re.compile(
    rf"(?:({'|'.join(_DAYS)}),\s+)?(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})"
    r"\s+(\d{2}):(\d{2})(?::(\d{2}))?(?:\s+(\S+))?",
    re.ASCII,
)
# The zones by name that the standard still knows, in hours; the letters of armies mean nothing.
_ZONES = {
    "UT": 0,
    "GMT": 0,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}


class Reading(NamedTuple):
    """What could be read from a date."""

    moment: datetime | None
    """The time, in UTC; nothing if it cannot be told."""
    code: str = ""
    """The rule that it breaks."""
    clause: str = ""
    """What is wrong, to follow the name of the element."""


def read_date(text: str) -> Reading:
    """Read a date of RFC 2822, or say what is wrong with it."""
    found = _FORM.fullmatch(text)
    if not found:
        return Reading(None, "feed-date", f"is `{text[:60]}`, which is no date of RFC 2822.")
    weekday, day, month, year, hour, minute, second, zone = found.groups()
    numbers = (int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute))
    try:
        moment = datetime(*numbers, min(int(second or 0), 59), tzinfo=UTC)
    except ValueError:
        return Reading(None, "feed-date", f"is `{text[:60]}`, a time that does not exist.")
    if weekday and weekday != _DAYS[moment.weekday()]:
        clause = f"is `{text[:60]}`, and that day is a {moment:%A}."
        return Reading(None, "feed-weekday", clause)
    offset = _offset(zone or "")
    if offset is None:
        return Reading(None, "feed-no-zone", f"is `{text[:60]}`, which says no time zone.")
    try:
        return Reading(moment.replace(tzinfo=timezone(offset)).astimezone(UTC))
    except OverflowError:  # On the first or the last day of the calendar.
        return Reading(None, "feed-date", f"is `{text[:60]}`, a time that does not exist.")


def _offset(zone: str) -> timedelta | None:
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    found = re.fullmatch(r"([+-])([01]\d|2[0-3])([0-5]\d)", zone, re.ASCII)
    # `-0000` is how the standard writes that the zone is unknown.
    if not found or zone == "-0000":
        return None
    sign = -1 if found[1] == "-" else 1
    return sign * timedelta(hours=int(found[2]), minutes=int(found[3]))
