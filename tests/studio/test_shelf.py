"""The shelf: what needs no copy gets none, and what was made once is not made again."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recovery_radio.studio.shelf import Shelf, set_time

DAY = date(2026, 3, 12)


def clean(path: Path) -> bytes:
    return path.read_bytes().replace(b"Jane", b"")


def unasked(_: Path) -> bytes:
    pytest.fail("it was made before")


def station(folder: Path) -> Path:
    (folder / "own").mkdir()
    (folder / "own/named.mp3").write_bytes(b"sound by Jane")
    (folder / "own/clean.mp3").write_bytes(b"sound")
    return folder


def test_a_file_that_hides_something_is_copied_without_it(tmp_path: Path) -> None:
    shelf = Shelf(station(tmp_path) / "shelf")

    kept = shelf.keep(tmp_path / "own/named.mp3", "recipe", clean, DAY)

    assert kept.path.read_bytes() == b"sound by "
    assert kept.path.parent == tmp_path / "shelf"
    assert kept.path.suffix == ".mp3"
    assert kept.bytes == len(b"sound by ")
    assert (tmp_path / "own/named.mp3").read_bytes() == b"sound by Jane"


def test_a_file_that_hides_nothing_is_published_itself(tmp_path: Path) -> None:
    shelf = Shelf(station(tmp_path) / "shelf")

    kept = shelf.keep(tmp_path / "own/clean.mp3", "recipe", clean)
    shelf.close()

    assert kept.path == tmp_path / "own/clean.mp3"
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == ["list.json"]


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    names = ("named.mp3", "clean.mp3")
    shelf = Shelf(station(tmp_path) / "shelf")
    first = [shelf.keep(tmp_path / "own" / name, "recipe", clean, DAY) for name in names]
    shelf.close()

    again = Shelf(tmp_path / "shelf")

    assert [again.keep(tmp_path / "own" / n, "recipe", unasked, DAY) for n in names] == first


def test_a_changed_file_a_changed_recipe_and_a_lost_copy_are_made_again(tmp_path: Path) -> None:
    path = station(tmp_path) / "own/named.mp3"
    shelf = Shelf(tmp_path / "shelf")
    first = shelf.keep(path, "recipe", clean)
    shelf.close()

    assert (
        Shelf(tmp_path / "shelf").keep(path, "another", lambda _: b"new").path.read_bytes()
        == b"new"
    )
    path.write_bytes(b"more sound by Jane")
    assert (
        Shelf(tmp_path / "shelf").keep(path, "recipe", clean).path.read_bytes() == b"more sound by "
    )
    path.write_bytes(b"sound by Jane")
    os.utime(path, ns=(1, 1))
    first.path.unlink()
    assert Shelf(tmp_path / "shelf").keep(path, "recipe", clean).path.read_bytes() == b"sound by "


def test_copies_that_nothing_is_published_from_are_removed(tmp_path: Path) -> None:
    path = station(tmp_path) / "own/named.mp3"
    shelf = Shelf(tmp_path / "shelf")
    withdrawn = shelf.keep(path, "recipe", clean).path
    shelf.close()

    later = Shelf(tmp_path / "shelf")
    later.keep(tmp_path / "own/clean.mp3", "recipe", clean)
    later.close()

    assert not withdrawn.exists()
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == ["list.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 3}', '{"a": [1]}', "\0"])
def test_a_broken_list_is_an_empty_one(text: str, tmp_path: Path) -> None:
    path = station(tmp_path) / "own/named.mp3"
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf/list.json").write_text(text, "utf-8")

    assert Shelf(tmp_path / "shelf").keep(path, "recipe", clean).path.read_bytes() == b"sound by "


def test_the_time_of_a_copy_tells_the_day_of_publishing_and_that_it_changed(tmp_path: Path) -> None:
    path = station(tmp_path) / "own/named.mp3"
    os.utime(path, (1_500_000_000, 1_500_000_000))
    shelf = Shelf(tmp_path / "shelf")
    first = shelf.keep(path, "one", clean, DAY).path.stat().st_mtime
    path.write_bytes(b"other sound by Jane")
    second = shelf.keep(path, "two", clean, DAY).path.stat().st_mtime

    assert {datetime.fromtimestamp(t, UTC).date() for t in (first, second)} == {date(2026, 3, 11)}
    assert first != second


def test_the_same_bytes_have_the_same_time(tmp_path: Path) -> None:
    times = []
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"x")
        set_time(tmp_path / name, DAY, "ab" * 32)
        times.append((tmp_path / name).stat().st_mtime)

    assert times[0] == times[1]
