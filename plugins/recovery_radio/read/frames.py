"""The frames of an MP3 file: how to recognise one, and how long all of them last.

mutagen believes what the first frame says. For a recording with a changing bit rate, one that
was cut off, or two in one file, that is wrong by minutes, and a clock that everybody shares
cannot be built on it. Frames say for themselves how long they are, and need no decoding.

Source: http://www.mp3-tech.org/programmer/frame_header.html
"""

import re

_KBITS_1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_VERSIONS = {
    0xFA: (_KBITS_1, (44100, 48000, 32000), 1152),
    0xF2: (_KBITS_2, (22050, 24000, 16000), 576),
    0xE2: (_KBITS_2, (11025, 12000, 8000), 576),
}
"""By second byte of a frame without checksum: kbit/s, samples a second, samples a frame."""


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


def find_frame(data: bytes, position: int = 0) -> int:
    """Find the next bytes that can begin a frame of MPEG layer III; -1 if there are none."""
    while found := _START.search(data, position):
        if found[0] in _HEADERS:
            return found.start()
        position = found.start() + 1
    return -1


def count_seconds(data: bytes) -> float:
    """Add up how long the frames of an MP3 file last, in seconds.

    What lies between frames (tags, damage) is stepped over. After such a gap a frame only
    counts if another one, or the end of the file, follows it.
    """
    position, seconds, in_step = 0, 0.0, False
    while True:
        size, lasts = _HEADERS.get(data[position : position + 3], (0, 0.0))
        after = position + size
        if size and (in_step or after >= len(data) or data[after : after + 3] in _HEADERS):
            seconds += lasts
            position, in_step = after, True
            continue
        # The byte at the position is spent, unless a frame has just ended there.
        position = find_frame(data, position + (1 if size else 0))
        if position < 0:
            return seconds
        in_step = False
