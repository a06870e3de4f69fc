"""A limit on the processor time of one text.

Some inputs make a Markdown parser quadratic: 16,000 opening brackets keep it busy for half a
minute. Processor time, not wall time, so that a busy machine refuses nothing.
"""

import gc
import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
_SECONDS = 0.4
# 600 words take 2 ms on two shared cores of 2026; this is fifty times as much.
_SECONDS_PER_CHARACTER = 2.5e-5


class TooSlow(Exception):
    """The time was up."""


def within_limit(function: Callable[[], T], size: int) -> T:
    """Call a function that works on a text of some size in characters.

    Raises:
        TooSlow: It took far longer than a text of this size may. Never where the platform has no
            timer of this kind (Windows).
    """
    if not hasattr(signal, "setitimer"):
        return function()
    # Memory of the whole station is no text's time to tidy up, and what is raised meanwhile is lost.
    tidies = gc.isenabled()
    gc.disable()
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS + size * _SECONDS_PER_CHARACTER)
    try:
        return function()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if tidies:
            gc.enable()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow
