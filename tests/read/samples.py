"""Recordings and pictures, made byte by byte, so that tests need no encoder and no binary files."""

import struct
import zlib
from pathlib import Path

HOSTILE = Path(__file__).parents[1] / "hostile"

_KBITS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
FRAME_SECONDS = 1152 / 44100


def mp3_frame(kbits: int = 64, first: bytes = b"") -> bytes:
    """One frame of MPEG 1 layer III, mono, 44,100 Hz, that holds silence or other given bytes."""
    size = 144 * kbits * 1000 // 44100
    head = bytes((0xFF, 0xFB, _KBITS.index(kbits) + 1 << 4, 0xC4))
    return (head + first).ljust(size, b"\0")


def mp3(frames: int = 100, kbits: int = 64) -> bytes:
    """A recording without a header that would tell its length."""
    return mp3_frame(kbits) * frames


def mp3_with_header(frames: int, kbits: int = 64) -> bytes:
    """A recording whose first frame promises how many frames and bytes there are."""
    size = len(mp3_frame(kbits)) * (frames + 1)
    promise = bytes(17) + b"Info" + struct.pack(">III", 3, frames, size)
    return mp3_frame(kbits, promise) + mp3_frame(kbits) * frames


def id3(*frames: bytes) -> bytes:
    """A tag of ID3 version 2.4."""
    body = b"".join(frames)
    return b"ID3\x04\0\0" + _syncsafe(len(body)) + body


def id3_frame(name: bytes, body: bytes, flags: int = 0) -> bytes:
    """One frame of a tag."""
    return name + _syncsafe(len(body)) + struct.pack(">H", flags) + body


def id3_text(name: bytes, text: str) -> bytes:
    """A frame of a tag that holds text in UTF-8."""
    return id3_frame(name, b"\x03" + text.encode())


def id3_bomb(megabytes: int) -> bytes:
    """A frame that unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes))
    # 0x09: it is packed, and tells its size beforehand.
    return id3_frame(b"TIT2", _syncsafe(100) + packed + packer.flush(), 0x09)


def _syncsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def opus(seconds: float = 20.0) -> bytes:
    """A recording in Ogg Opus: its two headers, and a last page that tells when it ends."""
    head = b"OpusHead\x01\x01" + struct.pack("<HIh", 312, 48000, 0) + b"\0"
    tags = b"OpusTags" + _vorbis_comment()
    end = int(seconds * 48000) + 312
    return _page(0, 2, 0, head) + _page(1, 0, 0, tags) + _page(2, 4, end, bytes(60))


def vorbis(seconds: float = 20.0) -> bytes:
    """A recording in Ogg Vorbis, likewise."""
    head = b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, 1, 44100, 0, 64000, 0, 0xB8, 1)
    tags = b"\x03vorbis" + _vorbis_comment() + b"\x01"
    end = int(seconds * 44100)
    return _page(0, 2, 0, head) + _page(1, 0, 0, tags) + _page(2, 4, end, bytes(60))


def _vorbis_comment() -> bytes:
    comment = b"TITLE=Steps"
    return struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, len(comment)) + comment


def _page(number: int, flags: int, position: int, packet: bytes) -> bytes:
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, position, 7, number, 0, 1)
    return head + bytes((len(packet),)) + packet


def m4a(seconds: int = 20, sound: int = 4000) -> bytes:
    """A recording in MP4: a header that tells its length, and then so many bytes of sound."""
    about = _box(b"mdhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(4))
    kind = _box(b"hdlr", bytes(8) + b"soun" + bytes(13))
    track = _box(b"moov", _box(b"trak", _box(b"mdia", about + kind)))
    return _box(b"ftyp", b"M4A \0\0\0\0M4A ") + track + _box(b"mdat", bytes(sound))


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def png(width: int = 8, height: int = 8, *extra: tuple[bytes, bytes]) -> bytes:
    """A black picture, with other chunks (name, body) before its pixels."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((width // 8 + 2) * min(height, 100)))
    chunks = [(b"IHDR", header), *extra, (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
