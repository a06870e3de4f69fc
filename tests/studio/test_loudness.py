"""Loudness: what to do to a recording, and how it is found out."""

import math
from pathlib import Path

import pytest

from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.studio.ffmpeg import FfmpegFailed
from recovery_radio.studio.loudness import (
    Levels,
    Loudness,
    TooQuiet,
    first_levels,
    measure,
    next_levels,
)
from sounds import loudness_of, speech


def test_loudness_and_true_peak_agree_with_another_meter(tmp_path: Path) -> None:
    path = speech(tmp_path / "a.wav", 30, "-af", "volume=-7dB")

    found = measure(str(find_ffmpeg()), path, lambda _: None)

    lufs, peak = loudness_of(path)
    assert found.lufs == pytest.approx(lufs, abs=0.3)
    assert found.peak == pytest.approx(peak, abs=0.4)


def test_the_rough_measure_tells_how_far_it_is_and_the_same_loudness(tmp_path: Path) -> None:
    path = speech(tmp_path / "a.mp3", 30)
    told: list[float] = []

    rough = measure(str(find_ffmpeg()), path, told.append, roughly=True)

    exact = measure(str(find_ffmpeg()), path, lambda _: None)
    assert rough.lufs == exact.lufs
    assert rough.peak <= exact.peak + 0.1
    assert told == sorted(told)
    assert told[-1] == pytest.approx(30, abs=0.5)


def test_a_file_without_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"We met on Tuesday. " * 100)

    with pytest.raises(FfmpegFailed):
        measure(str(find_ffmpeg()), tmp_path / "a.mp3", lambda _: None)


@pytest.mark.parametrize(
    ("lufs", "peak", "right"),
    [(-16, -1, True), (-17, -3, True), (-15, -1, True), (-17.1, -3, False), (-16, -0.9, False)],
)
def test_what_is_right(lufs: float, peak: float, right: bool) -> None:
    assert Loudness(lufs, peak).is_right == right


def test_a_gain_alone_where_no_peak_needs_more() -> None:
    assert first_levels(Loudness(-22, -12)) == Levels(6, None)
    assert "alimiter" not in Levels(6, None).filters


def test_a_limiter_where_a_peak_would_be_too_high() -> None:
    levels = first_levels(Loudness(-22, -8))

    assert levels.ceiling == -3
    assert levels.gain == pytest.approx(6.3)
    assert "volume=6.30dB,alimiter=limit=0.70795" in levels.filters


@pytest.mark.parametrize("lufs", [-70.0, -57.0, -math.inf, math.nan])
def test_next_to_nothing_is_refused(lufs: float) -> None:
    with pytest.raises(TooQuiet):
        first_levels(Loudness(lufs, lufs))


def test_what_is_not_right_yet_is_changed_by_what_is_missing() -> None:
    assert next_levels(Levels(6, None), Loudness(-16.5, -1.2)) is None
    assert next_levels(Levels(6, None), Loudness(-17.2, -5)) == Levels(pytest.approx(7.2), -3.0)
    quiet = next_levels(Levels(6, -3.0), Loudness(-17.0, -1.9))
    assert quiet == Levels(pytest.approx(7.3), pytest.approx(-2.8))
    assert next_levels(Levels(6, -3.0), Loudness(-15.2, -1)) == Levels(pytest.approx(5.2), -3.0)
    peaky = next_levels(Levels(6, -3.0), Loudness(-16, 0.5))
    assert peaky == Levels(6, pytest.approx(-4.8))
    assert next_levels(Levels(6, None), Loudness(-16, -0.5)) == Levels(6, pytest.approx(-3.5))
    assert next_levels(Levels(6, -8.9), Loudness(-16, 3)) == Levels(6, -9)
