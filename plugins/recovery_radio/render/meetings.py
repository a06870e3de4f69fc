"""Group sessions: what happens at a place at set times, one by one.

A session is one. So are the hours of a mutual aid group that names no sessions: its door is open
when it meets. What has no set times, because one makes an appointment, is none. Nor is what happens
behind a hidden door: nobody can come to it who has not rung first, and a list of times would say
when people come and go there. Online, it is one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from recovery_radio.model.opening import Timing
from recovery_radio.model.place import Place, Session
from recovery_radio.model.service import MUTUAL_AID, Service
from recovery_radio.model.words import ENGLISH, Words

_NO_TIMES = (None, "always", "by-appointment")


class Meeting(NamedTuple):
    """A group session of a service, at one of its places or online."""

    service: Service
    place: Place
    label: str
    kind: str
    """Term of the vocabulary's `kinds`."""
    who: tuple[str, ...]
    """Terms of the vocabulary's `who`."""
    timing: Timing
    online: str
    """Address of the meeting if it is held online, else empty."""


def meetings_of(service: Service, words: Words = ENGLISH) -> Iterator[Meeting]:
    """Give the group sessions of a service, in the order of its file."""
    kind, who = service.kind, service.for_whom.who
    for place in service.places:
        hours_are_its_meeting = kind == MUTUAL_AID and not place.sessions
        if hours_are_its_meeting and place.hours not in _NO_TIMES:
            yield Meeting(service, place, words.say("Meeting"), kind, who, place.timing, "")
        for session in place.sessions:
            if session.hours not in _NO_TIMES:
                yield _meeting(service, place, session)


def _meeting(service: Service, place: Place, session: Session) -> Meeting:
    return Meeting(
        service,
        place,
        session.label,
        session.kind or service.kind,
        session.who or service.for_whom.who,
        place.timing.for_session(session.hours),
        str(session.online or ""),
    )
