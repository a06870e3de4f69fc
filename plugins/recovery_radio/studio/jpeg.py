"""JPEG without notes: no camera, no place, no comment, no smaller picture inside, no second one.

What draws the picture is kept byte for byte, so nothing is lost by it. A profile of colours goes
as well, since it can name somebody's screen.

Sources: https://www.w3.org/Graphics/JPEG/itu-t81.pdf (annex B),
https://www.w3.org/Graphics/JPEG/jfif3.pdf
"""

from collections.abc import Iterator

from recovery_radio.studio.exif import keep_orientation

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _EXIF, _ADOBE = 0xE0, 0xE1, 0xEE
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_DRAWS = frozenset({*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD}) - {0xC8}
"""Frames, scans, and the tables and numbers by which they are read."""
_ADOBE_BYTES = 12
_JFIF_BYTES = 14


class NotJpeg(ValueError):
    """The picture is damaged, or another kind."""


def strip_jpeg(data: bytes) -> bytes:
    """Take out of a JPEG whatever does not draw it.

    Args:
        data: The whole file.

    Raises:
        NotJpeg: It cannot be followed to its end.
    """
    kept = [b"\xff\xd8"]
    turned = False
    for marker, body in _segments(data):
        if marker == _EXIF:
            notes = keep_orientation(body[6:]) if body.startswith(b"Exif\0\0") else b""
            if notes and not turned:
                kept.append(_segment(_EXIF, b"Exif\0\0" + notes))
                turned = True
        elif marker == _JFIF and body.startswith(b"JFIF\0"):
            # Its last two bytes are the size of a smaller picture, which is left out.
            kept.append(_segment(_JFIF, body[: _JFIF_BYTES - 2] + bytes(2)))
        elif marker == _ADOBE and body.startswith(b"Adobe"):
            kept.append(_segment(_ADOBE, body[:_ADOBE_BYTES]))
        elif marker in _DRAWS:
            kept.append(_segment(marker, body))
    return b"".join([*kept, b"\xff\xd9"])


def _segment(marker: int, body: bytes) -> bytes:
    """Write a segment. A scan brings its picture behind it, which its length does not count."""
    if marker == _SCAN:
        return b"\xff\xda" + body
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each marker with what belongs to it, up to the end of the first picture."""
    place = 2
    while True:
        if data[place : place + 1] != b"\xff" or place + 2 > len(data):
            raise NotJpeg
        marker = data[place + 1]
        if marker == 0xFF:  # padding
            place += 1
            continue
        if marker == _END:
            return
        if marker in _BARE:  # without a picture around it
            place += 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        after = place + 2 + length
        if marker in (0x00, _START) or length < 2 or after > len(data):
            raise NotJpeg
        if marker == _SCAN:
            after = _end_of_scan(data, after)
            yield marker, data[place + 2 : after]
        else:
            yield marker, data[place + 4 : after]
        place = after


def _end_of_scan(data: bytes, place: int) -> int:
    """Find the marker that ends packed pixels: not an escaped byte, and not a restart."""
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        if data[place + 1] != 0x00 and data[place + 1] not in _BARE:
            return place
        place += 2
    raise NotJpeg
