"""The workshop: sizes that fit, nothing of what a camera wrote, and the same bytes every time."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from recovery_radio.studio.workshop import CARD, COVER, PAGE, SKETCH, Job, make, work

WIDTHS = (144, 480)


def photograph(path: Path, size: tuple[int, int] = (900, 600), mode: str = "RGB") -> Job:
    """Save a picture that turns when it is shown, with a name, a profile and a comment in it."""
    notes = Image.Exif()
    notes[0x0112], notes[0x013B] = 6, "Jane Quintrell"
    image = Image.effect_noise(size, 60).convert(mode)
    more: dict[str, Any] = {"comment": b"Jane Quintrell"} if path.suffix == ".jpg" else {}
    image.save(path, exif=notes, icc_profile=b"Jane Quintrell", **more)
    return Job(PAGE, str(path), (480, 960), (960,))


def test_a_photograph_stands_upright_in_every_size_that_it_fills(tmp_path: Path) -> None:
    made = make(photograph(tmp_path / "a.jpg"))

    assert (made.width, made.height) == (600, 900)
    assert (made.avif, made.jpeg) == ((480, 600), (600,))
    assert set(made.files) == {"480w.avif", "600w.avif", "600w.jpg"}
    small = Image.open(io.BytesIO(made.files["480w.avif"]))
    assert (small.format, small.size) == ("AVIF", (480, 720))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_nothing_of_a_pictures_notes_gets_into_its_sizes(name: str, tmp_path: Path) -> None:
    job = photograph(tmp_path / name)
    assert b"Jane Quintrell" in (tmp_path / name).read_bytes() or name == "a.png"

    for kind in (PAGE, COVER):
        for data in make(job._replace(kind=kind)).files.values():
            image = Image.open(io.BytesIO(data))
            assert b"Jane" not in data
            assert not image.getexif()
            assert not image.info.get("icc_profile")


def test_a_clear_picture_stays_clear_and_a_cover_gets_a_ground(tmp_path: Path) -> None:
    job = photograph(tmp_path / "a.png", mode="RGBA")
    clear = Image.open(tmp_path / "a.png")
    clear.putalpha(90)
    clear.save(tmp_path / "a.png")

    made = make(job)
    cover = make(Job(COVER, job.source, WIDTHS, WIDTHS))

    assert made.jpeg == ()  # JPEG knows nothing clear; the author's own picture takes its place
    assert Image.open(io.BytesIO(made.files["480w.avif"])).mode == "RGBA"
    assert Image.open(io.BytesIO(cover.files["480w.avif"])).mode == "RGB"
    assert cover.jpeg == WIDTHS


def test_a_picture_that_moves_and_one_that_is_light_already_stay_as_they_are(
    tmp_path: Path,
) -> None:
    frames = [Image.effect_noise((600, 400), 90).convert("RGB") for _ in range(2)]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    Image.new("1", (60, 40)).save(tmp_path / "a.png")

    for name, size in (("a.webp", (600, 400)), ("a.png", (60, 40))):
        made = make(Job(PAGE, str(tmp_path / name), (480,), (480,)))
        assert made == (*size, (), (), {})


@pytest.mark.parametrize("kind", [SKETCH, CARD])
def test_what_is_drawn_from_a_title_has_the_same_bytes_every_time(kind: str) -> None:
    job = Job(kind, "The kettle is always on", (144,), (480,), "Stories of hope", "Kindling")

    first = make(job)

    assert set(first.files) == {"144w.avif", "480w.jpg"}
    assert make(job) == first
    assert make(job._replace(source="The kettle is never on")) != first
    assert make(job._replace(palette=1)) != first


def test_a_bad_picture_is_an_answer_and_the_next_job_is_done(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    good = photograph(tmp_path / "good.jpg")
    jobs = "".join(
        json.dumps(j) + "\n" for j in (Job(PAGE, str(tmp_path / "bad.png"), (9,), ()), good)
    )
    answers = io.StringIO()

    work(io.StringIO(jobs), answers)

    bad, fine = map(json.loads, answers.getvalue().splitlines())
    assert bad is None
    assert fine[:4] == [600, 900, [480, 600], [600]]
