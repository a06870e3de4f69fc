"""The pages of an Ogg file: whether one recording begins, and whether it also ends.

mutagen takes the length from the last page that it finds, so a file that was cut off, or two in
one, goes through. Each page says whether it is the first or the last of its stream.

Source: RFC 3533, section 6
"""

from recovery_radio.read.reasons import Reason, Unfit

_HEAD_BYTES = 27
_FIRST, _LAST = 2, 4


def check_pages(data: bytes) -> None:
    """Refuse what is not one whole stream.

    Args:
        data: The whole file.

    Raises:
        Unfit: The stream has no end, there is another one, or something lies between its pages.
    """
    position, number, kind, serial = 0, 0, 0, b""
    while position < len(data):
        head = data[position : position + _HEAD_BYTES]
        if head[:4] != b"OggS":
            raise Unfit(Reason.BROKEN)
        if len(head) < _HEAD_BYTES:
            raise Unfit(Reason.CUT)
        if kind & _LAST or (number and (head[5] & _FIRST or head[14:18] != serial)):
            raise Unfit(Reason.JOINED)
        kind, serial, number = head[5], head[14:18], number + 1
        sizes = data[position + _HEAD_BYTES : position + _HEAD_BYTES + head[26]]
        position += _HEAD_BYTES + head[26] + sum(sizes)
    if position > len(data) or not kind & _LAST:
        raise Unfit(Reason.CUT)
