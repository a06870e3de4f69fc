"""The headers of PNG, JPEG and WebP: how wide and high a picture is, and that it is whole.

Nothing is decompressed, so a picture of a few kilobytes that would fill the memory cannot.
The parts of a file are walked from start to end, which finds one that was cut off.

Sources: https://www.w3.org/TR/png-3/#5DataRep, https://www.w3.org/Graphics/JPEG/itu-t81.pdf
(annex B), https://developers.google.com/speed/webp/docs/riff_container
"""

from typing import NamedTuple

from recovery_radio.read.reasons import Reason, Unfit

LIMIT_BYTES = 3_000_000
LIMIT_PIXELS = 4000
"""Of a side. The largest cover that podcast apps take has 3000."""

_PNG = b"\x89PNG\r\n\x1a\n"
# All start-of-frame markers: the range without the three tables in it.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_WEBP_IMAGES = {b"VP8 ", b"VP8L", b"ANMF"}


class Header(NamedTuple):
    """What a picture says about itself."""

    width: int
    """In pixels."""
    height: int
    type: str
    """Its media type, such as `image/png`."""


def read_header(data: bytes) -> Header:
    """Read the header of a picture.

    Args:
        data: The whole file.

    Raises:
        Unfit: It is of another kind, cut off, too large, or holds packed text.
    """
    if len(data) > LIMIT_BYTES:
        raise Unfit(Reason.LARGE)
    if data.startswith(_PNG):
        header = _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        header = _jpeg(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        header = _webp(data)
    else:
        raise Unfit(Reason.BROKEN)
    if not (header.width and header.height):
        raise Unfit(Reason.BROKEN)
    if max(header.width, header.height) > LIMIT_PIXELS:
        raise Unfit(Reason.LARGE)
    return header


def _part(data: bytes, position: int, size: int) -> bytes:
    if position + size > len(data):
        raise Unfit(Reason.CUT)
    return data[position : position + size]


def _number(data: bytes, position: int, size: int) -> int:
    return int.from_bytes(_part(data, position, size), "big")


def _little(data: bytes, position: int, size: int) -> int:
    return int.from_bytes(_part(data, position, size), "little")


def _png(data: bytes) -> Header:
    if _part(data, 12, 4) != b"IHDR":
        raise Unfit(Reason.BROKEN)
    width, height = _number(data, 16, 4), _number(data, 20, 4)
    kinds: set[bytes] = set()
    position = len(_PNG)
    while b"IEND" not in kinds:
        length, kind = _number(data, position, 4), _part(data, position + 4, 4)
        body = position + 8
        position = body + length + 4
        if position > len(data):
            raise Unfit(Reason.CUT)
        if kind == b"zTXt" or (kind == b"iTXt" and _is_packed(data[body : body + 82])):
            raise Unfit(Reason.PACKED)
        kinds.add(kind)
    if b"IDAT" not in kinds:
        raise Unfit(Reason.BROKEN)
    return Header(width, height, "image/png")


def _is_packed(start: bytes) -> bool:
    """Tell from the start of an iTXt chunk; the flag follows a keyword that ends with zero."""
    return start.partition(b"\0")[2][:1] != b"\0"


def _jpeg(data: bytes) -> Header:
    width = height = 0
    position = 2
    while True:
        lead, marker = _part(data, position, 2)
        if lead != 0xFF or marker in (0x00, 0xD8, 0xD9):
            raise Unfit(Reason.BROKEN)
        if marker == 0xFF or marker in _JPEG_BARE:
            position += 1 if marker == 0xFF else 2
            continue
        length = _number(data, position + 2, 2)
        if marker in _JPEG_FRAMES:
            height, width = _number(data, position + 5, 2), _number(data, position + 7, 2)
        position += 2 + max(length, 2)
        if marker == 0xDA:
            break
    if data.find(b"\xff\xd9", position) < 0:
        raise Unfit(Reason.CUT)
    return Header(width, height, "image/jpeg")


def _webp(data: bytes) -> Header:
    end = 8 + _little(data, 4, 4)
    if end > len(data):
        raise Unfit(Reason.CUT)
    width, height = _webp_size(data)
    kinds = set()
    position = 12
    while position + 8 <= end:
        kinds.add(data[position : position + 4])
        # Chunks are padded to an even length.
        position += 8 + (_little(data, position + 4, 4) + 1 & ~1)
    if position > end + 1:
        raise Unfit(Reason.CUT)
    if not kinds & _WEBP_IMAGES:
        raise Unfit(Reason.BROKEN)
    return Header(width, height, "image/webp")


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = _part(data, 12, 4)
    if kind == b"VP8X":
        return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    if kind == b"VP8L" and _part(data, 20, 1) == b"\x2f":
        packed = _little(data, 21, 4)
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and _part(data, 23, 3) == b"\x9d\x01\x2a":
        return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
    raise Unfit(Reason.BROKEN)
