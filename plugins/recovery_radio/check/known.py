"""Names that refer to something, held against what there is."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from recovery_radio.model.problem import Origin, Problem


def check_names(
    origin: Origin, key: str, names: Collection[str], known: Collection[str], what: str, file: str
) -> Iterator[Problem]:
    """Name every word of a list that refers to nothing.

    Args:
        origin: Where the list was written.
        key: Its key.
        names: The words.
        known: All words that refer to something.
        what: What they refer to, such as `topic`.
        file: Where those are kept.
    """
    for index, name in enumerate(names):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            repair = f"Did you mean `{near[0]}`?" if near else f"Add it to {file}, or remove it."
            # An item of a list, a key of a group, or a value by itself.
            inner = f"{key}.{index}" if f"{key}.{index}" in origin.lines else f"{key}.{name}"
            yield origin.problem(inner, f"There is no {what} '{name}'.", repair, "unknown-name")
