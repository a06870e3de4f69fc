"""Registers of `site/data`: short lists that pages, episodes and services refer to."""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from recovery_radio.model.entry import Day, Entry, Source
from recovery_radio.model.hours import Nation
from recovery_radio.model.text import HttpsUrl, Phone, PlainText, Title

TRUSTED = timedelta(days=60)
"""How long a number is trusted that somebody in a crisis rings; then it is on the work list."""
DOUBTED = timedelta(days=90)
"""Age of the last check beyond which the page says that the number may have changed."""
REFUSED = timedelta(days=120)
"""Age of the last check beyond which nothing is published with it."""


class Helpline(Entry):
    """A number to ring.

    Every number that the site prints for the public comes from here or from the directory.
    """

    name: Title
    """What it is called."""
    number: Phone | None = None
    """What to dial, in quotes. Absent where one can only write."""
    press: PlainText | None = None
    """What to press once connected, such as `option 2`."""
    text: PlainText | None = None
    """How to text instead, such as `text SHOUT to 85258`."""
    text_to: Phone | None = None
    """The number that takes text messages, in quotes."""
    bsl: HttpsUrl | None = None
    """Where to call in British Sign Language, through an interpreter."""
    web: HttpsUrl | None = None
    """Where to chat or read instead."""
    about: PlainText
    """Who answers, and what for, in one sentence."""
    hours: PlainText
    """When somebody answers."""
    cost: PlainText
    """What a call costs."""
    nations: tuple[Nation, ...] = Field(min_length=1)
    """Where it works."""
    use: Literal["emergency", "crisis", "drugs-alcohol", "family", "safety", "other"]
    """For what it is shown on the page for help now."""
    checked: Day
    """Day on which number and hours were last confirmed."""
    sources: tuple[Source, ...] = Field(min_length=1)
    """Where they were read."""

    @property
    def due(self) -> date:
        """Day from which on it should be rung once more."""
        return self.checked + TRUSTED

    def is_doubtful(self, today: date) -> bool:
        """Tell whether its number and hours may have changed since somebody looked."""
        return today - self.checked > DOUBTED


class Series(Entry):
    """A row of programmes. One entry of `site/data/series.yml`."""

    title: Title
    """What it is called."""
    summary: PlainText
    """What a listener gets from it."""


class Topic(Entry):
    """A subject. One entry of `site/data/topics.yml`."""

    label: Title
    """What it is called."""
    summary: PlainText
    """One sentence on what is to be found under it."""
