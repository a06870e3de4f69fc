"""Real recordings for tests: a piece of the example station's own, in whatever kind is wanted."""

import subprocess
from pathlib import Path

from recovery_radio.read.ffmpeg import ADVICE, find_ffmpeg

SPEECH = Path(__file__).parents[1] / "episodes/this-is-kindling/this-is-kindling.mp3"
ENCODERS = ("libmp3lame", "libopus", "libvorbis", "aac", "flac")


def ffmpeg(*arguments: str) -> str:
    """Run ffmpeg and give what it says.

    Raises:
        AssertionError: There is none, or it failed.
    """
    program = find_ffmpeg(*ENCODERS)
    assert program, ADVICE
    command = [program, "-nostdin", "-hide_banner", "-y", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    assert done.returncode == 0, done.stderr
    return done.stderr


def speech(path: Path, seconds: float, *options: str) -> Path:
    """Write the first seconds of somebody speaking, as what the file's name says.

    Args:
        path: Where to write.
        seconds: How long; at most 84.
        options: How to write it, in the words of ffmpeg.
    """
    ffmpeg(
        "-i",
        str(SPEECH),
        "-map",
        "0:a:0",
        "-map_metadata",
        "-1",
        "-t",
        str(seconds),
        *options,
        str(path),
    )
    return path


def decoded_seconds(path: Path, rate_hz: int = 48_000) -> float:
    """Count the samples that a decoder makes of a recording."""
    program = find_ffmpeg()
    assert program, ADVICE
    command = [program, "-nostdin", "-v", "error", "-i", str(path), "-map", "0:a:0",
               "-ac", "1", "-ar", str(rate_hz), "-f", "s16le", "-"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True)
    return len(done.stdout) / 2 / rate_hz


def loudness_of(path: Path) -> tuple[float, float]:
    """Measure LUFS and true peak (dBTP) with ffmpeg's other meter, `loudnorm`."""
    import json

    said = ffmpeg("-i", str(path), "-af", "loudnorm=print_format=json", "-f", "null", "-")
    found = json.loads(said[said.rindex("{") : said.rindex("}") + 1])
    return float(found["input_i"]), float(found["input_tp"])
