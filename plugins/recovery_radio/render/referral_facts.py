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
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.door import closure_in_words
from recovery_radio.render.hours_in_words import hours_in_words
from recovery_radio.render.words import day, in_order, sentence, sms, span, tel

DECISIVE = ("step-free", "fares-help", "childcare", "shared-door")
"""Words of the vocabulary that decide whether somebody comes; those that a station has are shown."""
_HOW = {
    "phone": mark("by phone"),
    "visit": mark("on a visit"),
    "email": mark("by e-mail"),
    "web": mark("on the web"),
}
_CAPACITY = {
    "open": mark("Taking new people"),
    "waiting-list": mark("There is a waiting list"),
    "full": mark("Full"),
}
_UNKNOWN = mark("Not known")
_ANSWERS = {"yes": mark("Yes"), "no": mark("No"), "ask": mark("Ask first")}


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


def facts_of(
    service: Service, doors: Sequence[Place], hub: Hub, today: date, words: Words = ENGLISH
) -> tuple[Fact, ...]:
    """Give the facts of a service, in the order in which they are used.

    Args:
        service: The service.
        doors: Its places, as far as they are of interest.
        hub: The station, for its words and helplines.
        today: Day on which the page is made.
        words: What the interface says.
    """
    key = service.contact.helpline
    line = hub.helplines[key] if key else None
    facts = [
        _where(service, doors, hub, words),
        _who(service, hub, words),
        _contact(service, line, words),
        _hours(service, doors, line, today, words),
        _referral(service, hub, words),
        _fact(words.say("Area"), [", ".join(service.serves)], words),
        _waiting(service, words),
        *_access([door for door in doors if door.hide_address or door.address], hub, words),
        _fact(words.say("Tell the patient"), [service.tell_patient or ""], words),
        _checked(service, today, words),
    ]
    ask = what_to_do(service, hub, words)
    return tuple(f._replace(missing=f"{f.missing}: {ask}.") if f.missing else f for f in facts)


def what_to_do(service: Service, hub: Hub, words: Words = ENGLISH) -> str:
    """Say what to do about a fact that is not known."""
    contact = service.contact
    rings = contact.phone or (contact.helpline and hub.helplines[contact.helpline].number)
    return words.say("ring first") if rings else words.say("ask first")


def _fact(label: str, lines: Iterable[str], words: Words) -> Fact:
    """Make a fact, which is unknown if no line says anything."""
    said = tuple(Line(line) for line in lines if line)
    return Fact(label, said, "" if said else words.say(_UNKNOWN))


def _where(service: Service, doors: Sequence[Place], hub: Hub, words: Words) -> Fact:
    ways = [hub.vocabulary.mode[mode].label for mode in service.mode if mode != "in-person"]
    unknown = any(not (door.hide_address or door.address or door.name) for door in doors)
    if not doors and "in-person" in service.mode:
        ways.append(words.say("in many towns: ask where"))
    lines = [*(_door(door, words) for door in doors), ", ".join(ways)]
    missing = words.say("Street not known") if unknown else ""
    return Fact(words.say("Where"), tuple(Line(sentence(line)) for line in lines if line), missing)


def _door(door: Place, words: Words) -> str:
    if door.hide_address:
        return words.say("%(town)s. The address is given at booking", town=door.town)
    town = " ".join(filter(None, (door.town, door.postcode)))
    address = ", ".join(filter(None, (door.name, *door.address, town)))
    return f"{address}. {door.travel}" if door.travel else address


def _who(service: Service, hub: Hub, words: Words) -> Fact:
    terms, ages = hub.vocabulary, service.for_whom.age
    lines = [", ".join(terms.who[who].label for who in service.for_whom.who)]
    if ages and ages.min is not None and ages.max is None:
        lines.append(words.say("aged %(least)s and over", least=ages.min))
    elif ages and ages.max is not None:
        between = words.say("aged %(least)s to %(most)s", least=ages.min, most=ages.max)
        lines.append(between if ages.min else words.say("aged up to %(most)s", most=ages.max))
    substances = [terms.substances[key].label for key in service.substances]
    return _fact(words.say("For"), [f"{', '.join(lines)}. {', '.join(substances)}."], words)


def _contact(service: Service, line: Helpline | None, words: Words) -> Fact:
    contact = service.contact
    number = contact.phone or (line.number if line else None)
    text = contact.text or (line.text_to if line else None)
    web = contact.web or (line.web if line else None)
    lines = []
    if number:
        shown = in_order(number, words)
        if line and line.press and not contact.phone:
            shown += words.say(", then press %(key)s", key=line.press)
        lines.append(Line(shown, tel(number)))
    if text:
        lines.append(Line(_text(text, None if contact.text else line, words), sms(text)))
    if contact.email:
        lines.append(Line(contact.email, f"mailto:{contact.email}"))
    if web:
        lines.append(Line(web.removeprefix("https://").rstrip("/"), web))
    rings = number or text or service.mode == ("online",)
    missing = "" if rings else words.say("Phone number not known")
    return Fact(words.say("Contact"), tuple(lines), missing)


