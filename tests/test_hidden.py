"""The address of a hidden place gets out nowhere: not in any file of the site, in any writing.

A refuge of the example station is given an address. A copy of it is given one as well, and does not
hide it, so that the search is seen to find what is there. Then the whole station is built, with
everything that it exports, and every byte is searched.
"""

import gzip
import re
from pathlib import Path

import pytest

from sites import edit
from station import copy_station, run_radio

REFUGE = "services_directory/bognor-shingle-refuge.yml"
# Words without an ending that a search index would cut off, and numbers that may be rounded.
SECRETS = (
    "quintrob",
    "ropewalk",
    "po21 9qz",
    "po219qz",
    "50.789",
    "-0.673",
    "777x",
    "lanternlight",
)
TWINS = ("vellacot", "tanyard", "po21 8qx", "po218qx", "50.793", "-0.681", "888x", "kestrelsong")
INWARD = re.compile(rb"(?<![0-9a-z])(9qz|8qx)(?![0-9a-z])")
# Who comes and goes at a time tells where a house is to whoever stands in its street.
MEETING = '    sessions:\n      - label: {}\n        kind: mutual-aid\n        hours: {{thu: "18:00-19:00"}}\n'


def place(hide: bool, name: str, street: str, postcode: str, geo: str, bus: str, label: str) -> str:
    return (
        f"    hide_address: {str(hide).lower()}\n    name: {name} Lodge\n"
        f"    address: [14b {street} Row, {name} Court]\n    postcode: {postcode}\n"
        f"    geo: [{geo}]\n    travel: Bus {bus} to {street} Row.\n" + MEETING.format(label)
    )


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    root = copy_station(tmp_path_factory.mktemp("hidden"))
    text = (root / REFUGE).read_text("utf-8")
    secret = place(
        True, "Quintrob", "Ropewalk", "PO21 9QZ", "50.78913, -0.67347", "777X", "Lanternlight"
    )
    shown = place(
        False, "Vellacot", "Tanyard", "PO21 8QX", "50.79331, -0.68124", "888X", "Kestrelsong"
    )
    hidden = ("    hide_address: true\n", secret)
    (root / REFUGE).write_text(edit(text, hidden), "utf-8")
    twin = edit(text, ("    hide_address: true\n", shown), ("Shingle Refuge", "Shingle Twin"))
    twin = re.sub("0(1632|7700) [0-9]{6}", "01632 960999", twin)
    (root / "services_directory/bognor-shingle-twin.yml").write_text(twin, "utf-8")

    run = run_radio(root, "build", "--strict")

    assert run.returncode == 0, run.stderr
    assert f"{REFUGE}:24: This place is hidden on the site" in run.stderr
    # What a build says is read by whoever may look at a public log.
    assert found_in((run.stdout + run.stderr).encode(), SECRETS) == set()
    return root / "public"


def found_in(data: bytes, words: tuple[str, ...]) -> set[str]:
    """Name the words that a file holds: packed, folded as calendars are, or in 16 bits a letter, too."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    lower = data.lower()
    bare = lower.replace(b"\0", b"").replace(b"\r\n ", b"")
    return {word for word in words if word.encode() in lower or word.encode() in bare}


def kinds_with(public: Path, word: str) -> set[str]:
    """Name the endings of the files that hold a word."""
    files = (path for path in public.rglob("*") if path.is_file())
    return {path.suffix for path in files if found_in(path.read_bytes(), (word,))}


def test_no_file_and_no_name_of_a_file_tells_where_a_hidden_place_is(public: Path) -> None:
    files = [path for path in public.rglob("*") if path.is_file()]

    caught = {str(path.relative_to(public)): found_in(path.read_bytes(), SECRETS) for path in files}

    assert len(files) > 500
    assert {name: found for name, found in caught.items() if found} == {}
    assert [name for name in caught if found_in(name.encode(), SECRETS)] == []


def test_the_inward_part_of_a_hidden_postcode_stands_nowhere_by_itself(public: Path) -> None:
    written = (".html", ".json", ".xml", ".csv", ".ics", ".vcf", ".geojson", ".js", ".txt", ".svg")
    found = {
        match
        for path in public.rglob("*")
        if path.suffix in written
        for match in INWARD.findall(path.read_bytes().lower())
    }

    assert found == {b"8qx"}


def test_the_refuge_itself_is_there_with_its_town_and_its_number(public: Path) -> None:
    page = (public / "services/bognor-shingle-refuge/index.html").read_text("utf-8")

    assert "The address is kept private, to keep people safe." in page
    assert "Bognor Regis" in page
    assert "01632 960364" in page


@pytest.mark.parametrize("word", TWINS[:3])
def test_the_search_finds_the_address_of_a_place_that_is_not_hidden(
    word: str, public: Path
) -> None:
    packed_and_written = {".html", ".pf_fragment", ".json", ".csv", ".geojson", ".ics", ".vcf"}
    assert packed_and_written <= kinds_with(public, word)


def test_the_search_finds_where_a_place_is_that_is_not_hidden(public: Path) -> None:
    assert {".json", ".csv", ".geojson"} <= kinds_with(public, "50.793")
    assert {".html", ".pf_fragment"} <= kinds_with(public, "888x")
    assert {".html", ".json", ".csv", ".ics"} <= kinds_with(public, "kestrelsong")
