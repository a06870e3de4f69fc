"""Words of a file that give away the address of a hidden place, in whatever way they are written."""

from pathlib import Path

import pytest

from recovery_radio.model.problem import Problem, Severity
from sites import SERVICE, edit, read_station

HIDDEN = edit(
    SERVICE,
    ("  - town: Crawley\n", "  - name: Quince Lodge\n    town: Crawley\n    hide_address: true\n"),
    ("[1 Example Street]", "[Flat 2, 14b Acacia Road, Three Bridges]"),
    ("    postcode: RH10 0AA\n", "    postcode: RH10 0AA\n    geo: [51.11725, -0.17531]\n"),
)
PATH = "services_directory/harbour.yml"


def told(tmp_path: Path, *changes: tuple[str, str]) -> list[Problem]:
    _, problems = read_station(tmp_path, edit(HIDDEN, *changes))
    assert {problem.code for problem in problems} <= {"hidden-address"}
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def test_an_address_that_is_only_where_it_belongs_is_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_an_editor_is_told_that_the_file_itself_is_no_secret(tmp_path: Path) -> None:
    _, problems = read_station(tmp_path, HIDDEN)

    assert [(p.line, p.severity) for p in problems] == [(10, Severity.NOTICE)]
    assert problems[0].repair == "If others can see the file, take the address out of it."
    bare = edit(
        SERVICE,
        ("    address: [1 Example Street]\n    postcode: RH10 0AA\n", "    hide_address: true\n"),
    )
    assert read_station(tmp_path, bare)[1] == []


@pytest.mark.parametrize(
    "words",
    [
        "Go to 14b Acacia Road.",
        "Ring the bell on ACACIA ROAD.",
        "Near Acacia-Road, on the left.",
        "Look for Quince  Lodge.",
        "We are at RH10 0AA.",
        "We are at rh100aa.",
        "Behind the station of Three Bridges.",
        "https://map.example/?at=51.11725",
    ],
)
def test_words_that_give_it_away_are_refused_at_their_line(words: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, ("summary: Tea and a chat.", f'summary: "{words}"'))

    assert (problem.path, problem.line) == (PATH, 4)
    assert problem.what == "These words give away the address of a place that is hidden."
    assert problem.repair == "Write them without house, street and postcode."
    assert "Acacia" not in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("cost: free", "cost: free\nalert: {text: Moved to Acacia Road, until: 2026-12-01}", 19),
        ("cost: free", "cost: free\nsources: [{title: T, publisher: P, year: 2026, url: 'https://a.example/acacia-road', looked_up: 2026-11-01}]", 19),
        ("serves:", "    closures: [{from: 2026-12-24, to: 2026-12-26, note: Acacia Road is shut}]\nserves:", 16),
        ("serves:", '    sessions: [{label: Acacia Road tea, hours: {wed: "13:00-15:00"}}]\nserves:', 16),
        ("serves:", "  - {town: Crawley, address: [16 Acacia Road]}\nserves:", 16),
        ('phone: "01632 960123"', "email: acacia.road@hub.example", 17),
    ],
)  # fmt: skip
def test_no_setting_is_passed_over(old: str, new: str, line: int, tmp_path: Path) -> None:
    assert [problem.line for problem in told(tmp_path, (old, new))] == [line]


@pytest.mark.parametrize("answer", ["true", "yes", "on", '"true"'])
def test_every_way_to_say_yes_hides(answer: str, tmp_path: Path) -> None:
    changes = (
        ("hide_address: true", f"hide_address: {answer}"),
        ("summary: Tea and a chat.", "summary: On Acacia Road."),
    )
    hub, _ = read_station(tmp_path, edit(HIDDEN, *changes))

    assert [p.line for p in told(tmp_path, *changes)] == [4]
    assert hub.services[0].places[0].address == ()


@pytest.mark.parametrize("answer", ["false", "no"])
def test_what_is_not_hidden_may_be_told_anywhere(answer: str, tmp_path: Path) -> None:
    changes = (
        ("hide_address: true", f"hide_address: {answer}"),
        ("summary: Tea and a chat.", "summary: On Acacia Road."),
    )

    assert told(tmp_path, *changes) == []


def test_the_name_of_the_file_counts_since_it_is_the_address_of_the_page(tmp_path: Path) -> None:
    _, problems = read_station(tmp_path, edit(HIDDEN, ("harbour.yml", "acacia-road.yml")))

    [problem] = [p for p in problems if p.severity is Severity.ERROR]
    assert str(problem) == (
        "services_directory/acacia-road.yml:1: The name of this file gives away the address of a "
        "place that is hidden. Rename the file. [hidden-address]"
    )


def test_a_town_and_the_services_own_name_are_public(tmp_path: Path) -> None:
    changes = (
        ("Quince Lodge", 'Harbour & "friends"'),
        ("Three Bridges", "Crawley"),
        ("summary: Tea and a chat.", "summary: Harbour & friends is in Crawley."),
    )

    assert told(tmp_path, *changes) == []


def test_places_that_are_no_list_are_left_to_the_model(tmp_path: Path) -> None:
    for places in ("places: Crawley", "places: [Crawley]", "places: {hide_address: true}"):
        text = (
            SERVICE[: SERVICE.index("places:")]
            + places
            + "\n"
            + SERVICE[SERVICE.index("serves:") :]
        )
        _, problems = read_station(tmp_path, text)
        assert {problem.code for problem in problems} == {"wrong-type"}
