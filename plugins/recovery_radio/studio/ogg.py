"""Ogg without comments: the same sound, page by page, and nobody's name.

Every Ogg recording has a packet of comments, so it is not taken away but emptied, its maker's
name included. The pages behind it are numbered anew where that packet was long.

Sources: RFC 3533 (pages), RFC 7845 section 5.2 (Opus),
https://xiph.org/vorbis/doc/Vorbis_I_spec.html#x1-820005 (Vorbis)
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_HEAD = struct.Struct("<4sBBqIIIB")
_NOTHING = struct.pack("<II", 0, 0)
"""No name of the maker, and no comment."""
_FULL = 255
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class NotOgg(ValueError):
    """The file is not one whole stream of Opus or Vorbis."""


class _Page(NamedTuple):
    kind: int
    position: int
    """Of its last sample; -1 if no packet ends on it."""
    serial: int
    sizes: bytes
    """Of its segments. One that is not full ends a packet."""
    body: bytes


def strip_ogg(data: bytes) -> bytes:
    """Empty the comments of an Ogg recording.

    Args:
        data: The whole file: one stream of Opus or Vorbis.

    Raises:
        NotOgg: It is something else.
    """
    pages = list(_pages(data))
    if not pages:
        raise NotOgg
    first = pages[0]
    if first.body.startswith(b"OpusHead"):
        count, comments = 1, b"OpusTags" + _NOTHING
    elif first.body.startswith(b"\x01vorbis"):
        # The comments of Vorbis end with a bit that is set.
        count, comments = 2, b"\x03vorbis" + _NOTHING + b"\x01"
    else:
        raise NotOgg
    packets, used = _packets(pages[1:], count)
    headers = _repage([comments, *packets[1:]], first.serial)
    everything = [first, *headers, *pages[1 + used :]]
    return b"".join(_write(page, number) for number, page in enumerate(everything))


def _pages(data: bytes) -> Iterator[_Page]:
    place = 0
    while place < len(data):
        if len(data) < place + _HEAD.size:
            raise NotOgg
        name, version, kind, position, serial, _, _, count = _HEAD.unpack_from(data, place)
        start = place + _HEAD.size + count
        sizes = data[place + _HEAD.size : start]
        place = start + sum(sizes)
        if name != b"OggS" or version or place > len(data):
            raise NotOgg
        yield _Page(kind, position, serial, sizes, data[start:place])


def _packets(pages: list[_Page], count: int) -> tuple[list[bytes], int]:
    """Put the first packets together, which end with a page, and tell how many pages they take."""
    packets, packet = [], b""
    for used, page in enumerate(pages, 1):
        place = 0
        for size in page.sizes:
            packet += page.body[place : place + size]
            place += size
            if size < _FULL:
                packets.append(packet)
                packet = b""
        if len(packets) >= count:
            if len(packets) > count or packet:
                raise NotOgg
            return packets, used
    raise NotOgg


def _repage(packets: list[bytes], serial: int) -> Iterator[_Page]:
    sizes, body = b"", b"".join(packets)
    for packet in packets:
        full, rest = divmod(len(packet), _FULL)
        sizes += bytes([_FULL]) * full + bytes([rest])
    goes_on = 0
    for start in range(0, len(sizes), _FULL):
        own = sizes[start : start + _FULL]
        ends_one = any(size < _FULL for size in own)
        length = sum(own)
        yield _Page(goes_on, 0 if ends_one else -1, serial, own, body[:length])
        body, goes_on = body[length:], int(own[-1] == _FULL)


def _write(page: _Page, number: int) -> bytes:
    parts = page.kind, page.position, page.serial, number
    bare = _HEAD.pack(b"OggS", 0, *parts, 0, len(page.sizes)) + page.sizes + page.body
    return bare[:22] + struct.pack("<I", _checksum(bare)) + bare[26:]


def _checksum(page: bytes) -> int:
    """Compute the checksum of a page: zlib's, with the bits of all bytes and of itself mirrored."""
    found = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int.from_bytes(found.to_bytes(4, "little").translate(_MIRRORED), "big")
