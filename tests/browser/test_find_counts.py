"""The counts beside the choices of `find-help` never lie: each is the number of results of a press.

What is expected is worked out here from the services themselves, by sets of doors. The script's
counts and its results are both held to it, for every choice and for every pair of choices.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from browser.visits import Visit
from directories import TODAY, make_directory, write_directory
from recovery_radio.model.answers import access_of
from recovery_radio.model.opening import openings
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.catalogue import shown_services
from recovery_radio.render.find_form import FindForm, find_form
from station import ROOT

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
"""A Monday morning, two days after the list was made."""
Choice = tuple[str, str]
"""A group of choices and one of it, as the address names them."""

PROBE = """async (now) => {
    const { readList, look } = await import("/assets/radio/find-list.js");
    const { readOptions, groupsOf } = await import("/assets/radio/find-choices.js");
    const data = await (await fetch("/assets/radio/find.json")).json();
    const list = readList(data, [data]);
    const options = readOptions(document.querySelector("form"));
    const groups = groupsOf(options);
    const counted = (chosen) => look(list, groups, chosen, { now });
    const after = (chosen, { group, number }) =>
        new Map(chosen).set(group, [...(groups.get(group).many ? chosen.get(group) ?? [] : []), number]);
    const tell = ({ count }) => options.map(({ number }) => count(number));
    const none = new Map();
    return {
        options: options.map(({ group, value }) => [group, value]),
        first: tell(counted(none)),
        all: counted(none).results.length,
        singles: options.map((one) => counted(after(none, one)).results.map(({ service }) => service.id)),
        counts: options.map((one) => tell(counted(after(none, one)))),
        pairs: options.map((one, n) =>
            options.slice(n).map((other) => counted(after(after(none, one), other)).results.length)),
    };
}"""


def real_directory() -> tuple[Sequence[Service], Vocabulary]:
    hub, _, problems = read_hub(ROOT, Folders(), None, map)
    assert problems == []
    return shown_services(hub, TODAY), hub.vocabulary


@pytest.fixture(params=["the example station", "500 services"])
def directory(request: pytest.FixtureRequest) -> tuple[Sequence[Service], Vocabulary]:
    return real_directory() if request.param == "the example station" else make_directory(500)


def test_each_count_is_the_number_of_results_of_its_press(
    directory: tuple[Sequence[Service], Vocabulary],
    visit: Callable[..., Visit],
    serve_folder: Callable[..., str],
    tmp_path: Path,
) -> None:
    services, vocabulary = directory
    url = serve_folder(write_directory(tmp_path / "site", services, vocabulary))
    found = doors_by_choice(services, vocabulary)

    page = visit().page
    # A language may say of an open door what it likes.
    page.route("**/open.js", reword)
    page.goto(url + "find-help/")
    told: dict[str, Any] = page.evaluate(PROBE, NOW.timestamp() / 60)

    options: list[Choice] = [(group, value) for group, value in told["options"]]
    assert len(options) == len(set(options)) > 60
    assert {group for group, _ in options} == {
        "need", "town", "who", "about", "in", "by", "has", "open", "free",
    }  # fmt: skip
    assert told["all"] == len(services)
    assert told["first"] == [len(ids(found[one])) for one in options]
    for n, one in enumerate(options):
        assert set(told["singles"][n]) == ids(found[one]), one
        wanted = [len(ids(both(found, one, other))) for other in options]
        assert told["counts"][n] == wanted, one
        assert told["pairs"][n] == wanted[n:], one


def test_the_counts_on_the_page_are_those_that_the_script_gives_first(
    directory: tuple[Sequence[Service], Vocabulary],
) -> None:
    services, vocabulary = directory
    found = doors_by_choice(services, vocabulary)

    written = dict(counts_of(find_form(services, vocabulary)))

    assert written == {
        one: len(ids(doors)) for one, doors in found.items() if one in written or one[0] != "open"
    }


def reword(route: Route) -> None:
    script = route.fetch()
    route.fulfill(response=script, body=script.text().replace("`Open now, until", "`Until"))


def both(found: dict[Choice, set[Any]], one: Choice, other: Choice) -> set[Any]:
    """Give the doors that a press on one choice and then on another leaves."""
    goes_together = one[0] != other[0] or one[0] == "has"
    return found[one] & found[other] if goes_together else found[other]


def ids(doors: Iterable[tuple[str, int]]) -> set[str]:
    return {service for service, _ in doors}


def doors_by_choice(
    services: Sequence[Service], vocabulary: Vocabulary
) -> dict[Choice, set[tuple[str, int]]]:
    """Give, by choice, the doors that it leaves; of a town that is only served, one more each."""
    towns = {place.town for service in services for place in service.places}
    found: dict[Choice, set[tuple[str, int]]] = defaultdict(set)
    for service in services:
        doors = [set(of_door(place, service)) for place in service.places]
        served = [town for town in service.serves if town in towns and town not in service.towns]
        doors += [{("town", town)} for town in served]
        for number, door in enumerate(doors or [set()]):
            for choice in {*of_service(service, vocabulary), *door}:
                found[choice].add((service.id, number))
    return found


def of_service(service: Service, vocabulary: Vocabulary) -> Iterator[Choice]:
    yield from (("need", key) for key, need in vocabulary.needs.items() if need.is_met_by(service))
    yield from (("who", who) for who in service.for_whom.who if who != "anyone")
    helps_with = vocabulary.substances if "any" in service.substances else service.substances
    yield from (("about", word) for word in helps_with if word != "any")
    yield from (("in", word) for word in service.how_in)
    yield from (("by", word) for word in service.mode)
    if service.cost == "free":
        yield "free", "1"


def of_door(place: Place, service: Service) -> Iterator[Choice]:
    yield "town", place.town
    yield from (("who", who) for session in place.sessions for who in session.who)
    for word, answer in {**access_of(place), **place.space}.items():
        if answer == "yes":
            yield "has", word
    known = not place.hide_address and service.tells_open(date(2026, 11, 21))
    if known and any(opening.certain for opening in openings(place.timing, NOW, NOW)):
        yield "open", "1"


def counts_of(form: FindForm) -> Iterator[tuple[Choice, int]]:
    for choice in (form.need, form.town, *form.more, form.place):
        for option in choice.options:
            assert option.services
            yield (choice.name, option.value), option.services
    if form.free:
        assert form.free.services
        yield ("free", "1"), form.free.services
