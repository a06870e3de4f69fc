"""What every form of the open data is made from, and the identities that all of them share.

Identifiers are computed from names that do not change (UUIDv5), so that the next build gives the
same ones, and whoever has copied the data can tell what is new.

Source: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
"""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from recovery_radio.model.answers import access_of
from recovery_radio.model.place import Answer, Place
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Organisation, Service
from recovery_radio.model.station import Station, Team
from recovery_radio.model.vocabulary import Term, Vocabulary
from recovery_radio.model.whereabouts import Centres, Point
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.postcodes import locate_place

Json = dict[str, Any]
INVENTED = mark("This entry is invented to show the format. There is no such service.")
UNCONFIRMED = mark(
    "Nobody could confirm lately that this service runs as described. Ring before you go."
)


class Licence(NamedTuple):
    """Terms under which the data may be used."""

    name: str
    title: str
    url: str


LICENCES = {
    licence.name: licence
    for licence in (
        Licence("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Licence("CC0-1.0", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        Licence(
            "OGL-UK-3.0",
            "Open Government Licence 3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
    )
}  # fmt: skip


class Directory(NamedTuple):
    """The part of a station that is published as data, on the day of a build."""

    station: Station
    team: Team
    services: tuple[Service, ...]
    """Those that are shown."""
    organisations: Mapping[str, Organisation]
    helplines: Mapping[str, Helpline]
    vocabulary: Vocabulary
    today: date
    licence: Licence
    namespace: uuid.UUID
    """Keeps the identifiers of one station apart from those of every other."""
    centres: Centres
    """Where postcodes and towns are."""

    def identify(self, *names: str | int) -> str:
        """Give the identifier of a thing by its kind and its names."""
        return str(uuid.uuid5(self.namespace, "/".join(map(str, names))))

    def locate(self, place: Place) -> Point | None:
        """Say where a place is; nothing for one that is hidden or unknown."""
        point = None if place.hide_address else locate_place(place, self.centres)
        return point._replace(approximate=not place.geo) if point else None

    def answers(self, place: Place) -> list[tuple[str, Term, Answer]]:
        """Give the answers about coming in, each with its word; hours answer words too."""
        words = self.vocabulary.access
        return [(key, words[key], fact) for key, fact in access_of(place).items() if key in words]

    def page(self, service: Service) -> str:
        """Give the full address of the page of a service."""
        return self.station.url + service.url

    def warning(self, service: Service, words: Words = ENGLISH) -> str:
        """Say what whoever shows an entry elsewhere has to show with it."""
        alert = service.alert
        texts = (
            words.say(INVENTED) if service.example else "",
            "" if service.is_confirmed(self.today) else words.say(UNCONFIRMED),
            words.say("It is not taking people at the moment.")
            if service.status == "paused"
            else "",
            alert.text if alert and self.today <= alert.until else "",
        )
        return " ".join(filter(None, texts))


def namespace_of(url: str) -> uuid.UUID:
    """Give the namespace of a station that has not moved yet, from its address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, url)


def without_blanks(values: Json) -> Json:
    """Leave out what has no value: the standard asks for that instead of null and empty ones."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
