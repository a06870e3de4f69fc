"""Where the station's places are, for its own lists and for the reader's device."""

from collections.abc import Iterator

from recovery_radio.host.station import OpenStation
from recovery_radio.model.whereabouts import Centres
from recovery_radio.read.centres import read_centres
from recovery_radio.render.postcodes import PATH, own_areas, render_places, with_towns


def centres_of(opened: OpenStation) -> Centres:
    """Give what is known of postcodes around the station, and of its towns."""
    return with_towns(read_centres(own_areas(opened.services)), opened.services)


def places_file(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give the file in which a reader's device looks up a postcode."""
    yield PATH, render_places(centres_of(opened))
