"""What the page of decisions on Small Sparks shows: rows, sums and quarters of each year.

Every sum is a sum of the rows that are shown, in decimals, so it is exact.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from recovery_radio.model.spark import Decision, SparkYear
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.words import month, month_and_year

_ANSWERS = ("yes", "part", "no")


class Row(NamedTuple):
    """A decision, in words."""

    month: str
    """Such as `October 2026`."""
    asked: str
    given: str
    decision: Decision


class YearView(NamedTuple):
    """A year of decisions."""

    title: str
    """Such as `2026`, or `April 2026 to March 2027`."""
    rows: tuple[Row, ...]
    """Newest first."""
    asked: str
    """Sum of what was asked for."""
    given: str
    """Sum of what was given."""
    counts: tuple[tuple[str, int], ...]
    """How many there are of each answer: yes, part, no."""
    budget: str
    """What the panel can give, or empty."""
    left: str
    """What is left of it, or empty."""
    quarters: tuple[tuple[str, Decimal, str], ...]
    """What was given in each quarter: its name, the sum, and the sum as it is printed."""
    example: bool


def pounds(sum_: Decimal) -> str:
    """Write a sum with its pence, if it has any: `£180`, `£1,087.50`."""
    return f"£{sum_:,.0f}" if sum_ == int(sum_) else f"£{sum_:,.2f}"


def views(years: Iterable[SparkYear], words: Words = ENGLISH) -> list[YearView]:
    """Give every year of decisions, the newest first."""
    return [_view(year, words) for year in sorted(years, key=lambda year: year.start, reverse=True)]


def _view(year: SparkYear, words: Words) -> YearView:
    rows = sorted(year.decisions, key=lambda decision: decision.month, reverse=True)
    asked = sum((decision.asked for decision in rows), Decimal())
    given = sum((decision.sum_given for decision in rows), Decimal())
    budget = year.budget
    return YearView(
        title=_title(year, words),
        rows=tuple(_row(decision, words) for decision in rows),
        asked=pounds(asked),
        given=pounds(given),
        counts=tuple(
            (answer, sum(decision.decision == answer for decision in rows)) for answer in _ANSWERS
        ),
        budget="" if budget is None else pounds(budget),
        left="" if budget is None else pounds(max(budget - given, Decimal())),
        quarters=tuple(_quarters(rows, words)),
        example=year.example,
    )


def _row(decision: Decision, words: Words) -> Row:
    return Row(
        month=month_in_words(decision.month, words),
        asked=pounds(decision.asked),
        given=pounds(decision.sum_given),
        decision=decision,
    )


def month_in_words(text: str, words: Words = ENGLISH) -> str:
    """Write `2026-10` as `October 2026`."""
    return month_and_year(date.fromisoformat(f"{text}-01"), words)


def _title(year: SparkYear, words: Words) -> str:
    number = year.start[:4]
    if (year.start, year.end) == (f"{number}-01", f"{number}-12"):
        return number
    first, last = (month_in_words(text, words) for text in (year.start, year.end))
    return words.say("%(first)s to %(last)s", first=first, last=last)


def _quarters(rows: Iterable[Decision], words: Words) -> Iterable[tuple[str, Decimal, str]]:
    sums: dict[tuple[int, int], Decimal] = {}
    for decision in rows:
        when = (int(decision.month[:4]), (int(decision.month[5:]) - 1) // 3)
        sums[when] = sums.get(when, Decimal()) + decision.sum_given
    for (year, quarter), given in sorted(sums.items()):
        first = month(date(year, quarter * 3 + 1, 1), words)
        last = month_and_year(date(year, quarter * 3 + 3, 1), words)
        name = words.say("%(first)s to %(last)s", first=first, last=last)
        yield name, given, pounds(given)
