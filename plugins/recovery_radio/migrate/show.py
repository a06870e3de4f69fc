"""A feed as it was found: what it says, in its own words, before anybody judges it."""

from typing import NamedTuple


class Enclosure(NamedTuple):
    """A recording that an item names."""

    url: str
    length: str
    type: str


class Person(NamedTuple):
    """Somebody named by a feed."""

    name: str
    role: str


class Words(NamedTuple):
    """A transcript that an item links to."""

    url: str
    type: str


class Picture(NamedTuple):
    """A picture that an item links to."""

    url: str
    alt: str = ""


class Bite(NamedTuple):
    """A stretch that an item recommends, in seconds as written."""

    start: str
    duration: str
    title: str


class Item(NamedTuple):
    """One item of a feed. What it lacks is empty."""

    title: str
    guid: str
    date: str
    description: str
    """May be HTML."""
    notes: str
    """HTML."""
    enclosure: Enclosure | None
    more_enclosures: int
    alternates: tuple[Enclosure, ...]
    duration: str
    season: str
    number: str
    kind: str
    people: tuple[Person, ...]
    chapters: tuple[tuple[str, str], ...]
    """Start and title."""
    chapters_url: str
    transcripts: tuple[Words, ...]
    picture: Picture | None
    bites: tuple[Bite, ...]
    licence: str
    ai_content: str


class Show(NamedTuple):
    """A whole feed."""

    title: str
    summary: str
    items: tuple[Item, ...]
    """In the order of the feed."""
    next_page: str
    """Where older items are, if the feed is cut into pages."""
    moved_to: str
    """Where the feed says that it has moved."""
    people: tuple[Person, ...]
    licence: str
    picture: str
    """Address of the cover of the whole show."""
    is_ours: bool
    """Whether a station such as this one has written it."""
    mended: str
    """What is wrong with its XML, if something had to be guessed."""
