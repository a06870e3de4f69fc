"""The second opinion on new recordings: how long they are heard, and that each is heard once."""

import json
import sys
from pathlib import Path

import pytest

from read.samples import m4a, mp3, opus
from recovery_radio.model.episode import LocalRecording
from recovery_radio.model.problem import Problem
from recovery_radio.read import decoding
from recovery_radio.read.decoding import confirm
from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.read.recording import Measured, measure_all
from sounds import decoded_seconds, speech

KINDS = {
    "cbr.mp3": ("-b:a", "64k"),
    "vbr.mp3": ("-q:a", "6"),
    "vbr-without-header.mp3": ("-q:a", "6", "-write_xing", "0"),
    "cbr-without-header.mp3": ("-b:a", "48k", "-write_xing", "0"),
    "22-khz.mp3": ("-ar", "22050", "-b:a", "32k"),
    "stereo.mp3": ("-ac", "2", "-b:a", "128k"),
    "vorbis.ogg": ("-c:a", "libvorbis"),
    "voice.opus": ("-c:a", "libopus", "-b:a", "16k"),
    "voice.ogg": ("-c:a", "libopus", "-b:a", "24k"),
    "voice.m4a": ("-c:a", "aac", "-b:a", "64k"),
}


def no_ffmpeg() -> str | None:
    return None


def unasked() -> str | None:
    pytest.fail("nobody should listen again")


def listened(
    folder: Path, *names: str, cache: Path | None = None
) -> tuple[dict[str, Measured], list[Problem]]:
    measured, problems = measure_all(folder, names)
    heard, damaged = confirm(folder, measured, {}, find_ffmpeg, cache)
    return heard, problems + damaged


@pytest.mark.parametrize("name", KINDS)
def test_the_length_of_every_kind_is_right_to_a_tenth_of_a_second_with_and_without_ffmpeg(
    name: str, tmp_path: Path
) -> None:
    speech(tmp_path / name, 31.4, *KINDS[name])
    measured, problems = measure_all(tmp_path, [name])

    heard, damaged = confirm(tmp_path, measured, {}, find_ffmpeg)

    assert problems + damaged == []
    real = decoded_seconds(tmp_path / name)
    assert real == pytest.approx(31.4, abs=0.1)
    assert heard[name].seconds == pytest.approx(real, abs=0.1)
    assert measured[name].seconds == pytest.approx(real, abs=0.1)


