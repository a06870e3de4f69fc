"""The package's table of postcodes, held against what others say of them."""

import csv
import json
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

import pytest

from recovery_radio.model.whereabouts import Point
from recovery_radio.read.centres import read_centres

AREAS = frozenset({"AB", "DA", "DN", "LL", "ME", "PO", "RH", "TN"})
SAMPLE = Path(__file__).with_name("postcodes.csv")
ORACLE = Path(__file__).parents[3] / "shared/oracles/gb-outcode-centroids.json"


class Known(NamedTuple):
    """A postcode of the sample, and where the Office for National Statistics says that it is."""

    postcode: str
    place: Point


def read_sample() -> list[Known]:
    lines = [line for line in SAMPLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [
        Known(row["postcode"], Point(float(row["latitude"]), float(row["longitude"])))
        for row in csv.DictReader(lines)
    ]


def miles(a: Point, b: Point) -> float:
    """Haversine, on a sphere with a radius of 3,958.8 miles."""
    north, east = radians(a.latitude - b.latitude), radians(a.longitude - b.longitude)
    bend = cos(radians(a.latitude)) * cos(radians(b.latitude))
    return 2 * 3958.8 * asin(sqrt(sin(north / 2) ** 2 + bend * sin(east / 2) ** 2))


def test_95_of_100_postcodes_around_the_towns_of_kindling_are_within_a_mile() -> None:
    centres = read_centres(AREAS)
    sample = read_sample()
    off = []
    for known in sample:
        point = centres.find(known.postcode)
        assert point is not None, known
        off.append(miles(point, known.place))

    assert len(off) == 1000
    assert sum(distance <= 1 for distance in off) >= 950
    assert sorted(off)[500] < 0.5


def test_the_sample_would_notice_a_table_of_sectors_only() -> None:
    centres = read_centres(AREAS)
    only = {
        name: tuple(row for row in rows if len(row[0]) == 1)
        for name, rows in centres.sectors.items()
    }
    coarse = centres._replace(sectors=only)
    near = [
        miles(point, known.place) <= 1
        for known in read_sample()
        if (point := coarse.find(known.postcode))
    ]

    assert sum(near) < 850


def test_every_district_of_great_britain_is_there() -> None:
    districts = read_centres(frozenset()).districts

    assert len(districts) == 2865
    assert all(point.approximate for point in districts.values())
    assert all(
        49 < point.latitude < 61 and -9 < point.longitude < 2 for point in districts.values()
    )


def test_the_centres_of_districts_are_those_that_others_computed() -> None:
    if not ORACLE.is_file():
        pytest.skip("shared/oracles is not beside the repository.")
    others = json.loads(ORACLE.read_text("utf-8"))

    districts = read_centres(frozenset()).districts
    assert {name: [*point[:2]] for name, point in districts.items()} == others


def test_every_sector_has_a_point_of_its_own_and_its_rows_are_sorted() -> None:
    areas = frozenset(name.rstrip("0123456789")[:2] for name in read_centres(frozenset()).districts)
    centres = read_centres(areas | {name[0] for name in areas})

    assert sum(len(name) == 1 for rows in centres.sectors.values() for name, _ in rows) == 10_848
    assert centres.sectors.keys() == centres.districts.keys()
    for rows in centres.sectors.values():
        names = [name for name, _ in rows]
        assert names == sorted(set(names))
        assert {name[0] for name in names} == {name for name in names if len(name) == 1}


def test_only_the_areas_that_were_asked_for_have_sectors() -> None:
    centres = read_centres(frozenset({"RH", "BT", "ZZ"}))

    assert {name[:2] for name in centres.sectors} == {"RH"}
    assert centres.find("RH10 1AA") is not None
    assert centres.find("BT1 1AA") is None
