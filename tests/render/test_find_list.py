"""The list for the reader's device: small, complete, in chunks when it grows, and without secrets."""

import gzip
import json
from collections.abc import Sequence
from typing import Any

from directories import TODAY, make_directory
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.read.centres import read_centres
from recovery_radio.render.find_list import GROUPS, PATH, Directory, find_files, term_numbers
from recovery_radio.render.postcodes import own_areas, with_towns


def files_of(services: Sequence[Service], vocabulary: Vocabulary) -> dict[str, str]:
    centres = with_towns(read_centres(own_areas(services)), services)
    return dict(find_files(Directory(services, vocabulary, centres, TODAY)))


def numbers(signs: str) -> list[int]:
    return [ord(sign) - ord(" ") for sign in signs]


def test_every_service_is_in_it_with_its_own_words() -> None:
    services, vocabulary = make_directory(120)
    by_number = {number: word for word, number in term_numbers(vocabulary).items()}
    told: dict[str, Any] = json.loads(files_of(services, vocabulary)[PATH])

    rows = dict(zip(told["id"].split("\n"), told["facts"].split("\n"), strict=True))

    assert sorted(rows) == sorted(service.id for service in services)
    for service in services:
        facts = [by_number[number] for number in numbers(rows[service.id])]
        assert facts[0] == ("kinds", service.kind)
        assert set(facts) == {
            ("kinds", service.kind),
            *(("offers", word) for word in service.offers),
            *(("who", word) for word in service.for_whom.who),
            *(("substances", word) for word in service.substances),
            *(("mode", word) for word in service.mode),
            *(("how_in", word) for word in service.how_in),
            ("cost", service.cost),
        }


def test_the_list_of_500_services_fits_20_kilobytes() -> None:
    [(path, text)] = files_of(*make_directory(500)).items()

    assert path == PATH
    assert len(json.loads(text)["id"].split("\n")) == 500
    assert len(gzip.compress(text.encode(), mtime=0)) <= 20 * 1024


def test_words_are_numbered_once_over_all_groups() -> None:
    _, vocabulary = make_directory(0)

    given = term_numbers(vocabulary)

    assert sorted(given.values()) == list(range(len(given)))
    assert {group for group, _ in given} == set(GROUPS)
    assert set(GROUPS) == {*type(vocabulary).model_fields} - {"origin"}


def test_of_a_hidden_place_only_the_town_is_told() -> None:
    services, vocabulary = make_directory(200)
    hidden = [s for s in services if any(place.hide_address for place in s.places)]
    told: dict[str, Any] = json.loads(files_of(hidden, vocabulary)[PATH])
    doors = sorted(hidden, key=lambda service: service.id)
    places = [place for service in doors for place in service.places]

    assert hidden
    for place, north, east in zip(
        places, numbers(told["north"]), numbers(told["east"]), strict=True
    ):
        # 0 is unknown: no step from the middle of the town, to which it adds nothing either.
        assert (north == east == 0) is place.hide_address


def test_1499_services_are_one_file_and_1500_are_chunks() -> None:
    services, vocabulary = make_directory(1500)

    assert list(files_of(services[:-1], vocabulary)) == [PATH]
    assert len(files_of(services, vocabulary)) > 10


def test_chunks_hold_every_service_in_each_area_where_somebody_looks_for_it() -> None:
    services, vocabulary = make_directory(1600)
    files = files_of(services, vocabulary)
    manifest: dict[str, Any] = json.loads(files.pop(PATH))
    chunks = {path.split("/")[-1].removesuffix(".json"): text for path, text in files.items()}
    ids = {key: set(json.loads(text)["id"].split("\n")) for key, text in chunks.items()}
    areas = manifest["areas"].split("\n")
    keys = dict(
        zip(areas, (line.split(" ") for line in manifest["chunks"].split("\n")), strict=False)
    )

    assert set().union(*ids.values()) == {service.id for service in services}
    assert keys["Doncaster"] == ["dn"]
    for service in services:
        for town in {*service.towns, *service.serves} & keys.keys():
            assert all(service.id in ids[key] for key in keys[town]), (service.id, town)
    national = {service.id for service in services if not service.places}
    assert ids["afar"] == national
    assert max(len(gzip.compress(text.encode())) for text in chunks.values()) < 10_000
    assert len(gzip.compress(json.dumps(manifest).encode())) < 5_000
