"""Events: what is on once, with what decides whether somebody can come."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated

from pydantic import BeforeValidator

from recovery_radio.model.entry import Day, Entry
from recovery_radio.model.place import Answer
from recovery_radio.model.reach import Reach
from recovery_radio.model.text import HttpsUrl, PlainText, Postcode, Slug, Title, refusal
from recovery_radio.model.times import LONDON

_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}")


def _clock(value: object) -> object:
    found = None
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        with suppress(ValueError):
            found = datetime.fromisoformat(value).replace(tzinfo=LONDON)
    if found is None or not 1900 <= found.year <= 2199:
        what = f"is not a day with a time of the clock: '{str(value)[:40]}'."
        raise refusal("bad-moment", what, "Write `2026-12-05 14:00`, in London's time.")
    if found.astimezone(UTC).astimezone(LONDON) != found:
        what = f"does not exist: the clocks go forward on {found:%Y-%m-%d}."
        raise refusal("bad-moment", what, "Write a time of that day that there is.")
    return found


Clock = Annotated[datetime, BeforeValidator(_clock)]
"""A day with a time of the clock in London, such as `2026-12-05 14:00`. Aware."""


class Event(Entry):
    """Something to go to. One entry of `site/data/events.yml`."""

    title: Title
    """What it is called."""
    about: PlainText
    """What happens there, in a sentence or two."""
    start: Clock
    """When it begins, in London, such as `2026-12-05 14:00`."""
    end: Clock
    """When it ends."""
    town: Title | None = None
    """Town. Absent only if it is online."""
    place: tuple[PlainText, ...] = ()
    """Name of the place and lines of its address, without town and postcode."""
    postcode: Postcode | None = None
    """Postcode."""
    travel: PlainText | None = None
    """Which bus or train, and how far to walk."""
    online: HttpsUrl | None = None
    """Address of the meeting, if one can come online."""
    access: dict[Slug, Answer] = {}
    """Terms of the vocabulary's `access`. What is absent is shown as not known."""
    cost: PlainText
    """What it costs, such as `Free` or `£2 for the meal`."""
    drug_and_alcohol_free: Answer | None = None
    """Whether there is no alcohol and nobody uses there. Absent means not known."""
    families: Answer | None = None
    """Whether children and families are welcome. Absent means not known."""
    fares: PlainText | None = None
    """Who helps with fares, and how."""
    lift_share: PlainText | None = None
    """How to ask for a lift, or to offer one."""
    bring_a_friend: PlainText | None = None
    """What a friend or relative who comes along may expect."""
    contact: Reach
    """Who answers questions, by role."""
    checked: Day
    """Day on which all of this was last confirmed."""
    cancelled: PlainText | None = None
    """Why it does not take place. Keep the entry: calendars have to be told."""
    what_happened: PlainText | None = None
    """What happened, once it is over."""
    example: bool = False
    """Whether it is invented. It says so."""

    def is_over(self, now: datetime) -> bool:
        """Tell whether it has ended."""
        return self.end <= now
