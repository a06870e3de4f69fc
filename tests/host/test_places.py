"""The file in which a reader's device looks up a postcode, in a finished site."""

import json
from pathlib import Path

from recovery_radio.verify.site import verify_site
from sites import SERVICE, build_site, edit


def test_a_site_has_the_districts_of_the_country_and_the_sectors_of_its_own_areas(
    tmp_path: Path,
) -> None:
    public = build_site(tmp_path, SERVICE)

    told = json.loads((public / "assets/radio/places.json").read_bytes())
    assert len(told["districts"]) == 120
    assert "RH10" in told["sectors"]
    assert all(district.startswith("RH") for district in told["sectors"])
    assert told["towns"].keys() == {"Crawley"}
    assert verify_site(public) == []


def test_a_hidden_place_leaves_no_trace_in_it(tmp_path: Path) -> None:
    hidden = ("    postcode: RH10 0AA\n", "    postcode: ZE1 0AA\n    hide_address: true\n")
    public = build_site(tmp_path, edit(SERVICE, hidden), strict=False)

    told = json.loads((public / "assets/radio/places.json").read_bytes())
    assert told["sectors"] == {}
    assert told["towns"] == {}


def test_find_help_says_whose_data_the_distances_are(tmp_path: Path) -> None:
    page = (build_site(tmp_path, SERVICE) / "find-help/index.html").read_text("utf-8")

    for words in (
        "Contains OS data © Crown copyright and database right 2024",
        "Contains Royal Mail data © Royal Mail copyright and database right 2024",
        "Contains National Statistics data © Crown copyright and database right 2024",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ):
        assert words in page
