"""A service as schema.org describes it, for search engines, inside its page.

Invented entries get none: a search engine would answer with their number, and not with the
warning above it. Hours that schema.org cannot say, such as those of every other Saturday, are left
out: it would take the rest of the week for all of them. So are answers other than yes, for weight.

Source: https://schema.org/Service
"""

from collections.abc import Iterator
from datetime import date, timedelta

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.render.open_data.data import Directory, Json, without_blanks
from recovery_radio.render.open_data.schedules import clocks, patterns
from recovery_radio.render.open_data.services import number_to_ring

_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_DAY = timedelta(days=1)


def linked_data(directory: Directory, service: Service) -> Json | None:
    """Describe a service that really exists; nothing for an invented one."""
    if service.example:
        return None
    organisation = directory.organisations[service.organisation]
    words = directory.vocabulary
    phone = number_to_ring(directory, service)
    channel = without_blanks(
        {
            "@type": "ServiceChannel",
            "servicePhone": {"@type": "ContactPoint", "telephone": phone} if phone else None,
            "serviceUrl": str(service.contact.web) if service.contact.web else None,
            "availableLanguage": list(service.languages),
            "serviceLocation": [_place(directory, service, place) for place in service.places],
        }
    )
    return without_blanks(
        {
            "@context": "https://schema.org",
            "@type": "Service",
            "@id": directory.page(service),
            "name": service.name,
            "description": service.summary,
            "serviceType": words.kinds[service.kind].label,
            "provider": without_blanks(
                {
                    "@type": "Organization",
                    "name": organisation.name,
                    "url": str(organisation.web) if organisation.web else None,
                }
            ),
            "areaServed": list(service.serves),
            "availableChannel": channel,
        }
    )


def _place(directory: Directory, service: Service, place: Place) -> Json:
    return without_blanks(
        {
            "@type": "Place",
            "name": place.name,
            "address": without_blanks(
                {
                    "@type": "PostalAddress",
                    "streetAddress": ", ".join(place.address),
                    "addressLocality": place.town,
                    "addressRegion": place.county,
                    "postalCode": place.postcode,
                    "addressCountry": "GB",
                }
            ),
            "geo": {"@type": "GeoCoordinates", "latitude": place.geo[0], "longitude": place.geo[1]}
            if place.geo
            else None,
            "isAccessibleForFree": True if service.cost == "free" else None,
            "amenityFeature": [
                {
                    "@type": "LocationFeatureSpecification",
                    "name": term.label,
                    "value": True,
                }
                for _, term, answer in directory.answers(place)
                if answer == "yes"
            ],
            "openingHoursSpecification": _hours(directory, service, place),
            "specialOpeningHoursSpecification": list(_closures(directory, service, place)),
        }
    )


def _hours(directory: Directory, service: Service, place: Place) -> list[Json]:
    if not place.hours or not service.tells_open(directory.today):
        return []
    found = patterns(place.hours, directory.today)
    if any(pattern.freq != "WEEKLY" for pattern in found):
        return []
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_DAYS[day] for day in pattern.byday.split(",")],
            "opens": pattern.opens[:5],
            "closes": pattern.closes[:5],
            "validThrough": (service.trust.overdue - _DAY).isoformat(),
        }
        for pattern in found
    ]


def _closures(directory: Directory, service: Service, place: Place) -> Iterator[Json]:
    """Give the days of closures: those on which it is shut are written as hours without length."""
    tells_open = service.tells_open(directory.today)
    for closure in place.closures:
        if closure.end < directory.today:
            continue
        shut = closure.start
        for on, span in sorted(closure.instead.items()):
            if shut < on:
                yield _special(shut, on - _DAY, "00:00", "00:00")
            for opens, closes in clocks(span) if tells_open else ():
                yield _special(on, on, opens[:5], closes[:5])
            shut = on + _DAY
        if shut <= closure.end:
            yield _special(shut, closure.end, "00:00", "00:00")


def _special(first: date, last: date, opens: str, closes: str) -> Json:
    return {
        "@type": "OpeningHoursSpecification",
        "validFrom": first.isoformat(),
        "validThrough": last.isoformat(),
        "opens": opens,
        "closes": closes,
    }
