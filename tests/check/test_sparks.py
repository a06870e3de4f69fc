"""Decisions on Small Sparks: sums that fit, months that were, and nobody named."""

from pathlib import Path

import pytest

from recovery_radio.check.run import run_checks
from recovery_radio.check.sparks import find_telling
from recovery_radio.model.problem import Severity
from sites import NOW, edit, read_station

PATH = "site/data/small_sparks.yml"
REGISTER = f"""
-- {PATH} --
"2026":
  from: 2026-01
  to: 2026-12
  budget: 1000
  decisions:
    - month: 2026-02
      asked: 180
      purpose: A bus pass
      decision: yes
      reason: Two groups a week.
      opened: A habit.
    - month: 2026-11
      asked: 350
      purpose: A bicycle
      decision: part
      given: "200.50"
      reason: The workshop sells one for less.
    - month: 2026-03
      asked: "50"
      purpose: A gym
      decision: no
      reason: The council's is free.
"""


def test_a_register_with_nothing_wrong_has_no_problem(tmp_path: Path) -> None:
    hub, problems = read_station(tmp_path, REGISTER)

    assert problems + run_checks(hub, NOW) == []
    [year] = hub.sparks.values()
    assert [str(each.sum_given) for each in year.decisions] == ["180", "200.50", "0"]


def test_a_station_may_do_without_a_register(tmp_path: Path) -> None:
    hub, problems = read_station(tmp_path)

    assert problems + run_checks(hub, NOW) == []
    assert hub.sparks == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "words"),
    [
        ("asked: 180", "asked: £180", 7, "bad-sum", "Write pounds and pence without a sign"),
        ("asked: 180", "asked: 180.505", 7, "bad-sum", "180.505"),
        ("asked: 180", "asked: -180", 7, "bad-sum", "is not a sum of money"),
        ("asked: 180", "asked: true", 7, "bad-sum", "is not a sum of money"),
        ("asked: 180", "asked: 49.99", 7, "out-of-range", "from £50 to £500"),
        ("asked: 180", "asked: 500.01", 7, "out-of-range", "is £500.01."),
        ("month: 2026-02", "month: 2026-02-14", 6, "bad-month", "Write year and month"),
        ("month: 2026-02", "month: 2026-13", 6, "bad-month", "Write year and month"),
        ("month: 2026-02", "month: 2025-12", 6, "outside-year", "2025-12, outside 2026-01"),
        ("from: 2026-01", "from: 2027-01", 3, "outside-year", "comes before `from`"),
        ("month: 2026-11", "month: 2026-12", 12, "future-date", "lies in the future"),
        ("decision: part", "decision: perhaps", 15, "bad-choice", "`yes`, `part`, `no`"),
        ('given: "200.50"', "given: 350", 16, "odd-decision", "less than all of it"),
        ('given: "200.50"', "given: 0", 16, "odd-decision", "more than nothing"),
        ('      given: "200.50"\n', "", 12, "odd-decision", "Write `given: …`"),
        ("decision: no", "decision: no\n      given: 20", 22, "odd-decision", "beside a no"),
        ("A bus pass", "A bus pass for Colin", 8, "named-person", "'Colin'"),
        ("The workshop", "Mrs Bell says the workshop", 17, "named-person", "'Mrs Bell'"),
        ("A habit.", "Ring 07700 900123.", 11, "named-person", "'07700 900123'"),
        ("budget: 1000", "budget: 380.49", 4, "over-budget", "£380.50 was given"),
    ],
)
def test_a_fault_is_told_with_its_place_and_its_repair(
    old: str, new: str, line: int, code: str, words: str, tmp_path: Path
) -> None:
    hub, problems = read_station(tmp_path, edit(REGISTER, (old, new)))

    problems += run_checks(hub, NOW)
    found = [problem for problem in problems if problem.code == code]
    assert found, problems
    assert {problem.path for problem in found} == {PATH}
    assert found[0].line == line
    assert words in str(found[0])
    assert {problem.code for problem in problems} == {code}


def test_a_budget_that_was_passed_stops_only_what_is_published(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, edit(REGISTER, ("budget: 1000", "budget: 100")))

    [problem] = run_checks(hub, NOW)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "A bus pass for Colin",
        "Colin's bus pass",
        "Mr Smith, Mrs Smith",
        "for Mrs. B",
        "for Dr Patel",
        "for J.S. of the group",
        "for J. S.",
        "for J. Bell",
        "Dougie Miller asked",
        "write to sam.bell@example.org",
        "ring 01632 960123",
        "ring +44 1632 960 123",
        "born 14.02.1981, or 14/02/1981",
        "lives at S1 2HH",
    ],
)
def test_what_may_tell_who_somebody_is_is_found(text: str) -> None:
    assert find_telling(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bus pass for three months",
        "The hall of St Mark's, by the market",
        "Miss the last bus, and the group is out of reach",
        "Train fares to Doncaster and to Crawley",
        "The GP and the NHS form; a TV licence",
        "£1,087.50 in 12 months, 2026",
        "The pass was used on 61 days.",
        "Six ukuleles, and a will to play them",
        "A CSCS card for work on a site",
    ],
)
def test_what_names_nobody_is_let_through(text: str) -> None:
    assert find_telling(text) is None
