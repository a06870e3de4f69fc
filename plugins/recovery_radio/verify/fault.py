"""What is wrong in a page, before it is known where."""

import re
from typing import NamedTuple

from recovery_radio.model.problem import Problem


class Fault(NamedTuple):
    """A `Problem` without its place."""

    what: str
    repair: str
    code: str

    def at(self, path: str, line: int) -> Problem:
        """Give the fault its place."""
        return Problem(path, line, self.what, self.repair, self.code)


class Places:
    """Finds the line of a tag, which Lexbor's tree does not remember.

    Tags are counted in the text and in the tree alike. A tag named in a comment shifts the
    count, so a line is a good pointer and no proof.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = {}

    def line(self, tag: str, nth: int) -> int:
        """Give the line of the nth tag of a name (from 1); 1 if the parser made the tag up."""
        if tag not in self._starts:
            pattern = re.compile(rf"<{re.escape(tag)}(?=[\s/>])", re.IGNORECASE)
            self._starts[tag] = [found.start() for found in pattern.finditer(self._text)]
        starts = self._starts[tag]
        return self._text.count("\n", 0, starts[min(nth, len(starts)) - 1]) + 1 if starts else 1


def shorten(text: str) -> str:
    """Make a text from a page fit to be quoted on one line of a message."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:77] + "..."
