"""A second opinion on the length of new recordings: ffmpeg decodes each once.

Frames, pages and boxes say how long a recording should be. Whether it can be heard, only a
decoder can say. That takes seconds for each hour, so it is done once for each digest and then
remembered. A recording whose front matter gives its digest and a length that fits was decoded
when `radio record` made it, and is not decoded again.

Without ffmpeg the first opinion stands. For MP3 that is exact, and a build needs no ffmpeg.

ffmpeg runs with limits, in the format that the file was found to have, and may open nothing else.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from recovery_radio.model.episode import LocalRecording
from recovery_radio.model.problem import Problem
from recovery_radio.read.guard import save_memory
from recovery_radio.read.recording import Measured

FindFfmpeg = Callable[[], str | None]

_FORMATS = {"audio/mpeg": "mp3", "audio/mp4": "mov", "audio/ogg": "ogg"}
_RATE_HZ = 8000
"""Of the samples that are counted: one byte each, so that an hour is 29 MB through a pipe."""
_CLOSE_SECONDS = 0.1
_LOST_SHARE = 0.02
"""A decoder that stops this much before the end has met damage."""
_MEMORY_BYTES = 1_500_000_000
_AT_LEAST_SECONDS = 10
_LEAST_BYTES_A_SECOND = 500
_TIMES_AS_FAST = 20
"""As a recording lasts. Ordinary computers decode several hundred times as fast."""


def confirm(
    root: Path,
    measured: Mapping[str, Measured],
    claims: Mapping[str, LocalRecording],
    find_ffmpeg: FindFfmpeg,
    cache: Path | None = None,
) -> tuple[dict[str, Measured], list[Problem]]:
    """Let ffmpeg listen to every recording that nobody has listened to.

    Args:
        root: The station's folder.
        measured: What was measured from the recordings, by path.
        claims: What the front matter says about them, by path.
        find_ffmpeg: Asked only if there is something new.
        cache: File that remembers lengths by digest.

    Returns:
        What was measured, corrected, and one problem for each that cannot be heard to its end.
    """
    known = _load(cache)
    lengths = {
        path: known.get(found.sha256, found.seconds)
        for path, found in measured.items()
        if found.sha256 in known or _is_vouched_for(found, claims.get(path))
    }
    new = {path: found for path, found in measured.items() if path not in lengths}
    ffmpeg = find_ffmpeg() if new else None
    if ffmpeg:
        lengths |= _listen(ffmpeg, root, new)
        heard = {found.sha256: lengths[path] for path, found in measured.items()}
        if cache:
            save_memory(cache, {digest: seconds for digest, seconds in heard.items() if seconds})
    return _compare(measured, lengths)


def _compare(
    measured: Mapping[str, Measured], lengths: Mapping[str, float]
) -> tuple[dict[str, Measured], list[Problem]]:
    """Hold what was measured against what was heard, where somebody listened."""
    confirmed, problems = {}, []
    for path, found in measured.items():
        seconds = lengths.get(path, found.seconds)
        if seconds < found.seconds * (1 - _LOST_SHARE) - _CLOSE_SECONDS:
            problems.append(_damaged(path, seconds))
        # The same with and without ffmpeg, so that two computers build the same site.
        elif abs(seconds - found.seconds) <= _CLOSE_SECONDS:
            confirmed[path] = found
        else:
            confirmed[path] = found._replace(seconds=seconds)
    return confirmed, problems


def _is_vouched_for(found: Measured, claimed: LocalRecording | None) -> bool:
    return bool(
        claimed
        and claimed.sha256 == found.sha256
        and claimed.seconds
        and abs(claimed.seconds - found.seconds) <= _CLOSE_SECONDS
    )


def _listen(ffmpeg: str, root: Path, new: Mapping[str, Measured]) -> dict[str, float]:
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        heard = pool.map(lambda path: decode(ffmpeg, root / path, new[path]), new)
        return dict(zip(new, heard, strict=True))


def decode(ffmpeg: str, path: Path, found: Measured) -> float:
    """Give the length of what a decoder makes of a recording, in seconds; 0 if that is nothing.

    Args:
        ffmpeg: How to call it.
        path: The recording.
        found: What was measured from it.
    """
    # A header may promise any length. No recording has fewer bytes in a second than this.
    seconds = min(found.seconds, found.bytes / _LEAST_BYTES_A_SECOND)
    patience = _AT_LEAST_SECONDS + int(seconds / _TIMES_AS_FAST)
    command = _command(ffmpeg, path, _FORMATS[found.type], patience)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        # By the clock too: for a disk that hangs, and for Windows, which knows no limits.
        timer = threading.Timer(4 * patience, child.kill)
        timer.start()
        try:
            assert child.stdout
            samples = 0
            while some := child.stdout.read(1 << 16):
                samples += len(some)
        finally:
            timer.cancel()
    return round(samples / _RATE_HZ, 3) if child.returncode == 0 else 0.0


def _command(ffmpeg: str, path: Path, form: str, patience: int) -> list[str]:
    command = [
        *(ffmpeg, "-nostdin", "-v", "quiet", "-protocol_whitelist", "file,pipe"),
        *("-f", form, "-i", f"file:{path}", "-map", "0:a:0"),
        *("-ac", "1", "-ar", str(_RATE_HZ), "-c:a", "pcm_u8", "-f", "u8", "pipe:1"),
    ]
    if sys.platform == "win32":
        return command
    limits = [str(patience), str(_MEMORY_BYTES)]
    return [sys.executable, "-P", "-m", "recovery_radio.read.limited", *limits, *command]


def _damaged(path: str, seconds: float) -> Problem:
    what = f"The recording is damaged: only {seconds:.0f} seconds of it can be heard."
    if not seconds:
        what = "Nothing can be heard of this recording, or it takes too long to listen to it."
    repair = "Listen to it to its end, export it again as MP3, and replace this file."
    return Problem(path, 1, what, repair, "bad-recording")


def _load(cache: Path | None) -> dict[str, float]:
    """Read what was heard before; a memory that cannot be read is an empty one."""
    try:
        memory = json.loads(cache.read_text("utf-8")) if cache else {}
        return {str(digest): float(seconds) for digest, seconds in memory.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
