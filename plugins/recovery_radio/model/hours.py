"""Hours as authors write them, and what is refused in them.

Three forms: days with their spans (`mon-fri: "10:00-16:00"`), a word (`always`,
`by-appointment`), or a text in the syntax of OpenStreetMap. When a door is open by them is
worked out in `model.opening`.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from recovery_radio.model.entry import Day, Part
from recovery_radio.model.osm import check_osm
from recovery_radio.model.text import PlainText, refusal
from recovery_radio.model.week import (
    DAYS,
    LAST,
    MIDNIGHT,
    NTHS,
    parse_days,
    parse_span,
    spread_week,
    write_osm,
)

Nation = Literal["ENG", "WLS", "SCT", "NIR"]
"""Nation of the UK, which decides the bank holidays."""

LONGEST_NIGHT = 14 * 60
"""Minutes. Hours past midnight that are longer were more likely written the wrong way round."""

_DAY = f"({'|'.join(DAYS)})"
_NTH = f"({'|'.join(NTHS)})"
_DAYS = f"{_DAY}(-({_DAY}|{_NTH}(,{_NTH})*))?"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_PART = rf"{_TIME}-({_TIME}|24:00)"
_SPAN = f"{_PART}(, {_PART})*"
_LOOSE_TIME = r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?"
_LOOSE_SPAN = re.compile(rf"{_LOOSE_TIME}\s*(?:-|\u2013|to|until)\s*{_LOOSE_TIME}", re.IGNORECASE)
_LOOSE_DAY = re.compile(rf"(?<![a-z]){_DAY}[a-z]*", re.IGNORECASE)


def _days(text: str) -> str:
    if re.fullmatch(_DAYS, text):
        nths = parse_days(text)[1]
        if text[:3] != text[4:] and len(set(nths)) == len(nths):
            return text
    raise refusal("bad-days", f"is not a day or a row of days: '{text[:40]}'.", _meant_days(text))


def _meant_days(text: str) -> str:
    meant = list(dict.fromkeys(found[1].lower() for found in _LOOSE_DAY.finditer(text)))
    if re.search("holiday|^ph$", text, re.IGNORECASE):
        return "Bank holidays have a setting of their own: `bank_holidays`."
    if len(meant) == 2 and re.search(r"-|\u2013| to ", text) and "," not in text:
        return f"Write `{meant[0]}-{meant[1]}`."
    if len(meant) > 1:
        return f"Give each day a line of its own: `{'`, `'.join(meant)}`."
    if meant and not re.search(r"\d|last", text):
        return f"Write `{meant[0]}`."
    return "Write a day such as `mon`, days such as `mon-fri`, or `sat-1st,3rd`."


def _span(text: str) -> str:
    if not re.fullmatch(_SPAN, text):
        repair = f'Write `"{_meant_span(text) or "10:00-16:00"}"`, in times of 24 hours.'
        raise refusal("bad-hours", f"cannot be read: '{text[:60]}'.", repair)
    before = 0
    for part, (start, end) in zip(text.split(", "), parse_span(text), strict=True):
        opens, shuts = part.split("-")
        if opens == shuts:
            what = f"opens and shuts at the same time: '{part}'."
            raise refusal("no-hours", what, 'For a day and its night write `"00:00-24:00"`.')
        if end > MIDNIGHT and end - start > LONGEST_NIGHT:
            what = f"runs past midnight for {(end - start) // 60} hours: '{part}'."
            raise refusal("hours-swapped", what, _swapped(opens, shuts))
        if start < before:
            what = f"overlaps the hours before it, or comes too late: '{part}'."
            raise refusal("hours-overlap", what, "Write the hours of a day in order, each once.")
        before = end
    return text


def _swapped(opens: str, shuts: str) -> str:
    return (
        f'Did you mean `"{shuts}-{opens}"`? If not, write it on two days: `"{opens}-24:00"` on '
        f'the first, `"00:00-{shuts}"` on the next.'
    )


def _meant_span(text: str) -> str | None:
    """Guess what was meant by `9-5`, `9am to 5pm` or `9.30 – 17.00`."""
    found = _LOOSE_SPAN.fullmatch(text.strip())
    if not found:
        return None
    start, end = _hour(found[1], found[3]), _hour(found[4], found[6])
    if end <= start and end < 12 and not found[6]:
        end += 12
    elif found[6] and not found[3] and start < 12 and start + 12 < end:
        # `1-5pm` is all of it in the afternoon, and `9-5pm` is not.
        start += 12
    times = f"{start:02}:{found[2] or '00'}-{end:02}:{found[5] or '00'}"
    return times if re.fullmatch(_PART, times) else None


def _hour(hour: str, half: str | None) -> int:
    return int(hour) % 12 + 12 * (half.lower() == "pm") if half else int(hour)


Days = Annotated[
    str, AfterValidator(_days), WithJsonSchema({"type": "string", "pattern": f"^{_DAYS}$"})
]
"""A day such as `mon`, days such as `mon-fri`, or some of a month such as `sat-1st,3rd`."""

Span = Annotated[
    str, AfterValidator(_span), WithJsonSchema({"type": "string", "pattern": f"^{_SPAN}$"})
]
"""Opening hours such as `10:00-16:00`, `10:00-12:00, 13:00-16:00` or `22:00-02:00`."""


def _week(hours: dict[str, str]) -> dict[str, str]:
    seen: dict[tuple[bool, int, int], str] = {}
    for days in hours:
        weekdays, nths = parse_days(days)
        row = len(weekdays) > 1
        places = [(row, weekday, nth) for weekday in weekdays for nth in nths or (0,)]
        for _, weekday, nth in places:
            for rival in _RIVALS.get(nth, (nth,)):
                if twin := seen.get((row, weekday, rival)):
                    what = f"give one day two times: `{twin}` and `{days}`."
                    raise refusal("days-twice", what, "Give each day its hours in one line.")
        seen.update(dict.fromkeys(places, days))
    return hours


_RIVALS = {LAST: (LAST, 4, 5), 4: (4, LAST), 5: (5, LAST)}
"""Days of a month that may fall on one date: every fifth Friday is a last one."""

Hours = Annotated[
    Annotated[dict[Days, Span], Field(min_length=1), AfterValidator(_week), Tag("(week)")]
    | Annotated[str, AfterValidator(check_osm), Tag("(word)")],
    Discriminator(lambda value: "(word)" if isinstance(value, str) else "(week)"),
]
"""When a door is open: days with spans, `always`, `by-appointment`, or hours as in OpenStreetMap."""


class Closure(Part):
    """Days on which a place is shut, or has other hours."""

    start: Day = Field(alias="from")
    """First day."""
    end: Day = Field(alias="to")
    """Last day; the same as the first, if it is one day."""
    note: PlainText | None = None
    """Why, such as `Christmas`. It is shown."""
    instead: dict[Day, Span] = {}
    """Days among them on which it opens all the same, and when."""

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: date, info: ValidationInfo) -> date:
        if (start := info.data.get("start")) and end < start:
            repair = "Write the first day in `from`, and the last in `to`."
            raise refusal("closure-order", f"is before the first day, {start}.", repair)
        return end

    @field_validator("instead")
    @classmethod
    def _among_them(cls, instead: dict[date, str], info: ValidationInfo) -> dict[date, str]:
        first, last = info.data.get("start"), info.data.get("end")
        if first and last:
            for day in instead:
                if not first <= day <= last:
                    what = f"names {day}, which is not a day of the closure."
                    raise refusal("closure-day", what, f"Write days from {first} to {last}.")
        return instead


def osm_hours(hours: Hours) -> str:
    """Write hours in the syntax of OpenStreetMap; what is by appointment has none."""
    if isinstance(hours, dict):
        return write_osm(spread_week(hours))
    return {"always": "24/7", "by-appointment": ""}.get(hours, hours)
