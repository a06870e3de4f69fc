"""Asks `read.probe`, a process with limits, about files, and remembers what it said.

One child looks into a whole batch, since starting it costs more than most files do. When it dies
or takes too long, the file that it was asked about is to blame, and the rest gets a new child.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recovery_radio.read.reasons import Reason

SECONDS_PER_FILE = 10
"""By the clock: the last resort where a process cannot be limited, and for a disk that hangs."""
_SECONDS_TO_START = 60
_ASKED_AHEAD = 8
"""Questions on their way, so that the child need not wait; few enough to fit into any pipe."""
MOST_LOST = 8
"""Children that may die in one batch: a heap of bad files must not hold up a build for an hour."""

_FORM = 3
"""Of what is remembered: to be raised when `read.sound` or `read.pixels` measure otherwise."""

Answer = list[Any] | Reason
"""The facts about a file in a fixed order, or why there are none."""


def look_into(root: Path, paths: Sequence[str], kind: str, cache: Path | None) -> dict[str, Answer]:
    """Look into files that nobody has to trust.

    Args:
        root: The station's folder.
        paths: Files relative to it.
        kind: `recording` or `picture`.
        cache: File that remembers facts by path, size and time of change, or nothing. It may be
            shared by kinds, and is rewritten when anything in it changes.

    Returns:
        For each path the facts of `read.sound` or `read.pixels`, or why there are none.
    """
    memory = _load(cache)
    known = memory.get(f"{kind}.{_FORM}", {})
    answers: dict[str, Answer] = {}
    marks: dict[str, list[int]] = {}
    for path in paths:
        try:
            found = os.stat(root / path)
        except OSError:
            answers[path] = Reason.UNREADABLE
            continue
        marks[path] = [found.st_size, found.st_mtime_ns]
        if not found.st_size:
            answers[path] = Reason.EMPTY
        elif known.get(path, [None])[0] == marks[path]:
            answers[path] = known[path][1]
    answers |= _ask(root, [path for path in paths if path not in answers], kind)
    facts = {path: [marks[path], a] for path, a in answers.items() if not isinstance(a, str)}
    if cache and facts != known:
        save_memory(cache, {**memory, f"{kind}.{_FORM}": facts})
    return answers


def _ask(root: Path, paths: Sequence[str], kind: str) -> Iterator[tuple[str, Answer]]:
    waiting = deque(paths)
    for _ in range(MOST_LOST):
        if not waiting:
            return
        with _child(kind) as child:
            yield from _ask_child(child, root, waiting)
    yield from ((path, Reason.UNREAD) for path in waiting)


def _ask_child(
    child: subprocess.Popen[str], root: Path, waiting: deque[str]
) -> Iterator[tuple[str, Answer]]:
    """Ask one child until there are no more files, or one of them was the end of it."""
    assert child.stdin
    asked = 0
    while waiting:
        with contextlib.suppress(BrokenPipeError):
            while asked < min(_ASKED_AHEAD, len(waiting)):
                child.stdin.write(json.dumps(str(root / waiting[asked])) + "\n")
                asked += 1
            child.stdin.flush()
        line = _line(child, SECONDS_PER_FILE)
        asked -= 1
        answer = json.loads(line) if line else Reason.GREEDY
        yield waiting.popleft(), Reason(answer) if isinstance(answer, str) else answer
        if not line:
            return


@contextlib.contextmanager
def _child(kind: str) -> Iterator[subprocess.Popen[str]]:
    # The child finds our package wherever this process found it, and nothing in the folder in
    # which it happens to start.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "recovery_radio.read.probe", kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        encoding="utf-8",
    )
    try:
        if _line(child, _SECONDS_TO_START) != "ready":
            raise RuntimeError("recovery_radio.read.probe does not start; is mutagen installed?")
        yield child
    finally:
        child.kill()
        child.communicate()  # closes its pipes, broken or not


def _line(child: subprocess.Popen[str], seconds: float) -> str:
    """Read a line; nothing comes back from a child that has ended, or was ended for being late."""
    assert child.stdout
    timer = threading.Timer(seconds, child.kill)
    timer.start()
    try:
        line = child.stdout.readline()
    finally:
        timer.cancel()
    # Half a line is the last sign of a child that was stopped while it wrote.
    return line.strip() if line.endswith("\n") else ""


def _load(cache: Path | None) -> dict[str, dict[str, Any]]:
    """Read the memory; one that cannot be read is an empty one."""
    try:
        memory = json.loads(cache.read_text("utf-8")) if cache else {}
        return {kind: {p: [m, f] for p, (m, f) in facts.items()} for kind, facts in memory.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def save_memory(cache: Path, memory: Mapping[str, Any]) -> None:
    """Write what is to be remembered; where that is not possible, the next build does it again."""
    # Under a name of this process, so that two builds at once do not write into each other.
    new = cache.with_name(f"{cache.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(memory, separators=(",", ":")), "utf-8")
        new.replace(cache)
