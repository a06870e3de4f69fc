"""What readers of the example station see for each claim: where it was read, and of which year."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html

from station import ROOT

HEALTH = {"guidance", "training"}
"""Kinds of pages that people act on for their health."""
YEAR = re.compile(r"\b(19|20)\d\d\b")


def front_matter(path: Path) -> dict[str, object]:
    return dict(yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0]))


def health_pages() -> Iterator[Path]:
    """Pages that name sources: those without are lists of other pages."""
    for path in sorted((ROOT / "site/pages").rglob("*.md")):
        settings = front_matter(path)
        if settings.get("kind") in HEALTH and settings.get("sources"):
            yield path.relative_to(ROOT / "site/pages")


def claims_of(path: Path) -> list[html.HtmlElement]:
    return list(html.parse(str(path)).iterfind(".//span[@class='rr-claim']"))


@pytest.mark.parametrize("path", list(health_pages()), ids=str)
def test_a_health_page_tells_which_fact_comes_from_where(path: Path, kindling: Path) -> None:
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    shown = claims_of(kindling / folder / "index.html")
    assert len(shown) >= len(front_matter(ROOT / "site/pages" / path)["claims"]) > 0  # type: ignore[arg-type]


def test_no_claim_is_without_a_source_and_its_year(kindling: Path) -> None:
    seen = 0
    for path in kindling.rglob("*.html"):
        for claim in claims_of(path):
            links = [link.get("href") for link in claim.iterfind(".//a")]
            assert links, (path, claim.text_content())
            for link in links:
                sources = claim.getroottree().xpath("//*[@id=$id]", id=link.removeprefix("#"))
                assert len(sources) == 1, (path, link)
                assert YEAR.search(sources[0].text_content()), (path, link)
            seen += 1
    assert seen > 200


def test_no_mark_is_left_in_the_words(kindling: Path) -> None:
    for path in kindling.rglob("*.html"):
        assert "[^" not in re.sub(
            r"<code>.*?</code>", "", path.read_text("utf-8"), flags=re.DOTALL
        ), path
