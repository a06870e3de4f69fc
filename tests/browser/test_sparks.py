"""The page of decisions: a table whose totals anybody can add up, and a chart of the same sums."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.test_accessibility import overflow
from browser.visits import Visit
from sheets import SHEETS
from sites import build_site
from station import ROOT

PAGE = "small-sparks/decisions/"
REGISTER = "site/data/small_sparks.yml"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    register = f"-- {REGISTER} --\n{(ROOT / REGISTER).read_text('utf-8')}"
    return serve_folder(build_site(tmp_path_factory.mktemp("sparks"), SHEETS, register))


@pytest.fixture
def page(address: str, visit: Callable[..., Visit]) -> Page:
    return visit(address + PAGE, java_script_enabled=False).page


def sums(page: Page, cells: str) -> list[Decimal]:
    texts = page.locator(cells).all_text_contents()
    return [Decimal(text.strip().removeprefix("£").replace(",", "")) for text in texts]


def test_totals_are_what_a_reader_gets_who_adds_up_the_rows(page: Page) -> None:
    asked, given = (sums(page, f".rr-sparks tbody td:nth-child({column})") for column in (3, 4))

    assert 12 <= len(asked) <= 18
    assert sums(page, ".rr-sparks tfoot td") == [sum(asked), sum(given)]
    assert sum(sums(page, ".rr-bars td")) == sum(given)
    facts = dict(
        zip(
            page.locator(".rr-pairs dt").all_text_contents(),
            page.locator(".rr-pairs dd").all_text_contents(),
            strict=True,
        )
    )
    left = Decimal(facts["Left"].removeprefix("£").replace(",", ""))
    assert left == Decimal(facts["Budget of the year"].removeprefix("£").replace(",", "")) - sum(
        given
    )
    expect(page.get_by_text("These are examples.")).to_be_visible()


def test_bars_are_as_long_as_their_sums(page: Page) -> None:
    values = sums(page, ".rr-bars td")
    rows = page.locator(".rr-bars__row")
    drawn = rows.locator("rect").evaluate_all("all => all.map((bar) => bar.getBBox().width)")

    assert len(drawn) == len(values) > 2
    for width, value in zip(drawn, values, strict=True):
        assert width / max(drawn) == pytest.approx(float(value / max(values)), abs=0.01)
    expect(page.get_by_role("img")).to_have_accessible_name(
        "Bar chart: Given in each quarter. The table below has the same numbers."
    )
    labels = page.locator(".rr-bars tbody tr").all_inner_texts()
    for row, label in zip(rows.all_inner_texts(), labels, strict=True):
        assert row.split() == label.replace("\t", ": ").split() or label.split("\t")[1] in row


def test_bars_are_seen_without_colours_and_on_paper(page: Page) -> None:
    bar = page.locator(".rr-bars rect").first
    fill = "one => getComputedStyle(one).fill"
    page.emulate_media(color_scheme="dark")
    assert bar.evaluate(fill) != page.evaluate(
        "() => getComputedStyle(document.body).backgroundColor"
    )
    page.emulate_media(forced_colors="active", color_scheme="light")
    assert bar.evaluate(fill) == page.evaluate("() => getComputedStyle(document.body).color")
    page.emulate_media(forced_colors="none", media="print")
    assert bar.evaluate(fill) == "rgb(85, 85, 85)"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_table_fits_and_stays_a_table(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    assert overflow(page) == []
    table = page.get_by_role("table", name="Decisions of 2026")
    expect(table.get_by_role("row")).to_have_count(16)
    expect(table.get_by_role("cell").filter(has_text="£312.50")).to_be_visible()


def test_a_station_without_a_register_says_that_nothing_was_decided(
    tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[..., Visit]
) -> None:
    page = visit(serve_folder(build_site(tmp_path, SHEETS)) + PAGE).page

    expect(page.get_by_text("The panel has not decided anything yet.")).to_be_visible()
