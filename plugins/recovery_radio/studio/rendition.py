"""A recording as it is published: the MP3 for everybody, and the Opus for little data.

Speech needs no more than one channel at 64 kb/s: 28.8 MB an hour, and Opus at 24 kb/s is 11.2 MB.
Both are made at the same time, one on each core. No name, no time and no place of the original
reaches ffmpeg's output, and the same original gives the same bytes.

Sources: https://podcasters.apple.com/support/893-audio-requirements, RFC 7845,
https://ffmpeg.org/ffmpeg-formats.html#Format-Options (bitexact)
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from recovery_radio.studio.ffmpeg import Tell, length_of, run, source_of
from recovery_radio.studio.loudness import (
    Levels,
    Loudness,
    first_levels,
    measure,
    next_levels,
)
from recovery_radio.studio.ogg import strip_ogg

ENCODERS = ("libmp3lame", "libopus")
"""What ffmpeg must be able to write."""
_TRIES = 4
_MP3 = ("-c:a", "libmp3lame", "-b:a", "64k", "-id3v2_version", "0", "-f", "mp3")
# Less than the highest effort, which takes twice as long and cannot be told from it in speech.
_OPUS = (
    *("-c:a", "libopus", "-b:a", "24k"),
    *("-application", "voip", "-compression_level", "5", "-f", "opus"),
)
_FORMS = {"sound.mp3": _MP3, "sound.opus": _OPUS}
_NOTHING_ELSE = (
    *("-map_metadata", "-1", "-map_chapters", "-1"),
    *("-fflags", "+bitexact", "-flags:a", "+bitexact"),
)
_SHARE_MEASURED = 0.2
"""Of all the work, by the time that it takes, that is done when the original is measured."""
_SHARE_ENCODED = 0.7
"""Of the rest, that is done when the first try is encoded."""


class Rendition(NamedTuple):
    """One encoded file."""

    path: Path
    loudness: Loudness
    tries: int


class Renditions(NamedTuple):
    """What became of a recording."""

    original: Loudness
    mp3: Rendition
    """Without tags."""
    opus: Rendition


def make_renditions(
    ffmpeg: str, original: Path, folder: Path, tell: Callable[[float], None] = lambda _: None
) -> Renditions:
    """Turn a recording of any kind into the two that are published.

    Args:
        ffmpeg: How to call it.
        original: The recording; only read.
        folder: Where to write `sound.mp3` and `sound.opus`.
        tell: Is told which share of the work is done, from 0 to 1.

    Raises:
        FfmpegFailed: It cannot be read, or not be written.
        TooQuiet: There is next to nothing to hear.
    """
    progress = _Progress(length_of(ffmpeg, original), tell)
    found = measure(ffmpeg, original, progress.measured, roughly=True)
    levels = first_levels(found)
    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(_even, ffmpeg, original, folder / name, options, levels, progress)
            for name, options in _FORMS.items()
        ]
        mp3, opus = (job.result() for job in jobs)
    opus.path.write_bytes(strip_ogg(opus.path.read_bytes()))
    return Renditions(found, mp3, opus)


class _Progress:
    """Which share of the work is done. It never goes back, whoever tries again."""

    def __init__(self, claimed: float, tell: Callable[[float], None]) -> None:
        # Nothing is known of a file that claims no length until it was read once.
        self._claimed, self._whole, self._tell = claimed, claimed or 1.0, tell
        self._done = dict.fromkeys(_FORMS, 0.0)

    def measured(self, seconds: float) -> None:
        self._whole = max(self._whole, seconds)
        if self._claimed:
            self._tell(_SHARE_MEASURED * seconds / self._whole)

    def part(self, name: str, start: float, end: float) -> Tell:
        """Give a teller for one step of one file, from one share of its work to another."""

        def tell(seconds: float) -> None:
            share = start + (end - start) * min(1.0, seconds / self._whole)
            self._done[name] = max(self._done[name], share)
            self._tell(_SHARE_MEASURED + (1 - _SHARE_MEASURED) * min(self._done.values()))

        return tell


def _even(
    ffmpeg: str,
    original: Path,
    path: Path,
    options: tuple[str, ...],
    levels: Levels,
    progress: _Progress,
) -> Rendition:
    """Encode a recording, measure what came out, and try again until it is right."""
    encoding = progress.part(path.name, 0, _SHARE_ENCODED)
    measuring = progress.part(path.name, _SHARE_ENCODED, 1)
    wanted: Levels | None = levels
    tries = 0
    while wanted and tries < _TRIES:
        levels, tries = wanted, tries + 1
        source = (*source_of(original), "-map", "0:a:0", "-af", levels.filters)
        run(ffmpeg, (*source, *_NOTHING_ELSE, *options, f"file:{path}"), encoding)
        loudness = measure(ffmpeg, path, measuring)
        wanted = next_levels(levels, loudness)
    return Rendition(path, loudness, tries)