def test_cut_joined_and_other_files_get_a_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    whole = {
        name: speech(tmp_path / name, 20, *KINDS[name]).read_bytes()
        for name in ("cbr.mp3", "vbr.mp3", "cbr-without-header.mp3", "voice.opus", "voice.m4a")
    }
    bad = {
        **{f"cut-{name}": data[: len(data) * 6 // 10] for name, data in whole.items()},
        **{f"joined-{name}": data + data for name, data in whole.items() if "without" not in name},
        "a-page.mp3": b"<!doctype html><title>Not found</title>" * 200,
        "a-picture.m4a": b"\x89PNG\r\n\x1a\n" + bytes(3000),
        "words.opus": b"We met on Tuesday. " * 200,
        "an-empty-film.m4a": m4a(),
        "no-sound.opus": opus(),
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)

    heard, problems = listened(tmp_path, *bad)

    assert heard == {}
    assert sorted(p.path for p in problems) == sorted(bad)
    assert {p.code for p in problems} == {"bad-recording"}
    for problem in problems:
        assert problem.what.endswith(".")
        assert "export" in problem.repair.lower()
        assert len(f"{problem.what} {problem.repair}".split()) < 35
    said = {p.path: p.what for p in problems}
    assert said["cut-cbr.mp3"] == "The recording ends before its header says."
    assert said["joined-vbr.mp3"].startswith("The file holds more than one recording")
    assert said["no-sound.opus"].startswith("Nothing can be heard of this recording")


def test_a_recording_that_is_damaged_inside_is_refused_with_what_can_be_heard(
    tmp_path: Path,
) -> None:
    path = speech(tmp_path / "voice.opus", 40, "-c:a", "libopus", "-b:a", "24k")
    data = path.read_bytes()
    # All pages are there, but those of the second half hold noise instead of packets.
    pages = data.split(b"OggS")
    half = len(pages) // 2
    noise = [page[:23] + b"\xff" * (len(page) - 23) for page in pages[half:-1]]
    path.write_bytes(b"OggS".join([*pages[:half], *noise, pages[-1]]))

    heard, problems = listened(tmp_path, path.name)

    assert heard == {}
    assert [p.code for p in problems] == ["bad-recording"]


def test_each_recording_is_listened_to_once_whatever_it_is_called_later(tmp_path: Path) -> None:
    cache = tmp_path / "cache/heard.json"
    speech(tmp_path / "a.mp3", 5, *KINDS["vbr.mp3"])
    first, problems = listened(tmp_path, "a.mp3", cache=cache)
    assert problems == []
    (tmp_path / "a.mp3").rename(tmp_path / "b.mp3")

    measured, _ = measure_all(tmp_path, ["b.mp3"])
    again, problems = confirm(tmp_path, measured, {}, unasked, cache)

    assert problems == []
    assert again["b.mp3"] == first["a.mp3"]
    assert list(json.loads(cache.read_text("utf-8"))) == [first["a.mp3"].sha256]


def test_a_recording_that_was_changed_is_listened_to_again(tmp_path: Path) -> None:
    cache = tmp_path / "heard.json"
    speech(tmp_path / "a.mp3", 5)
    listened(tmp_path, "a.mp3", cache=cache)
    speech(tmp_path / "a.mp3", 7)

    heard, _ = listened(tmp_path, "a.mp3", cache=cache)

    assert heard["a.mp3"].seconds == pytest.approx(7, abs=0.1)
    assert list(json.loads(cache.read_text("utf-8"))) == [heard["a.mp3"].sha256]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": "b"}', "\0"])
def test_a_broken_memory_is_an_empty_one(text: str, tmp_path: Path) -> None:
    cache = tmp_path / "heard.json"
    cache.write_text(text, "utf-8")
    speech(tmp_path / "a.mp3", 2)

    heard, problems = listened(tmp_path, "a.mp3", cache=cache)

    assert problems == []
    assert list(json.loads(cache.read_text("utf-8"))) == [heard["a.mp3"].sha256]


def test_a_recording_whose_front_matter_gives_its_digest_and_length_is_not_listened_to(
    tmp_path: Path,
) -> None:
    speech(tmp_path / "a.mp3", 5)
    measured, _ = measure_all(tmp_path, ["a.mp3"])
    true = LocalRecording(
        file="a.mp3", sha256=measured["a.mp3"].sha256, seconds=measured["a.mp3"].seconds
    )

    assert confirm(tmp_path, measured, {"a.mp3": true}, unasked) == (measured, [])
    asked = []
    for change in ({"seconds": 4.0}, {"sha256": "0" * 64}, {"seconds": None}):
        claims = {"a.mp3": true.model_copy(update=change)}
        confirm(tmp_path, measured, claims, lambda: asked.append(1))  # type: ignore[func-returns-value]
    assert len(asked) == 3


def test_without_ffmpeg_what_the_file_itself_says_stands(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(mp3(500))
    measured, _ = measure_all(tmp_path, ["a.mp3"])

    assert confirm(tmp_path, measured, {}, no_ffmpeg, tmp_path / "heard.json") == (measured, [])
    assert not (tmp_path / "heard.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process")
def test_a_recording_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech(tmp_path / "a.mp3", 80)
    monkeypatch.setattr(decoding, "_AT_LEAST_SECONDS", 0)
    monkeypatch.setattr(decoding, "_TIMES_AS_FAST", 10**9)

    heard, problems = listened(tmp_path, "a.mp3")

    assert heard == {}
    assert str(problems[0]) == (
        "a.mp3:1: Nothing can be heard of this recording, or it takes too long to listen to it. "
        "Listen to it to its end, export it again as MP3, and replace this file. [bad-recording]"
    )
