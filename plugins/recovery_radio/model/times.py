"""Days, times of the clock in London, and times of a recording."""

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from recovery_radio.model.text import refusal

LONDON = ZoneInfo("Europe/London")


def parse_timestamp(text: str) -> int:
    """Parse one time of a recording.

    Args:
        text: `h:mm:ss` or `m:ss`, each with or without `.ttt`.

    Returns:
        Milliseconds since the start of the recording.

    Raises:
        ValueError: The text has neither form, or its minutes or seconds exceed 59.

    Source: https://www.w3.org/TR/webvtt1/#webvtt-timestamp
    """
    whole, _, fraction = text.partition(".")
    parts = whole.split(":")
    if not 2 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(text)
    if any(len(p) != 2 for p in parts[1:]) or any(int(p) > 59 for p in parts[-2:]):
        raise ValueError(text)
    if "." in text and not (len(fraction) == 3 and fraction.isascii() and fraction.isdigit()):
        raise ValueError(text)
    hours, minutes, seconds = (["0", *parts])[-3:]
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction or 0)


def _timestamp(text: str) -> str:
    try:
        parse_timestamp(text)
    except ValueError:
        repair = 'Write `"01:30"` or `"1:02:03"`.'
        raise refusal("bad-time", f"is not a time: '{text[:40]}'.", repair) from None
    return text


Timestamp = Annotated[str, AfterValidator(_timestamp), Field(max_length=16)]
"""A time of the recording, such as `"01:30"`, in quotes."""


def _moment(value: object) -> object:
    # One of the two types, chosen by form, so that a slip is explained once and not twice.
    if isinstance(value, str):
        parse = datetime.fromisoformat if len(value) > 10 else date.fromisoformat
        with suppress(ValueError):
            value = parse(value)
    # The first and the last year of the calendar have no room for another time zone.
    if not isinstance(value, date) or not 1900 <= value.year <= 2199:
        repair = "Write `2026-03-12`, or `2026-03-12 18:00` with a time."
        raise refusal("bad-date", f"is not a date: '{str(value)[:40]}'.", repair)
    return value


Moment = Annotated[datetime | date, BeforeValidator(_moment)]
"""A day such as `2026-03-12`, or a day with a time of the clock in London."""
