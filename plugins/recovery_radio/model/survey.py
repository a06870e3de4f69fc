"""Surveys: what was asked, how many answered, and how.

A register is public, and so is its history. A count of one to four could point at somebody, so
it is never written down, not even to be hidden by a page.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from recovery_radio.model.entry import Day, Entry, Part
from recovery_radio.model.text import HttpsUrl, PlainText, Title, refusal

SMALLEST = 5
"""Smallest count that is told as a number."""
_WORDS = ("few", "hidden")


def _count(value: object) -> object:
    if value in _WORDS or (type(value) is int and (value == 0 or value >= SMALLEST)):
        return value
    if type(value) is int and value > 0:
        what = f"is {value}, and so small a number could point at somebody."
        repair = f"Write `few` for fewer than {SMALLEST}."
        raise refusal("small-count", what, repair)
    repair = f"Write a whole number, or `few` for fewer than {SMALLEST}."
    raise refusal("bad-count", f"is not a count: '{str(value)[:40]}'.", repair)


Count = Annotated[int | Literal["few", "hidden"], BeforeValidator(_count)]
"""How many; `few` for one to four, `hidden` for a larger one from which `few` could be worked out."""


class Choice(Part):
    """One answer to a question of a survey."""

    say: Title
    """The answer."""
    count: Count
    """How many gave it: a number, `few` for fewer than 5, or `hidden`."""


class Question(Part):
    """One question of a survey."""

    ask: PlainText
    """The question, word for word as it was asked."""
    several: bool = False
    """Whether somebody could give several answers."""
    answers: tuple[Choice, ...] = Field(min_length=2)
    """All answers in the order in which they are shown."""
    note: PlainText | None = None
    """What one has to know to read the numbers."""


class Survey(Entry):
    """A survey by people who use services. One entry of `site/data/surveys.yml`."""

    title: Title
    """What it is called."""
    about: PlainText
    """What it was to find out."""
    town: Title | None = None
    """Where."""
    start: Day = Field(alias="from")
    """First day of asking."""
    end: Day = Field(alias="to")
    """Last day of asking."""
    method: PlainText
    """Who was asked, where and how, and how they were found."""
    by: Title
    """Role of those who asked, such as `peer researchers`."""
    asked: int | None = Field(default=None, ge=SMALLEST)
    """How many were asked, if it was counted."""
    answered: int = Field(ge=SMALLEST)
    """How many answered."""
    limits: PlainText
    """Whom it did not reach, and what it cannot tell."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions with their answers."""
    changed: PlainText | None = None
    """What came of it. Absent while nothing has."""
    report: HttpsUrl | None = None
    """Where there is more to read."""
    example: bool = False
    """Whether it is invented. It says so."""
