"""The phone numbers that a station has in its registers, and may print."""

from collections.abc import Iterator

from recovery_radio.model.hub import Hub
from recovery_radio.verify.phone_numbers import digits_of, find_numbers

# The frame of every page says to ring it, so the package answers for it and no register can lose it.
_EMERGENCY = "999"


def registered_numbers(hub: Hub, team_phone: str | None) -> frozenset[str]:
    """Give the digits of every number of a helpline, of the directory and of the team."""
    return frozenset(map(digits_of, filter(None, (_EMERGENCY, team_phone, *_written(hub)))))


def _written(hub: Hub) -> Iterator[str | None]:
    for line in hub.helplines.values():
        yield line.number
        yield line.text_to
        for number in find_numbers(line.text or ""):
            yield number.digits
    for organisation in hub.organisations.values():
        yield organisation.phone
    for service in hub.services:
        if service.status != "closed":
            yield service.contact.phone
            yield service.contact.text
    say = hub.say
    yield from (notice.organiser.phone for notice in say.notices.values())
    yield from (group.reach.phone for group in say.groups.values())
    yield from (event.contact.phone for event in say.events.values())
    yield from (a.organiser.phone for a in say.alliances.values() if a.organiser)
