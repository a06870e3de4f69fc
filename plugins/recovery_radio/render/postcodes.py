"""Where places are, and the file in which a reader's device looks up where the reader is.

The file is the same for every reader and holds all districts of Great Britain: if a far one were
fetched only when it is typed, the request would tell. `near.js` reads it. Its rows are one text,
`name latitude longitude name …`, in thousandths of a degree. Each number is the step from the row
before, since small numbers pack better. `districts` has the rows of each area: in `RH` stands
`1 51240 -170 10 -120 -17`. `sectors` has those of each district in the station's own areas, with
the first step from the district's centre: in `RH10` the row `0AW` is for RH10 0AW and what comes
after it, up to the next row. `towns` has latitude and longitude in degrees.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.whereabouts import Centres, Point, area_of

PATH = "assets/radio/places.json"
"""Where the file lies in the site."""
_NOWHERE = Point(0, 0)


def own_areas(services: Iterable[Service]) -> frozenset[str]:
    """Name the areas in which a station lists places, by the letters of their postcodes."""
    return frozenset(
        area_of(place.postcode)
        for service in services
        for place in service.places
        if place.postcode
    )


def with_towns(centres: Centres, services: Iterable[Service]) -> Centres:
    """Add the middle of each town: the mean of the places that are listed there."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for service in services:
        for place in service.places:
            if point := _locate_exactly(place, centres):
                towns[place.town].append(point)
    return centres._replace(towns={town: _mean(towns[town]) for town in sorted(towns)})


def locate_place(place: Place, centres: Centres) -> Point | None:
    """Say where a place is, as well as may be told.

    That is what the file says, else its postcode, else the middle of its town. Of a hidden place
    nothing else than the town is left to go by.
    """
    return _locate_exactly(place, centres) or centres.towns.get(place.town)


def _locate_exactly(place: Place, centres: Centres) -> Point | None:
    if place.geo:
        return Point(*place.geo)
    return centres.find(place.postcode) if place.postcode else None


def _mean(points: Sequence[Point]) -> Point:
    count = len(points)
    latitude = sum(point.latitude for point in points) / count
    longitude = sum(point.longitude for point in points) / count
    return Point(round(latitude, 3), round(longitude, 3), approximate=True)


def render_places(centres: Centres) -> str:
    """Write the file for the reader's device."""
    districts = {
        area: _rows([(name.removeprefix(area), centres.districts[name]) for name in names])
        for area, names in groupby(centres.districts, area_of)
    }
    sectors = {
        district: _rows(rows, centres.districts[district])
        for district, rows in centres.sectors.items()
    }
    towns = {name: (town.latitude, town.longitude) for name, town in centres.towns.items()}
    told = {"districts": districts, "sectors": sectors, "towns": towns}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rows(rows: Iterable[tuple[str, Point]], start: Point = _NOWHERE) -> str:
    return " ".join(_steps(rows, start))


def _steps(rows: Iterable[tuple[str, Point]], last: Point) -> Iterator[str]:
    for name, point in rows:
        north = round(1000 * point.latitude) - round(1000 * last.latitude)
        east = round(1000 * point.longitude) - round(1000 * last.longitude)
        yield f"{name} {north} {east}"
        last = point
