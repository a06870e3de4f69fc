"""Starts a program within limits of time and memory: `python -m …limited SECONDS BYTES PROGRAM …`.

It sets the limits on itself and then becomes the program. Limits that are set between fork and
exec by the process that asks would not be safe beside its threads.
"""

import contextlib
import os
import sys


def main(seconds: str, memory_bytes: str, *command: str) -> None:
    """Become another program.

    Args:
        seconds: Of processor time that it may use.
        memory_bytes: How much memory it may ask for.
        command: The program and its arguments.
    """
    import resource

    limits = {
        resource.RLIMIT_CPU: int(seconds),
        resource.RLIMIT_AS: int(memory_bytes),
        # It answers through a pipe, and has nothing to write into any file.
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for name, limit in limits.items():
        # macOS has no limit of address space.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(name, (limit, limit))
    os.execvp(command[0], command)  # noqa: S606  There is no shell, and none is wanted.


if __name__ == "__main__":
    main(*sys.argv[1:])
