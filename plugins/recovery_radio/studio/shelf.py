"""The shelf: copies of files that could not be published as they are, kept between builds.

A file that carries nothing but what we would write ourselves needs no copy. What the shelf knows
goes by path, size and time of change, so an unchanged file is not opened again.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

_LIST = "list.json"
_DAY_SECONDS = 24 * 3600
_FORM = 2
"""Of what is made here: to be raised when the same file is to be made otherwise."""


class Kept(NamedTuple):
    """What is published in the place of a file."""

    path: Path
    """The file itself, or its copy on the shelf."""
    bytes: int
    sha256: str


class Shelf:
    """A folder of copies, and the list of what they are copies of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = _load(folder / _LIST)
        self._used: dict[str, list[object]] = {}

    def keep(
        self, source: Path, recipe: str, make: Callable[[Path], bytes], day: date | None = None
    ) -> Kept:
        """Give what to publish in the place of a file.

        Args:
            source: The file.
            recipe: Everything besides the file that its copy depends on.
            make: Gives the bytes to publish. Asked only if the file or the recipe is new.
            day: On which it is published; the copy's time of change follows it.

        Raises:
            OSError: It cannot be read, or the copy not be written.
            Exception: Whatever `make` raises.
        """
        found = source.stat()
        marks = [
            found.st_size,
            found.st_mtime_ns,
            hashlib.sha256(f"{_FORM} {recipe}".encode()).hexdigest(),
        ]
        key = source.as_posix()
        old = self._known.get(key)
        if (
            not old
            or old[:3] != marks
            or not (old[3] == "" or (self._folder / str(old[3])).exists())
        ):
            made = make(source)
            digest = hashlib.sha256(made).hexdigest()
            name = ""
            if made != source.read_bytes():
                name = f"{digest[:32]}{source.suffix}"
                self._write(name, made)
                if day:
                    set_time(self._folder / name, day, digest)
            old = [*marks, name, len(made), digest]
        self._used[key] = old
        path = self._folder / str(old[3]) if old[3] else source
        return Kept(path, int(str(old[4])), str(old[5]))

    def close(self) -> None:
        """Write the list, and remove copies that nothing was published from."""
        if self._used == self._known:
            return
        # The next build makes what this one could not write down.
        with contextlib.suppress(OSError):
            self._write(_LIST, json.dumps(self._used, separators=(",", ":")).encode())
            wanted = {_LIST, *(str(entry[3]) for entry in self._used.values())}
            for path in self._folder.iterdir():
                if path.name not in wanted:
                    path.unlink()

    def _write(self, name: str, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{name}.{os.getpid()}"
        new.write_bytes(data)
        new.replace(self._folder / name)


def set_time(path: Path, day: date, digest: str) -> None:
    """Give a file a time of change that tells nothing about who made it when.

    It lies in the day before the file is published. The second follows the digest, so that web
    servers, which tell files apart by size and time, see a change.
    """
    start = datetime.combine(day - timedelta(days=1), time(), UTC)
    seconds = int(start.timestamp()) + int(digest[:8], 16) % _DAY_SECONDS
    os.utime(path, (seconds, seconds))


def _load(path: Path) -> dict[str, list[object]]:
    """Read the list; one that cannot be read is an empty one."""
    try:
        known = json.loads(path.read_text("utf-8"))
        return {str(key): list(entry) for key, entry in known.items() if len(entry) == 6}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
