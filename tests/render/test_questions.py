"""What to ask a service: unknown things first, and beside the others what its entry says."""

from pathlib import Path

import pytest

from recovery_radio.model.hub import Hub
from recovery_radio.render.questions import questions_of
from sites import NOW, PLAIN, SERVICE, edit, read_station

TODAY = NOW.date()
WORDS = edit(
    PLAIN,
    (
        "access: {childcare",
        "access: {step-free: {label: Step-free, explanation: No step.}, fares-help: {label: Help with "
        "fares, explanation: They pay.}, childcare",
    ),
    (
        "space: {drug-free",
        "space: {shared-door: {label: Shared front door, explanation: With others.}, drug-free",
    ),
)
KNOWN = edit(
    SERVICE,
    (
        "serves:",
        '    travel: Bus 7.\n    bank_holidays: "10:00-12:00"\n'
        "    access: {step-free: yes, fares-help: ask, childcare: no}\n"
        "    space: {shared-door: no}\n"
        '    sessions: [{label: Tea, hours: {sat: "14:00-15:00"}}]\n'
        '    closures:\n      - {from: 2026-12-24, to: 2027-01-02, instead: {2026-12-31: "09:00-12:00"}}\nserves:',
    ),
    (
        "cost: free",
        "cost: free\nexpect: A cup of tea.\nwaiting_time: {weeks: 3, on: 2026-10-01}\n"
        "capacity: {state: full, on: 2026-10-02}\nalert: {text: We move., until: 2026-12-01}",
    ),
)


def asked(hub: Hub) -> dict[str, str]:
    return {q.ask: q.said for q in questions_of(hub.services[0], hub, TODAY)}


def hub_of(tmp_path: Path, *texts: str) -> Hub:
    hub, problems = read_station(tmp_path, WORDS, *texts)
    assert [problem for problem in problems if problem.code != "hidden-address"] == []
    return hub


def test_what_nobody_has_told_us_is_asked_first(tmp_path: Path) -> None:
    said = asked(hub_of(tmp_path, SERVICE))

    assert list(said)[: list(said.values()).index("1 Example Street, RH10 0AA") - 1] == [
        "And on bank holidays?",
        "Which bus or train goes there?",
        "Step-free?",
        "Help with fares?",
        "Childcare?",
        "Shared front door?",
        "How many weeks do people wait for the first appointment?",
        "Do you take new people at the moment?",
        "What happens when somebody comes for the first time?",
        "Will you be shut, or move, in the coming months?",
    ]
    assert said["When is the door in Crawley open?"] == "Monday to Friday 10am to 4pm"


def test_what_is_known_is_read_out_to_be_confirmed(tmp_path: Path) -> None:
    assert asked(hub_of(tmp_path, KNOWN)) == {
        "When is the door in Crawley open?": "Monday to Friday 10am to 4pm; Tea: Saturday 2pm to 3pm",
        "And on bank holidays?": "10am to midday",
        "Where in Crawley is it?": "1 Example Street, RH10 0AA",
        "Which bus or train goes there?": "Bus 7.",
        "Step-free?": "yes",
        "Help with fares?": "ask first",
        "Childcare?": "no",
        "Shared front door?": "no",
        "How do people get in?": "Walk in",
        "How many weeks do people wait for the first appointment?": "3 weeks on 1 October 2026",
        "Do you take new people at the moment?": "full on 2 October 2026",
        "What does it cost?": "Free",
        "What happens when somebody comes for the first time?": "A cup of tea.",
        "How does somebody reach you?": "01632 960123",
        "Will you be shut, or move, in the coming months?": (
            "Closed from 24 December 2026 to 2 January 2027. Open on 31 December 2026, "
            "9am to midday. We move."
        ),
    }


def test_a_letter_is_asked_about_where_a_gp_refers(tmp_path: Path) -> None:
    words = edit(
        WORDS, ("how_in: {walk-in", "how_in: {gp-referral: {label: GP, explanation: A.}, walk-in")
    )
    hub = hub_of(tmp_path, words, edit(SERVICE, ("[walk-in]", "[walk-in, gp-referral]")))

    assert asked(hub)["What should a GP write when they refer?"] == ""


def test_of_a_hidden_place_nobody_asks_where_it_is(tmp_path: Path) -> None:
    hidden = edit(SERVICE, ("    address:", "    hide_address: true\n    address:"))
    text = str(asked(hub_of(tmp_path, hidden)))

    assert "Where in" not in text
    assert "Which bus" not in text
    assert "Example Street" not in text


def test_a_line_without_a_door_is_asked_about_the_line_only(tmp_path: Path) -> None:
    places = SERVICE[SERVICE.index("places:") : SERVICE.index("serves:")]
    hub = hub_of(tmp_path, edit(SERVICE, (places, "mode: [phone]\n")))

    assert not [ask for ask in asked(hub) if "door" in ask or "bank holidays" in ask]


@pytest.mark.parametrize(("hours", "told"), [("always", True), ("by-appointment", False)])
def test_bank_holidays_matter_where_there_are_hours(hours: str, told: bool, tmp_path: Path) -> None:
    text = edit(SERVICE, ('    hours:\n      mon-fri: "10:00-16:00"\n', f"    hours: {hours}\n"))

    assert ("And on bank holidays?" in asked(hub_of(tmp_path, text))) == told
