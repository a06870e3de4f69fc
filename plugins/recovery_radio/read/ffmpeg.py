"""ffmpeg: where it is on this computer, and what to say if it is nowhere.

The system's own comes first, since its distributor mends it. Else the one that the package
imageio-ffmpeg brings along takes its place, so that nobody has to install a program by hand.
"""

import shutil
import subprocess
from functools import cache

ADVICE = (
    "ffmpeg is missing, the program that turns recordings into others. "
    "Debian and Ubuntu: sudo apt install ffmpeg. macOS: brew install ffmpeg. "
    "Everywhere else: python -m pip install imageio-ffmpeg."
)
_SECONDS_TO_ANSWER = 20


@cache
def find_ffmpeg(*encoders: str) -> str | None:
    """Find an ffmpeg that starts.

    Args:
        encoders: What it must be able to write, such as `libmp3lame`.

    Returns:
        How to call it, or nothing.
    """
    for candidate in (shutil.which("ffmpeg"), _from_package()):
        if candidate and _can_write(candidate, encoders):
            return candidate
    return None


def _from_package() -> str | None:
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    # It raises this too where it has no program for the kind of computer.
    except (ImportError, RuntimeError):
        return None


def _can_write(ffmpeg: str, encoders: tuple[str, ...]) -> bool:
    command = [ffmpeg, "-nostdin", "-hide_banner", "-encoders"]
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, timeout=_SECONDS_TO_ANSWER, encoding="utf-8"
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return set(encoders) <= set(done.stdout.split())
