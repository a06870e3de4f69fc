"""What a fault in a register of voice or events gets: one problem, with file, line and repair.

Each case is a station whose registers say everything that can be said, with one thing wrong.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from having_a_say import SAY
from recovery_radio.check.run import run_checks
from recovery_radio.model.problem import Problem, Severity
from sites import NOW, read_station


class Case(NamedTuple):
    """A change to a register, and what is said about it."""

    file: str
    old: str
    new: str
    line: int
    what: str
    repair: str
    code: str
    severity: Severity = Severity.ERROR


def counts(*three: int | str) -> str:
    """Write the answers to the first question of the survey."""
    says = ("Up to 2 weeks", "Longer", "I do not know")
    return "".join(
        f"        - {{say: {say}, count: {count}}}\n"
        for say, count in zip(says, three, strict=True)
    )


NOTICE = Severity.NOTICE
COUNTS = counts(31, "hidden", "few")
DECIDED = "  already_decided: [Two evenings a week.]\n"
ASKS = f"  rung: co-design\n{DECIDED}  still_open: [Which two.]\n"
TELLS = f"  rung: inform\n{DECIDED}  still_open: []\n"
CASES = [
    # notices
    Case("involvement", "rung: co-design", "rung: co-decide", 5, "`rung` cannot be 'co-decide'", "`inform`, `consult`", "bad-choice"),
    Case("involvement", "  rung: co-design\n", "", 1, "`rung` is missing", "Add `rung", "missing-field"),
    Case("involvement", "already_decided: [Two evenings a week.]", "already_decided: []", 6, "too few entries", "at least 1", "too-few"),
    Case("involvement", "  already_decided: [Two evenings a week.]\n", "", 1, "`already_decided` is missing", "Add", "missing-field"),
    Case("involvement", "  still_open: [Which two.]\n", "", 1, "`still_open` is missing", "Add", "missing-field"),
    Case("involvement", "still_open: [Which two.]", "still_open: []", 7, "Nothing is open", "`rung: inform`", "nothing-open"),
    Case("involvement", "rung: co-design", "rung: inform", 5, "something is still open", "`consult`", "wrong-rung"),
    Case("involvement", ASKS, TELLS, 8, "asks nobody", "Remove `ways` and `closes`", "wrong-rung"),
    Case("involvement", f"{ASKS}  ways: [Come to a session.]\n", TELLS, 10, "asks nobody", "Remove `ways` and `closes`", "wrong-rung"),
    Case("involvement", "  ways: [Come to a session.]\n", "", 1, "does not tell how", "`ways`", "no-way-in"),
    Case("involvement", "  closes: 2026-12-11\n", "", 8, "or until when", "`closes`", "no-way-in"),
    Case("involvement", "  result_due: 2027-01-15\n", "", 1, "`result_due` is missing", "Add", "missing-field"),
    Case("involvement", "result_due: 2027-01-15", "result_due: 2026-12-01", 12, "`result_due` lies before `closes`", "Mend", "dates-out-of-order"),
    Case("involvement", "  example: true", "  result: Mondays.\n  example: true", 14, "A result has its day", "both", "result-without-day"),
    Case("involvement", "  example: true", "  result_on: 2026-11-20\n  closes: 2026-11-20\n  result: Yes.\n", 15, "`closes`", "", "duplicate-key"),
    Case("involvement", "closes: 2026-12-11\n  result_due: 2027-01-15", "closes: 2026-09-01\n  result_due: 2026-10-01", 12, "was due on 2026-10-01", "Ask those", "answer-overdue", NOTICE),
    Case("involvement", 'phone: "01632 960510", where: At the hub', "role: Worker", 13, "`role`", "", "duplicate-key"),
    Case("involvement", ', phone: "01632 960510", where: At the hub', "", 13, "no phone, no address", "at least one", "no-contact"),
    Case("involvement", "where: At the hub", "where: Ask for Karen Whitfield", 13, "'Karen Whitfield'", "the role", "named-person"),
    # seats
    Case("council", "filled: 7", "filled: 10", 7, "10 of 9 seats", "Mend", "too-many-seats"),
    Case("council", "seats: 9", "seats: 0", 6, "`seats` is too small", "at least 1", "out-of-range"),
    Case("council", "last_meeting: 2026-11-11", "last_meeting: 2026-11-22", 12, "`last_meeting` lies in the future", "was done", "future-date"),
    Case("council", "on: 2026-09-11", "on: 2026-12-11", 16, "The vote lies in the future", "has been held", "future-date"),
    Case("council", "https://council.example", "http://council.example", 14, "`minutes` cannot be read", "`https://", "bad-address"),
    Case("council", "email: clerk@council.example", "email: fiona.brown@council.example", 17, "a person's name: 'fiona.brown@", "the role", "named-person"),
    # promises
    Case("commitments", "side: services", "side: council", 3, "`side` cannot be 'council'", "`services`, `people`", "bad-choice"),
    Case("commitments", "due: 2026-06-30", "due: 2026-03-01", 7, "`due` lies before `made`", "Mend", "dates-out-of-order"),
    Case("commitments", "kept: 2026-06-12", "kept: 2026-12-12", 8, "`kept` lies in the future", "was done", "future-date"),
    Case("commitments", "  outcome: 41 kits.", "  dropped: 2026-06-13\n  outcome: 41 kits.", 9, "kept and dropped", "one of the two", "two-ends"),
    Case("commitments", "kept: 2026-06-12\n  outcome: 41 kits.", "dropped: 2026-06-12", 8, "nobody can read why", "`outcome`", "no-reason"),
    # answers
    Case("you_said", "    why: The lease runs on.\n", "", 7, "Not all of it was done", "`why`", "no-reason"),
    Case("you_said", "    on: 2026-07-20", "    on: 2026-05-01", 11, "before the question", "was given", "dates-out-of-order"),
    Case("you_said", "  on: 2026-05-06", "  on: 2026-12-06", 3, "`on` lies in the future", "was done", "future-date"),
    Case("you_said", "by: Commissioner", "by: Dr Shaw", 12, "'Dr Shaw'", "the role", "named-person"),
    # surveys
    Case("surveys", "count: 31", "count: 4", 15, "`count` is 4", "Write `few`", "small-count"),
    Case("surveys", "count: 31", "count: 31.5", 15, "`count` is not a count: '31.5'", "`few`", "bad-count"),
    Case("surveys", "count: 31", "count: yes", 15, "`count` is not a count", "`few`", "bad-count"),
    Case("surveys", "count: 31", "count: -6", 15, "`count` is not a count: '-6'", "`few`", "bad-count"),
    Case("surveys", "count: 31", "count: 97", 13, "97 answers are more than the 96", "`several: true`", "counts-do-not-fit"),
    Case("surveys", "count: 90", "count: 97", 19, "97 answers are more than the 96", "Count once more", "counts-do-not-fit"),
    Case("surveys", "count: hidden", "count: 60", 13, "leave 5 of 96", "`hidden`", "count-gives-away"),
    Case("surveys", COUNTS, counts(94, "few", "few"), 13, "leave 2 of 96", "`hidden`", "count-gives-away"),
    Case("surveys", COUNTS, counts(88, "few", "few"), 13, "leave 8 of 96", "`hidden`", "count-gives-away"),
    Case("surveys", COUNTS, counts(94, 0, "few"), 13, "leave 2 of 96", "`hidden`", "count-gives-away"),
    Case("surveys", COUNTS, counts(90, "hidden", "few"), 13, "leave 6 of 96", "`hidden`", "count-gives-away"),
    Case("surveys", "asked: 128", "asked: 90", 10, "96 of 90", "Count once more", "counts-do-not-fit"),
    Case("surveys", "to: 2026-09-11", "to: 2026-08-01", 6, "`to` lies before `from`", "Mend", "dates-out-of-order"),
    Case("surveys", "to: 2026-09-11", "to: 2026-12-01", 6, "Asking is not over", "last day", "future-date"),
    Case("surveys", "answered: 96", "answered: 4", 10, "`answered` is too small", "at least 5", "out-of-range"),
    # pilots
    Case("pilots", "ends: 2026-06-30", "ends: 2026-01-01", 6, "`ends` lies before `started`", "Mend", "dates-out-of-order"),
    Case("pilots", "  learned: Five drivers are the least.\n", "", 1, "nobody can read what was learned", "`learned`", "nothing-learned", NOTICE),
    # events
    Case("events", "start: 2026-12-05 10:30", "start: 2026-12-05", 4, "`start` is not a day with a time", "`2026-12-05 14:00`", "bad-moment"),
    Case("events", "start: 2026-12-05 10:30", "start: 2026-03-29 01:30", 4, "the clocks go forward on 2026-03-29", "that there is", "bad-moment"),
    Case("events", "start: 2026-12-05 10:30", "start: 2026-13-05 10:30", 4, "`start` is not a day with a time", "London's time", "bad-moment"),
    Case("events", "end: 2026-12-05 14:30", "end: 2026-12-05 10:30", 5, "ends before it begins", "Mend", "dates-out-of-order"),
    Case("events", "  town: Crawley\n  place: [Example Lock, Riverside]\n  postcode: RH10 0AA\n  travel: Bus 7.\n  online: https://council.example/walk\n", "", 1, "no place to go to", "`town`", "no-place"),
    Case("events", "childcare: ask", "child-care: ask", 11, "'child-care'", "Did you mean `childcare`?", "unknown-name"),
    Case("events", "childcare: ask", "childcare: maybe", 11, "`childcare` cannot be 'maybe'", "`yes`, `no`, `ask`", "bad-choice"),
    Case("events", "checked: 2026-11-16", "checked: 2026-11-26", 19, "`checked` lies in the future", "was done", "future-date"),
    Case("events", "  example: true", "  what_happened: It rained.\n", 20, "It has not happened yet", "when it is over", "too-early"),
    # alliances
    Case("alliances", "kind: business", "kind: shop", 7, "`kind` cannot be 'shop'", "`peers`, `service`", "bad-choice"),
    Case("alliances", "name: Example Bakery", "name: Susan Baker", 7, "'Susan Baker'", "the name of the group", "named-person"),
]  # fmt: skip


def found(tmp_path: Path, text: str) -> list[Problem]:
    hub, problems = read_station(tmp_path, text)
    return problems or run_checks(hub, NOW)


def test_registers_that_say_everything_are_in_order(tmp_path: Path) -> None:
    assert found(tmp_path, SAY) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.new[:40].strip()}")
def test_one_fault_is_named_once_with_its_place_and_repair(case: Case, tmp_path: Path) -> None:
    path = f"site/data/{case.file}.yml"
    start = SAY.index(f"-- {path} --")
    text = SAY[:start] + SAY[start:].replace(case.old, case.new, 1)
    assert text != SAY

    problems = found(tmp_path, text)

    told = [problem for problem in problems if problem.severity is case.severity]
    assert [(p.path, p.line, p.code) for p in told] == [(path, case.line, case.code)]
    assert case.what in told[0].what
    assert case.repair in told[0].repair


@pytest.mark.parametrize("left", [3, 7])
def test_two_small_counts_that_nobody_can_work_out_are_in_order(left: int, tmp_path: Path) -> None:
    text = SAY.replace(COUNTS, counts(96 - left, "few", "few"))
    assert text != SAY

    assert found(tmp_path, text) == []


def test_an_answer_that_is_missing_for_90_days_is_told_of_and_stops_nothing(
    tmp_path: Path,
) -> None:
    start = SAY.index("  reply:")
    text = SAY[:start] + SAY[SAY.index("  example: true", start) :]

    (problem,) = found(tmp_path, text)

    assert str(problem).startswith("site/data/you_said.yml:3: This has had no answer for 199 days")
    assert problem.code == "answer-overdue"
    assert problem.severity is Severity.NOTICE


def test_the_words_of_registers_are_held_to_the_language_of_the_station(tmp_path: Path) -> None:
    text = SAY.replace("about: Five slow miles.", "about: A walk for addicts.")
    text = text.replace(
        "said: Move to where the bus goes.", "said: I am an addict and I want a bus."
    )

    told = [problem for problem in found(tmp_path, text) if problem.severity is Severity.WARNING]

    # What people say of themselves is theirs.
    assert [(p.path, p.line, p.code) for p in told] == [("site/data/events.yml", 3, "judging-word")]


def test_a_written_page_does_not_hide_behind_an_event(tmp_path: Path) -> None:
    page = "\n-- site/pages/events/walk.md --\n---\ntitle: Walk\nsummary: A walk.\n---\nWords.\n"

    (problem,) = found(tmp_path, SAY + page)

    assert problem.code == "duplicate-address"


def test_a_station_without_the_registers_has_nothing_in_them(tmp_path: Path) -> None:
    hub, problems = read_station(tmp_path)

    assert problems == []
    assert not any(hub.say)
