"""Starts a program within limits of time and memory: `python -m …limited SECONDS BYTES PROGRAM …`.

It sets the limits on itself and then becomes the program. Limits that are set between fork and
exec by the process that asks would not be safe beside its threads.
"""

import contextlib
import os
import sys


def limit_memory_and_writing(memory_bytes: int) -> None:
    """Set limits on this process, which answers through a pipe and writes into no file.

    Raises:
        ImportError: This is Windows, which has no such limits.
    """
    import resource

    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for name, limit in limits.items():
        # macOS has no limit of address space.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(name, (limit, limit))


def main(seconds: str, memory_bytes: str, *command: str) -> None:
    """Become another program.

    Args:
        seconds: Of processor time that it may use.
        memory_bytes: How much memory it may ask for.
        command: The program and its arguments.
    """
    import resource

    limit_memory_and_writing(int(memory_bytes))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    os.execvp(command[0], command)  # noqa: S606  There is no shell, and none is wanted.


if __name__ == "__main__":
    main(*sys.argv[1:])
