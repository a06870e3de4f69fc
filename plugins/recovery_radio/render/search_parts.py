"""Which programmes the first search looks through word by word, and which only by title.

Pagefind holds all words of an index in memory while it makes it: 0.6 MiB for a programme with its
transcript. So the index that is asked first has every page and the whole of the newest programmes;
of older ones it has title and summary. All words of those are in indexes of their own, which are
asked, newest first, when the first has no more to show.

Parts are cut from the oldest programme on, so that a new one changes no part but the last.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
RECENT = 400
"""How many programmes the first index has in full."""
PER_PART = 1000
"""How many an older part has at most."""


def older_parts(programmes: Sequence[T]) -> list[Sequence[T]]:
    """Cut what is not recent into parts, the oldest first.

    Args:
        programmes: All that are public, newest first.
    """
    older = programmes[: RECENT - 1 : -1] if len(programmes) > RECENT else ()
    return [older[start : start + PER_PART] for start in range(0, len(older), PER_PART)]