def _text(number: str, line: Helpline | None, words: Words) -> str:
    own = line.text if line else None
    return sentence(own)[:-1] if own else words.say("Text %(phone)s", phone=in_order(number, words))


def _hours(
    service: Service, doors: Sequence[Place], line: Helpline | None, today: date, words: Words
) -> Fact:
    if not service.is_confirmed(today):
        return Fact(words.say("Open"), (), words.say("Not confirmed"))
    found = [(door, list(_hours_of(door, today, words))) for door in doors]
    several = len(found) > 1
    lines = [f"{door.town}: {text}" if several else text for door, texts in found for text in texts]
    # They are the hours of its number, which is not shown beside a number of the service's own.
    if line and not service.contact.phone:
        lines.append(sentence(line.hours))
    fact = _fact(words.say("Open"), lines, words)
    known = all(texts for _, texts in found) and fact.lines
    return fact if known else fact._replace(missing=words.say(_UNKNOWN))


def _hours_of(door: Place, today: date, words: Words) -> Iterator[str]:
    """Say when a door opens; nothing if that is not known."""
    if not door.hours and not door.sessions:
        return
    if door.hours:
        yield from map(sentence, hours_in_words(door.hours, today, words))
    for session in door.sessions:
        times = "; ".join(hours_in_words(session.hours, today, words))
        yield f"{session.label}: {sentence(times)}"
    if door.hours != "by-appointment" or door.sessions:
        yield words.say("Bank holidays: %(times)s.", times=_bank_holidays(door, words))
    yield from (closure_in_words(each, words) for each in door.closures if each.end >= today)


def _bank_holidays(door: Place, words: Words) -> str:
    said = {
        "closed": words.say("closed"),
        "open": words.say("open as usual"),
        "ask": words.say("ask first"),
    }
    return said.get(door.bank_holidays) or span(door.bank_holidays, words)


def _referral(service: Service, hub: Hub, words: Words) -> Fact:
    ways = ", ".join(hub.vocabulary.how_in[way].label for way in service.how_in)
    by_letter = {"gp-referral", "professional-referral"} & set(service.how_in)
    fact = _fact(words.say("How to refer"), [f"{ways}.", service.gp_note or ""], words)
    unknown = by_letter and not service.gp_note
    return fact._replace(missing=words.say("What to send is not known") if unknown else "")


def _waiting(service: Service, words: Words) -> Fact:
    lines = []
    if wait := service.waiting_time:
        weeks = words.say_count("About %(n)s week", "About %(n)s weeks", wait.weeks)
        said = weeks if wait.weeks else words.say("No wait")
        lines.append(f"{said} ({day(wait.on, words)}).")
    if capacity := service.capacity:
        lines.append(f"{words.say(_CAPACITY[capacity.state])} ({day(capacity.on, words)}).")
    if not lines and "walk-in" in service.how_in:
        lines.append(words.say("None given. People walk in."))
    if not lines and service.contact.helpline:
        lines.append(words.say("None given. People ring."))
    return _fact(words.say("Waiting"), lines, words)


def _access(doors: Sequence[Place], hub: Hub, words: Words) -> Iterator[Fact]:
    """Say what decides, of doors to go through; a team on the street has none."""
    terms = hub.vocabulary.access | hub.vocabulary.space
    asked = [word for word in DECISIVE if word in terms] if doors else []
    lines, missing = [], []
    for door in doors:
        given = {**access_of(door), **door.space}
        name = f"{door.town}: " if len(doors) > 1 else ""
        said = [
            f"{words.say(answer)}: {labels}."
            for key, answer in _ANSWERS.items()
            if (labels := ", ".join(terms[word].label for word in asked if given.get(word) == key))
        ]
        lines.append(f"{name}{' '.join(said)}" if said else "")
        missing += [terms[word].label for word in asked if word not in given]
    unknown = ", ".join(dict.fromkeys(missing))
    fact = _fact(words.say("Access"), lines, words)
    if asked:
        yield fact._replace(
            missing=words.say("%(what)s not known", what=unknown) if unknown else ""
        )


def _checked(service: Service, today: date, words: Words) -> Fact:
    checked = service.checked
    said = f"{day(checked.on, words)}, {words.say(_HOW[checked.by])}."
    overdue = service.freshness(today) in (Freshness.OVERDUE, Freshness.EXPIRED)
    missing = words.say("That is long ago") if overdue else ""
    return Fact(words.say("Checked"), (Line(said),), missing)
