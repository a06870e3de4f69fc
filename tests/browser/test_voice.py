"""A say in decisions and events, in a browser: without scripting, in any colours, on paper."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.test_accessibility import AXE, SMALL, overflow, violations
from browser.visits import Visit
from having_a_say import PAGES, SAY
from sites import SERVICE, build_site

PATHS = (
    "have-your-say/",
    "have-your-say/council/",
    "have-your-say/commitments/",
    "have-your-say/you-said/",
    "have-your-say/surveys/",
    "have-your-say/surveys/there/",
    "have-your-say/pilots/",
    "events/",
    "events/walk/",
    "recovery-communities/",
)
FILLED = """() => {
    const steps = [...document.querySelectorAll(".rr-rung__steps > span")];
    const last = getComputedStyle(steps.at(-1)).backgroundColor;
    return steps.filter((step) => getComputedStyle(step).backgroundColor !== last).length;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    return serve_folder(build_site(tmp_path_factory.mktemp("say"), SERVICE, PAGES, SAY))


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_whole_without_scripting_and_asks_nobody(
    path: str, address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(address + path, java_script_enabled=False)

    expect(guest.page.locator("main h1")).to_be_visible()
    assert guest.foreign == []
    assert guest.faults == []
    assert guest.page.locator("main form, main button, main details").count() == 0


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_a_narrow_page_in_light_and_dark(
    path: str, address: str, visit: Callable[..., Visit]
) -> None:
    narrow = {"width": 320, "height": 568}
    page = visit(address + path, bypass_csp=True, viewport=narrow).page
    page.evaluate(AXE)

    assert violations(page, "light") + violations(page, "dark") == []
    assert overflow(page) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_as_many_steps_are_filled_as_the_words_say(
    look: dict[str, str], address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "have-your-say/", **look).page

    expect(page.locator(".rr-rung").first).to_contain_text("Rung 4 of 6: You plan it with them")
    assert page.evaluate(FILLED) == 4


def test_what_is_decided_stands_before_what_is_open_and_both_before_how_to_take_part(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "have-your-say/").page
    notice = page.locator("article.rr-say").inner_text()

    order = [notice.index(words) for words in ("Already decided", "Still open", "How to take part")]
    assert order == sorted(order)


def test_the_chart_and_its_table_have_the_same_numbers(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "have-your-say/surveys/there/").page
    figure = page.locator("figure.rr-bars").first

    drawn = [
        row.removesuffix("\n") for row in figure.locator(".rr-bars__row > span").all_inner_texts()
    ]
    rows = figure.locator("tbody tr").all_inner_texts()
    assert drawn == [": ".join(re.split(r"\s*\t\s*", row.strip())) for row in rows]
    assert drawn == ["Up to 2 weeks: 31", "Longer: not shown", "I do not know: fewer than 5"]
    assert figure.locator("rect").evaluate_all(
        "all => all.map((one) => one.getAttribute('width'))"
    ) == [
        "100.00%",
        "0.00%",
        "0.00%",
    ]


def test_the_calendar_of_an_event_comes_as_a_file(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "events/walk/").page

    with page.expect_download() as download:
        page.get_by_role("link", name="For your calendar").click()

    path = download.value.path()
    assert b"BEGIN:VEVENT" in Path(path).read_bytes()


def test_on_paper_a_notice_is_whole(address: str, visit: Callable[..., Visit]) -> None:
    page: Page = visit(address + "have-your-say/").page

    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    words = " ".join(" ".join(each.extract_text().split()) for each in reader.pages)

    for told in ("Already decided", "Which two.", "Rung 4 of 6", "01632 960510", "Fares are paid"):
        assert told in words
    assert "tel:" not in words
