"""The one thing in a camera's notes that a picture needs: which way is up.

Source: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf (section 4.6.4, Orientation)
"""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_MOST_ENTRIES = 1000


def keep_orientation(tiff: bytes) -> bytes:
    """Write camera notes anew that say nothing but which way is up.

    Args:
        tiff: The old notes, from their mark of the order of bytes on.

    Returns:
        The new ones, or nothing if the picture is the right way up or does not say.
    """
    turned = _orientation(tiff)
    if turned in (0, 1):
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, turned, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def _orientation(tiff: bytes) -> int:
    """Find the number from 1 to 8; 0 if there is none that can be read."""
    order = {b"MM\0*": ">", b"II*\0": "<"}.get(tiff[:4])
    if not order:
        return 0
    try:
        (place,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, place)
        for index in range(min(count, _MOST_ENTRIES)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, place + 2 + 12 * index)
            if tag == _ORIENTATION and kind == _SHORT and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 0
    return 0
