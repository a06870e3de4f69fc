"""The station itself: what `mkdocs.yml` says about it."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from recovery_radio.model.entry import Part
from recovery_radio.model.text import Email, HttpsUrl, Phone, PlainText, Title


class Station(Part):
    """What readers, listeners and podcast directories are told about the station."""

    name: Title
    """Name of the station."""
    url: Annotated[HttpsUrl, Field(pattern=r"^[^?#]+/$")]
    """Public address, with a slash at its end."""
    description: PlainText
    """What it is, in one or two sentences."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[a-z]{2})?$")] = "en-gb"
    """Language of the programmes, for the feed."""


class Team(Part):
    """How readers reach the people who run the station. All of it is public."""

    email: Email
    """E-mail address, for reports of mistakes."""
    phone: Phone | None = None
    """Phone number, for those who do not write."""


class Recommended(Part):
    """Another show that the station recommends."""

    guid: UUID
    """Its `podcast:guid`."""
    url: HttpsUrl
    """Address of its feed."""
    title: Title
    """Its name."""


class Channel(Part):
    """Options of the podcast feed."""

    guid: UUID
    """Identity of the show: computed once by `radio new feed`, then kept for ever."""
    author: Title
    """Who makes the programmes."""
    email: Email | None = None
    """Address to which podcast directories write. It is public."""
    category: Title = "Health & Fitness"
    """Category of Apple's list."""
    subcategory: Title | None = None
    """Subcategory of Apple's list."""
    image: str
    """Square cover of the show, 1400 to 3000 pixels, relative to the site's root."""
    image_alt: PlainText
    """What it shows."""
    explicit: bool = False
    """Whether programmes use language that is not for children."""
    kind: Literal["episodic", "serial"] = "episodic"
    """Newest first, or in order."""
    copyright: PlainText | None = None
    """Who holds the rights."""
    licence: Literal["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "ARR"] = "CC-BY-4.0"
    """Terms of the show as a whole."""
    comments: Literal["disabled", "unsaid"] = "disabled"
    """`disabled` asks apps to show no public comments."""
    podroll: tuple[Recommended, ...] = ()
    """Other shows to recommend."""
    new_feed_url: HttpsUrl | None = None
    """Where the feed has moved to. Keep the old feed for a month at least."""
    podcast_page: HttpsUrl | None = None
    """A page elsewhere that replaces the station's own list of programmes."""
