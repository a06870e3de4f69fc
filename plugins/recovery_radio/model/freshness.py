"""How far facts that somebody confirmed may still be trusted.

Four states, each with a consequence, as ALISS does it in Scotland: whoever is reminded only once
forgets, and an old opening hour sends somebody to a locked door.

Source: https://github.com/aliss/ALISS (reminders after 10, 11 and 12 months, then sorted last)
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Freshness(StrEnum):
    """How old the last confirmation is, by the time for which it was meant to last."""

    FRESH = "fresh"
    """Within it."""
    DUE = "due"
    """Past it. Still shown as before, and on the list of what to confirm."""
    OVERDUE = "overdue"
    """Half as long again. Sorted last, and never said to be open now."""
    EXPIRED = "expired"
    """Twice as long. Shown as not confirmed, without hours."""


class Trust(NamedTuple):
    """The days on which facts change their state."""

    due: date
    overdue: date
    expires: date

    def state(self, today: date) -> Freshness:
        """Tell the state on a day."""
        if today >= self.expires:
            return Freshness.EXPIRED
        if today >= self.overdue:
            return Freshness.OVERDUE
        return Freshness.DUE if today >= self.due else Freshness.FRESH


def trust_from(checked: date, months: int) -> Trust:
    """Give the days on which facts change their state.

    Args:
        checked: Day on which they were confirmed.
        months: How long that is trusted.
    """
    due = _months_later(checked, months)
    return Trust(due, due + (due - checked) / 2, _months_later(checked, 2 * months))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # The 28th exists in every month: nobody is late because February is short.
    return date(year, month + 1, min(day.day, 28))
