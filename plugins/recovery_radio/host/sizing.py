"""Has pictures made by `studio.workshop`, over all cores, and remembers what was made.

What an author's file holds is unpacked by a process of its own, within limits. What is drawn from
words needs no such care, and the start of a process.

What is made goes by what it is made from: the digest of a picture, or the words on a drawing. So
a fresh clone with the memory of an older one makes nothing anew, whatever the times of its files.
"""

import base64
import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from recovery_radio.host.spread import spread
from recovery_radio.studio.workshop import CARD, SKETCH, Job, Made, make

_LIST = "list.json"
_FORM = 1
"""Of what is made: to be raised when `studio` draws or packs otherwise."""
_JOBS_PER_PROCESS = 8
_SECONDS_PER_JOB = 10
_MEMORY_BYTES = 2_000_000_000
_WORKSHOP = (sys.executable, "-P", "-m", "recovery_radio.studio.workshop")


class Files(NamedTuple):
    """What was made for a job."""

    width: int
    """Of the picture itself, in pixels."""
    height: int
    avif: tuple[int, ...]
    """Widths that were made, in pixels."""
    jpeg: tuple[int, ...]
    paths: Mapping[str, Path]
    """By the ends of their names, such as `480w.avif`."""


def make_files(folder: Path, jobs: Sequence[Job]) -> dict[Job, Files | None]:
    """Do the jobs that have not been done before, and forget those that nobody asks for.

    Args:
        folder: Where to keep what is made.
        jobs: What is to be made.

    Returns:
        The files by job; none for a picture that cannot be unpacked.
    """
    keys = {job: _key(job) for job in jobs}
    known = _load(folder)
    facts = {key: known[key] for key in keys.values() if key in known}
    missing = [job for job, key in keys.items() if key not in facts]
    facts |= _make_all(folder, missing, keys)
    if facts != known:
        _tidy(folder, facts)
    return {job: _files(folder, key, facts.get(key)) for job, key in keys.items()}


def _key(job: Job) -> str:
    said = job._replace(source="") if job.digest else job
    return hashlib.sha256(json.dumps([_FORM, *said]).encode()).hexdigest()[:32]


def _files(folder: Path, key: str, fact: list[Any] | None) -> Files | None:
    if fact is None:
        return None
    width, height, avif, jpeg, ends = fact
    paths = {end: folder / f"{key}.{end}" for end in ends}
    return Files(width, height, tuple(avif), tuple(jpeg), paths)


def _make_all(folder: Path, jobs: Sequence[Job], keys: Mapping[Job, str]) -> dict[str, list[Any]]:
    if not jobs:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [job for job in jobs if job.kind in (CARD, SKETCH)]
    given = [job for job in jobs if job.kind not in (CARD, SKETCH)]
    facts = {}
    for job, made in chain(zip(drawn, spread(make, drawn), strict=True), _ask_all(given)):
        if made:
            facts[keys[job]] = [*made[:4], list(made.files)]
            for end, data in made.files.items():
                _write(folder / f"{keys[job]}.{end}", data)
    return facts


def _ask_all(jobs: Sequence[Job]) -> Iterable[tuple[Job, Made | None]]:
    starts = range(0, len(jobs), _JOBS_PER_PROCESS)
    # Threads only wait for the processes that do the work.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        batches = pool.map(_ask, (jobs[start : start + _JOBS_PER_PROCESS] for start in starts))
        yield from chain.from_iterable(batches)


def _ask(jobs: Sequence[Job]) -> list[tuple[Job, Made | None]]:
    """Ask one process; when it dies, the job it was at is to blame, and the rest gets another."""
    answers: list[tuple[Job, Made | None]] = []
    while len(answers) < len(jobs):
        rest = jobs[len(answers) :]
        lines = list(_answers(rest))
        answers += zip(rest, lines, strict=False)
        if len(lines) < len(rest):
            answers.append((rest[len(lines)], None))
    return answers


def _answers(jobs: Sequence[Job]) -> Iterator[Made | None]:
    seconds = _SECONDS_PER_JOB * len(jobs)
    command: tuple[str, ...] = _WORKSHOP
    if sys.platform != "win32":
        limits = (str(seconds), str(_MEMORY_BYTES))
        command = (sys.executable, "-P", "-m", "recovery_radio.read.limited", *limits, *command)
    # The child finds our package wherever this process found it.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        command,
        input="".join(f"{json.dumps(job)}\n" for job in jobs),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        encoding="utf-8",
        check=False,
    )
    for line in done.stdout.splitlines(keepends=True):
        if line.endswith("\n"):  # Half a line is the last sign of a process that was stopped.
            yield _made(json.loads(line))


def _made(answer: list[Any] | None) -> Made | None:
    if answer is None:
        return None
    width, height, avif, jpeg, files = answer
    return Made(width, height, avif, jpeg, {end: base64.b64decode(files[end]) for end in files})


def _load(folder: Path) -> dict[str, list[Any]]:
    """Read what is known; what cannot be read, or has lost a file, is not known."""
    try:
        known = json.loads((folder / _LIST).read_text("utf-8"))
        there = {entry.name for entry in os.scandir(folder)}
        return {
            key: fact
            for key, fact in known.items()
            if len(fact) == 5 and all(f"{key}.{end}" in there for end in fact[4])
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _tidy(folder: Path, facts: Mapping[str, list[Any]]) -> None:
    """Write the list, and remove files that belong to nothing any more."""
    # The next build makes what this one could not write down.
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / _LIST, json.dumps(facts, separators=(",", ":")).encode())
        wanted = {_LIST, *(f"{key}.{end}" for key, fact in facts.items() for end in fact[4])}
        for path in folder.iterdir():
            if path.name not in wanted:
                path.unlink()


def _write(path: Path, data: bytes) -> None:
    # Under a name of this process, so that two builds at once do not write into each other.
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(data)
    new.replace(path)
