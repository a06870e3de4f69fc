"""What a GP is told about a service before sending somebody there, fact by fact.

The facts are those of a profile in the NHS Directory of Services, and those that decide whether
somebody arrives: fares, childcare, steps and a front door shared with needle exchange. Every entry
has every fact that applies to it. What nobody knows is said to be unknown, so that nobody takes a
gap for a no.

Sources: https://www.nwas.nhs.uk/professionals/the-directory-of-service (what a profile holds), the
Doncaster, West Kent and West Sussex studies (what decides)
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from recovery_radio.model.answers import access_of
from recovery_radio.model.freshness import Freshness
from recovery_radio.model.hub import Hub
from recovery_radio.model.place import Place
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Service
from recovery_radio.render.door import closure_in_words
from recovery_radio.render.hours_in_words import hours_in_words
from recovery_radio.render.words import day, sentence, sms, span, tel

DECISIVE = ("step-free", "fares-help", "childcare", "shared-door")
"""Words of the vocabulary that decide whether somebody comes; those that a station has are shown."""
_HOW = {"phone": "by phone", "visit": "on a visit", "email": "by e-mail", "web": "on the web"}
_CAPACITY = {
    "open": "Taking new people",
    "waiting-list": "There is a waiting list",
    "full": "Full",
}
_UNKNOWN = "Not known"
_ANSWERS = {"yes": "Yes", "no": "No", "ask": "Ask first"}


class Line(NamedTuple):
    """A line of a fact, and where it leads."""

    text: str
    href: str = ""


class Fact(NamedTuple):
    """Something that a GP needs to know."""

    label: str
    lines: tuple[Line, ...]
    missing: str = ""
    """What to say of the part that nobody knows; empty if all of it is known."""


def facts_of(service: Service, doors: Sequence[Place], hub: Hub, today: date) -> tuple[Fact, ...]:
    """Give the facts of a service, in the order in which they are used.

    Args:
        service: The service.
        doors: Its places, as far as they are of interest.
        hub: The station, for its words and helplines.
        today: Day on which the page is made.
    """
    key = service.contact.helpline
    line = hub.helplines[key] if key else None
    facts = [
        _where(service, doors, hub),
        _who(service, hub),
        _contact(service, line),
        _hours(service, doors, line, today),
        _referral(service, hub),
        _fact("Area", [", ".join(service.serves)]),
        _waiting(service),
        *_access([door for door in doors if door.hide_address or door.address], hub),
        _fact("Tell the patient", [service.tell_patient or ""]),
        _checked(service, today),
    ]
    ask = what_to_do(service, hub)
    return tuple(f._replace(missing=f"{f.missing}: {ask}.") if f.missing else f for f in facts)


def what_to_do(service: Service, hub: Hub) -> str:
    """Say what to do about a fact that is not known."""
    contact = service.contact
    rings = contact.phone or (contact.helpline and hub.helplines[contact.helpline].number)
    return "ring first" if rings else "ask first"


def _fact(label: str, lines: Iterable[str]) -> Fact:
    """Make a fact, which is unknown if no line says anything."""
    said = tuple(Line(line) for line in lines if line)
    return Fact(label, said, "" if said else _UNKNOWN)


def _where(service: Service, doors: Sequence[Place], hub: Hub) -> Fact:
    ways = [hub.vocabulary.mode[mode].label for mode in service.mode if mode != "in-person"]
    unknown = any(not (door.hide_address or door.address or door.name) for door in doors)
    if not doors and "in-person" in service.mode:
        ways.append("in many towns: ask where")
    lines = [*map(_door, doors), ", ".join(ways)]
    missing = "Street not known" if unknown else ""
    return Fact("Where", tuple(Line(sentence(line)) for line in lines if line), missing)


def _door(door: Place) -> str:
    if door.hide_address:
        return f"{door.town}. The address is given at booking"
    town = " ".join(filter(None, (door.town, door.postcode)))
    address = ", ".join(filter(None, (door.name, *door.address, town)))
    return f"{address}. {door.travel}" if door.travel else address


def _who(service: Service, hub: Hub) -> Fact:
    words, ages = hub.vocabulary, service.for_whom.age
    lines = [", ".join(words.who[who].label for who in service.for_whom.who)]
    if ages and ages.max is None:
        lines.append(f"aged {ages.min} and over")
    elif ages:
        lines.append(f"aged {ages.min} to {ages.max}" if ages.min else f"aged up to {ages.max}")
    substances = [words.substances[key].label for key in service.substances]
    return _fact("For", [f"{', '.join(lines)}. {', '.join(substances)}."])


def _contact(service: Service, line: Helpline | None) -> Fact:
    contact = service.contact
    number = contact.phone or (line.number if line else None)
    text = contact.text or (line.text_to if line else None)
    web = contact.web or (line.web if line else None)
    lines = []
    if number:
        press = f", then press {line.press}" if line and line.press else ""
        lines.append(Line(f"{number}{press}", tel(number)))
    if text:
        lines.append(Line(_text(text, line), sms(text)))
    if contact.email:
        lines.append(Line(contact.email, f"mailto:{contact.email}"))
    if web:
        lines.append(Line(web.removeprefix("https://").rstrip("/"), web))
    rings = number or text or service.mode == ("online",)
    return Fact("Contact", tuple(lines), "" if rings else "Phone number not known")


def _text(number: str, line: Helpline | None) -> str:
    return sentence(line.text)[:-1] if line and line.text else f"Text {number}"


def _hours(service: Service, doors: Sequence[Place], line: Helpline | None, today: date) -> Fact:
    if not service.is_confirmed(today):
        return Fact("Open", (), "Not confirmed")
    found = [(door, list(_hours_of(door, today))) for door in doors]
    several = len(found) > 1
    lines = [f"{door.town}: {text}" if several else text for door, texts in found for text in texts]
    if line:
        lines.append(sentence(line.hours))
    fact = _fact("Open", lines)
    known = all(texts for _, texts in found) and fact.lines
    return fact if known else fact._replace(missing=_UNKNOWN)


def _hours_of(door: Place, today: date) -> Iterator[str]:
    """Say when a door opens; nothing if that is not known."""
    if not door.hours and not door.sessions:
        return
    if door.hours:
        yield from map(sentence, hours_in_words(door.hours, today))
    for session in door.sessions:
        yield f"{session.label}: {sentence('; '.join(hours_in_words(session.hours, today)))}"
    if door.hours != "by-appointment" or door.sessions:
        yield f"Bank holidays: {_bank_holidays(door)}."
    yield from (closure_in_words(each) for each in door.closures if each.end >= today)


def _bank_holidays(door: Place) -> str:
    words = {"closed": "closed", "open": "open as usual", "ask": "ask first"}
    return words.get(door.bank_holidays) or span(door.bank_holidays)


def _referral(service: Service, hub: Hub) -> Fact:
    ways = ", ".join(hub.vocabulary.how_in[way].label for way in service.how_in)
    by_letter = {"gp-referral", "professional-referral"} & set(service.how_in)
    fact = _fact("How to refer", [f"{ways}.", service.gp_note or ""])
    unknown = by_letter and not service.gp_note
    return fact._replace(missing="What to send is not known" if unknown else "")


def _waiting(service: Service) -> Fact:
    lines = []
    if wait := service.waiting_time:
        weeks = "No wait" if wait.weeks == 0 else f"About {wait.weeks} weeks"
        weeks = "About 1 week" if wait.weeks == 1 else weeks
        lines.append(f"{weeks} ({day(wait.on)}).")
    if capacity := service.capacity:
        lines.append(f"{_CAPACITY[capacity.state]} ({day(capacity.on)}).")
    if not lines and "walk-in" in service.how_in:
        lines.append("None given. People walk in.")
    if not lines and service.contact.helpline:
        lines.append("None given. People ring.")
    return _fact("Waiting", lines)


def _access(doors: Sequence[Place], hub: Hub) -> Iterator[Fact]:
    """Say what decides, of doors to go through; a team on the street has none."""
    words = hub.vocabulary.access | hub.vocabulary.space
    asked = [word for word in DECISIVE if word in words] if doors else []
    lines, missing = [], []
    for door in doors:
        given = {**access_of(door), **door.space}
        name = f"{door.town}: " if len(doors) > 1 else ""
        said = [
            f"{answer}: {labels}."
            for key, answer in _ANSWERS.items()
            if (labels := ", ".join(words[word].label for word in asked if given.get(word) == key))
        ]
        lines.append(f"{name}{' '.join(said)}" if said else "")
        missing += [words[word].label for word in asked if word not in given]
    unknown = ", ".join(dict.fromkeys(missing))
    fact = _fact("Access", lines)
    if asked:
        yield fact._replace(missing=f"{unknown} not known" if unknown else "")


def _checked(service: Service, today: date) -> Fact:
    checked = service.checked
    said = f"{day(checked.on)}, {_HOW[checked.by]}."
    overdue = service.freshness(today) in (Freshness.OVERDUE, Freshness.EXPIRED)
    return Fact("Checked", (Line(said),), "That is long ago" if overdue else "")
