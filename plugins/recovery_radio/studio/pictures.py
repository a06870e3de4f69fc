"""Pictures without notes: what draws them is kept byte for byte, and nothing else.

Cameras write who, when and where into a picture; editors write names into it. Nothing is packed
anew, so no quality is lost. A profile of colours goes as well, since it can name somebody's
screen: a picture that is to look the same everywhere is saved as sRGB.

Sources: https://www.w3.org/TR/png-3/#11Chunks,
https://developers.google.com/speed/webp/docs/riff_container
"""

import struct
import zlib
from collections.abc import Iterator

from recovery_radio.studio.exif import keep_orientation
from recovery_radio.studio.jpeg import NotJpeg, strip_jpeg

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_PROFILE, _WEBP_NOTES, _WEBP_XMP = 0x20, 0x08, 0x04
_FRAME_BYTES = 16


class NotAPicture(ValueError):
    """The picture is damaged, or of a kind that is not published."""


def strip_picture(data: bytes) -> bytes:
    """Take out of a picture whatever does not draw it.

    Args:
        data: A whole PNG, JPEG or WebP.

    Returns:
        The same bytes if there was nothing to take out.

    Raises:
        NotAPicture: It cannot be followed to its end.
    """
    try:
        if data.startswith(_PNG):
            return _strip_png(data)
        if data.startswith(b"\xff\xd8"):
            return strip_jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _strip_webp(data)
    except (NotJpeg, struct.error) as error:
        raise NotAPicture from error
    raise NotAPicture


def _strip_png(data: bytes) -> bytes:
    kept = [_PNG]
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12
        if place > len(data):
            raise NotAPicture
        if kind == b"eXIf":
            body = keep_orientation(body)
        if kind in _PNG_KEPT or (kind == b"eXIf" and body):
            checksum = zlib.crc32(kind + body)
            kept.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum))
    return b"".join(kept)


def _strip_webp(data: bytes) -> bytes:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        raise NotAPicture
    chunks = list(_webp_chunks(data[12 : length + 8]))
    notes = next((keep_orientation(_tiff(body)) for kind, body in chunks if kind == b"EXIF"), b"")
    kept = b""
    for kind, body in chunks:
        if kind == b"VP8X":
            flags = body[0] & ~(_WEBP_PROFILE | _WEBP_XMP | _WEBP_NOTES)
            flags |= _WEBP_NOTES if notes else 0
            kept += _webp_chunk(kind, bytes((flags,)) + body[1:])
        elif kind == b"ANMF":
            inner = _webp_chunks(body[_FRAME_BYTES:])
            own = [_webp_chunk(k, b) for k, b in inner if k in _WEBP_KEPT]
            kept += _webp_chunk(kind, body[:_FRAME_BYTES] + b"".join(own))
        elif kind in _WEBP_KEPT:
            kept += _webp_chunk(kind, body)
    kept += _webp_chunk(b"EXIF", notes) if notes else b""
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + kept


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, place + 4)
        if place + 8 + length > len(data):
            raise NotAPicture
        yield data[place : place + 4], data[place + 8 : place + 8 + length]
        place += 8 + length + (length & 1)


def _webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) & 1)


def _tiff(notes: bytes) -> bytes:
    # Some programs put the mark of JPEG before it.
    return notes.removeprefix(b"Exif\0\0")
