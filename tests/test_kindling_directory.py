"""Kindling's directory shows everything that an entry can say.

Whoever starts a station copies from it, and everything else is tested with it. So every word of
the vocabulary and every case occurs, and nothing invented could be taken for real.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from recovery_radio.check.run import run_checks
from recovery_radio.model.answers import access_of
from recovery_radio.model.freshness import Freshness
from recovery_radio.model.hours import Hours
from recovery_radio.model.hub import Hub
from recovery_radio.model.place import Place, Session
from recovery_radio.model.problem import Severity
from recovery_radio.model.service import Service
from recovery_radio.model.week import LAST, parse_days, parse_span
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.words import LANGUAGES
from sites import NOW
from station import ROOT

TODAY = NOW.date()
CHRISTMAS = date(2026, 12, 25)


@pytest.fixture(scope="module")
def hub() -> Hub:
    found, _, problems = read_hub(ROOT, Folders(), None, map)
    problems += run_checks(found, NOW)
    assert not [str(p) for p in problems if p.severity is not Severity.NOTICE]
    return found


@pytest.fixture(scope="module")
def places(hub: Hub) -> list[Place]:
    return [place for service in hub.services for place in service.places]


@pytest.fixture(scope="module")
def sessions(places: list[Place]) -> list[Session]:
    return [session for place in places for session in place.sessions]


def test_there_are_at_least_sixty_entries_and_most_towns_have_several(hub: Hub) -> None:
    assert len(hub.services) >= 60
    for town in ("Bognor Regis", "Crawley", "Doncaster", "Gravesend", "Maidstone", "Tonbridge"):
        assert sum(town in service.towns for service in hub.services) >= 5, town


WORDS: dict[str, Callable[[Service], Iterable[str]]] = {
    "kinds": lambda service: [service.kind],
    "offers": lambda service: service.offers,
    "who": lambda service: service.for_whom.who,
    "substances": lambda service: service.substances,
    "mode": lambda service: service.mode,
    "how_in": lambda service: service.how_in,
    "cost": lambda service: [service.cost],
}


@pytest.mark.parametrize("words", WORDS)
def test_every_word_of_the_vocabulary_is_used(hub: Hub, words: str) -> None:
    used = {word for service in hub.services for word in WORDS[words](service)}
    assert used == set(getattr(hub.vocabulary, words))


def test_every_need_is_met(hub: Hub) -> None:
    for key, need in hub.vocabulary.needs.items():
        assert any(map(need.is_met_by, hub.services)), key


@pytest.mark.parametrize("answer", ["yes", "no", "ask"])
def test_every_word_about_a_place_is_answered_in_every_way(
    hub: Hub, places: list[Place], answer: str
) -> None:
    for words, answers in (("access", access_of), ("space", lambda place: place.space)):
        given = {
            word for place in places for word, said in answers(place).items() if said == answer
        }
        assert given == set(getattr(hub.vocabulary, words)), words


HOURS: dict[str, Callable[[Hours | None], bool]] = {
    "absent": lambda hours: hours is None,
    "always": lambda hours: hours == "always",
    "by appointment": lambda hours: hours == "by-appointment",
    "OpenStreetMap by months": lambda hours: isinstance(hours, str) and "Apr-Sep" in hours,
    "OpenStreetMap, unknown": lambda hours: isinstance(hours, str) and "unknown" in hours,
    "one day": lambda hours: any(len(days) == 3 for days in _days(hours)),
    "row of days": lambda hours: any(len(parse_days(days)[0]) > 1 for days in _days(hours)),
    "first and third": lambda hours: any(parse_days(days)[1] == (1, 3) for days in _days(hours)),
    "last": lambda hours: any(parse_days(days)[1] == (LAST,) for days in _days(hours)),
    "split shift": lambda hours: any(len(parse_span(span)) > 1 for span in _spans(hours)),
    "past midnight": lambda hours: any(
        end > 24 * 60 for span in _spans(hours) for _, end in parse_span(span)
    ),
}


def _days(hours: Hours | None) -> Iterable[str]:
    return hours.keys() if isinstance(hours, dict) else ()


def _spans(hours: Hours | None) -> Iterable[str]:
    return hours.values() if isinstance(hours, dict) else ()


@pytest.mark.parametrize("case", HOURS)
def test_every_case_of_hours_occurs(
    places: list[Place], sessions: list[Session], case: str
) -> None:
    assert any(HOURS[case](timed.hours) for timed in (*places, *sessions))


def test_every_answer_about_bank_holidays_occurs(places: list[Place]) -> None:
    answers = {place.bank_holidays for place in places}
    assert answers >= {"open", "closed", "ask"}
    assert any(answer[0].isdigit() for answer in answers)


def test_some_places_shut_for_christmas_and_some_open_for_the_meal(places: list[Place]) -> None:
    shut = [c for place in places for c in place.closures if c.start <= CHRISTMAS <= c.end]
    assert any(not closure.instead for closure in shut)
    assert any(CHRISTMAS in closure.instead for closure in shut)


def test_there_are_sessions_for_fewer_people_of_another_kind_and_online(
    sessions: list[Session],
) -> None:
    assert any("not-using" in session.who for session in sessions)
    assert any("families-friends" in session.who for session in sessions)
    assert any(session.kind == "mutual-aid" for session in sessions)
    assert any(session.online for session in sessions)


def test_a_dry_house_and_a_refuge_keep_their_addresses_to_themselves(hub: Hub) -> None:
    dry = [service for service in hub.services if "dry-house" in service.offers]
    safe = [service for service in hub.services if service.kind == "safety" and service.places]
    assert dry
    assert safe
    assert all(place.hide_address for service in dry + safe for place in service.places)


def test_capacity_and_news_are_told(hub: Hub) -> None:
    states = {service.capacity.state for service in hub.services if service.capacity}
    assert states == {"open", "waiting-list", "full"}
    assert any(service.alert and service.alert.until >= TODAY for service in hub.services)


def test_all_four_nations_have_a_door_with_its_place_on_the_map(places: list[Place]) -> None:
    assert {place.nation for place in places if place.geo} == {"ENG", "WLS", "SCT", "NIR"}


def test_all_four_states_of_freshness_occur_and_nothing_expired_counts_as_known(hub: Hub) -> None:
    states = {service.freshness(TODAY) for service in hub.services}
    assert states == set(Freshness)
    for service in hub.services:
        if service.freshness(TODAY) is Freshness.EXPIRED:
            assert service.status == "unconfirmed", service.id


def test_many_languages_are_spoken_and_all_have_names(hub: Hub) -> None:
    spoken = {code for service in hub.services for code in service.languages}
    assert len(spoken) >= 15
    assert spoken <= set(LANGUAGES)
    assert {"cy", "gd", "ga", "bfi", "isg"} <= spoken


def test_nothing_invented_could_be_taken_for_real(hub: Hub) -> None:
    invented = [service for service in hub.services if service.example]
    assert all(bool(service.sources) != service.example for service in hub.services)
    for service in invented:
        contact = service.contact
        numbers = [number for number in (contact.phone, contact.text) if number]
        assert all(re.fullmatch("01632 960[0-9]{3}|07700 900[0-9]{3}", n) for n in numbers)
        addresses = [contact.email, contact.web, *_online(service)]
        assert all(re.search(r"[@./]\w+\.example(/|$)", text) for text in addresses if text)
        assert hub.organisations[service.organisation].example
        for place in service.places:
            assert not place.postcode or place.postcode.endswith(" 0AA")
            assert not place.address or "Example" in " ".join(place.address)


def _online(service: Service) -> list[str]:
    return [s.online for place in service.places for s in place.sessions if s.online]


def test_no_number_rings_at_two_services(hub: Hub) -> None:
    numbers = [n for s in hub.services for n in (s.contact.phone, s.contact.text) if n]
    numbers += [o.phone for o in hub.organisations.values() if o.phone]
    assert len(set(numbers)) == len(numbers)


def test_the_page_of_an_invented_service_says_so(hub: Hub, kindling: Path) -> None:
    for service in hub.services:
        page = (kindling / service.url / "index.html").read_text("utf-8")
        assert ("This entry is invented" in page) == service.example, service.id
