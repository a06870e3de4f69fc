"""Services: words that exist, routes that lead somewhere, facts that are not stale."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.check.services import check_services
from recovery_radio.model.entry import Source
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.service import Alert, Capacity, Contact, WaitingTime
from sites import NOW, PLAIN, SERVICE, edit, read_station

TODAY = NOW.date()
READ = Source(
    title="Contact", publisher="Hub", year=2026, url="https://hub.example/", looked_up=TODAY
)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), SERVICE)
    assert problems == []
    return hub


def found(hub: Hub, **changes: Any) -> list[Problem]:
    service = hub.services[0].model_copy(update=changes)
    return list(check_services(hub._replace(services=(service,)), TODAY))


def test_a_service_in_order_is_no_problem(hub: Hub) -> None:
    assert found(hub) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation", "nobody-like-it"),
        ("kind", "nothing-like-it"),
        ("cost", "nothing-like-it"),
        ("offers", ("peer-support", "nothing-like-it")),
        ("substances", ("nothing-like-it",)),
        ("how_in", ("nothing-like-it",)),
        ("mode", ("in-person", "nothing-like-it")),
    ],
)
def test_every_word_is_in_the_vocabulary(field: str, value: Any, hub: Hub) -> None:
    [problem] = found(hub, **{field: value})

    assert problem.code == "unknown-name"


def test_words_of_people_and_places_are_named_at_their_line(tmp_path: Path) -> None:
    hub, problems = read_station(
        tmp_path,
        edit(SERVICE, ("serves:", "    access: {ramp: yes}\n    space: {drug-free-space: yes, loud: no}\nserves:"),
             ("kind: drop-in", "kind: drop-in\nfor_whom: {who: [anyone, someone]}")),
    )  # fmt: skip

    assert problems == []
    assert {(p.line, p.code) for p in check_services(hub, TODAY)} == {
        (4, "unknown-name"), (14, "unknown-name"), (15, "unknown-name"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "contact",
    [{"phone": "999"}, {"text": "85258"}, {"email": "a@b.example"}, {"web": "https://a.example/"}, {"helpline": "samaritans"}],
)  # fmt: skip
def test_one_way_to_reach_a_service_is_enough(contact: dict[str, str], hub: Hub) -> None:
    assert found(hub, contact=Contact.model_validate(contact)) == []


def test_a_service_that_nobody_can_reach_is_no_help(hub: Hub) -> None:
    assert [p.code for p in found(hub, contact=Contact())] == ["no-contact"]
    lost = Contact(helpline="samaritan")
    assert [p.code for p in found(hub, contact=lost)] == ["unknown-name"]


def test_a_service_has_a_door_or_works_from_afar(hub: Hub) -> None:
    assert [p.code for p in found(hub, places=())] == ["no-place"]
    assert found(hub, places=(), mode=("phone",)) == []


def test_facts_of_a_real_service_have_a_source(hub: Hub) -> None:
    assert [p.code for p in found(hub, example=False)] == ["no-sources"]
    assert found(hub, example=False, sources=(READ,)) == []


def checked(hub: Hub, on: date) -> dict[str, Any]:
    return {"checked": hub.services[0].checked.model_copy(update={"on": on})}


def test_facts_were_not_checked_tomorrow(hub: Hub) -> None:
    assert found(hub, **checked(hub, TODAY)) == []
    [problem] = found(hub, **checked(hub, TODAY + timedelta(days=1)))
    assert problem.code == "future-date"


@pytest.mark.parametrize("fact", [WaitingTime(weeks=3, on=TODAY), Capacity(state="open", on=TODAY)])
def test_nobody_knows_today_how_long_people_will_wait_tomorrow(
    fact: WaitingTime | Capacity, hub: Hub
) -> None:
    key = "capacity" if isinstance(fact, Capacity) else "waiting_time"
    assert found(hub, **{key: fact}) == []
    [problem] = found(hub, **{key: fact.model_copy(update={"on": TODAY + timedelta(days=1)})})
    assert (problem.code, problem.what) == ("future-date", f"`{key}.on` lies in the future.")


def test_news_that_is_over_is_told_of_and_stops_nothing(hub: Hub) -> None:
    assert found(hub, alert=Alert(text="We have moved.", until=TODAY)) == []
    [problem] = found(hub, alert=Alert(text="We have moved.", until=TODAY - timedelta(days=1)))
    assert (problem.code, problem.severity) == ("old-news", Severity.NOTICE)


@pytest.mark.parametrize("status", ["active", "paused"])
@pytest.mark.parametrize(
    ("on", "severity", "words"),
    [
        ("2026-05-22", None, ""),
        ("2026-05-21", Severity.NOTICE, "were due to be confirmed on 2026-11-21."),
        ("2026-02-21", Severity.NOTICE, "on 2026-08-21, so the service stands last in every list."),
        ("2025-11-22", Severity.NOTICE, "stands last"),
        ("2025-11-21", Severity.WARNING, "is shown as not confirmed and without hours."),
    ],
)
def test_facts_that_are_due_are_told_of_and_those_that_expired_stop_what_publishes(
    on: str, severity: Severity | None, words: str, status: str, hub: Hub
) -> None:
    problems = found(hub, status=status, **checked(hub, date.fromisoformat(on)))

    assert [(p.code, p.severity) for p in problems] == [("stale-service", severity)][
        : bool(severity)
    ]
    assert all(words in problem.what for problem in problems)


@pytest.mark.parametrize("status", ["closed", "unconfirmed"])
def test_what_says_itself_that_it_is_not_sure_does_not_go_stale(status: str, hub: Hub) -> None:
    assert found(hub, status=status, **checked(hub, date(2020, 1, 1))) == []


@pytest.mark.parametrize("name", ["a-z", "for", "needs", "report", "this-week", "towns"])
def test_the_name_of_a_list_is_no_name_for_a_service(name: str, hub: Hub) -> None:
    assert [p.code for p in found(hub, id=name)] == ["duplicate-address"]


@pytest.mark.parametrize("town", ["crawley", "CRAWLEY", "Craw-ley", "Cräwley", "Crawley."])
def test_a_town_is_written_in_one_way_everywhere(town: str, tmp_path: Path) -> None:
    again = edit(SERVICE, ("harbour.yml", "second.yml"), ("town: Crawley", f"town: {town}"))
    hub, problems = read_station(tmp_path, SERVICE, again)

    assert problems == []
    [problem] = check_services(hub, TODAY)
    assert (problem.path, problem.line, problem.code) == (
        "services_directory/second.yml",
        8,
        "duplicate-address",
    )
    assert f"'{town}' is written 'Crawley' elsewhere" in problem.what


def test_towns_in_letters_of_other_alphabets_are_told_apart(tmp_path: Path) -> None:
    one, two = (
        edit(SERVICE, ("harbour.yml", f"{name}.yml"), ("town: Crawley", f"town: {town}"))
        for name, town in (("a", "日本"), ("b", "東京"))
    )
    hub, problems = read_station(tmp_path, one, two)

    assert problems == []
    assert list(check_services(hub, TODAY)) == []


def test_an_answer_that_the_hours_deny_is_refused_at_its_line(tmp_path: Path) -> None:
    stated = "    access:\n      evenings: yes\nserves:"
    vocabulary = (
        "access: {childcare",
        "access: {evenings: {label: Evenings, explanation: Late.}, childcare",
    )
    hub, problems = read_station(
        tmp_path, edit(SERVICE, ("serves:", stated)), edit(PLAIN, vocabulary)
    )

    assert problems == []
    [problem] = check_services(hub, TODAY)
    assert (problem.line, problem.code) == (14, "two-answers")
    assert problem.what == "`evenings: yes` does not agree with the hours, which say: no."
