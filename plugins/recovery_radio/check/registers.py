"""Registers and the vocabulary: numbers that are still right, words that fit together."""

from collections.abc import Iterator
from datetime import date

from recovery_radio.check.days import check_past
from recovery_radio.check.known import check_names
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.register import REFUSED


def check_registers(hub: Hub, today: date) -> Iterator[Problem]:
    """Check helplines and the vocabulary."""
    for line in hub.helplines.values():
        if not (line.number or line.text_to or line.web):
            what = f"'{line.name}' has no number, no text and no page."
            yield line.origin.problem("number", what, "Give at least one of them.", "no-contact")
        yield from check_past(line.origin, "checked", line.checked, today)
        if today - line.checked > REFUSED:
            what = f"'{line.name}' was last checked on {line.checked}."
            repair = "Confirm number and hours with its own page, and write today's date."
            yield line.origin.problem("checked", what, repair, "stale-helpline", Severity.WARNING)
    words = hub.vocabulary
    for name, need in words.needs.items():
        for facet, listed in (("kinds", need.kinds), ("offers", need.offers), ("who", need.who)):
            yield from check_names(
                words.origin,
                f"needs.{name}.{facet}",
                listed,
                getattr(words, facet),
                f"word for `{facet}`:",
                "the vocabulary",
            )
