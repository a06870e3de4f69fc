"""The manual's list of what the studies asked for: whole, and each with a link or a reason."""

import re

import pytest

from station import ROOT

TEXT = (ROOT / "site/pages/manual/coverage.md").read_text("utf-8")
ROWS = {
    int(number): (asked, where)
    for number, asked, where in re.findall(r"^\| (\d+) \| (.+) \| (.+) \|$", TEXT, re.MULTILINE)
}


def test_every_one_of_the_sixty_two_is_there_once() -> None:
    numbers = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert sorted(map(int, numbers)) == list(range(1, 63))
    assert sorted(ROWS) == list(range(1, 63))


@pytest.mark.parametrize("number", sorted(ROWS))
def test_each_says_where_it_is_or_why_it_is_not_here(number: int) -> None:
    asked, where = ROWS[number]
    assert asked.strip()
    # Where the links lead is held by the build.
    link = re.search(r"\[[^\]]+\]\((?:\.\./|[a-z])[^)]+\)", where)
    reason = re.search(r"Not here(?: yet)?: .{30,}", where)
    assert link or reason, where
    if "Not here" in where:
        assert reason, f"{where}: give the reason"


def test_the_manual_leads_there() -> None:
    assert "(coverage.md)" in (ROOT / "site/pages/manual/index.md").read_text("utf-8")
