"""The boxes of an MP4 file: whether they are whole, once, and hold sound alone.

Source: ISO/IEC 14496-12, sections 4.2 and 8.4.3
"""

from collections.abc import Iterator

from recovery_radio.read.reasons import Reason, Unfit

_MOST_BOXES = 100_000
"""In one file: a long recording from a browser has some thousand."""


def check_boxes(data: bytes) -> None:
    """Refuse what is not one whole recording.

    Args:
        data: The whole file.

    Raises:
        Unfit: A box ends behind the file, a second recording follows, or it holds a film.
    """
    seen: set[bytes] = set()
    for name, start, end in _boxes(data, 0, len(data)):
        if name in seen and name in (b"ftyp", b"moov"):
            raise Unfit(Reason.JOINED)
        seen.add(name)
        if name == b"moov" and b"vide" in _kinds_of_tracks(data, start, end):
            raise Unfit(Reason.FILM)


def _boxes(data: bytes, position: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Give the name of each box, and where what it holds starts and ends."""
    for _ in range(_MOST_BOXES):
        if position >= end:
            return
        size = int.from_bytes(data[position : position + 4], "big")
        head = 8
        if size == 0:  # up to the end
            size = end - position
        elif size == 1:
            size, head = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        if size < head or position + size > end:
            raise Unfit(Reason.CUT)
        yield data[position + 4 : position + 8], position + head, position + size
        position += size
    raise Unfit(Reason.BROKEN)


def _kinds_of_tracks(data: bytes, start: int, end: int) -> set[bytes]:
    kinds = set()
    for track, inside, after in _boxes(data, start, end):
        if track != b"trak":
            continue
        for media, first, last in _boxes(data, inside, after):
            if media != b"mdia":
                continue
            for name, place, _ in _boxes(data, first, last):
                if name == b"hdlr":
                    kinds.add(data[place + 8 : place + 12])
    return kinds
