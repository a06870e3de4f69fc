"""One function over many values, on all cores.

By fork, so that workers inherit the station instead of receiving it: only results travel. Where
there is no safe fork (macOS, Windows) or little to do, everything happens here.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
# Below this a pool costs more than it saves.
_WORTH_A_POOL = 150
_job: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def spread(function: Callable[[Any], T], values: Sequence[Any]) -> Iterable[T]:
    """Apply a function to values, in order.

    Args:
        function: Pure, or at least content with a copy of the world; its results are pickled.
        values: Its arguments.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or len(values) < _WORTH_A_POOL:
        return map(function, values)
    return _forked(function, values, min(cores, 8))


def _forked(function: Callable[[Any], T], values: Sequence[Any], cores: int) -> Iterator[T]:
    global _job  # noqa: PLW0603  A forked worker can only find its work where it was left.
    _job = (function, values)
    try:
        # Not `multiprocessing.Pool`, which waits for ever if a worker is killed.
        with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
            yield from pool.map(
                _apply, range(len(values)), chunksize=max(1, len(values) // (cores * 8))
            )
    finally:
        _job = None


def _apply(index: int) -> Any:
    assert _job is not None
    function, values = _job
    return function(values[index])
