"""Places as locations of Open Referral. Of a hidden one there is the town, and no address."""

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.render.open_data.data import Directory, Json, without_blanks
from recovery_radio.render.open_data.schedules import schedule_rows
from recovery_radio.render.words import NATIONS

_ANSWERS = {"yes": "Yes.", "no": "No.", "ask": "Ask first."}


def location(directory: Directory, service: Service, number: int) -> Json:
    """Describe one place of a service.

    Args:
        directory: The data.
        service: The service.
        number: Which of its places.
    """
    place = service.places[number]
    own = directory.identify("location", service.id, number)
    found = directory.locate(place)
    return without_blanks(
        {
            "id": own,
            "location_type": "physical",
            "name": place.town if place.hide_address else place.name or service.name,
            "description": _about(directory, place),
            "latitude": found.latitude if found else None,
            "longitude": found.longitude if found else None,
            "addresses": _addresses(directory, service, number),
            "accessibility": [
                {
                    "id": directory.identify("access", service.id, number, word),
                    "location_id": own,
                    "description": f"{term.label}: {answer}",
                    "details": term.explanation,
                }
                for word, term, answer in directory.answers(place)
            ],
        }
    )


def _about(directory: Directory, place: Place) -> str:
    spaces = directory.vocabulary.space
    found = directory.locate(place)
    rough = found is not None and found.approximate
    texts = (
        "The address is kept private. Get in touch first." if place.hide_address else "",
        f"{place.town}. No postal address is known." if not _can_write(place) else "",
        "The coordinates are the middle of the area around it." if rough else "",
        place.travel or "",
        *(f"{spaces[word].label}: {_ANSWERS[fact]}" for word, fact in place.space.items()),
    )
    return " ".join(filter(None, texts))


def _can_write(place: Place) -> bool:
    return place.hide_address or bool(place.address and place.postcode)


def _addresses(directory: Directory, service: Service, number: int) -> list[Json]:
    """Give the postal address, if it has all parts that the standard needs."""
    place = service.places[number]
    if not place.address or not place.postcode:
        return []
    return [
        {
            "id": directory.identify("address", service.id, number),
            "location_id": directory.identify("location", service.id, number),
            "address_1": ", ".join(place.address),
            "city": place.town,
            "state_province": place.county or NATIONS[place.nation],
            "postal_code": place.postcode,
            "country": "GB",
            "address_type": "physical",
        }
    ]


def at_locations(directory: Directory, service: Service) -> list[Json]:
    """Give the places of a service, each as the tie between the two."""
    return [
        {
            "id": directory.identify("service_at_location", service.id, number),
            "service_id": directory.identify("service", service.id),
            "location_id": directory.identify("location", service.id, number),
            "location": location(directory, service, number),
        }
        for number in range(len(service.places))
    ]


def schedules(directory: Directory, service: Service) -> list[Json]:
    """Give all hours of a service; none if nobody knows whether it still runs."""
    if not service.is_confirmed(directory.today):
        return []
    rows: list[Json] = []
    for number, place in enumerate(service.places):
        ties = {
            "service_id": directory.identify("service", service.id),
            "service_at_location_id": directory.identify("service_at_location", service.id, number),
        }
        for row in schedule_rows(service, place, directory.today):
            own = directory.identify("schedule", service.id, len(rows))
            rows.append({"id": own, **ties, **row})
    return rows
