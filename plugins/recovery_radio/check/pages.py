"""Pages: addresses, sources and review dates."""

import re
from collections.abc import Iterator
from datetime import date

from recovery_radio.check.claims import check_claims
from recovery_radio.check.days import check_past
from recovery_radio.check.known import check_names
from recovery_radio.model.hub import Hub
from recovery_radio.model.module import DESK_AID
from recovery_radio.model.page import GRACE, Page
from recovery_radio.model.problem import Problem, Severity

_MADE = re.compile(
    r"(?:episodes|harm-minimisation/cards|listen/series|listen/topics|pagefind|services)/"
    r"|posters/.|referrals/[^/]+/."
)
"""Addresses of pages that nobody writes. Those that lead to posters and referrals are written."""


def check_pages(hub: Hub, today: date) -> Iterator[Problem]:
    """Check every page."""
    first: dict[str, str] = {}
    made = {f"events/{key}/" for key in hub.say.events}
    made |= {f"have-your-say/surveys/{key}/" for key in hub.say.surveys}
    made |= {f"{page.url}{DESK_AID}" for page in hub.pages if page.module}
    for page in hub.pages:
        if other := first.get(page.url):
            what = f"This page and {other} have the same address."
            yield Problem(page.origin.path, 1, what, "Rename one of the two.", "duplicate-address")
        if _MADE.match(page.url) or page.url in made:
            what = f"The address '{page.url}' is taken by a page that is made from other files."
            repair = "Choose another name for the file or its folder."
            yield Problem(page.origin.path, 1, what, repair, "duplicate-address")
        first.setdefault(page.url, page.origin.path)
        yield from check_names(
            page.origin, "topics", page.topics, hub.topics, "topic", "site/data/topics.yml"
        )
        needs = hub.vocabulary.needs
        yield from check_names(page.origin, "needs", page.needs, needs, "need", "the vocabulary")
        yield from _review(page, today)
        yield from check_claims(page, today)


def _review(page: Page, today: date) -> Iterator[Problem]:
    origin = page.origin
    if page.has_health_facts:
        if not page.sources:
            what = "A page with health facts says where they come from."
            repair = "List them under `sources`, each with its year."
            yield origin.problem("sources", what, repair, "no-sources")
        if not page.reviewed or not page.review_due:
            what = "A page with health facts says when they were reviewed and are due again."
            repair = "Add `reviewed: 2026-03-12` and `review_due: 2026-09-12`."
            yield origin.problem("reviewed", what, repair, "no-review")
    yield from check_past(origin, "reviewed", page.reviewed, today)
    if page.due and page.is_stale(today):
        what = f"The review of this page was due on {page.due}, and the page says so."
        repair = "Hold it against its sources and write the new dates."
        severity = Severity.WARNING if today >= page.due + GRACE else Severity.NOTICE
        claimed = {
            f"claims.{name}.review_due": claim.review_due for name, claim in page.claims.items()
        }
        days = {"review_due": page.review_due, **claimed}
        key = next(key for key, day in days.items() if day == page.due)
        yield origin.problem(key, what, repair, "stale-page", severity)
