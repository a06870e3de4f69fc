"""Pages: addresses, sources and review dates."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.check.pages import check_pages
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Claim, NamedSource, Page
from recovery_radio.model.problem import Origin, Problem, Severity
from sites import EPISODE, NOW, read_station
from training import MODULE

TODAY = NOW.date()
READ = NamedSource(
    id="nhs", title="A", publisher="NHS", year=2026, url="https://nhs.example/", looked_up=TODAY
)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"))
    assert problems == []
    return hub


def page(path: str, **settings: Any) -> Page:
    origin = Origin(f"site/pages/{path}", {})
    text = "".join(f"[^{name}]" for name in settings.get("claims", ()))
    return Page(
        origin=origin, title="A", summary="B", path=path, text=text, text_line=4, **settings
    )


def errors(problems: list[Problem]) -> list[str]:
    return [p.code for p in problems if p.severity is Severity.ERROR]


def found(hub: Hub, *pages: Page) -> list[Problem]:
    return list(check_pages(hub._replace(pages=pages), TODAY))


def test_pages_in_order_are_no_problem(hub: Hub) -> None:
    assert list(check_pages(hub, TODAY)) == []


def test_two_pages_may_not_have_one_address(hub: Hub) -> None:
    [problem] = found(hub, page("help.md"), page("help/index.md"))

    assert (problem.path, problem.code) == ("site/pages/help/index.md", "duplicate-address")


@pytest.mark.parametrize(
    "path",
    ["episodes.md", "episodes/first-steps.md", "services/index.md", "listen/series/a.md",
     "listen/topics/a/index.md", "pagefind/a.md", "posters/listen.md", "posters/gps/index.md",
     "referrals/crawley/talk.md", "harm-minimisation/cards.md"],
)  # fmt: skip
def test_a_page_may_not_lie_where_pages_are_made(path: str, hub: Hub) -> None:
    assert [p.code for p in found(hub, page(path))] == ["duplicate-address"]


@pytest.mark.parametrize(
    "path",
    ["listen.md", "listen/how.md", "episodes-of-old.md", "posters.md", "referrals/index.md",
     "referrals/how.md", "referrals.md"],
)  # fmt: skip
def test_a_page_may_lie_beside_them(path: str, hub: Hub) -> None:
    assert found(hub, page(path)) == []


def test_a_page_may_not_lie_where_the_desk_aid_of_a_module_lies(tmp_path: Path) -> None:
    station, _ = read_station(tmp_path, EPISODE, MODULE)

    [problem] = found(station, *station.pages, page("gp-training/drinking/desk-aid.md"))

    assert problem.path == "site/pages/gp-training/drinking/desk-aid.md"
    assert problem.code == "duplicate-address"


def test_a_topic_of_a_page_exists(hub: Hub) -> None:
    assert [p.code for p in found(hub, page("a.md", topics=("alcohl",)))] == ["unknown-name"]


@pytest.mark.parametrize("kind", ["guidance", "training"])
def test_a_page_with_health_facts_has_sources_and_reviews(kind: str, hub: Hub) -> None:
    whole = {
        "sources": (READ,),
        "claims": {"kit": Claim(sources=("nhs",))},
        "reviewed": TODAY,
        "review_due": TODAY + timedelta(days=1),
    }

    assert errors(found(hub, page("a.md", kind=kind, **whole))) == []
    assert errors(found(hub, page("a.md", kind=kind))) == ["no-sources", "no-review"]
    del whole["review_due"]
    assert errors(found(hub, page("a.md", kind=kind, **whole))) == ["no-review"]


@pytest.mark.parametrize("kind", ["page", "manual"])
def test_other_pages_need_neither(kind: str, hub: Hub) -> None:
    assert found(hub, page("a.md", kind=kind)) == []


def test_a_review_lies_in_the_past(hub: Hub) -> None:
    assert found(hub, page("a.md", reviewed=TODAY)) == []
    [problem] = found(hub, page("a.md", reviewed=TODAY + timedelta(days=1)))
    assert problem.code == "future-date"


@pytest.mark.parametrize(
    ("days", "severity"),
    [(-1, None), (0, Severity.NOTICE), (29, Severity.NOTICE), (30, Severity.WARNING)],
)
def test_a_stale_page_is_told_of_at_once_and_stops_publishing_after_thirty_days(
    days: int, severity: Severity | None, hub: Hub
) -> None:
    problems = found(hub, page("a.md", review_due=TODAY - timedelta(days=days)))

    expected = [("stale-page", severity)] if severity else []
    assert [(p.code, p.severity) for p in problems] == expected


@pytest.mark.parametrize(("claimed", "line"), [(0, 7), (9, 3)])
def test_a_stale_page_is_told_of_at_the_day_that_has_come(
    claimed: int, line: int, hub: Hub
) -> None:
    claims = {
        "dose": Claim(sources=("nhs",)),
        "kit": Claim(sources=("nhs",), review_due=TODAY - timedelta(days=5 - claimed)),
    }
    own = {"sources": (READ,), "claims": claims, "review_due": TODAY}
    lines = {"review_due": 3, "claims": 4, "claims.kit": 6, "claims.kit.review_due": 7}
    stale = page("a.md", **own).model_copy(update={"origin": Origin("site/pages/a.md", lines)})

    [problem] = found(hub, stale)

    assert (problem.line, problem.code) == (line, "stale-page")


def test_a_need_that_the_vocabulary_does_not_have_is_named(hub: Hub) -> None:
    [problem] = found(hub, page("a.md", needs=("talk", "tlak")))

    assert (problem.what, problem.code) == ("There is no need 'tlak'.", "unknown-name")
    assert problem.repair == "Did you mean `talk`?"
