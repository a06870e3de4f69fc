"""The word guide: the table that the station's texts are checked by, for people to read."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recovery_radio.model.wording import Rule

_EXACT = re.compile(r"`([^`]+)`")


class Advice(NamedTuple):
    """A row of the guide."""

    said: tuple[str, ...]
    """What people meet."""
    say: str
    """What to say instead."""
    why: str


def advice(rules: Iterable[Rule]) -> Iterator[Advice]:
    """Give a row for each rule that may be shown, in the order of the table."""
    for rule in rules:
        if rule.said:
            yield Advice(rule.said, _quoted(rule.instead), _quoted(rule.why))


def _quoted(text: str) -> str:
    return _EXACT.sub(r"“\1”", text)
