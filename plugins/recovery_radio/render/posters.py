"""Posters to print: one sheet for a wall, with a code to scan and strips to tear off.

A poster hangs where many people see who stops in front of it. So its words are those that anybody may
be seen reading, a strip holds the station's address and nothing else, and a code holds the plain
address of a page, without anything that tells one poster from another.

There is none for a single programme: its title on a wall would say why somebody looks at it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from recovery_radio.model.register import Helpline
from recovery_radio.model.words import Words, mark

START = "posters/"
"""What the addresses of all of them begin with."""
STRIPS = 10
_MOST_LINES = 4
"""Numbers that fit on a sheet. The page that its code opens has them all."""


class Poster(NamedTuple):
    """A poster."""

    key: str
    """Its part of an address."""
    title: str
    words: str
    leads_to: str
    """Page that its code opens."""
    numbers: bool = False
    """Whether it shows numbers to ring."""

    def said(self, words: Words) -> "Poster":
        """Give it in the words of the interface."""
        return self._replace(title=words.say(self.title), words=words.say(self.words))

    @property
    def url(self) -> str:
        """Address of the page with the poster on it."""
        return f"{START}{self.key}/"


POSTERS = (
    Poster(
        "talk",
        mark("Somebody to talk to"),
        mark("Things can get too heavy to carry alone. These people listen."),
        "help-now/",
        numbers=True,
    ),
    Poster(
        "near-you",
        mark("Find help near you"),
        mark(
            "Groups, drop-ins, treatment, and support for families: when they are open, and how to get in."
        ),
        "find-help/",
    ),
    Poster(
        "listen",
        mark("Have a listen"),
        mark("Short programmes by people from round here. Free, and no sign-up."),
        "listen/",
    ),
    Poster(
        "gps",
        mark("For GPs and practice teams"),
        mark("Short training in plain English, and who to refer to near you."),
        "gp-training/",
    ),
)


def posters_for(pages: Iterable[str]) -> Iterator[Poster]:
    """Give the posters whose page a station has.

    Args:
        pages: Addresses of its pages.
    """
    there = frozenset(pages)
    return (poster for poster in POSTERS if poster.leads_to in there)


def lines_for(poster: Poster, helplines: Iterable[Helpline]) -> list[Helpline]:
    """Give the numbers on a poster: those to ring in a crisis, and the most widely known first."""
    crisis = [line for line in helplines if line.use == "crisis" and line.number]
    widest = sorted(crisis, key=lambda line: -len(line.nations))
    return widest[:_MOST_LINES] if poster.numbers else []


def numbers_until(lines: Iterable[Helpline]) -> date | None:
    """Give the day on which a poster with numbers comes off the wall; none without numbers."""
    return min((line.due for line in lines), default=None)


def spoken(address: str) -> str:
    """Write an address as short as people type it."""
    return address.removeprefix("https://").rstrip("/")
