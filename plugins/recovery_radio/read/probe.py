"""The child process that looks into recordings and pictures, so that a bad one harms nobody.

mutagen allocates and recurses as a file tells it to: 950 kB can ask for 3 GB, and some files
raise errors that are not its own. So it runs here, with limits on time, memory and writing.
`read.guard` starts this module, asks about one file at a time, and outlives it.

A process of its own, and not a fork: it works the same on Windows, it is safe beside threads, and
its limit of memory counts from nothing and not from what a large build holds already.
"""

import contextlib
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

from recovery_radio.read.limited import limit_memory_and_writing
from recovery_radio.read.pixels import LIMIT_BYTES, Header, read_header
from recovery_radio.read.reasons import Reason, Unfit

MEMORY_BYTES = 400_000_000
CPU_SECONDS = 3
"""For one file. The longest recording that the gate lets in takes one second."""


Look = Callable[[str], Sequence[Any]]
"""Reads the facts about the file with this path."""


def _look_for(kind: str) -> Look:
    if kind == "recording":
        # Only now: to load mutagen takes most of the time that a child needs to start.
        from recovery_radio.read.sound import measure

        return measure

    def read_picture(path: str) -> Header:
        with open(path, "rb") as file:
            return read_header(file.read(LIMIT_BYTES + 1))

    return read_picture


def answer(look: Look, path: str) -> Sequence[Any] | Reason:
    """Give the facts about a file, or why there are none."""
    try:
        return look(path)
    except Unfit as unfit:
        return unfit.reason
    except (MemoryError, RecursionError):
        return Reason.GREEDY
    # A parser that met a hostile file may raise anything, and all of it means the same.
    except Exception:
        return Reason.BROKEN


def _limit_time() -> None:
    """Allow the next file its share of processor time, on top of what is spent already."""
    with contextlib.suppress(ImportError):  # Windows
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(spent.ru_utime + spent.ru_stime) + CPU_SECONDS
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def main(kind: str) -> None:
    """Answer questions, one line of JSON each, until there are no more.

    Args:
        kind: What all of them are about: `recording` or `picture`.
    """
    look = _look_for(kind)
    with contextlib.suppress(ImportError):  # Windows
        limit_memory_and_writing(MEMORY_BYTES)
    print("ready", flush=True)
    for line in sys.stdin:
        _limit_time()
        print(json.dumps(answer(look, json.loads(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
