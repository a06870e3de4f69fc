"""Recovery alliances: who stands together in a town, what each gives, and who brings them together."""

from typing import Literal

from pydantic import Field

from recovery_radio.model.entry import Entry, Part
from recovery_radio.model.reach import Reach
from recovery_radio.model.text import PlainText, Title


class Ally(Part):
    """A member of an alliance."""

    kind: Literal["peers", "service", "business", "volunteers", "public"]
    """What it is: people in recovery, a service, a business, volunteers, or a public body."""
    name: Title
    """What it is called. Of peers and volunteers the group, and never a person."""
    offers: PlainText
    """What it gives: a room, a meal, work, time, a lift."""


class Alliance(Entry):
    """The alliance of a town. One entry of `site/data/alliances.yml`."""

    name: Title
    """What it is called."""
    town: Title
    """Where."""
    about: PlainText
    """What it is for, in a sentence or two."""
    meets: PlainText | None = None
    """When and where it meets, and who may come."""
    allies: tuple[Ally, ...] = Field(min_length=1)
    """Who is in it."""
    organiser: Reach | None = None
    """Role that brings people together, and how to reach it. Absent means that nobody does yet."""
    example: bool = False
    """Whether it is invented. It says so."""
