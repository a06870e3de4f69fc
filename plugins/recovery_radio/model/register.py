"""Registers of `site/data`: short lists that pages, episodes and services refer to."""

from typing import Literal

from pydantic import Field

from recovery_radio.model.entry import Day, Entry, Source
from recovery_radio.model.service import Nation
from recovery_radio.model.text import HttpsUrl, Phone, PlainText, Title


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
