"""Services: words that exist, routes that lead somewhere, facts that are not stale."""

import unicodedata
from collections.abc import Collection, Iterator
from datetime import date

from recovery_radio.check.anonymity import check_anonymity, find_first_name, find_person
from recovery_radio.check.days import check_past
from recovery_radio.check.known import check_names
from recovery_radio.model.answers import FROM_HOURS, answers_from_hours
from recovery_radio.model.freshness import Freshness
from recovery_radio.model.hub import Hub
from recovery_radio.model.place import Place
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.service import Service

_EFFECTS = {
    Freshness.DUE: "",
    Freshness.OVERDUE: ", so the service stands last in every list",
    Freshness.EXPIRED: ", so the service is shown as not confirmed and without hours",
}
# Names of list pages below services/.
_RESERVED = ("a-z", "for", "needs", "report", "this-week", "towns")


def check_services(hub: Hub, today: date) -> Iterator[Problem]:
    """Check every service, closed ones included."""
    yield from _towns(hub)
    for service in hub.services:
        yield from _words(service, hub)
        yield from _routes(service, hub)
        yield from _facts(service, today)
        yield from check_anonymity(service)
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
    used: dict[str, tuple[tuple[str, ...], Collection[str]]] = {
        "kind": ((service.kind,), words.kinds),
        "offers": (service.offers, words.offers),
        "for_whom.who": (service.for_whom.who, words.who),
        "substances": (service.substances, words.substances),
        "mode": (service.mode, words.mode),
        "how_in": (service.how_in, words.how_in),
        "cost": ((service.cost,), words.cost),
    }
    for index, place in enumerate(service.places):
        used[f"places.{index}.access"] = (tuple(place.access), words.access)
        used[f"places.{index}.space"] = (tuple(place.space), words.space)
        for number, session in enumerate(place.sessions):
            key = f"places.{index}.sessions.{number}"
            used[f"{key}.who"] = (session.who, words.who)
            used[f"{key}.kind"] = ((session.kind,) if session.kind else (), words.kinds)
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
    if not service.places and service.mode == ("in-person",):
        what = "The service has neither a place nor a way to use it from afar."
        yield origin.problem(
            "places", what, "Add a place, or say how it is used under `mode`.", "no-place"
        )


def _facts(service: Service, today: date) -> Iterator[Problem]:
    origin = service.origin
    if not service.example and not service.sources:
        what = "A service that really exists says where its facts were read."
        yield origin.problem(
            "sources", what, "List them under `sources`, or write `example: true`.", "no-sources"
        )
    told = {
        "checked": service.checked,
        "waiting_time": service.waiting_time,
        "capacity": service.capacity,
    }
    for key, fact in told.items():
        if fact:
            yield from check_past(origin, f"{key}.on", fact.on, today)
    if found := find_person(service.checked.who) or find_first_name(service.checked.who):
        what = (
            f"Every page of a service says who checked it, and this looks like a name: '{found}'."
        )
        repair = "Write the role, such as `station volunteer`."
        yield origin.problem("checked.who", what, repair, "named-person")
    if service.alert and service.alert.until < today:
        what = f"The news was for the days until {service.alert.until}, and is no longer shown."
        repair = "Take `alert` out, or write a later day."
        yield origin.problem("alert.until", what, repair, "old-news", Severity.NOTICE)
    for index, place in enumerate(service.places):
        yield from _answers(service, index, place)
    yield from _freshness(service, today)


def _answers(service: Service, index: int, place: Place) -> Iterator[Problem]:
    stated = {word: place.access[word] for word in FROM_HOURS if word in place.access}
    # Hours are worked out for a year to come, which takes longer than all other checks together.
    given = answers_from_hours(place) if stated else {}
    for word, answer in stated.items():
        if answer != given.get(word, answer):
            what = f"`{word}: {answer}` does not agree with the hours, which say: {given[word]}."
            repair = f"Leave `{word}` out, or mend the hours."
            key = f"places.{index}.access.{word}"
            yield service.origin.problem(key, what, repair, "two-answers")


def _freshness(service: Service, today: date) -> Iterator[Problem]:
    state = service.freshness(today)
    if service.status in ("closed", "unconfirmed") or state is Freshness.FRESH:
        return
    what = f"The facts were due to be confirmed on {service.trust.due}{_EFFECTS[state]}."
    repair = "Ring them and write the new day, or write `status: unconfirmed`."
    # `radio due` is the list to work through; only what nobody can trust any more stops a build.
    expired = state is Freshness.EXPIRED
    severity = Severity.WARNING if expired else Severity.NOTICE
    yield service.origin.problem("checked.on", what, repair, "stale-service", severity)
