"""Several files as one zip, with the same bytes on every machine and at every build."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_UNIX = 3
_READABLE = 0o100644 << 16
_FIRST = date(1980, 1, 1)
"""Before it a zip knows no day."""


def bind(files: Mapping[str, bytes], dated: date) -> bytes:
    """Put files into a zip, in their order.

    Args:
        files: By name.
        dated: The only time that the zip knows. An earlier one than 1980 becomes its first day.
    """
    out = io.BytesIO()
    day = max(dated, _FIRST)
    # Stored, since each version of zlib may pack otherwise.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            package.writestr(entry, content)
    return out.getvalue()
