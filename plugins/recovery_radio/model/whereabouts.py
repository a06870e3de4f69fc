"""Where a postcode is: the table that the package brings, and how a postcode is looked up in it.

Only Great Britain: Ordnance Survey's open data end at the Irish Sea.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Point(NamedTuple):
    """A point on the earth, in degrees."""

    latitude: float
    longitude: float
    approximate: bool = False
    """Whether it is only the middle of a district or a town."""


class Centres(NamedTuple):
    """What is known of where postcodes and towns are."""

    districts: Mapping[str, Point]
    """Centres of all districts, such as `RH10`."""
    sectors: Mapping[str, tuple[tuple[str, Point], ...]]
    """Points inside of some districts, each for postcodes from an inward code on: those of `RH10`
    may begin with `0`, `0AW` and `1`. They are sorted, and every sector has one of its own."""
    towns: Mapping[str, Point] = {}
    """The middle of the places that a station lists in each town."""

    def find(self, postcode: str) -> Point | None:
        """Find a full postcode, or at least the centre of its district."""
        district, inward = postcode.split()
        passed = [p for start, p in self.sectors.get(district, ()) if _holds(start, inward)]
        return passed[-1] if passed else self.districts.get(district)


def area_of(postcode: str) -> str:
    """Give the letters at the beginning of a postcode or a district, such as `RH`."""
    return postcode[:2] if postcode[1].isalpha() else postcode[0]


def _holds(start: str, inward: str) -> bool:
    return start[0] == inward[0] and start <= inward
