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
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.words import span, weekdays

NTHS = {
    1: mark("1st"),
    2: mark("2nd"),
    3: mark("3rd"),
    4: mark("4th"),
    5: mark("5th"),
    LAST: mark("last"),
}
"""Which of a month."""
_WORDS = {"always": mark("Day and night, every day"), "by-appointment": mark("By appointment")}
_DAY = timedelta(days=1)
_NIGHT = timedelta(minutes=LONGEST_NIGHT)
_YEAR = 52

Week = Mapping[tuple[int, int], str]
"""Words by day of the week, Monday being 0, and by which of the month; 0 stands for every one."""


def hours_in_words(hours: Hours, today: date, words: Words = ENGLISH) -> list[str]:
    """Say when a door is open, if no bank holiday and no closure comes in between.

    Args:
        hours: As the author wrote them.
        today: First day of the coming week, for hours that change with the season.
        words: What the interface says.
    """
    if isinstance(hours, dict):
        spread = spread_week(hours).items()
        return _lines({day: span(times, words) for day, times in spread}, words)
    if hours in _WORDS:
        return [words.say(_WORDS[hours])]
    this, *others = weeks_of(hours, today, words)
    lines = _lines(this, words) or [words.say("Shut this week")]
    changes = any(other != this for other in others)
    return [*lines, words.say("Changes with the season")] if changes else lines


def _lines(week: Week, words: Words) -> list[str]:
    """Put days with the same hours on one line, each where the first of them stands."""
    named = {weekday for weekday, nth in week if nth}
    found: dict[str, list[tuple[int, int]]] = {}
    for day in sorted(week, key=lambda day: (day[0], day[1] == 0)):
        found.setdefault(week[day], []).append(day)
    return [f"{', '.join(_days(days, named, words))} {times}" for times, days in found.items()]


def _days(days: Sequence[tuple[int, int]], named: Collection[int], words: Words) -> Iterator[str]:
    """Name days; `named` are those of which some of a month have hours of their own."""
    known = weekdays(words)
    every = [weekday for weekday, nth in days if not nth and weekday not in named]
    # Days in a row differ from their position by the same number.
    for _, row in groupby(enumerate(every), key=lambda pair: pair[1] - pair[0]):
        names = [known[weekday] for _, weekday in row]
        yield _row(names, words)
    for weekday, some in groupby((day for day in days if day[0] in named), key=itemgetter(0)):
        nths = [words.say(NTHS[nth]) for _, nth in some if nth]
        if nths:
            which = and_then(nths, words)
            yield words.say("%(which)s %(day)s of the month", which=which, day=known[weekday])
        if (weekday, 0) in days:
            yield words.say("other %(day)ss", day=known[weekday])


def _row(names: Sequence[str], words: Words) -> str:
    """Name days in a row."""
    if len(names) < 3:
        return and_then(names, words)
    return words.say("%(first)s to %(last)s", first=names[0], last=names[-1])


def and_then(names: Sequence[str], words: Words) -> str:
    """Name several of something: `1st, 3rd and 5th`."""
    *others, last = names
    if not others:
        return last
    return words.say("%(first)s and %(second)s", first=", ".join(others), second=last)


def weeks_of(hours: str, today: date, words: Words = ENGLISH) -> list[Week]:
    """Look up the hours of the coming weeks, of a year of them."""
    start = datetime.combine(today, time(), LONDON)
    weeks: list[dict[tuple[int, int], list[str]]] = [defaultdict(list) for _ in range(_YEAR)]
    end = start + _YEAR * 7 * _DAY
    for opening in openings(Timing(hours, bank_holidays="open"), start, end):
        for day, times in by_day(opening, words):
            if 0 <= (number := (day - today).days // 7) < _YEAR:
                weeks[number][day.weekday(), 0].append(times)
    return [{day: ", ".join(times) for day, times in week.items()} for week in weeks]


def by_day(opening: Opening, words: Words = ENGLISH) -> Iterator[tuple[date, str]]:
    """Tell the hours of each day; what is too long for a night is cut at midnights."""
    ask = "" if opening.certain else f" ({words.say('ask first')})"
    day, end = opening.start.date(), opening.end.replace(tzinfo=None)
    begins = f"{opening.start:%H:%M}"
    while opening.end - opening.start > _NIGHT and end > datetime.combine(day + _DAY, time()):
        yield day, span(f"{begins}-24:00", words) + ask
        day, begins = day + _DAY, "00:00"
    yield day, span(f"{begins}-{end:%H:%M}", words) + ask
