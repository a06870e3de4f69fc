"""Roles that somebody can reach."""

from collections.abc import Iterator

from recovery_radio.model.problem import Origin, Problem
from recovery_radio.model.reach import Reach


def check_reach(origin: Origin, key: str, reach: Reach) -> Iterator[Problem]:
    """Hold a role to having a way to reach it."""
    if reach.is_empty:
        what = f"'{reach.role}' has no phone, no address and no place."
        repair = "Give at least one of `phone`, `email`, `web` and `where`."
        yield origin.problem(key, what, repair, "no-contact")
