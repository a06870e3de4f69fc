"""A week as authors write it: days, rows of days, some days of a month, and the hours of each.

Only what has passed `model.hours` comes here; nothing is checked again.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LAST = -1
"""The last one of a month."""
NTHS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": LAST}
MIDNIGHT = 24 * 60
"""Minutes of a day of the clock."""

Spread = dict[tuple[int, int], str]
"""Spans by day of the week, Monday being 0, and by which of the month; 0 stands for the others."""

_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@lru_cache(maxsize=1024)
def parse_days(days: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Say which days a key means.

    Args:
        days: `mon`, `mon-fri`, `fri-mon` or `sat-1st,3rd`.

    Returns:
        Days of the week in their order, Monday being 0, and which of a month; the latter is empty
        for all of them.
    """
    first, _, rest = days.partition("-")
    start = DAYS.index(first)
    if rest in DAYS:
        length = (DAYS.index(rest) - start) % 7 + 1
        return tuple((start + n) % 7 for n in range(length)), ()
    return (start,), tuple(NTHS[nth] for nth in rest.split(",") if nth)


@lru_cache(maxsize=1024)
def parse_span(span: str) -> tuple[tuple[int, int], ...]:
    """Turn `10:00-12:00, 22:00-02:00` into minutes from midnight on, beyond 1440 the next day."""
    found = []
    for part in span.split(", "):
        start, end = (int(time[:2]) * 60 + int(time[3:]) for time in part.split("-"))
        found.append((start, end if end > start else end + MIDNIGHT))
    return tuple(found)


def spread_week(hours: Mapping[str, str]) -> Spread:
    """Spread days and rows over the week: a single day outranks a row, whatever their order."""
    spread: Spread = {}
    for days, span in sorted(hours.items(), key=lambda item: -len(parse_days(item[0])[0])):
        weekdays, nths = parse_days(days)
        spread.update({(weekday, nth): span for weekday in weekdays for nth in nths or (0,)})
    return spread


def span_on(spread: Spread, day: date) -> str | None:
    """Give the hours of a day: those of the first Saturday of a month outrank every Saturday's."""
    weekday = day.weekday()
    if span := spread.get((weekday, (day.day - 1) // 7 + 1)):
        return span
    if (day + timedelta(days=7)).month != day.month and (span := spread.get((weekday, LAST))):
        return span
    return spread.get((weekday, 0))


def write_osm(spread: Spread) -> str:
    """Write a week in the syntax of OpenStreetMap.

    Each rule has days of its own, save where the last and another one of a month have hours that
    differ from the others: those others have no name, so the rules outrank one another there.
    """
    rules: dict[str, list[str]] = {}
    for (weekday, nth), span in sorted(spread.items(), key=lambda item: (item[0][1] != 0, item[0])):
        named = {other for day, other in spread if day == weekday and other}
        which = f"[{nth}]" if nth else _others(named)
        rules.setdefault(span, []).append(_OSM_DAYS[weekday] + which)
    # A rule after `;` ends what the evening before runs past midnight; one after `,` adds to it.
    by_night = any(end > MIDNIGHT for span in rules for _, end in parse_span(span))
    return ("; " if _outranks(spread) or not by_night else ", ").join(
        f"{_rows(days)} {','.join(map(_osm_part, parse_span(span)))}"
        for span, days in rules.items()
    )


def _outranks(spread: Spread) -> bool:
    return any(
        (weekday, 0) in spread and any(day == weekday and other > 0 for day, other in spread)
        for weekday, nth in spread
        if nth == LAST
    )


def _others(named: set[int]) -> str:
    """Name the days of a month that are not named, if they have a name."""
    if not named or (LAST in named and len(named) > 1):
        return ""
    others = (-2, -3, -4, -5) if LAST in named else sorted({1, 2, 3, 4, 5} - named)
    return f"[{','.join(map(str, others))}]"


def _rows(days: list[str]) -> str:
    """Join days that follow one another: `Mo,Tu,We,Sa` becomes `Mo-We,Sa`."""
    rows: list[list[str]] = []
    for day in days:
        follows = rows and _OSM_DAYS[_OSM_DAYS.index(rows[-1][-1][:2]) + 1 :][:1] == (day,)
        if follows and rows[-1][-1] in _OSM_DAYS:
            rows[-1].append(day)
        else:
            rows.append([day])
    return ",".join(row[0] if len(row) == 1 else f"{row[0]}-{row[-1]}" for row in rows)


def _osm_part(part: tuple[int, int]) -> str:
    start, end = part
    end = end if end <= MIDNIGHT else end - MIDNIGHT
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
