"""A fault in somebody's file: where it is, what is wrong and what to write instead."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """What a problem does to a build."""

    ERROR = "error"
    """Stops every build."""
    WARNING = "warning"
    """Is printed, and stops a build under `--strict`."""
    NOTICE = "notice"
    """Is printed. The site does the right thing by itself."""


def printable(text: str) -> str:
    """Make a text that quotes somebody fit for a terminal: it starts no line and no colour."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


class Problem(NamedTuple):
    """One fault, worded for the author of the file. Sorts by place."""

    path: str
    """The file, relative to the station's folder, with `/`."""
    line: int
    """From 1; 1 as well where the fault is the whole file's."""
    what: str
    """What is wrong: one sentence with its full stop."""
    repair: str
    """What to write instead: one sentence with its full stop."""
    code: str
    """A heading of the manual's page of messages, such as `bad-date`."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return printable(f"{self.path}:{self.line}: {self.what} {self.repair} [{self.code}]")


class Origin(NamedTuple):
    """Where a value was written, so that a later check can point there."""

    path: str
    lines: dict[str, int]
    """Line of each key, by its dotted name: `consent.expires`, `chapters.0.at`."""
    start: int = 1
    """Line on which the entry begins, where a file holds several."""

    def line(self, key: str) -> int:
        """Give the line of a key, else of the nearest key around it, else the first."""
        while key:
            if key in self.lines:
                return self.lines[key]
            key = key.rpartition(".")[0]
        return self.start

    def problem(
        self, key: str, what: str, repair: str, code: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Say what is wrong with the value of a key."""
        return Problem(self.path, self.line(key), what, repair, code, severity)
