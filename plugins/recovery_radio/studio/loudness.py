"""Loudness: how loud a recording is, and how to bring it to the loudness of podcasts.

The gain is the same from start to end, so that a pause stays a pause and a whisper a whisper.
Only peaks that would be too high then are held back by a limiter. An encoder moves peaks and a
limiter takes loudness away, so what counts is the encoded file: it is measured, and encoded again
if it is not right yet.

Sources: https://tech.ebu.ch/docs/r/r128.pdf, https://www.itu.int/rec/R-REC-BS.1770,
https://podcasters.apple.com/support/893-audio-requirements
"""

import re
from pathlib import Path
from typing import NamedTuple

from recovery_radio.studio.ffmpeg import FfmpegFailed, Tell, run, source_of

AIM_LUFS = -16.0
NEAR_LU = 1.0
HIGHEST_PEAK_DBTP = -1.0
_NEARER_LU = 0.7
"""From which on another try is worth its time."""
_MOST_GAIN_DB = 40.0
"""A recording that needs more is noise, or nothing."""
_FIRST_CEILING_DBFS = -3.0
"""Of the limiter. It sees samples only; between them, and in an encoder, peaks grow."""
_LOWEST_CEILING_DBFS = -9.0
_LIMITED_DB = 0.3
"""What a limiter usually takes away from speech."""
_ROOM_DB = 0.5
"""Below the highest peak, that is left alone: another try moves peaks a little."""
_AGAINST_LIMITER = 1.3
"""How much more gain it takes where a limiter takes some of it away again."""

# One channel at the rate of the result, so that every step hears the same.
MONO = "aformat=sample_fmts=fltp:sample_rates=44100:channel_layouts=mono"
_INTEGRATED = re.compile(r"\bI:\s+(-?[\d.]+|-?inf|nan) LUFS")
_PEAK = re.compile(r"\bPeak:\s+(-?[\d.]+|-?inf|nan) dBFS")


class Loudness(NamedTuple):
    """How loud a recording is."""

    lufs: float
    """From start to end, in LUFS."""
    peak: float
    """Its true peak, in dBTP."""

    @property
    def is_right(self) -> bool:
        """Whether it has the loudness of podcasts."""
        return abs(self.lufs - AIM_LUFS) <= NEAR_LU and self.peak <= HIGHEST_PEAK_DBTP

    def __str__(self) -> str:
        return f"{self.lufs:.1f} LUFS, true peak {self.peak:.1f} dBTP"


class TooQuiet(Exception):
    """There is next to nothing to hear."""


class Levels(NamedTuple):
    """What is done to a recording."""

    gain: float
    """In dB."""
    ceiling: float | None
    """Of the limiter, in dBFS; nothing where no peak needs it."""

    @property
    def filters(self) -> str:
        """The same, as ffmpeg writes it."""
        steps = [MONO, f"volume={self.gain:.2f}dB"]
        if self.ceiling is not None:
            limit = 10 ** (self.ceiling / 20)
            steps.append(f"alimiter=limit={limit:.5f}:attack=5:release=80:level=false")
        return ",".join(steps)


def measure(ffmpeg: str, path: Path, tell: Tell, *, roughly: bool = False) -> Loudness:
    """Measure how loud a recording is, as one channel.

    Args:
        ffmpeg: How to call it.
        path: The recording.
        tell: Is told how far it is.
        roughly: Take the highest sample for the true peak, in half the time.

    Raises:
        FfmpegFailed: There is no sound in it that ffmpeg can read.
    """
    kind = "sample" if roughly else "true"
    meter = f"aformat=channel_layouts=mono,ebur128=peak={kind}:framelog=verbose"
    arguments = (*source_of(path), "-map", "0:a:0", "-af", meter, "-f", "null", "-")
    said = run(ffmpeg, arguments, tell)
    lufs, peak = _INTEGRATED.findall(said), _PEAK.findall(said)
    if not lufs or not peak:
        raise FfmpegFailed("It did not say how loud the recording is.")
    return Loudness(float(lufs[-1]), float(peak[-1]))


def first_levels(found: Loudness) -> Levels:
    """Choose what to do to a recording that is roughly so loud.

    Raises:
        TooQuiet: No gain would make speech of it.
    """
    gain = AIM_LUFS - found.lufs
    # Worded so that it also refuses what is not a number.
    if not gain <= _MOST_GAIN_DB:
        raise TooQuiet
    if found.peak + gain <= _FIRST_CEILING_DBFS:
        return Levels(gain, None)
    return Levels(gain + _LIMITED_DB, _FIRST_CEILING_DBFS)


def next_levels(levels: Levels, found: Loudness) -> Levels | None:
    """Choose what to do otherwise, given how loud the encoded file is; nothing if it is right."""
    off = AIM_LUFS - found.lufs
    over = found.peak - HIGHEST_PEAK_DBTP
    if abs(off) <= _NEARER_LU and over <= 0:
        return None
    if levels.ceiling is None:
        return Levels(levels.gain + off, _FIRST_CEILING_DBFS - max(over, 0))
    # Half of what is free below the highest peak is given back: a limiter takes loudness away.
    lower = over + 0.3 if over > 0 else min(over + _ROOM_DB, 0) / 2
    ceiling = max(levels.ceiling - lower, _LOWEST_CEILING_DBFS)
    return Levels(levels.gain + off * (_AGAINST_LIMITER if off > 0 else 1), ceiling)
