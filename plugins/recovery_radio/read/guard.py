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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SECONDS_PER_FILE = 10
"""By the clock: the last resort where a process cannot be limited, and for a disk that hangs."""
MOST_LOST = 8
"""Children that may die in one batch: a heap of bad files must not hold up a build for an hour."""

Answer = list[Any] | str
"""The facts about a file in a fixed order, or one word on why there are none."""


def look_into(root: Path, paths: Sequence[str], kind: str, cache: Path | None) -> dict[str, Answer]:
    """Look into files that nobody has to trust.

    Args:
        root: The station's folder.
        paths: Files relative to it.
        kind: `recording` or `picture`.
        cache: File that remembers facts by path, size and time of change, or nothing. It may be
            shared by kinds, and is rewritten when anything in it changes.

    Returns:
        For each path the facts, or a word: one of `read.sound` or `read.pixels`, or `empty`,
        `unreadable`, `broken`, `greedy` (stopped for its use of time or memory), `unread` (not
        looked at, since too many others had to be stopped).
    """
    memory = _load(cache)
    known = memory.get(kind, {})
    answers: dict[str, Answer] = {}
    marks: dict[str, list[int]] = {}
    for path in paths:
        try:
            found = os.stat(root / path)
        except OSError:
            answers[path] = "unreadable"
            continue
        marks[path] = [found.st_size, found.st_mtime_ns]
        if not found.st_size:
            answers[path] = "empty"
        elif known.get(path, [None])[0] == marks[path]:
            answers[path] = known[path][1]
    answers |= _ask(root, [path for path in paths if path not in answers], kind)
    facts = {path: [marks[path], a] for path, a in answers.items() if not isinstance(a, str)}
    if cache and facts != known:
        _save(cache, {**memory, kind: facts})
    return answers


def _ask(root: Path, paths: Sequence[str], kind: str) -> Iterator[tuple[str, Answer]]:
    waiting = list(reversed(paths))
    for _ in range(MOST_LOST):
        if not waiting:
            return
        with _child() as child:
            while waiting:
                path = waiting.pop()
                answer = _ask_child(child, kind, str(root / path))
                yield path, "greedy" if answer is None else answer
                if answer is None:
                    break
    yield from ((path, "unread") for path in reversed(waiting))


@contextlib.contextmanager
def _child() -> Iterator[subprocess.Popen[str]]:
    # The child finds our package wherever this process found it, and nothing in the folder in
    # which it happens to start.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "recovery_radio.read.probe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        encoding="utf-8",
    )
    try:
        if _line(child) != "ready":
            raise RuntimeError("recovery_radio.read.probe does not start; is mutagen installed?")
        yield child
    finally:
        child.kill()
        child.communicate()  # closes its pipes, broken or not


def _ask_child(child: subprocess.Popen[str], kind: str, path: str) -> Answer | None:
    """Ask one question; nothing comes back from a child that died of it."""
    assert child.stdin
    try:
        child.stdin.write(json.dumps([kind, path]) + "\n")
        child.stdin.flush()
    except BrokenPipeError:
        return None
    line = _line(child)
    answer: Answer | None = json.loads(line) if line else None
    return answer


def _line(child: subprocess.Popen[str]) -> str:
    assert child.stdout
    timer = threading.Timer(SECONDS_PER_FILE, child.kill)
    timer.start()
    try:
        return child.stdout.readline().strip()
    finally:
        timer.cancel()


def _load(cache: Path | None) -> dict[str, dict[str, Any]]:
    """Read the memory; one that cannot be read is an empty one."""
    try:
        memory = json.loads(cache.read_text("utf-8")) if cache else {}
        return {kind: {p: [m, f] for p, (m, f) in facts.items()} for kind, facts in memory.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _save(cache: Path, memory: dict[str, Any]) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    # Under a name of this process, so that two builds at once do not write into each other.
    new = cache.with_name(f"{cache.name}.{os.getpid()}")
    new.write_text(json.dumps(memory, separators=(",", ":")), "utf-8")
    new.replace(cache)
