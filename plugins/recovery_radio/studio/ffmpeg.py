"""Runs ffmpeg, tells how far it is, and ends it when nobody waits for it any more."""

import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

Tell = Callable[[float], None]
"""Is told how many seconds of sound are done."""

_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d\.\d+)")
_MOST_WORDS = 300
_QUIET = ("-nostdin", "-hide_banner", "-nostats", "-y", "-progress", "pipe:1")


class FfmpegFailed(Exception):
    """ffmpeg gave up. The text is what it said last."""


def source_of(path: Path) -> tuple[str, str]:
    """Name a file as what to read, whatever its name looks like."""
    return "-i", f"file:{path.resolve()}"


def length_of(ffmpeg: str, path: Path) -> float:
    """Give the length that a file claims, in seconds; 0 if it claims none. For showing progress."""
    command = [ffmpeg, "-nostdin", "-hide_banner", *source_of(path)]
    said = subprocess.run(command, capture_output=True, check=False).stderr
    found = _DURATION.search(said.decode("utf-8", "replace"))
    return (
        sum(float(n) * s for n, s in zip(found.groups(), (3600, 60, 1), strict=True))
        if found
        else 0
    )


def run(ffmpeg: str, arguments: Sequence[str], tell: Tell = lambda _: None) -> str:
    """Run ffmpeg to its end.

    Args:
        ffmpeg: How to call it.
        arguments: What to read, do and write.
        tell: Is told how far it is.

    Returns:
        What it said.

    Raises:
        FfmpegFailed: It gave up.
    """
    with (
        # A file and not a pipe, which a talkative run would fill while nobody reads it.
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [ffmpeg, *_QUIET, *arguments], stdout=subprocess.PIPE, stderr=said
        ) as child,
    ):
        try:
            assert child.stdout
            for line in child.stdout:
                name, _, value = line.decode("ascii", "replace").strip().partition("=")
                if name == "out_time_us" and value.isdigit():
                    tell(int(value) / 1e6)
            child.wait()
        except BaseException:  # also an interruption, after which nobody waits for the result
            child.kill()
            raise
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    if child.returncode:
        raise FfmpegFailed(words[-_MOST_WORDS:].strip())
    return words
