"""Places on a map, as GeoJSON. Hidden places, and those that nobody can find, are not on it.

Source: https://www.rfc-editor.org/rfc/rfc7946
"""

from collections.abc import Iterator

from recovery_radio.model.hours import osm_hours
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.render.open_data.api import as_json
from recovery_radio.render.open_data.data import Directory, Json, without_blanks
from recovery_radio.render.open_data.services import number_to_ring


def render_geojson(directory: Directory) -> str:
    """Write every place that has coordinates."""
    features = [each for service in directory.services for each in _features(directory, service)]
    return as_json(
        {
            "type": "FeatureCollection",
            "name": f"Services of {directory.station.name}",
            "licence": directory.licence.url,
            "features": features,
        }
    )


def _features(directory: Directory, service: Service) -> Iterator[Json]:
    kind = directory.vocabulary.kinds[service.kind]
    confirmed = service.is_confirmed(directory.today)
    for number, place in enumerate(service.places):
        if not (found := directory.locate(place)):
            continue
        about = without_blanks(
            {
                "name": service.name,
                "kind": kind.label,
                "summary": service.summary,
                "address": ", ".join([*place.address, place.town, place.postcode or ""]).rstrip(
                    ", "
                ),
                "phone": number_to_ring(directory, service),
                "opening_hours": osm_hours(place.hours) if place.hours and confirmed else None,
                "checked": service.checked.on.isoformat(),
                "alert": directory.warning(service),
                "url": directory.page(service),
                **_tags(directory, service, place),
            }
        )
        yield {
            "type": "Feature",
            "id": directory.identify("location", service.id, number),
            # Longitude comes first here, and five digits are a metre.
            "geometry": {
                "type": "Point",
                "coordinates": [round(found.longitude, 5), round(found.latitude, 5)],
            },
            "properties": {**about, "approximate": found.approximate},
        }


def _tags(directory: Directory, service: Service, place: Place) -> dict[str, str]:
    """Say the same in tags of OpenStreetMap, as far as the vocabulary leads to any."""
    words = directory.vocabulary
    terms = [words.kinds[service.kind], words.cost[service.cost]]
    terms += [words.offers[word] for word in service.offers]
    terms += [words.who[word] for word in service.for_whom.who]
    terms += [term for _, term, answer in directory.answers(place) if answer == "yes"]
    tags: dict[str, str] = {}
    for osm in dict.fromkeys(term.maps.osm for term in terms if term.maps.osm):
        name, _, value = osm.partition("=")
        tags[name] = f"{tags[name]};{value}" if name in tags else value
    return tags
