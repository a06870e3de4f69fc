"""Publishing: a build that is killed, fails or runs twice never harms the site that is up.

A build goes into a hidden folder beside `public` and takes its place when it is whole. Linux
exchanges two folders in one step. Elsewhere it takes two renames, and a kill between them leaves
`public` missing until the next build, which puts the old site back before anything else.

The site carries no mark of ours, so a folder counts as a site by its `index.html`. A folder that
has files but no `index.html`, or that is a git checkout, is refused: a wrong path in the settings
must not cost somebody their documents. What hosts keep in the folder besides goes with each build.

A loss of power is not provided for: nothing waits for the disk.

Sources: https://man7.org/linux/man-pages/man2/renameat2.2.html,
https://man7.org/linux/man-pages/man2/flock.2.html
"""

import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from recovery_radio.model.problem import Problem

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a kernel or a file system says that cannot exchange two folders."""


def publish(public: Path, build_into: Callable[[Path], Sequence[Problem]]) -> list[Problem]:
    """Build a site and let it take the place of the last one, whole or not at all.

    Args:
        public: Where the site belongs. A link is followed: what it names is replaced.
        build_into: Fills the new, empty folder that it is given, and says what keeps it from
            being published. If it raises, nothing is published either.

    Returns:
        Nothing if the new site is up. Else why it is not: what `build_into` said, or the reason
        for not asking it. The last good site is then as it was.

    Raises:
        OSError: The folder beside `public` cannot be written.
    """
    public = public.resolve()
    old = public.with_name(f".{public.name}-old")
    new = public.with_name(f".{public.name}-new-{secrets.token_hex(4)}")
    public.parent.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(public.parent):
        _recover(public, old)
        if refusal := _refuse_foreign(public):
            return [refusal]
        new.mkdir()
        try:
            problems = list(build_into(new))
            if not problems:
                _swap(public, new, old)
        finally:
            _recover(public, old)
    return problems


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other build for this folder runs, where the system can tell.

    The lock lies on the folder that holds `public`, needs no file, and ends with its process.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some shared folders know no locks; there a build runs unguarded, as on Windows.
        with suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Waiting for another build of this station to end.", file=sys.stderr)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _recover(public: Path, old: Path) -> None:
    """Put the last site back if it went missing, and sweep what builds have left behind."""
    if old.exists() and not public.exists():
        old.rename(public)
    # The lock is ours, so no other build is at work on what lies here.
    for leftover in (old, *public.parent.glob(f".{escape(public.name)}-new-????????")):
        shutil.rmtree(leftover, ignore_errors=True)


def _refuse_foreign(public: Path) -> Problem | None:
    if public.is_dir():
        names = {path.name for path in public.iterdir()}
        if not names or ("index.html" in names and ".git" not in names):
            return None
    elif not public.exists():
        return None
    what = "This is not a site that was built here, so it is left alone."
    repair = "Name another folder as `site_dir` in `mkdocs.yml`, or move this one away."
    return Problem(public.name, 1, what, repair, "not-a-site")


def _swap(public: Path, new: Path, old: Path) -> None:
    if not public.exists():
        new.rename(public)
    elif not _exchange(public, new):
        # Stopped between these two, the site is put back by `_recover`, now or next time.
        public.rename(old)
        new.rename(public)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders trade names in one step, or tell that this system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, TypeError, AttributeError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _NOT_HERE:
        return False
    raise OSError(reason, os.strerror(reason), str(one))
