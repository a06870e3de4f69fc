"""The frames of an MP3 file: where they are, and how long all of them last.

mutagen believes what the first frame says. For a recording with a changing bit rate, one that
was cut off, or two in one file, that is wrong by minutes, and a clock that everybody shares
cannot be built on it. Frames say for themselves how long they are, and need no decoding. They
also say where the sound is: whatever lies around and between them is not sound.

Sources: http://www.mp3-tech.org/programmer/frame_header.html,
http://gabriel.mp3-tech.org/mp3infotag.html (the frame that promises a length)
"""

import re
from typing import NamedTuple

from recovery_radio.read.reasons import Reason, Unfit

_KBITS_1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_VERSIONS = {
    0xFA: (_KBITS_1, (44100, 48000, 32000), 1152),
    0xF2: (_KBITS_2, (22050, 24000, 16000), 576),
    0xE2: (_KBITS_2, (11025, 12000, 8000), 576),
}
"""By second byte of a frame without checksum: kbit/s, samples a second, samples a frame."""
_MOST_GAPS = 100
"""Between frames. A recording with more is damaged all over, or is not one."""


def _headers() -> dict[bytes, tuple[int, float]]:
    found = {}
    for second, (kbits, rates, samples) in _VERSIONS.items():
        for third in range(0x10, 0xF0):
            if (rate_index := third >> 2 & 3) == 3:
                continue
            rate = rates[rate_index]
            size = samples // 8 * kbits[(third >> 4) - 1] * 1000 // rate + (third >> 1 & 1)
            for checksum in (0, 1):
                found[bytes((0xFF, second | checksum, third))] = (size, samples / rate)
    return found


_HEADERS = _headers()
_START = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]")
_PROMISE = re.compile(rb"Xing|Info")
# It stands behind the frame's header and its side information, which is empty and so all zero.
_SIDES = (9, 17, 32)
_HEADER_BYTES = 4


class Sound(NamedTuple):
    """The frames of a file."""

    seconds: float
    """How long they last, without a frame that only tells of the others."""
    parts: tuple[tuple[int, int], ...]
    """Stretches of the file (start, end) that hold nothing but frames."""


def find_frame(data: bytes, position: int = 0) -> int:
    """Find the next bytes that can begin a frame of MPEG layer III; -1 if there are none."""
    while found := _START.search(data, position):
        if found[0] in _HEADERS:
            return found.start()
        position = found.start() + 1
    return -1


def walk_frames(data: bytes, start: int = 0) -> Sound:
    """Go through the frames of an MP3 file.

    What lies between frames (tags, damage) is stepped over. After such a gap a frame only
    counts if another one, or the end of the file, follows it.

    Args:
        data: The whole file.
        start: Where to begin.

    Raises:
        Unfit: The file was cut off, holds a second recording, or is damaged all over.
    """
    promises = _promises(data, start)
    parts: list[list[int]] = []
    position, seconds, frames, in_step = start, 0.0, 0, False
    while True:
        size, lasts = _HEADERS.get(data[position : position + 3], (0, 0.0))
        after = position + size
        if size and (in_step or after == len(data) or data[after : after + 3] in _HEADERS):
            if after > len(data):
                raise Unfit(Reason.CUT)
            if position in promises and frames:
                raise Unfit(Reason.JOINED)
            if position not in promises:
                seconds, frames = seconds + lasts, frames + 1
            if not in_step:
                parts.append([position, after])
            parts[-1][1] = position = after
            in_step = True
            continue
        if len(parts) > _MOST_GAPS:
            raise Unfit(Reason.BROKEN)
        # The byte at the position is spent, unless a frame has just ended there.
        position, in_step = find_frame(data, position + (1 if size else 0)), False
        if position < 0:
            break
    _hold_to_promise(data, parts, promises, frames)
    return Sound(seconds, tuple((one, other) for one, other in parts))


def _promises(data: bytes, start: int) -> dict[int, int]:
    """Find frames that promise something: where the frame starts, and where the promise stands."""
    found = {}
    for match in _PROMISE.finditer(data, start):
        for side in _SIDES:
            frame = match.start() - side - _HEADER_BYTES
            empty = data[frame + _HEADER_BYTES : match.start()] == bytes(side)
            if empty and data[frame : frame + 3] in _HEADERS:
                found[frame] = match.start()
    return found


def _hold_to_promise(
    data: bytes, parts: list[list[int]], promises: dict[int, int], frames: int
) -> None:
    """Refuse a recording with fewer or more frames than its first frame promises."""
    if not parts or parts[0][0] not in promises:
        return
    place = promises[parts[0][0]]
    if not data[place + 7] & 1:
        return
    promised = int.from_bytes(data[place + 8 : place + 12], "big")
    # Some encoders count the frame that promises, or the silent one behind the last.
    if frames < promised - 2:
        raise Unfit(Reason.CUT)
    if frames > promised + 2:
        raise Unfit(Reason.JOINED)
