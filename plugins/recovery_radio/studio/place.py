"""Puts several new files in the place of old ones: all of them, or none.

Each is written beside its place first, so that a full disk is noticed before anything has changed.
Renaming is all that happens then. Stopped between two names, what was there before comes back.
"""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path


def place_all(files: Mapping[Path, bytes]) -> None:
    """Write files into folders that are there.

    Args:
        files: What to write, by its place.

    Raises:
        OSError: They could not be written. Everything is as it was.
    """
    new = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    old: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            new[path].write_bytes(data)
        for path in files:
            old[path] = path.read_bytes() if path.exists() else None
            new[path].replace(path)
    except BaseException:  # also an interruption from the keyboard
        for path, before in old.items():
            _put_back(path, before)
        raise
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def _put_back(path: Path, data: bytes | None) -> None:
    with contextlib.suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
