"""The frame in other languages: Welsh, long Polish words, and Urdu, which runs from right to left.

The words are made up (`languages.py`), and as long as those of the language they stand for. What
the station itself wrote stays English, as in a station whose team writes in two languages.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS
from browser.test_accessibility import AXE, violations
from browser.visits import Visit
from languages import speak, translate
from station import copy_station, run_radio

LANGUAGES = {"cy": "ltr", "pl": "ltr", "ur": "rtl"}
WIDTHS = {1280: 800, 360: 740, 320: 568}
WHOLE = ("home", "help now", "find help", "search", "programme", "service", "this week", "report")
# The typefaces of the PDF have no Urdu letters, and whoever has no modules has no PDF.
MODULE = re.compile(r"^module:\n((?:[ \t].*)?\n)+", re.MULTILINE)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(language: str, tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    station = copy_station(tmp_path_factory.mktemp(language))
    translate(station, language)
    if language == "ur":
        for page in (station / "site/pages/gp-training").glob("*.md"):
            page.write_text(MODULE.sub("", page.read_text("utf-8"), count=1), "utf-8")
    done = run_radio(station, "build")
    assert done.returncode == 0, done.stderr[-3000:]
    return station / "public"


@pytest.fixture(scope="module")
def address(site: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(site)


@pytest.fixture
def page(visit: Callable[..., Visit]) -> Page:
    return visit(bypass_csp=True).page


def kinds_in(site: Path) -> dict[str, str]:
    """Give the kinds of pages that a station without modules has too."""
    return {
        kind: path
        for kind, path in KINDS.items()
        if kind == "lost" or (site / path.partition("#")[0] / "index.html").is_file()
    }


def sticking_out(page: Page) -> list[str]:
    """Name what sticks out of the page at either side, and what is cut off within a box."""
    return page.evaluate("""() => {
        const wide = document.documentElement.clientWidth + 1;
        const scrolls = (element) => element && element !== document.body
            && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
        const isHidden = (each) => each.closest(".rr-hidden, .md-skip, [hidden], option")
            || !each.getClientRects().length;
        const isOut = (each) => {
            const box = each.getBoundingClientRect();
            return (box.right > wide || box.left < -1) && !scrolls(each);
        };
        const isCut = (each) => ["hidden", "clip"].includes(getComputedStyle(each).overflowX)
            && each.scrollWidth > each.clientWidth + 1;
        return [...document.querySelectorAll("body *")]
            .filter((each) => !isHidden(each) && (isOut(each) || isCut(each)))
            .map((each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 60)}`);
    }""")


def test_every_page_says_its_language_and_fits_into_any_width(
    language: str, site: Path, address: str, page: Page
) -> None:
    for kind, path in kinds_in(site).items():
        page.goto(address + path)
        root = page.locator("html")
        assert root.get_attribute("lang") == language, kind
        assert page.evaluate("getComputedStyle(document.body).direction") == LANGUAGES[language]
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            assert sticking_out(page) == [], f"{kind}, {width} px"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (
                f"{kind}, {width}"
            )


def test_a_claim_says_where_it_was_read_and_where_it_holds_in_the_language(
    language: str, address: str, page: Page
) -> None:
    page.goto(f"{address}harm-minimisation/nitazenes/")

    claims = " ".join(page.locator(".rr-claim").all_text_contents())
    assert speak(language, "Wales") in claims
    assert not re.search("England|Wales|Scotland|Ireland| and ", claims)
    expect(page.locator(".rr-claim a[href='#source-1']").first).to_have_accessible_name(
        speak(language, "Source %(number)s") % {"number": 1}
    )


def test_axe_finds_nothing_on_pages_of_which_the_frame_is_most(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for kind in WHOLE:
        page.goto(address + KINDS[kind])
        page.evaluate(AXE)
        assert violations(page, "light") == [], kind


def test_it_would_find_what_sticks_out_on_the_other_side(address: str, page: Page) -> None:
    page.goto(address + "about/")
    page.evaluate("""() => {
        document.querySelector("main h1").style.cssText = "position: relative; left: -90vw";
        document.querySelector("article p").style.cssText = "position: relative; left: 90vw";
    }""")
    tags = [row.split()[0] for row in sticking_out(page)]
    assert "H1" in tags
    assert "P" in tags


def test_the_exit_and_the_menu_work_by_key_and_by_press(
    language: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "help-now/", viewport={"width": 360, "height": 740}).page
    for _ in range(2):
        page.keyboard.press("Shift")
    expect(page.locator("[data-rr-exit-status]")).not_to_be_empty()
    assert not re.search(r"[Pp]ress|again", page.locator("[data-rr-exit-status]").inner_text())

    page.locator(".rr-menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu a").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#menu a").first).not_to_be_visible()

    with page.expect_request("https://www.bbc.co.uk/weather"):
        page.locator(".rr-exit").click(no_wait_after=True)


def test_search_and_find_help_speak_the_language_of_the_page(
    language: str, address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(address + "search/", viewport={"width": 360, "height": 740})
    guest.page.locator("#query").fill("naloxone")
    expect(guest.page.locator(".rr-results li").first).to_be_visible()
    assert not english_in(guest.page.locator(".rr-search__status").inner_text(), "naloxone")
    assert guest.faults == []

    guest.page.goto(address + "find-help/")
    guest.page.locator("#find-near").fill("DN1 1AA")
    card = guest.page.locator(".rr-found .rr-card").first
    expect(card).to_be_visible()
    assert not english_in(card.locator(".rr-card__far").inner_text())
    assert not english_in(guest.page.locator("#find-near-found").inner_text(), "DN1", "AA")
    assert guest.faults == []


def english_in(text: str, *known: str) -> Any:
    """Find words that the station's language would not have."""
    rest = text
    for word in known:
        rest = rest.replace(word, "")
    return re.search(
        r"\b(results?|for|miles?|away|about|under|half|from|line|page|no)\b", rest, re.IGNORECASE
    )
