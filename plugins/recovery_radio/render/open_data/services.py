"""Services as Open Referral UK 3.0 (HSDS-UK) describes them.

The UK profile leaves out some of what HSDS has, such as phone numbers and names of languages.
Nothing forbids them, so they are here: an entry without its phone number helps nobody.

Sources: https://github.com/OpenReferralUK/uk-profile,
https://docs.openreferral.org/en/latest/hsds/schema_reference.html
"""

from recovery_radio.model.service import Service
from recovery_radio.render.open_data.data import Directory, Json, without_blanks
from recovery_radio.render.open_data.places import at_locations, schedules
from recovery_radio.render.open_data.words import attributes
from recovery_radio.render.words import day, language

_STATUS = {"active": "active", "paused": "temporarily closed", "unconfirmed": "inactive"}
_CAPACITY = {
    "open": "New people are taken",
    "waiting-list": "There is a waiting list",
    "full": "It is full",
}

TEXTS = "Text messages"
"""What a number is for that nobody can ring."""


def in_short(directory: Directory, service: Service) -> Json:
    """Give what a list says about a service: its own facts, and who runs it."""
    contact, age = service.contact, service.for_whom.age
    return without_blanks(
        {
            "id": directory.identify("service", service.id),
            "organization_id": directory.identify("organization", service.organisation),
            "name": service.name,
            "description": _description(service),
            "url": str(contact.web) if contact.web else directory.page(service),
            "email": contact.email,
            "status": _status(directory, service),
            "fees": directory.vocabulary.cost[service.cost].label,
            "minimum_age": age.min if age else None,
            "maximum_age": age.max if age else None,
            "assured_date": service.checked.on.isoformat(),
            "assurer_email": directory.team.email,
            "alert": directory.warning(service),
            "organization": organization(directory, service.organisation),
        }
    )


def in_full(directory: Directory, service: Service) -> Json:
    """Give everything about a service, its places included."""
    return without_blanks(
        {**_without_places(directory, service), "service_at_locations": at_locations(directory, service)}
    )  # fmt: skip


def places_in_short(directory: Directory, service: Service) -> list[Json]:
    """Give the places of a service as a list names them."""
    short = {**in_short(directory, service)}
    listed = []
    for tie in at_locations(directory, service):
        where = {
            k: v for k, v in tie["location"].items() if k not in ("addresses", "accessibility")
        }
        listed.append({**tie, "location": where, "service": short})
    return listed


def places_in_full(directory: Directory, service: Service) -> list[Json]:
    """Give the places of a service, each with everything about the service."""
    whole = _without_places(directory, service)
    found = []
    for tie in at_locations(directory, service):
        own = [s for s in whole.get("schedules", ()) if s["service_at_location_id"] == tie["id"]]
        found.append({**tie, "service": without_blanks({**whole, "schedules": own})})
    return found


def organization(directory: Directory, key: str) -> Json:
    """Describe who runs services."""
    known = directory.organisations[key]
    return without_blanks(
        {
            "id": directory.identify("organization", key),
            "name": known.name,
            "description": known.about,
            "website": str(known.web) if known.web else None,
        }
    )


def _without_places(directory: Directory, service: Service) -> Json:
    own = {"service_id": directory.identify("service", service.id)}
    return without_blanks(
        {
            **in_short(directory, service),
            "schedules": schedules(directory, service),
            "service_areas": [
                {"id": directory.identify("area", service.id, area), **own, "name": area}
                for area in dict.fromkeys(service.serves)
            ],
            "languages": [
                {
                    "id": directory.identify("language", service.id, code),
                    **own,
                    "name": language(code),
                    "code": code,
                }
                for code in dict.fromkeys(service.languages)
            ],
            "cost_options": [_cost(directory, service)],
            "contacts": _contacts(directory, service),
            "attributes": attributes(directory, service),
        }
    )


def _status(directory: Directory, service: Service) -> str:
    if not service.is_confirmed(directory.today):
        return "inactive"
    return _STATUS[service.status]


def _description(service: Service) -> str:
    wait, capacity = service.waiting_time, service.capacity
    texts = [service.summary]
    for heading, text in (
        ("What to expect", service.expect),
        ("What to bring", service.bring),
        ("For GPs and other professionals", service.gp_note),
        ("What to tell a patient", service.tell_patient),
    ):
        texts += [f"{heading}: {text}"] if text else []
    if wait:
        texts.append(f"Waiting time in weeks, as told on {day(wait.on)}: {wait.weeks}.")
    if capacity:
        texts.append(f"{_CAPACITY[capacity.state]}, as told on {day(capacity.on)}.")
    return "\n\n".join(texts)


def _cost(directory: Directory, service: Service) -> Json:
    word = directory.vocabulary.cost[service.cost]
    return without_blanks(
        {
            "id": directory.identify("cost", service.id),
            "service_id": directory.identify("service", service.id),
            "option": word.label,
            "amount": 0 if service.cost == "free" else None,
            "amount_description": word.explanation,
        }
    )


def _contacts(directory: Directory, service: Service) -> list[Json]:
    """Give the phone numbers, which hang on a contact; people are never named."""
    own = directory.identify("contact", service.id)
    phones = [
        {
            "id": directory.identify("phone", service.id, number, about),
            "contact_id": own,
            "number": number,
            "description": about,
        }
        for number, about in numbers_of(directory, service)
    ]
    if not phones:
        return []
    tied = {"service_id": directory.identify("service", service.id)}
    return [{"id": own, **tied, "name": service.name, "phones": phones}]


def numbers_of(directory: Directory, service: Service) -> list[tuple[str, str]]:
    """List the phone numbers of a service, each with what it is for."""
    contact = service.contact
    found = [(contact.phone, "Calls"), (contact.text, TEXTS)]
    if contact.helpline:
        line = directory.helplines[contact.helpline]
        terms = ". ".join(text.rstrip(".") for text in (line.hours, line.cost))
        found = [(line.number, f"Calls. {terms}."), (line.text_to, TEXTS), *found]
    return [(number, about) for number, about in found if number]


def number_to_ring(directory: Directory, service: Service) -> str | None:
    """Give the first number of a service that somebody answers; none if it takes texts only."""
    calls = (number for number, about in numbers_of(directory, service) if about != TEXTS)
    return next(calls, None)
