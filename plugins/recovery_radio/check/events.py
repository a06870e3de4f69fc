"""Events: that one can come, that their times fit, and that they tell no result beforehand."""

from collections.abc import Iterator
from datetime import datetime

from recovery_radio.check.days import check_past
from recovery_radio.check.known import check_names
from recovery_radio.check.reach import check_reach
from recovery_radio.model.event import Event
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem
from recovery_radio.model.times import LONDON


def check_events(hub: Hub, now: datetime) -> Iterator[Problem]:
    """Check every event."""
    for event in hub.say.events.values():
        yield from _event(event, hub, now)


def _event(event: Event, hub: Hub, now: datetime) -> Iterator[Problem]:
    origin = event.origin
    if event.end <= event.start:
        what = "The event ends before it begins."
        yield origin.problem("end", what, "Mend one of the two times.", "dates-out-of-order")
    if not event.town and not event.online:
        what = f"'{event.title}' has no place to go to, and no address online."
        yield origin.problem("town", what, "Add `town` and `place`, or `online`.", "no-place")
    if event.what_happened and not event.is_over(now):
        what = "It has not happened yet."
        repair = "Write `what_happened` when it is over."
        yield origin.problem("what_happened", what, repair, "too-early")
    known = hub.vocabulary.access
    yield from check_names(origin, "access", event.access, known, "access", "the vocabulary")
    yield from check_past(origin, "checked", event.checked, now.astimezone(LONDON).date())
    yield from check_reach(origin, "contact", event.contact)
