"""What to ask a service when its facts are confirmed, beside what its entry says.

What nobody has told us comes first: a call is short, and what the entry lacks is what a person in
need asks next. Fares, childcare and a shared front door are among it, since they decide who comes.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from recovery_radio.model.answers import access_of
from recovery_radio.model.hub import Hub
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.render.door import closure_in_words
from recovery_radio.render.hours_in_words import hours_in_words
from recovery_radio.render.referral_facts import DECISIVE
from recovery_radio.render.words import day, span

_ANSWERS = {"yes": "yes", "no": "no", "ask": "ask first"}
_BY_LETTER = {"gp-referral", "professional-referral"}


class Question(NamedTuple):
    """Something to ask."""

    ask: str
    said: str = ""
    """What the entry says; empty if nobody has told us."""


def questions_of(service: Service, hub: Hub, today: date) -> list[Question]:
    """Give what to ask a service, unknown things first."""
    words = hub.vocabulary
    found = [
        *(question for place in service.places for question in _of_place(place, words, today)),
        *_of_coming(service, words),
        *_of_contact(service),
        Question("Will you be shut, or move, in the coming months?", _closures(service, today)),
    ]
    return sorted(found, key=lambda question: bool(question.said))


def _of_place(place: Place, words: Vocabulary, today: date) -> Iterator[Question]:
    hours = hours_in_words(place.hours, today) if place.hours else []
    hours += [
        f"{session.label}: {', '.join(hours_in_words(session.hours, today))}"
        for session in place.sessions
    ]
    yield Question(f"When is the door in {place.town} open?", "; ".join(hours))
    if place.hours != "by-appointment":
        holidays = place.bank_holidays
        told = span(holidays) if holidays[0].isdigit() else holidays
        yield Question("And on bank holidays?", "" if told == "ask" else told)
    if not place.hide_address:
        lines = filter(None, (place.name, *place.address, place.postcode))
        yield Question(f"Where in {place.town} is it?", ", ".join(lines))
        yield Question("Which bus or train goes there?", place.travel or "")
    answers = {**access_of(place), **place.space}
    for word in DECISIVE:
        if term := words.access.get(word) or words.space.get(word):
            yield Question(f"{term.label}?", _ANSWERS.get(answers.get(word, ""), ""))


def _of_coming(service: Service, words: Vocabulary) -> Iterator[Question]:
    ways = ", ".join(words.how_in[way].label for way in service.how_in)
    yield Question("How do people get in?", ways)
    wait, room = service.waiting_time, service.capacity
    told = f"{wait.weeks} weeks on {day(wait.on)}" if wait else ""
    yield Question("How many weeks do people wait for the first appointment?", told)
    told = f"{room.state} on {day(room.on)}" if room else ""
    yield Question("Do you take new people at the moment?", told)
    yield Question("What does it cost?", words.cost[service.cost].label)
    yield Question("What happens when somebody comes for the first time?", service.expect or "")
    if service.gp_note or not _BY_LETTER.isdisjoint(service.how_in):
        yield Question("What should a GP write when they refer?", service.gp_note or "")


def _of_contact(service: Service) -> Iterator[Question]:
    contact = service.contact
    ways = (contact.phone, contact.text and f"text {contact.text}", contact.email, contact.web)
    if told := ", ".join(filter(None, ways)):
        yield Question("How does somebody reach you?", told)


def _closures(service: Service, today: date) -> str:
    closures = [c for place in service.places for c in place.closures if c.end >= today]
    told = [closure_in_words(closure) for closure in closures]
    if service.alert and service.alert.until >= today:
        told.append(service.alert.text)
    return " ".join(told)
