"""M4A without notes: the same sound in a box of our own.

The place of a recording hides in boxes of several makers, some of them as numbers that no search
for text finds. So nothing is taken out: ffmpeg copies the sound into a new file, and nothing else.

Source: https://ffmpeg.org/ffmpeg.html#Advanced-options (map_metadata)
"""

import tempfile
from pathlib import Path

from recovery_radio.studio.ffmpeg import run, source_of


def strip_m4a(ffmpeg: str, path: Path) -> bytes:
    """Give the sound of an M4A recording in a new file.

    Args:
        ffmpeg: How to call it.
        path: The recording.

    Raises:
        FfmpegFailed: It cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "sound.m4a"
        arguments = (
            *("-f", "mov", *source_of(path), "-map", "0:a:0", "-c", "copy"),
            *("-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1"),
            *("-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"),
            f"file:{new}",
        )
        run(ffmpeg, arguments)
        return new.read_bytes()
