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
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from recovery_radio.read.pixels import LIMIT_BYTES, BadPicture, read_header
from recovery_radio.read.sound import BadRecording, measure

MEMORY_BYTES = 400_000_000
CPU_SECONDS = 4
"""For one file. The longest recording that the gate lets in takes one second."""


def answer(kind: str, path: str) -> Sequence[Any] | str:
    """Look into one file.

    Args:
        kind: `recording` or `picture`.
        path: The file.

    Returns:
        The facts, or one word on why there are none.
    """
    try:
        if kind == "recording":
            return measure(Path(path))
        with open(path, "rb") as file:
            return read_header(file.read(LIMIT_BYTES + 1))
    except (BadRecording, BadPicture) as refusal:
        return str(refusal)
    except (MemoryError, RecursionError):
        return "greedy"
    # A parser that met a hostile file may raise anything, and all of it means the same.
    except Exception:
        return "broken"


def _limit_memory_and_writing() -> None:
    with contextlib.suppress(ImportError):  # Windows
        import resource

        limits = {
            resource.RLIMIT_AS: MEMORY_BYTES,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for name, limit in limits.items():
            # macOS has no limit of address space.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(name, (limit, limit))


def _limit_time() -> None:
    """Allow the next file its share of processor time, on top of what is spent already."""
    with contextlib.suppress(ImportError):  # Windows
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(spent.ru_utime + spent.ru_stime) + CPU_SECONDS
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def main() -> None:
    """Answer questions, one line of JSON each, until there are no more."""
    _limit_memory_and_writing()
    print("ready", flush=True)
    for line in sys.stdin:
        _limit_time()
        print(json.dumps(answer(*json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
