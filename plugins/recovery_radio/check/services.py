"""Services: words that exist, routes that lead somewhere, facts that are not stale."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from recovery_radio.check.known import check_names
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.service import Service

# Names of list pages below services/.
_RESERVED = ("a-z", "needs", "towns")


def check_services(hub: Hub, today: date) -> Iterator[Problem]:
    """Check every service, closed ones included."""
    yield from _towns(hub)
    for service in hub.services:
        yield from _words(service, hub)
        yield from _routes(service, hub)
        yield from _facts(service, today)
        if service.id in _RESERVED:
            what = f"The file name '{service.id}' is taken by a list of services."
            yield Problem(service.origin.path, 1, what, "Rename the file.", "duplicate-address")


def _towns(hub: Hub) -> Iterator[Problem]:
    """Find towns that are written in two ways, and would be two lists at one address."""
    first: dict[str, str] = {}
    for service in sorted(hub.services, key=lambda service: service.origin.path):
        for index, place in enumerate(service.places):
            letters = unicodedata.normalize("NFKD", place.town.casefold())
            plain = "".join(c for c in letters if c.isascii() and c.isalnum()) or place.town
            other = first.setdefault(plain, place.town)
            if place.town != other:
                what = f"The town '{place.town}' is written '{other}' elsewhere."
                repair = "Write it in the same way everywhere."
                key = f"places.{index}.town"
                yield service.origin.problem(key, what, repair, "duplicate-address")


def _words(service: Service, hub: Hub) -> Iterator[Problem]:
    words, origin = hub.vocabulary, service.origin
    file = "services_directory/vocabulary.yml"
    used = {
        "kind": ((service.kind,), words.kinds),
        "offers": (service.offers, words.offers),
        "for_whom.who": (service.for_whom.who, words.who),
        "substances": (service.substances, words.substances),
        "how_in": (service.how_in, words.how_in),
        "cost": ((service.cost,), words.cost),
    }
    for index, place in enumerate(service.places):
        used[f"places.{index}.access"] = (tuple(place.access), words.access)
        used[f"places.{index}.space"] = (place.space, words.space)
    for key, (names, known) in used.items():
        yield from check_names(origin, key, names, known, f"word for `{key}`:", file)
    yield from check_names(
        origin, "organisation", (service.organisation,), hub.organisations,
        "organisation", "services_directory/organisations.yml",
    )  # fmt: skip


def _routes(service: Service, hub: Hub) -> Iterator[Problem]:
    contact, origin = service.contact, service.origin
    if contact.helpline:
        yield from check_names(
            origin,
            "contact.helpline",
            (contact.helpline,),
            hub.helplines,
            "line",
            "site/data/helplines.yml",
        )
    if not any(value for _, value in contact):
        what = "Nobody can tell how to reach this service."
        yield origin.problem(
            "contact", what, "Give a phone number, an e-mail address or a page.", "no-contact"
        )
    if not service.places and not service.online:
        what = "The service has neither a place nor a way to use it from afar."
        yield origin.problem("places", what, "Add a place, or `online: true`.", "no-place")


def _facts(service: Service, today: date) -> Iterator[Problem]:
    origin = service.origin
    if not service.example and not service.sources:
        what = "A service that really exists says where its facts were read."
        yield origin.problem(
            "sources", what, "List them under `sources`, or write `example: true`.", "no-sources"
        )
    if service.checked.on > today:
        what = "`checked.on` lies in the future."
        yield origin.problem(
            "checked.on", what, "Write the day on which it was done.", "future-date"
        )
    if service.review_due < today and service.status == "active":
        what = f"The facts were due to be confirmed on {service.review_due}."
        repair = "Ring them and write the new day, or write `status: unconfirmed`."
        yield origin.problem("checked.on", what, repair, "stale-service", Severity.WARNING)
