"""What comes out of a printer: A4, black on white, nothing to press, nothing torn or cut off."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browser.visits import Visit

KINDS = {
    "home": "",
    "help now": "help-now/",
    "find help": "find-help/",
    "guidance": "harm-minimisation/naloxone/",
    "training": "gp-training/alcohol-in-ten-minutes/",
    "programme": "episodes/the-first-day-out/",
    "service": "services/doncaster-peer-hub/",
    "hidden service": "services/doncaster-moor-house/",
    "national service": "services/samaritans/",
    "town": "services/towns/doncaster/",
    "need": "services/needs/talk-now/",
    "calendar": "services/this-week/",
    "report": "services/report/",
    "referral sheet": "referrals/doncaster/drinking/",
    "short referral sheet": "referrals/gravesend/needles-and-kit/",
    "crowded referral sheet": "referrals/doncaster/group-near-me/",
}
# A4 less the margins of radio.css, in pixels of 1/96 inch.
PAPER = {"width": 680, "height": 1009}
SIZES = ("large", "medium", "small")
# What is to be pressed, walked through or closed.
FURNITURE = ".md-skip, .md-banner, .md-header, .md-footer, nav, form, button, audio, input, select"


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def paper(visit: Callable[..., Visit]) -> Page:
    page = visit(viewport=PAPER).page
    page.emulate_media(media="print", color_scheme="dark")
    # A Tuesday evening, when groups meet.
    page.clock.set_fixed_time("2026-11-24T19:15:00Z")
    return page


def pages_of(pdf: bytes) -> list[str]:
    """Give the size of each page, in points."""
    return [
        f"{float(width):.0f} x {float(height):.0f}"
        for width, height in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_no_furniture_and_nothing_is_cut_off(
    kind: str, address: str, paper: Page
) -> None:
    paper.goto(address + KINDS[kind])

    seen = paper.locator(FURNITURE).filter(visible=True)
    assert seen.evaluate_all("found => found.map(one => one.outerHTML.slice(0, 80))") == []
    expect(paper.locator("h1")).to_be_visible()
    assert paper.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    cut = paper.evaluate(
        """() => [...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility() && one.tagName !== "svg")
            .filter((one) => getComputedStyle(one).overflow !== "visible"
                && one.scrollHeight > one.clientHeight + 1
                && !one.classList.contains("rr-hidden"))
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert cut == []


def test_what_is_on_now_is_not_on_paper(address: str, paper: Page) -> None:
    paper.goto(address + KINDS["calendar"])

    now = paper.locator(".rr-slot__now:not([hidden])")
    expect(now).not_to_have_count(0)
    expect(now.filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("kind", KINDS)
def test_ink_is_black_on_white_even_in_dark_mode(kind: str, address: str, paper: Page) -> None:
    paper.goto(address + KINDS[kind])

    colours = paper.evaluate(
        """() => {
            const found = new Set();
            for (const one of document.querySelectorAll("body, body *")) {
                if (!one.checkVisibility() || one.closest("svg")) continue;
                const style = getComputedStyle(one);
                const words = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
                if (words && style.color !== "rgb(0, 0, 0)") found.add(`${style.color}: ${one.className}`);
                if (!["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor)) {
                    found.add(`on ${style.backgroundColor}: ${one.className}`);
                }
                if (style.backgroundImage !== "none") found.add(`picture behind ${one.className}`);
            }
            return [...found];
        }"""
    )
    assert colours == []


@pytest.mark.parametrize("kind", KINDS)
def test_paper_says_whose_it_is_and_where_it_is_online(
    kind: str, address: str, paper: Page, visit: Callable[..., Visit]
) -> None:
    paper.goto(address + KINDS[kind])

    head = paper.locator(".rr-print__head")
    expect(head).to_be_visible()
    expect(head).to_have_text(f"Kindling · https://kindling.example/{KINDS[kind]}")
    screen = visit(address + KINDS[kind]).page
    assert screen.locator(".rr-print").filter(visible=True).count() == 0


@pytest.mark.parametrize("kind", ["town", "need", "service", "national service"])
def test_lists_and_entries_have_a_legend_and_a_date(kind: str, address: str, paper: Page) -> None:
    paper.goto(address + KINDS[kind])

    legend = paper.locator(".rr-legend")
    expect(legend).to_be_visible()
    for words in ("As of ", "Ask first:", "Not known:", "Checked:"):
        expect(legend).to_contain_text(words)
    expect(paper.locator("main")).to_contain_text(re.compile(r"Checked (on )?\d+ \w+ 2026"))


def test_a_printed_list_says_where_when_and_which_number(address: str, paper: Page) -> None:
    paper.goto(address + "services/towns/doncaster/")
    card = paper.locator(".rr-card", has_text="Signal Box Peer Hub").first
    for words in ("1 Example Sidings, Doncaster, DN1 0AA", "Monday to Thursday 10am to 9pm", "https://signalbox.example/"):  # fmt: skip
        expect(card.get_by_text(words).filter(visible=True)).to_have_count(1)
    hidden = paper.locator(".rr-card", has_text="Moor Lantern House")
    expect(hidden).to_contain_text("Doncaster: the address is kept private")
    # What is open now is not what is open when somebody reads the paper.
    assert paper.locator(".rr-open").filter(visible=True).count() == 0

    paper.goto(address + "services/needs/talk-now/")
    expect(paper.locator(".rr-card", has_text="Samaritans").get_by_text("116 123")).to_be_visible()


def test_web_addresses_are_spelt_out(address: str, paper: Page) -> None:
    paper.goto(address + "services/doncaster-peer-hub/")
    link = paper.locator(".rr-contact a[href='https://signalbox.example/']")

    content = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://signalbox.example/" in content


@pytest.mark.parametrize("kind", ["town", "help now", "short referral sheet"])
def test_what_belongs_together_stays_on_one_page(kind: str, address: str, paper: Page) -> None:
    paper.goto(address + KINDS[kind])
    blocks = paper.locator(".rr-card, .rr-lines > li, .rr-referrals:not(.rr-referrals--brief) > li")

    assert blocks.count() > 0
    kept = blocks.evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}
    tallest = max(blocks.evaluate_all("all => all.map(one => one.offsetHeight)"))
    assert tallest < PAPER["height"]


@pytest.mark.parametrize("size", SIZES)
def test_a_referral_sheet_is_one_side_of_a4(
    size: str, address: str, kindling: Path, paper: Page
) -> None:
    found = []
    for path in kindling.glob("referrals/*/*/index.html"):
        [sheet] = html.parse(path).xpath("//div[starts-with(@class, 'rr-referral-sheet ')]")
        if f"rr-referral-sheet--{size}" in sheet.get("class"):
            words = len(" ".join(sheet.text_content().split()))
            found.append((words, path.parent.relative_to(kindling).as_posix()))
    fullest = sorted(found, reverse=True)[:8]

    assert len(fullest) == 8
    for _, url in fullest:
        paper.goto(f"{address}{url}/")
        assert pages_of(paper.pdf(prefer_css_page_size=True)) == ["595 x 842"], url


def test_the_count_of_pages_would_find_a_second_one(address: str, paper: Page) -> None:
    paper.goto(address + "services/towns/doncaster/")

    sides = pages_of(paper.pdf(prefer_css_page_size=True))
    assert len(sides) > 1
    assert set(sides) == {"595 x 842"}
