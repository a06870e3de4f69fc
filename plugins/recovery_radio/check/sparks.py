"""Decisions on Small Sparks: sums that fit together, months that were, and nobody named.

What points at a person is refused at the door, since a public register keeps its history. What
these patterns miss, such as a nickname, the person who writes the register has to see.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from recovery_radio.check.anonymity import find_first_name, find_person
from recovery_radio.check.texts import texts_of
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.spark import Decision, SparkYear

_TELLING = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx)\b\.?"
    r"|\b(?:Miss|Dr|Prof)\.? [A-Z]\w*"
    r"|\b[A-Z]\.(?: ?[A-Z]\.)+"  # J.S.
    r"|\b[A-Z]\. ?[A-Z][a-z]+"  # J. Surname
    r"|\S+@\S+"
    r"|\+?\d[\d ()./-]{7,}\d"  # What can be dialled, or is a day of birth.
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # A postcode.
)


def check_sparks(hub: Hub, today: date) -> Iterator[Problem]:
    """Check every year of decisions."""
    this_month = f"{today:%Y-%m}"
    for year in hub.sparks.values():
        if year.start > year.end:
            what = f"`to` ({year.end}) comes before `from` ({year.start})."
            yield year.origin.problem("to", what, "Swap the two.", "outside-year")
        for index, decision in enumerate(year.decisions):
            place = f"decisions.{index}"
            yield from _check_month(year, place, decision, this_month)
            yield from _check_sum(year, place, decision)
        yield from _check_words(year)
        yield from _check_budget(year)


def find_telling(text: str) -> str | None:
    """Find the first thing in a text that could tell who somebody is."""
    telling = _TELLING.search(text)
    return find_person(text) or (telling and telling[0]) or find_first_name(text)


def _check_month(
    year: SparkYear, place: str, decision: Decision, this_month: str
) -> Iterator[Problem]:
    key = f"{place}.month"
    if not year.start <= decision.month <= year.end:
        what = f"`month` is {decision.month}, outside {year.start} to {year.end}."
        yield year.origin.problem(key, what, "Move it to the year it belongs to.", "outside-year")
    elif decision.month > this_month:
        repair = "Write the month in which the panel met."
        yield year.origin.problem(key, "`month` lies in the future.", repair, "future-date")


def _check_sum(year: SparkYear, place: str, decision: Decision) -> Iterator[Problem]:
    given = decision.given
    if decision.decision != "part":
        if given is not None:
            what = f"`given` stands beside a {decision.decision}."
            repair = "Remove it: a yes gives what was asked, and a no gives nothing."
            yield year.origin.problem(f"{place}.given", what, repair, "odd-decision")
    elif given is None or not 0 < given < decision.asked:
        what = f"A part of £{decision.asked} is more than nothing and less than all of it."
        repair = "Write `given: …` with the sum, or `decision: yes`."
        yield year.origin.problem(f"{place}.given", what, repair, "odd-decision")


def _check_words(year: SparkYear) -> Iterator[Problem]:
    for key, text in texts_of(year, "decisions"):
        if found := find_telling(text):
            what = f"A decision names nobody, and this may tell who somebody is: '{found}'."
            repair = "Take it out; where it is no name, say it another way."
            yield year.origin.problem(key, what, repair, "named-person")


def _check_budget(year: SparkYear) -> Iterator[Problem]:
    given = sum((decision.sum_given for decision in year.decisions), Decimal())
    if year.budget is not None and given > year.budget:
        what = f"£{given} was given, and the budget is £{year.budget}."
        repair = "Correct a sum, or the budget if it was raised."
        yield year.origin.problem("budget", what, repair, "over-budget", Severity.WARNING)
