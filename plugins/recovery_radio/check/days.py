"""Days that must have come, for whatever says when something was done."""

from collections.abc import Iterator
from datetime import date

from recovery_radio.model.problem import Origin, Problem


def check_past(origin: Origin, key: str, day: date | None, today: date) -> Iterator[Problem]:
    """Hold the day on which something was done to having come."""
    if day and day > today:
        what = f"`{key}` lies in the future."
        yield origin.problem(key, what, "Write the day on which it was done.", "future-date")
