"""Recordings: measured from the file, in a process that a hostile one cannot take down with it."""

import hashlib
import shutil
from pathlib import Path

import pytest

from read.samples import FRAME_SECONDS, HOSTILE, id3, id3_text, m4a, mp3, opus
from recovery_radio.read.recording import Measured, measure_all

EXPECTED = {
    "chap_nested_400.mp3": "bad-recording",
    "crash_MP3_error_734.mp3": "bad-recording",
    "crash_OggOpus_IndexError_53.opus": "bad-recording",
    "crash_OggOpus_IndexError_96.opus": "bad-recording",
    "crash_OggVorbis_IndexError_113.ogg": "bad-recording",
    "empty.mp3": "empty-recording",
    "ff_64k.mp3": "bad-recording",
    "html_in_tags.mp3": None,
    "html_renamed.mp3": "bad-recording",
    "id3_declared_256MB.mp3": "bad-recording",
    "id3_zlib_bomb_200MB.mp3": "bad-recording",
    "mp3_renamed.ogg": "wrong-type",
    "zeros_64k.mp3": "bad-recording",
}


def refusal(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    measured, problems = measure_all(folder, [name])
    assert measured == {}
    assert [(p.path, p.line) for p in problems] == [(name, 1)]
    return str(problems[0])


@pytest.mark.parametrize("name", sorted(p.name for p in (HOSTILE / "audio").iterdir()))
def test_a_hostile_recording_gets_one_sentence(name: str) -> None:
    measured, problems = measure_all(HOSTILE, [f"audio/{name}"])

    assert [p.code for p in problems] == ([EXPECTED[name]] if EXPECTED[name] else [])
    assert [p.path for p in problems] + list(measured) == [f"audio/{name}"]
    assert all(p.what.endswith(".") and p.repair.endswith(".") for p in problems)


def test_hostile_recordings_harm_nobody_else_in_the_batch(tmp_path: Path) -> None:
    (tmp_path / "good.mp3").write_bytes(mp3())
    names = []
    for path in sorted((HOSTILE / "audio").iterdir()):
        shutil.copy(path, tmp_path)
        shutil.copy(tmp_path / "good.mp3", tmp_path / f"after-{path.stem}.mp3")
        names += [path.name, f"after-{path.stem}.mp3"]

    measured, problems = measure_all(tmp_path, names)

    assert sorted(measured) == sorted(
        [n for n in names if n.startswith("after-")] + ["html_in_tags.mp3"]
    )
    assert sorted(p.path for p in problems) == sorted(n for n in EXPECTED if EXPECTED[n])


def test_what_was_measured_comes_by_path(tmp_path: Path) -> None:
    data = id3(id3_text(b"TIT2", "Steps")) + mp3(500)
    (tmp_path / "episodes/steps").mkdir(parents=True)
    (tmp_path / "episodes/steps/steps.mp3").write_bytes(data)

    measured, problems = measure_all(tmp_path, ["episodes/steps/steps.mp3"])

    seconds = round(500 * FRAME_SECONDS, 3)
    assert problems == []
    assert measured == {
        "episodes/steps/steps.mp3": Measured(
            len(data),
            seconds,
            "audio/mpeg",
            hashlib.sha256(data).hexdigest(),
            ((len(data) - len(mp3(500)), len(data)),),
        )
    }


@pytest.mark.parametrize(
    ("name", "data", "right"),
    [("a.mp3", m4a(), ".m4a"), ("a.m4a", mp3(), ".mp3"), ("a.mp3", opus(), ".ogg")],
)
def test_a_recording_of_another_kind_than_its_name_is_refused(
    name: str, data: bytes, right: str, tmp_path: Path
) -> None:
    assert refusal(tmp_path, name, data) == (
        f"{name}:1: The name ends in `{name[1:]}`, but the recording is of the kind `{right}`. "
        f"Rename it to end in `{right}`, or export it again as `{name[1:]}`. [wrong-type]"
    )


def test_a_recording_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    measured, problems = measure_all(tmp_path, ["gone.mp3"])

    assert measured == {}
    assert str(problems[0]) == (
        "gone.mp3:1: The recording cannot be opened. "
        "Check its name, and that you may read it. [bad-recording]"
    )
