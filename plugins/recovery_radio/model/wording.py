"""Which words a station does not use of people, what it never promises, and what it never details.

The words themselves are data (`read/wording.toml`), with the better word and the reason of each.
"""

import re
from typing import NamedTuple


class Rule(NamedTuple):
    """A wording to mend."""

    pattern: re.Pattern[str]
    """How it is found in a text of small letters."""
    stems: tuple[str, ...]
    """Letters of which each text that the pattern fits holds some; quicker to look for."""
    instead: str
    """What to write instead: one sentence."""
    why: str
    """What is wrong with it: one sentence."""
    said: tuple[str, ...] = ()
    """How people meet it, for the word guide. Detail that somebody could copy has none."""


class Wording(NamedTuple):
    """Everything that is known about words."""

    judging: tuple[Rule, ...]
    """Words that judge people."""
    promises: tuple[Rule, ...]
    """What nobody can promise."""
    methods: tuple[Rule, ...]
    """Detail that somebody could copy."""
    names: re.Pattern[str]
    """Official names and titles that hold such a word."""
    hard: re.Pattern[str]
    """Topics with which nobody should be left alone."""


NOTHING = re.compile(r"(?!)")
NO_WORDING = Wording((), (), (), NOTHING, NOTHING)
"""Finds nothing."""
