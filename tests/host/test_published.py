"""What goes out in the place of a file, and what is said when that cannot be made."""

from pathlib import Path

import pytest
from mutagen.id3 import ID3

from read.samples import id3, id3_text, mp3, png
from recovery_radio.host import published
from recovery_radio.host.build import Failed
from sites import EPISODE, LOCAL, PLAIN, build_site, edit, write_files
from sounds import speech
from station import run_radio

COVER = ("topics:", "cover: {file: cover.png, alt: A dot.}\ntopics:")
COVERED = edit(LOCAL, COVER)
FOLDER = "episodes/first-steps"


def write_station(root: Path, text: str = COVERED) -> Path:
    write_files(root, PLAIN, text)
    (root / FOLDER / "steps.mp3").write_bytes(id3(id3_text(b"TPE1", "Jane")) + mp3())
    (root / FOLDER / "cover.png").write_bytes(png())
    return root


def title_of(public: Path) -> str:
    return str(ID3(public / FOLDER / "first-steps.mp3")["TIT2"])


def test_tags_follow_the_front_matter_without_a_new_recording(tmp_path: Path) -> None:
    write_station(tmp_path)
    assert title_of(build_site(tmp_path)) == 'Steps & "hope"'
    own = (tmp_path / FOLDER / "steps.mp3").read_bytes()

    public = build_site(tmp_path, edit(COVERED, ("Steps &", "Walks &")))

    assert title_of(public) == 'Walks & "hope"'
    assert (tmp_path / FOLDER / "steps.mp3").read_bytes() == own


def test_a_new_cover_gets_into_the_tags(tmp_path: Path) -> None:
    public = build_site(write_station(tmp_path))
    assert ID3(public / FOLDER / "first-steps.mp3")["APIC:"].data == png()
    (tmp_path / FOLDER / "cover.png").write_bytes(png(9, 9))

    public = build_site(tmp_path)

    assert ID3(public / FOLDER / "first-steps.mp3")["APIC:"].data == png(9, 9)


def test_what_was_withdrawn_is_not_kept_between_builds(tmp_path: Path) -> None:
    build_site(write_station(tmp_path))
    shelf = tmp_path / ".cache/radio/published"
    assert list(shelf.glob("*.mp3"))

    build_site(tmp_path, edit(COVERED, ("status: published", "status: draft")))

    assert not list(shelf.glob("*.mp3"))


def test_without_ffmpeg_an_m4a_is_not_published_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, edit(LOCAL, ("steps.mp3", "steps.m4a")))
    speech(tmp_path / FOLDER / "steps.m4a", 4)
    monkeypatch.setattr(published, "find_ffmpeg", lambda: None)

    with pytest.raises(Failed):
        build_site(tmp_path)

    assert (
        f"{FOLDER}/steps.m4a:1: Without ffmpeg, nothing can be taken out of an M4A recording. "
        "Install ffmpeg, or put an MP3 in its place. [no-ffmpeg]"
    ) in caplog.text


@pytest.mark.parametrize("text", [COVERED, edit(EPISODE, COVER)])
def test_a_cover_that_is_not_there_is_a_problem_beside_all_others_and_no_crash(
    text: str, tmp_path: Path
) -> None:
    write_station(tmp_path, edit(text, ("series: stories", "series: storeys")))
    (tmp_path / FOLDER / "cover.png").unlink()

    run = run_radio(tmp_path, "check")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "[missing-file]" in run.stderr
    assert "[unknown-name]" in run.stderr


def test_a_picture_that_cannot_be_followed_to_its_end_is_a_problem_and_no_crash(
    tmp_path: Path,
) -> None:
    # Its header is in order; what follows the first scan is not.
    data = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0"
    write_station(tmp_path, edit(COVERED, ("cover.png", "cover.jpg")))
    (tmp_path / FOLDER / "cover.jpg").write_bytes(data + b"\xff\xc4\0\x01\xff\xd9")

    run = run_radio(tmp_path, "check")

    assert run.returncode == 1
    assert run.stderr.count("[bad-picture]") == 1
    assert (
        f"{FOLDER}/cover.jpg:1: The picture is damaged. "
        "Save it again as PNG or JPEG, and replace this file. [bad-picture]"
    ) in run.stderr
