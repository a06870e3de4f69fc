"""What the workshop made is kept by what it was made from, and one bad picture harms no other."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from recovery_radio.host import sizing
from recovery_radio.host.sizing import make_files
from recovery_radio.studio.workshop import CARD, PAGE, Job

CARDS = [Job(CARD, title, (), (300,), "", "Tiny") for title in ("One", "Two")]


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_nothing_is_made_twice_and_nothing_is_kept_that_nobody_asks_for(tmp_path: Path) -> None:
    first = make_files(tmp_path, CARDS)
    before = times(tmp_path)

    again = make_files(tmp_path, CARDS)

    assert again == first
    assert times(tmp_path) == before
    assert len(before) == 2 + 1  # and the list
    make_files(tmp_path, CARDS[1:])
    assert len(times(tmp_path)) == 1 + 1


def test_a_picture_goes_by_its_digest_and_not_by_its_place_or_its_time(tmp_path: Path) -> None:
    kept, other = tmp_path / "kept", tmp_path / "moved.jpg"
    Image.effect_noise((500, 500), 60).save(tmp_path / "a.jpg")
    job = Job(PAGE, str(tmp_path / "a.jpg"), (480,), (480,), digest="d1")
    make_files(kept, [job])
    before = times(kept)
    shutil.move(tmp_path / "a.jpg", other)
    os.utime(other, (1, 1))

    make_files(kept, [job._replace(source=str(other))])
    assert times(kept) == before
    make_files(kept, [job._replace(source=str(other), digest="d2")])
    assert not set(times(kept)) & set(before) - {"list.json"}


@pytest.mark.parametrize("harm", ["list", "file"])
def test_what_is_lost_is_made_again(harm: str, tmp_path: Path) -> None:
    (first, *_) = make_files(tmp_path, CARDS).values()
    assert first
    (path,) = first.paths.values()
    data = path.read_bytes()
    if harm == "list":
        (tmp_path / "list.json").write_text("[")
    else:
        path.unlink()

    make_files(tmp_path, CARDS)

    assert path.read_bytes() == data


def test_only_the_picture_that_ends_a_process_is_to_blame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a picture does that takes too much time or memory."""
    (tmp_path / "workshop.py").write_text(
        "import sys, os\n"
        "from recovery_radio.studio import workshop\n"
        "make = workshop.make\n"
        "workshop.make = lambda job: os._exit(1) if job.source == 'Bomb' else make(job)\n"
        "workshop.work(sys.stdin, sys.stdout)\n"
    )
    command = (sys.executable, str(tmp_path / "workshop.py"))
    monkeypatch.setattr(sizing, "_WORKSHOP", command)
    Image.new("RGB", (40, 40)).save(tmp_path / "small.png")
    small = Job(PAGE, str(tmp_path / "small.png"), (20,), (20,))
    bomb = small._replace(source="Bomb")
    jobs = [small, bomb, small._replace(avif=(30,)), bomb._replace(avif=(30,))]

    made = make_files(tmp_path / "kept", jobs)

    assert [files is None for files in made.values()] == [False, True, False, True]


def test_a_picture_that_takes_too_much_memory_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizing, "_MEMORY_BYTES", 150_000_000)
    Image.new("RGB", (9000, 9000)).save(tmp_path / "bomb.png")
    bomb = Job(PAGE, str(tmp_path / "bomb.png"), (480,), (480,), digest="b")

    assert make_files(tmp_path / "kept", [bomb]) == {bomb: None}
