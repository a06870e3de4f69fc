"""What makes it possible to come: the answers that a place gives, and those that its hours give.

Whether it opens in the evening or at the weekend is not asked for where the hours say it, since
two answers to one question differ one day.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from recovery_radio.model.hours import Hours, osm_hours
from recovery_radio.model.opening import Timing, by_day, openings
from recovery_radio.model.place import Answer, Place
from recovery_radio.model.times import LONDON

FROM_HOURS = ("evenings", "weekends")
"""Words of the vocabulary's `access` that hours answer."""
_FRIDAY = 4
_EVENING = 17 * 60
# Any year does: bank holidays and closures are left out.
_START = datetime(2026, 1, 1, tzinfo=LONDON)
_YEAR = timedelta(days=365)


def access_of(place: Place) -> dict[str, Answer]:
    """Give all answers about coming in; what is absent is unknown."""
    return {**place.access, **answers_from_hours(place)}


def answers_from_hours(place: Place) -> Mapping[str, Answer]:
    """Give the answers that the hours of a place and of its sessions give."""
    all_hours = [place.hours, *(session.hours for session in place.sessions)]
    given = [_answers(osm_hours(hours)) for hours in all_hours if hours]
    known = place.hours is not None and place.hours != "by-appointment"
    found: dict[str, Answer] = {}
    for word in FROM_HOURS:
        answers = {answer[word] for answer in given if word in answer}
        best = next((answer for answer in _BEST_FIRST if answer in answers), None)
        # A session in the evening proves that there is one; the others prove nothing.
        if best and (known or best != "no"):
            found[word] = best
    return found


_BEST_FIRST: tuple[Answer, ...] = ("yes", "ask", "no")


@lru_cache(maxsize=1024)
def _answers(hours: str) -> Mapping[str, Answer]:
    if not hours:
        return {}
    found: dict[str, Answer] = dict.fromkeys(FROM_HOURS, "no")
    for word, certain in _met(hours):
        if certain or found[word] == "no":
            found[word] = "yes" if certain else "ask"
    return found


def _met(hours: Hours) -> Iterator[tuple[str, bool]]:
    timing = Timing(hours, bank_holidays="open")
    for start, end, certain, _ in openings(timing, _START, _START + _YEAR):
        # Days that follow each other without a break are one spell.
        for day, _, shuts in by_day(start.replace(tzinfo=None), end.replace(tzinfo=None)):
            if day.weekday() > _FRIDAY:
                yield "weekends", certain
            elif shuts > _EVENING:
                yield "evenings", certain
