"""Claims: each with sources of its page, each marked in the text."""

from datetime import timedelta
from pathlib import Path

import pytest

from recovery_radio.check.claims import check_claims
from recovery_radio.model.problem import Problem, Severity
from sites import NOW, edit, read_station

TODAY = NOW.date()
PAGE = """
-- site/pages/naloxone.md --
---
title: Naloxone
summary: A kit.
kind: guidance
sources:
  - {id: leaflet, title: Leaflet, publisher: Maker, year: 2024, url: "https://maker.example/", looked_up: 2026-11-01}
  - {title: Law, publisher: Parliament, year: 2024, url: "https://law.example/", looked_up: 2026-11-01}
claims:
  second-dose:
    sources: [leaflet]
    nations: [ENG, WLS]
    reviewed: 2026-11-01
    review_due: 2027-05-01
reviewed: 2026-11-01
review_due: 2027-11-01
---
Give one dose.

Wait, then give a second[^second-dose].
"""


def found(root: Path, *changes: tuple[str, str]) -> list[Problem]:
    hub, problems = read_station(root, edit(PAGE, *changes))
    assert problems == []
    [page] = [page for page in hub.pages if page.path == "naloxone.md"]
    return list(check_claims(page, TODAY))


def test_a_claim_with_source_and_mark_is_in_order(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        (("sources: [leaflet]", "sources: [leaflets]"), 10, "unknown-name"),
        (("{title: Law", "{id: leaflet, title: Law"), 5, "duplicate-source"),
        (("    reviewed: 2026-11-01", "    reviewed: 2026-11-22"), 12, "future-date"),
        (("Give one dose.", "Give one dose[^first-dose]."), 17, "unknown-claim"),
        (("second[^second-dose]", "second"), 9, "unmarked-claim"),
        (("second[^second-dose]", "second `[^second-dose]`"), 9, "unmarked-claim"),
    ],
)
def test_what_is_wrong_with_a_claim_is_told_where_it_stands(
    change: tuple[str, str], line: int, code: str, tmp_path: Path
) -> None:
    [problem] = found(tmp_path, change)

    assert (problem.line, problem.code, problem.severity) == (line, code, Severity.ERROR)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, ["no-claims"]),
        ({"kind": "training"}, ["no-claims"]),
        ({"kind": "page"}, []),
        ({"sources": ()}, []),
    ],
)
def test_a_health_page_with_sources_says_which_fact_comes_from_where(
    change: dict[str, object], codes: list[str], tmp_path: Path
) -> None:
    hub, _ = read_station(tmp_path, edit(PAGE, ("[^second-dose]", "")))
    [page] = [page for page in hub.pages if page.path == "naloxone.md"]

    problems = list(check_claims(page.model_copy(update={"claims": {}, **change}), TODAY))

    assert [problem.code for problem in problems] == codes
    assert all(p.line == 5 and p.severity is Severity.ERROR for p in problems)


def test_the_page_is_due_with_the_first_of_its_claims(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, PAGE)
    [page] = [page for page in hub.pages if page.path == "naloxone.md"]

    assert str(page.due) == "2027-05-01"
    assert page.due
    assert not page.is_stale(page.due - timedelta(days=1))
    assert page.is_stale(page.due)
