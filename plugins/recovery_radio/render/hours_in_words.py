"""Opening hours in a few lines, such as `Monday to Thursday, Saturday 10am to 4pm`.

Days with the same hours share a line, since a sheet of paper has no room for seven a door. Hours
in the syntax of OpenStreetMap may change with the season: those of the coming week are told, and
that others follow.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter

from recovery_radio.model.hours import LONGEST_NIGHT, Hours
from recovery_radio.model.opening import Opening, Timing, openings
from recovery_radio.model.times import LONDON
from recovery_radio.model.week import LAST, spread_week
from recovery_radio.render.words import DAYS, span

_NAMES = tuple(DAYS.values())
_NTHS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", LAST: "last"}
_WORDS = {"always": "Day and night, every day", "by-appointment": "By appointment"}
_DAY = timedelta(days=1)
_NIGHT = timedelta(minutes=LONGEST_NIGHT)
_YEAR = 52

Week = Mapping[tuple[int, int], str]
"""Words by day of the week, Monday being 0, and by which of the month; 0 stands for every one."""


def hours_in_words(hours: Hours, today: date) -> list[str]:
    """Say when a door is open, if no bank holiday and no closure comes in between.

    Args:
        hours: As the author wrote them.
        today: First day of the coming week, for hours that change with the season.
    """
    if isinstance(hours, dict):
        return _lines({day: span(times) for day, times in spread_week(hours).items()})
    if hours in _WORDS:
        return [_WORDS[hours]]
    this, *others = weeks_of(hours, today)
    lines = _lines(this) or ["Shut this week"]
    return lines if all(other == this for other in others) else [*lines, "Changes with the season"]


def _lines(week: Week) -> list[str]:
    """Put days with the same hours on one line, each where the first of them stands."""
    named = {weekday for weekday, nth in week if nth}
    found: dict[str, list[tuple[int, int]]] = {}
    for day in sorted(week, key=lambda day: (day[0], day[1] == 0)):
        found.setdefault(week[day], []).append(day)
    return [f"{', '.join(_days(days, named))} {words}" for words, days in found.items()]


def _days(days: Sequence[tuple[int, int]], named: Collection[int]) -> Iterator[str]:
    """Name days; `named` are those of which some of a month have hours of their own."""
    every = [weekday for weekday, nth in days if not nth and weekday not in named]
    # Days in a row differ from their position by the same number.
    for _, row in groupby(enumerate(every), key=lambda pair: pair[1] - pair[0]):
        names = [_NAMES[weekday] for _, weekday in row]
        yield (" and " if len(names) == 2 else " to ").join(dict.fromkeys((names[0], names[-1])))
    for weekday, some in groupby((day for day in days if day[0] in named), key=itemgetter(0)):
        nths = [_NTHS[nth] for _, nth in some if nth]
        if nths:
            yield f"{' and '.join(nths)} {_NAMES[weekday]} of the month"
        if (weekday, 0) in days:
            yield f"other {_NAMES[weekday]}s"


def weeks_of(hours: str, today: date) -> list[Week]:
    """Look up the hours of the coming weeks, of a year of them."""
    start = datetime.combine(today, time(), LONDON)
    weeks: list[dict[tuple[int, int], list[str]]] = [defaultdict(list) for _ in range(_YEAR)]
    end = start + _YEAR * 7 * _DAY
    for opening in openings(Timing(hours, bank_holidays="open"), start, end):
        for day, words in by_day(opening):
            if 0 <= (number := (day - today).days // 7) < _YEAR:
                weeks[number][day.weekday(), 0].append(words)
    return [{day: ", ".join(words) for day, words in week.items()} for week in weeks]


def by_day(opening: Opening) -> Iterator[tuple[date, str]]:
    """Tell the hours of each day; what is too long for a night is cut at midnights."""
    ask = "" if opening.certain else " (ask first)"
    day, end = opening.start.date(), opening.end.replace(tzinfo=None)
    begins = f"{opening.start:%H:%M}"
    while opening.end - opening.start > _NIGHT and end > datetime.combine(day + _DAY, time()):
        yield day, span(f"{begins}-24:00") + ask
        day, begins = day + _DAY, "00:00"
    yield day, span(f"{begins}-{end:%H:%M}") + ask
