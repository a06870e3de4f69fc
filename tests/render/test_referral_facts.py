"""What a GP is told of a service: every fact, or that nobody knows it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from recovery_radio.model.problem import Severity
from recovery_radio.render.referral_facts import Fact, facts_of
from sites import PLAIN, SERVICE, edit, read_station

TODAY = date(2026, 11, 21)
WORDS = edit(
    PLAIN,
    ("how_in: {walk-in", "how_in: {gp-referral: {label: Through your GP, explanation: They ask.}, walk-in"),
    ("access: {childcare", "access: {step-free: {label: Step-free, explanation: No steps.}, childcare"),
    ("space: {drug-free", "space: {shared-door: {label: Shared door, explanation: One door.}, drug-free"),
    ("mode: {in-person", "mode: {online: {label: Online, explanation: On the web.}, in-person"),
)  # fmt: skip
FULL = edit(
    SERVICE,
    ('      mon-fri: "10:00-16:00"\n', '      mon-fri: "10:00-16:00"\n    bank_holidays: closed\n'),
    ("    postcode: RH10 0AA\n", "    postcode: RH10 0AA\n    access: {step-free: yes, childcare: no}\n    space: {shared-door: ask}\n"),
    ("cost: free", "gp_note: Send a letter.\ntell_patient: They make you a tea.\nwaiting_time: {weeks: 3, on: 2026-10-28}\ncapacity: {state: open, on: 2026-11-02}\ncost: free"),
)  # fmt: skip
LABELS = ["Where", "For", "Contact", "Open", "How to refer", "Area", "Waiting", "Access", "Tell the patient", "Checked"]  # fmt: skip
Facts = Callable[..., dict[str, Fact]]


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    def read(*changes: tuple[str, str], words: str = WORDS) -> dict[str, Fact]:
        hub, problems = read_station(tmp_path, words, edit(FULL, *changes))
        assert {problem.severity for problem in problems} <= {Severity.NOTICE}
        [service] = hub.services
        return {fact.label: fact for fact in facts_of(service, service.places, hub, TODAY)}

    return read


def said(fact: Fact) -> list[str]:
    return [line.text for line in fact.lines]


def test_a_whole_entry_has_every_fact_and_lacks_none(facts: Facts) -> None:
    found = facts()

    assert list(found) == LABELS
    assert [fact.missing for fact in found.values()] == [""] * len(LABELS)
    assert {label: said(fact) for label, fact in found.items()} == {
        "Where": ["1 Example Street, Crawley RH10 0AA."],
        "For": ["Anyone. Anything."],
        "Contact": ["01632 960123"],
        "Open": ["Monday to Friday 10am to 4pm.", "Bank holidays: closed."],
        "How to refer": ["Walk in.", "Send a letter."],
        "Area": ["Crawley"],
        "Waiting": ["About 3 weeks (28 October 2026).", "Taking new people (2 November 2026)."],
        "Access": ["Yes: Step-free. No: Childcare. Ask first: Shared door."],
        "Tell the patient": ["They make you a tea."],
        "Checked": ["1 November 2026, by phone."],
    }
    assert found["Contact"].lines[0].href == "tel:+441632960123"


@pytest.mark.parametrize(
    ("label", "change", "missing"),
    [
        ("Where", ("    address: [1 Example Street]\n", ""), "Street not known: ring first."),
        ("Open", ("    hours:\n      mon-fri: \"10:00-16:00\"\n", ""), "Not known: ring first."),
        ("Access", ("childcare: no", ""), "Childcare not known: ring first."),
        ("Tell the patient", ("tell_patient: They make you a tea.\n", ""), "Not known: ring first."),
        ("Checked", ("on: 2026-11-01, by", "on: 2026-01-01, by"), "That is long ago: ring first."),
    ],
)  # fmt: skip
def test_what_an_entry_leaves_out_is_not_known(
    facts: Facts, label: str, change: tuple[str, str], missing: str
) -> None:
    found = facts(change)

    assert found[label].missing == missing
    assert not [fact.label for fact in found.values() if fact.missing and fact.label != label]


def test_it_is_not_known_what_to_send_if_people_come_by_letter_and_nothing_is_said(
    facts: Facts,
) -> None:
    found = facts(("how_in: [walk-in]", "how_in: [gp-referral]"), ("gp_note: Send a letter.\n", ""))

    assert found["How to refer"].missing == "What to send is not known: ring first."
    assert said(found["How to refer"]) == ["Through your GP."]
    assert facts(("gp_note: Send a letter.\n", ""))["How to refer"].missing == ""


def test_a_waiting_time_is_expected_where_nobody_can_walk_in(facts: Facts) -> None:
    without = (
        ("waiting_time: {weeks: 3, on: 2026-10-28}\n", ""),
        ("capacity: {state: open, on: 2026-11-02}\n", ""),
    )

    assert said(facts(*without)["Waiting"]) == ["None given. People walk in."]
    closed = facts(*without, ("how_in: [walk-in]", "how_in: [gp-referral]"))
    assert closed["Waiting"].missing == "Not known: ring first."


def test_nobody_is_told_to_ring_where_there_is_no_number(facts: Facts) -> None:
    found = facts(('phone: "01632 960123"', "email: hello@harbour.example"), ("    address: [1 Example Street]\n", ""))  # fmt: skip

    assert found["Contact"].missing == "Phone number not known: ask first."
    assert found["Where"].missing == "Street not known: ask first."


def test_what_is_only_online_lacks_no_number_and_no_door(facts: Facts) -> None:
    places = FULL[FULL.index("places:") : FULL.index("serves:")]
    found = facts((places, "mode: [online]\n"), ('phone: "01632 960123"', "web: https://harbour.example/help/"))  # fmt: skip

    assert "Access" not in found
    assert said(found["Where"]) == ["Online."]
    assert [tuple(line) for line in found["Contact"].lines] == [
        ("harbour.example/help", "https://harbour.example/help/")
    ]
    assert [fact.label for fact in found.values() if fact.missing] == ["Open"]


def test_a_helpline_gives_number_and_hours(facts: Facts) -> None:
    places = FULL[FULL.index("places:") : FULL.index("serves:")]
    found = facts((places, "mode: [phone]\n"), ('phone: "01632 960123"', "helpline: samaritans"))

    assert [tuple(line) for line in found["Contact"].lines] == [("116 123", "tel:116123")]
    assert said(found["Open"]) == ["Day and night."]


def test_what_a_line_says_of_its_own_numbers_is_said_of_no_other(facts: Facts) -> None:
    line = '  number: "116 123"\n  press: option 2\n  text: text SHOUT to 85258\n  text_to: "85258"'
    words = edit(WORDS, ('  number: "116 123"', line))
    phone = 'phone: "01632 960123"'

    found = facts((phone, "helpline: samaritans"), words=words)["Contact"]
    assert said(found) == ["116 123, then press option 2", "Text SHOUT to 85258"]
    found = facts((phone, f'{phone}, text: "07700 900001", helpline: samaritans'), words=words)
    assert said(found["Contact"]) == ["01632 960123", "Text 07700 900001"]
    assert said(found["Open"]) == ["Monday to Friday 10am to 4pm.", "Bank holidays: closed."]


def test_a_hidden_place_gives_its_town_and_nothing_else(facts: Facts) -> None:
    found = facts(("    address:", "    hide_address: true\n    address:"))

    assert said(found["Where"]) == ["Crawley. The address is given at booking."]
    assert found["Where"].missing == ""
    assert "Example Street" not in str(found)
    assert "RH10" not in str(found)


def test_a_team_on_the_street_has_no_door_to_ask_about(facts: Facts) -> None:
    found = facts(("    address: [1 Example Street]\n", "    name: On foot in the centre\n"))

    assert said(found["Where"]) == ["On foot in the centre, Crawley RH10 0AA."]
    assert "Access" not in found


def test_facts_that_nobody_has_confirmed_for_long_have_no_hours(facts: Facts) -> None:
    found = facts(("on: 2026-11-01, by", "on: 2025-10-01, by"))

    assert said(found["Open"]) == []
    assert found["Open"].missing == "Not confirmed: ring first."


def test_closures_are_told_until_they_are_over(facts: Facts) -> None:
    closures = "    closures:\n      - {from: 2026-12-24, to: 2026-12-28, note: Christmas}\n      - {from: 2026-08-01, to: 2026-08-14}\n"  # fmt: skip
    found = facts(("    bank_holidays: closed\n", f"    bank_holidays: ask\n{closures}"))

    assert said(found["Open"])[1:] == [
        "Bank holidays: ask first.",
        "Closed from 24 December 2026 to 28 December 2026: Christmas.",
    ]


def test_several_doors_say_which_town_each_fact_is_of(facts: Facts) -> None:
    second = "  - {town: Horsham, address: [2 Example Way], access: {step-free: no}, hours: always}\nserves:"
    found = facts(("serves:", second))

    assert said(found["Open"]) == [
        "Crawley: Monday to Friday 10am to 4pm.",
        "Crawley: Bank holidays: closed.",
        "Horsham: Day and night, every day.",
        "Horsham: Bank holidays: ask first.",
    ]
    assert said(found["Access"])[1] == "Horsham: No: Step-free."
    assert found["Access"].missing == "Childcare, Shared door not known: ring first."


@pytest.mark.parametrize(
    ("age", "words"),
    [
        ("{min: 13, max: 24}", "Anyone, aged 13 to 24. Anything."),
        ("{min: 18}", "Anyone, aged 18 and over. Anything."),
        ("{max: 25}", "Anyone, aged up to 25. Anything."),
        ("{}", "Anyone. Anything."),
    ],
)
def test_ages_are_said_in_words(facts: Facts, age: str, words: str) -> None:
    assert said(facts(("cost: free", f"for_whom: {{age: {age}}}\ncost: free"))["For"]) == [words]
