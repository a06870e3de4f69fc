"""Claims of health pages: each with its sources, each marked in the text, none made up there."""

import re
from collections.abc import Iterator
from datetime import date

from recovery_radio.check.days import check_past
from recovery_radio.check.known import check_names
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Problem

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_MARK = re.compile(r"\[\^([^\[\]\s]{1,80})\]")


def check_claims(page: Page, today: date) -> Iterator[Problem]:
    """Check the claims of a page and their marks."""
    origin = page.origin
    named = [source.id for source in page.sources if source.id]
    for name in sorted({name for name in named if named.count(name) > 1}):
        what = f"Two sources have the id '{name}'."
        yield origin.problem("sources", what, "Give each its own.", "duplicate-source")
    for name, claim in page.claims.items():
        key = f"claims.{name}"
        yield from check_names(
            origin, f"{key}.sources", claim.sources, named, "source", "`sources`, with this `id`"
        )
        yield from check_past(origin, f"{key}.reviewed", claim.reviewed, today)
    yield from _marks(page)
    if page.has_health_facts and page.sources and not page.claims:
        what = "This page says where its facts come from, and not which fact comes from where."
        repair = "Give each fact that somebody acts on a name under `claims`, and mark it."
        yield origin.problem("sources", what, repair, "no-claims")


def _marks(page: Page) -> Iterator[Problem]:
    marked = set()
    for start, words in _texts(page):
        text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), words)
        for mark in _MARK.finditer(text):
            marked.add(mark[1])
            if mark[1] not in page.claims:
                line = start + text.count("\n", 0, mark.start())
                what = f"`{mark[0][:80]}` marks a claim that is not in the front matter."
                repair = (
                    f"Write `{mark[1][:60]}:` under `claims`, with its sources, or remove the mark."
                )
                yield Problem(page.origin.path, line, what, repair, "unknown-claim")
    for name in page.claims:
        if name not in marked:
            what = f"Nothing in the text is marked as the claim '{name}'."
            repair = f"Write `[^{name}]` after the words that make it, or remove the claim."
            yield page.origin.problem(f"claims.{name}", what, repair, "unmarked-claim")


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Give the text of a page and those of its module, each with the line on which it begins."""
    yield page.text_line, page.text
    for words in page.module.texts() if page.module else ():
        if words.is_markdown:
            yield page.line_of(words), words.text
