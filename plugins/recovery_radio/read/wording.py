"""The package's own table of words to avoid (`wording.toml`)."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from recovery_radio.model.wording import Rule, Wording


@cache
def read_wording() -> Wording:
    """Read and compile the table."""
    table = tomllib.loads((files("recovery_radio") / "read" / "wording.toml").read_text("utf-8"))
    names = "|".join(re.escape(name.lower()) for name in table["names"])
    hard = "|".join(table["hard_topics"])
    return Wording(
        judging=_rules(table["judging"]),
        promises=_rules(table["promise"]),
        methods=_rules(table["method"]),
        names=re.compile(rf"(?<!\w)(?:{names})(?!\w)"),
        hard=re.compile(rf"(?<!\w)(?:{hard})(?!\w)"),
    )


def _rules(rows: Iterable[dict[str, Any]]) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            re.compile(rf"(?<!\w)(?:{'|'.join(row['patterns'])})(?!\w)"),
            tuple(row["stems"]),
            row["instead"],
            row["why"],
            tuple(row.get("said", ())),
        )
        for row in rows
    )
