"""The package's own table of postcodes, made by `scripts/make_postcodes.py`.

A station needs all districts, so that readers from elsewhere are understood, and the sectors of
its own areas only: with those of the whole country every reader would fetch ten times as much.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from recovery_radio.model.whereabouts import Centres, Point


@cache
def read_centres(areas: frozenset[str]) -> Centres:
    """Read where postcodes are.

    Args:
        areas: Letters of the areas whose sectors are wanted, such as `RH`. Unknown ones are none.
    """
    districts = {
        area + name: point._replace(approximate=True)
        for area, lines in _tables("districts").items()
        for line in lines.split("\n")
        for name, point in _points(line)
    }
    sectors = {
        district: tuple(row for line in lines.split("\n") for row in _points(line))
        for area in sorted(areas)
        for district, lines in _tables(f"sectors/{area.lower()}").items()
    }
    return Centres(districts, sectors)


def _tables(name: str) -> dict[str, str]:
    table = files("recovery_radio") / "read" / "postcodes" / f"{name}.toml"
    return tomllib.loads(table.read_text("utf-8")) if table.is_file() else {}


def _points(line: str) -> Iterator[tuple[str, Point]]:
    """Give the points of a line `0 51229 -170, AW 51240 -168`; later names go on from the first."""
    first = ""
    for part in filter(None, line.split(", ")):
        name, latitude, longitude = part.split()
        yield first + name, Point(int(latitude) / 1000, int(longitude) / 1000)
        first = first or name
