"""A recording as it is published: even, small, nameless, and always the same bytes."""

from pathlib import Path

import pytest

from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.studio.ffmpeg import FfmpegFailed
from recovery_radio.studio.loudness import TooQuiet
from recovery_radio.studio.rendition import ENCODERS, Renditions, make_renditions
from sounds import ffmpeg, loudness_of, speech

SOURCES = {
    "voice-note.ogg": ("-c:a", "libopus", "-b:a", "16k", "-ar", "16000"),
    "phone.m4a": ("-c:a", "aac", "-ac", "2", "-af", "volume=-9dB"),
    "recorder.wav": ("-ac", "2", "-ar", "48000", "-af", "volume=6dB"),
    "phone.3gp": ("-c:a", "aac", "-ar", "22050"),
    "studio.flac": ("-af", "volume=-20dB"),
}


def made(folder: Path, original: Path, name: str = "out") -> Renditions:
    (folder / name).mkdir()
    return make_renditions(str(find_ffmpeg(*ENCODERS)), original, folder / name)


@pytest.mark.parametrize("name", SOURCES)
def test_every_kind_of_original_comes_out_even_and_small(name: str, tmp_path: Path) -> None:
    original = speech(tmp_path / name, 20, *SOURCES[name])

    found = made(tmp_path, original)

    for one in (found.mp3, found.opus):
        assert one.loudness.is_right
        lufs, peak = loudness_of(one.path)
        assert lufs == pytest.approx(-16, abs=1)
        assert peak <= -0.9  # the other meter differs by a tenth
    assert found.mp3.path.stat().st_size == pytest.approx(20 * 64_000 / 8, rel=0.02)
    assert found.opus.path.stat().st_size < 20 * 32_000 / 8


def test_a_film_gives_its_sound_alone(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    voice = speech(tmp_path / "voice.wav", 5)
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=64x64:rate=5", "-i", str(voice), "-shortest",
           "-c:v", "mpeg4", "-c:a", "aac", str(film))  # fmt: skip

    found = made(tmp_path, film)

    said = ffmpeg("-i", str(found.mp3.path), "-f", "null", "-")
    assert "Audio: mp3" in said
    assert "Video:" not in said.partition("Output")[0]


def test_a_loud_clap_in_a_quiet_recording_does_not_keep_it_quiet(tmp_path: Path) -> None:
    voice = speech(tmp_path / "voice.wav", 20, "-af", "volume=-14dB")
    clap = tmp_path / "clap.wav"
    ffmpeg("-i", str(voice), "-f", "lavfi", "-i", "anoisesrc=d=0.05:a=0.9:seed=7", "-filter_complex",
           "[1]adelay=9000[c];[0][c]amix=inputs=2:normalize=0:duration=first", str(clap))  # fmt: skip

    found = made(tmp_path, clap)

    assert found.mp3.loudness.is_right
    assert found.opus.loudness.is_right


def test_the_same_original_gives_the_same_bytes(tmp_path: Path) -> None:
    original = speech(tmp_path / "a.m4a", 8, "-metadata", "artist=Jane")

    first, second = made(tmp_path, original, "one"), made(tmp_path, original, "two")

    assert first.mp3.path.read_bytes() == second.mp3.path.read_bytes()
    assert first.opus.path.read_bytes() == second.opus.path.read_bytes()
    assert b"Jane" not in first.mp3.path.read_bytes() + first.opus.path.read_bytes()


def test_progress_runs_from_nothing_to_all_of_it(tmp_path: Path) -> None:
    original = speech(tmp_path / "a.wav", 40)
    told: list[float] = []

    make_renditions(str(find_ffmpeg(*ENCODERS)), original, tmp_path, told.append)

    assert told[0] <= 0.21
    assert 0.9 < max(told) <= 1


@pytest.mark.parametrize("what", ["anullsrc=d=5", "sine=d=0.2"])
def test_silence_is_refused(what: str, tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", what, "-af", "volume=-60dB", str(tmp_path / "a.wav"))

    with pytest.raises(TooQuiet):
        made(tmp_path, tmp_path / "a.wav")


def test_what_holds_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ogg").write_bytes(b"We met on Tuesday.")

    with pytest.raises(FfmpegFailed):
        made(tmp_path, tmp_path / "a.ogg")
