"""What the linter finds, and the rules that it finds by.

The rules are data (`rules.toml`), so that the manual's table, the repair in a message and its
source are one and the same.
"""

import tomllib
from enum import StrEnum
from importlib.resources import files
from typing import Any, NamedTuple

from lxml import etree


class Level(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """An app or a directory gets it wrong."""
    WARNING = "warning"
    """Some do."""
    ADVICE = "advice"
    """It works, and could be better."""


class Rule(NamedTuple):
    """One rule, as `rules.toml` has it."""

    code: str
    level: Level
    about: str
    """What is wrong, in general: one or two sentences."""
    repair: str
    """What to write instead."""
    source: str
    """Address of the page that says so."""


class Finding(NamedTuple):
    """One fault of a feed. Sorts by place."""

    line: int
    """From 1: where the element starts."""
    what: str
    """What is wrong: one sentence with its full stop."""
    repair: str
    code: str
    level: Level
    source: str


def read_table(name: str) -> dict[str, Any]:
    """Read one of the tables beside this module."""
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))


RULES = {
    code: Rule(code, Level(row["level"]), row["about"], row["repair"], row["source"])
    for code, row in read_table("rules.toml").items()
}
"""Every rule by its code."""


def table_of_rules() -> str:
    """Write all rules as a table in Markdown, for the manual."""
    rows = ["| code | level | what is wrong | repair |", "| --- | --- | --- | --- |"]
    rows += [
        f"| `{r.code}` | {r.level} | {r.about} [Rule]({r.source}) | {r.repair} |"
        for r in RULES.values()
    ]
    return "\n".join(rows) + "\n"


class Report:
    """Collects what is wrong with a feed, by element; lines are looked up at the end."""

    def __init__(self) -> None:
        self._found: list[tuple[etree._Element, Rule, str, str, str]] = []

    def add(
        self, code: str, element: etree._Element, what: str, repair: str = "", source: str = ""
    ) -> None:
        """Add a finding.

        Args:
            code: Of the rule.
            element: Where.
            what: What is wrong, one sentence.
            repair: What to write instead, if the rule's own repair is too general.
            source: Page that says so, if it is not the rule's own.
        """
        self._found.append((element, RULES[code], what, repair, source))

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self._found

    def findings(self, lines: dict[etree._Element, int]) -> list[Finding]:
        """Give the findings in the order of their lines."""
        return sorted(
            Finding(
                lines[element],
                what,
                repair or rule.repair,
                rule.code,
                rule.level,
                source or rule.source,
            )
            for element, rule, what, repair, source in self._found
        )
