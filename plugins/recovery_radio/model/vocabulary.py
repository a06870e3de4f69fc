"""The words in which services are described, and what others call the same.

The maps lead to the types of Meeting Guide, to the tags of OpenStreetMap and to lists of services
such as that of local government, so that what a station exports means the same to others.

Sources: https://github.com/code4recovery/spec,
https://wiki.openstreetmap.org/wiki/Key:social_facility, https://openreferraluk.org
"""

from typing import Annotated

from pydantic import Field

from recovery_radio.model.entry import Entry, Part
from recovery_radio.model.service import Mode, ServiceEntry
from recovery_radio.model.text import PlainText, Slug, Title


class Maps(Part):
    """What others call the same."""

    meeting_guide: tuple[Annotated[str, Field(pattern=r"^[A-Z0-9][A-Za-z0-9-]{0,9}$")], ...] = ()
    """Types of the Meeting Guide format, such as `W` for women."""
    osm: Annotated[str, Field(pattern=r"^[a-z_]+(:[a-z_]+)?=[a-z_;]+$")] | None = None
    """Tag of OpenStreetMap, such as `social_facility=outreach`."""
    # A name of the web of data, which no browser opens: most of them were given before https.
    oruk: Annotated[str, Field(pattern=r"^https?://[a-z0-9.-]+/[!#-;=?-~]*$")] | None = None
    """Identifier of the same in a list on the web, such as `http://id.esd.org.uk/service/1373`."""


class Term(Part):
    """A word of the vocabulary."""

    label: Title
    """At most four words, shown to the public."""
    explanation: PlainText
    """One sentence in plain words."""
    maps: Maps = Maps()
    """What others call the same."""
    also: tuple[Title, ...] = ()
    """Other words that people type for it: brands, short forms, street names. Not shown."""


class Need(Term):
    """A reason to look for help, which gathers services of several kinds on one page."""

    kinds: tuple[Slug, ...] = ()
    """Kinds of service that answer it."""
    offers: tuple[Slug, ...] = ()
    """Offers that answer it."""
    who: tuple[Slug, ...] = ()
    """Services for these people answer it."""

    def is_met_by(self, service: ServiceEntry) -> bool:
        """Tell whether the service answers the need."""
        return (
            service.kind in self.kinds
            or not set(self.offers).isdisjoint(service.offers)
            or not set(self.who).isdisjoint(service.for_whom.who)
        )


class Vocabulary(Entry):
    """`services_directory/vocabulary.yml`: every word that an entry may use."""

    kinds: dict[Slug, Term]
    """What a service is."""
    offers: dict[Slug, Term]
    """What can be had there."""
    who: dict[Slug, Term]
    """Whom it is for."""
    substances: dict[Slug, Term]
    """What it helps with."""
    mode: dict[Mode, Term]
    """Ways to use it."""
    how_in: dict[Slug, Term]
    """Ways in."""
    access: dict[Slug, Term]
    """What makes it possible to come."""
    space: dict[Slug, Term]
    """What the place is like."""
    cost: dict[Slug, Term]
    """What it costs."""
    needs: dict[Slug, Need]
    """Reasons to look for help, each with a page of its own."""
