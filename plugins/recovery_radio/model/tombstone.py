"""What a withdrawn episode leaves behind."""

from typing import Literal

from recovery_radio.model.entry import Entry
from recovery_radio.model.text import Guid, Slug


class Tombstone(Entry):
    """What is left of a withdrawn episode: its place and its identity, and no word of it.

    Whatever else its file says is not read, so that no mistake in it can keep a programme up.
    """

    status: Literal["withdrawn"]
    guid: Guid
    """Stays reserved, so that no other episode is taken for this one."""
    slug: Slug
    """Name of its folder, and so its old address."""
    remains: bool
    """Whether its folder still holds more than these lines."""

    @property
    def url(self) -> str:
        """Its old address, relative to the site's root."""
        return f"episodes/{self.slug}/"
