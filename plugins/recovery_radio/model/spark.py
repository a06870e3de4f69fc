"""Small Sparks: small sums that a panel of peers gives, and what it decided.

The register is public, and so is its history: it tells of money and reasons, and of nobody.
`check.sparks` refuses names. Sums are decimals, so that totals are exact.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from recovery_radio.model.entry import Entry, Part
from recovery_radio.model.text import PlainText, refusal

LEAST, MOST = Decimal(50), Decimal(500)
"""The smallest and the largest sum that can be asked for, both included, in pounds."""
_POUNDS = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?")
_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")


def _pounds(value: object) -> Decimal:
    # A float is told by its shortest form, which is what the author wrote.
    if isinstance(value, bool) or not _POUNDS.fullmatch(str(value)):
        repair = "Write pounds and pence without a sign, such as `180` or `87.50`."
        raise refusal("bad-sum", f"is not a sum of money: '{str(value)[:40]}'.", repair)
    return Decimal(str(value))


def _asked(value: object) -> Decimal:
    if not LEAST <= (pounds := _pounds(value)) <= MOST:
        repair = f"Correct the sum; what the panel decides is from £{LEAST} to £{MOST}."
        raise refusal("out-of-range", f"is £{pounds}.", repair)
    return pounds


def _month(value: object) -> str:
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        repair = "Write year and month, such as `2026-10`."
        raise refusal("bad-month", f"is not a month: '{str(value)[:40]}'.", repair)
    return value


Pounds = Annotated[Decimal, BeforeValidator(_pounds)]
"""A sum in pounds, exact to the penny, such as `180` or `87.50`."""
Month = Annotated[str, BeforeValidator(_month)]
"""A month, such as `2026-10`. Months sort by their text."""


class Decision(Part):
    """What the panel said to one application."""

    month: Month
    """Month in which the panel met."""
    asked: Annotated[Decimal, BeforeValidator(_asked)]
    """Sum that was asked for, in pounds: from 50 to 500."""
    purpose: PlainText
    """What it was for, with no word about who asked."""
    decision: Literal["yes", "part", "no"]
    """What the panel said."""
    given: Pounds | None = None
    """Sum that was given, if it was a part."""
    reason: PlainText
    """Why, in a sentence. A no names another door."""
    opened: PlainText | None = None
    """What came of it, good or not; added later."""

    @property
    def sum_given(self) -> Decimal:
        """What the panel gave."""
        if self.decision == "yes":
            return self.asked
        return (self.given or Decimal()) if self.decision == "part" else Decimal()


class SparkYear(Entry):
    """A year of decisions. One entry of `site/data/small_sparks.yml`."""

    start: Month = Field(alias="from")
    """First month of the year, such as `2026-01` or `2026-04`."""
    end: Month = Field(alias="to")
    """Last month of the year."""
    budget: Pounds | None = None
    """What the panel can give in this year, in pounds. Absent: the page tells no rest."""
    example: bool = False
    """Whether these decisions are invented. The page then says so."""
    decisions: tuple[Decision, ...] = Field(min_length=1)
    """Everything that the panel decided, in any order."""
