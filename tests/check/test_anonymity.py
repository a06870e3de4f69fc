"""No surname in an entry for mutual aid, and no false alarm over a street."""

from pathlib import Path

import pytest

from recovery_radio.check.anonymity import check_anonymity, find_person
from recovery_radio.model.problem import Severity
from recovery_radio.read.hub import Folders, read_hub
from sites import SERVICE, edit, read_station
from station import ROOT

GROUP = edit(SERVICE, ("kind: drop-in", "kind: mutual-aid"))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ask for Dave Smith.", "Dave Smith"),
        ("Ring Mary O'Brien or Mary O’Brien.", "Mary O'Brien"),
        ("Chris Jones-Taylor has the key.", "Chris Jones-Taylor"),
        ("Contact Sean McDonald", "Sean McDonald"),
        ("Hello Dave Paul Green", "Dave Paul"),
        ("Mrs Khan opens the door.", "Mrs Khan"),
        ("dave.smith@group.example", "dave.smith@"),
        ("dave_smith7@group.example", "dave_smith7@"),
    ],
)
def test_a_full_name_is_found(text: str, person: str) -> None:
    assert find_person(text) == person


@pytest.mark.parametrize(
    "text",
    [
        "Ask for Dave.",
        "Dave S. opens up at six.",
        "Dave and Mary make tea.",
        "James Street, by St Mark Church",
        "The St Paul Rooms",
        "Run by St John Ambulance",
        "With St. John Ambulance, Crawley St John Ambulance",
        "As Bill Sees It",
        "Will You come on Monday?",
        "Grace House, Rose Lane",
        "Meet at the Red Lion",
        "hello.team@group.example",
        "doncaster.meeting@group.example",
        "Meet in Paul Monday to Friday",
    ],
)
def test_a_first_name_a_street_and_a_role_are_no_person(text: str) -> None:
    assert find_person(text) is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("summary: Tea and a chat.", "summary: Tea with Dave Smith.", 4),
        ("cost: free", "expect: Dave Smith meets you.\ncost: free", 15),
        ("address: [", "travel: Ask Dave Smith for a lift.\n    address: [", 9),
        ('phone: "01632 960123"', "email: dave.smith@hub.example", 14),
        (
            "serves:",
            '    sessions: [{label: With Dave Smith, hours: {mon: "10:00-11:00"}}]\nserves:',
            13,
        ),
    ],
)
def test_an_entry_for_mutual_aid_is_refused_at_the_line(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    hub, problems = read_station(tmp_path, edit(GROUP, (old, new)))
    assert problems == []

    [problem] = check_anonymity(hub.services[0])
    assert problem.code == "surname"
    assert (problem.path, problem.line) == ("services_directory/harbour.yml", line)
    assert problem.severity is Severity.ERROR
    assert "first name" in problem.repair


def test_other_services_may_name_people_unless_a_session_is_mutual_aid(tmp_path: Path) -> None:
    named = edit(SERVICE, ("summary: Tea and a chat.", "summary: Tea with Dave Smith."))
    session = (
        "    sessions: [{label: Steps, kind: mutual-aid, hours: {mon: '10:00-11:00'}}]\nserves:"
    )

    hub, _ = read_station(tmp_path, named)
    assert list(check_anonymity(hub.services[0])) == []
    hub, _ = read_station(tmp_path, edit(named, ("serves:", session)))
    assert [problem.code for problem in check_anonymity(hub.services[0])] == ["surname"]


def test_it_is_quiet_about_the_whole_example_station() -> None:
    hub, _, _ = read_hub(ROOT, Folders(), None, map)

    # Of all kinds, so that there is text enough to be wrong about.
    groups = [service.model_copy(update={"kind": "mutual-aid"}) for service in hub.services]
    assert len(groups) > 60
    assert [problem for group in groups for problem in check_anonymity(group)] == []
