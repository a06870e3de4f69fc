"""Where a postcode is, as far as the table tells."""

import pytest

from recovery_radio.model.whereabouts import Centres, Point, area_of

MIDDLE = Point(51.1, -0.2, approximate=True)
CENTRES = Centres(
    {"RH10": MIDDLE, "E1": MIDDLE},
    {"RH10": (("0", Point(1, 0)), ("0AW", Point(2, 0)), ("1", Point(3, 0)), ("3", Point(4, 0)))},
)


@pytest.mark.parametrize(
    ("postcode", "latitude"),
    [("RH10 0AA", 1), ("RH10 0AV", 1), ("RH10 0AW", 2), ("RH10 0ZZ", 2), ("RH10 1AA", 3), ("RH10 3XX", 4)],
)  # fmt: skip
def test_a_postcode_has_the_point_of_the_run_in_which_it_stands(
    postcode: str, latitude: float
) -> None:
    assert CENTRES.find(postcode) == Point(latitude, 0)


@pytest.mark.parametrize("postcode", ["RH10 2AA", "RH10 9ZZ", "E1 4NS"])
def test_without_its_sector_it_has_the_middle_of_its_district(postcode: str) -> None:
    assert CENTRES.find(postcode) == MIDDLE


def test_a_district_that_nobody_knows_is_nowhere() -> None:
    assert CENTRES.find("BT1 1AA") is None


@pytest.mark.parametrize(
    ("postcode", "area"), [("RH10 0AA", "RH"), ("E1 4NS", "E"), ("W1A", "W"), ("EC1A 1BB", "EC")]
)
def test_the_area_of_a_postcode_is_its_letters(postcode: str, area: str) -> None:
    assert area_of(postcode) == area
