"""Accessibility of every kind of page: axe, the Tab key, text spacing, zoom, forced colours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

from browser.kinds import KINDS, STATES, open_kind
from browser.visits import Visit
from sites import EPISODE, build_site, edit

AXE = (Path(__file__).parents[1] / "oracles/node_modules/axe-core/axe.min.js").read_text("utf-8")
RULES = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTHS = {1280: 800, 360: 740, 320: 568}
# The spacing that a reader may set: WCAG 2.2, 1.4.12.
SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def page(visit: Callable[..., Visit]) -> Page:
    return visit(bypass_csp=True).page


def violations(page: Page, scheme: str) -> list[str]:
    """Tell what axe finds; in the dark, of what depends on colours."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    only = {"type": "tag", "values": RULES} if scheme == "light" else OF_COLOUR
    options = {"runOnly": only, "resultTypes": ["violations"]}
    # What axe has passed is long, and would come along.
    found: Any = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_is_lost_at_any_width_and_size_of_letters(
    kind: str, address: str, page: Page
) -> None:
    page.goto(address + KINDS[kind])
    page.evaluate(AXE)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            assert violations(page, scheme) == [], f"{width} px, {scheme}"
    page.add_style_tag(content=SPACING)
    assert overflow(page) == [], "wider spacing"
    page.set_viewport_size({"width": 640, "height": 568})
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert overflow(page) == [], "letters of twice the size"


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_where_a_page_is_in_use(state: str, address: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_kind(page, address, state)
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        assert violations(page, scheme) == [], scheme
    assert overflow(page) == []


def test_axe_would_find_a_picture_without_words_and_pale_text(address: str, page: Page) -> None:
    page.goto(address + "about/")
    page.evaluate("""() => {
        document.querySelector("main").append(new Image());
        document.querySelector("main h1").style = "color: #999; background: #888";
    }""")
    page.evaluate(AXE)
    found = {row.split(":")[0] for row in violations(page, "light")}
    assert found >= {"image-alt", "color-contrast"}
    assert {row.split(":")[0] for row in violations(page, "dark")} == {"color-contrast"}


def overflow(page: Page) -> list[str]:
    """Name what sticks out of the page at its side, boxes that scroll by themselves left out."""
    return page.evaluate("""() => {
        const wide = document.documentElement.clientWidth + 1;
        const scrolls = (element) => element && element !== document.body
            && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
        return [...document.querySelectorAll("body *")]
            .filter((each) => each.getBoundingClientRect().right > wide && !scrolls(each))
            .filter((each) => getComputedStyle(each).position !== "absolute")
            .map((each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 60)}`);
    }""")


@pytest.mark.parametrize("kind", KINDS)
def test_focus_is_always_seen_and_never_covered(kind: str, address: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + KINDS[kind])
    names = []
    for _ in range(25):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
            const focused = document.activeElement;
            if (!focused || focused === document.body) return null;
            const box = focused.getBoundingClientRect();
            const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + box.height / 2];
            const top = document.elementFromPoint(x, y);
            // A card's link is outlined around the whole card.
            const styles = [getComputedStyle(focused), getComputedStyle(focused, "::after")];
            return {
                name: focused.outerHTML.slice(0, 100),
                text: focused.textContent.trim(),
                inside: box.width > 0 && box.height > 0 && box.left >= -1 && box.right <= 361
                    && box.top >= -1 && Math.max(box.top, 0) < Math.min(box.bottom, innerHeight),
                covered: !(top && (focused.contains(top) || top.contains(focused))),
                outlined: styles.some((style) =>
                    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
            };
        }""")
        if stop is None:
            break
        assert stop["inside"], stop["name"]
        assert not stop["covered"], stop["name"]
        assert stop["outlined"] or "<audio" in stop["name"], stop["name"]
        names.append(stop["text"])
    assert names[:2] == ["Skip to content", "Exit this page"]


SMALL = """() => {
    const shown = [...document.querySelectorAll("a[href], button, input, select, summary, audio")]
        .map((each) => [each, each.closest("label")?.getBoundingClientRect() ?? null])
        .map(([each, label]) => [each, each.getBoundingClientRect(), label])
        .filter(([each, box]) => box.width && box.height && each.checkVisibility());
    const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
    const small = (box) => box.width < 24 || box.height < 24;
    // The exception for links within a sentence: other words stand beside it on its line.
    const inline = (each) => getComputedStyle(each).display === "inline"
        && each.parentElement.textContent.trim() !== each.textContent.trim();
    const touches = ([x, y], box) => {
        const [dx, dy] = [
            Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
        return Math.hypot(dx, dy) < 12;
    };
    return shown
        .filter(([each, box, label]) => small(label ?? box) && !inline(each))
        .filter(([each, box]) => shown.some(([other, others]) => other !== each
            && !other.contains(each) && !each.contains(other) && touches(middle(box), others)))
        .map(([each]) => each.outerHTML.slice(0, 120));
}"""


def test_a_row_of_small_targets_would_be_found(address: str, page: Page) -> None:
    page.goto(address + "about/")
    page.evaluate("""() => {
        const row = document.createElement("div");
        row.style.font = "8px/1 sans-serif";
        row.append(...["a", "b"].map((name) => {
            const link = document.createElement("a");
            [link.href, link.textContent, link.style.display] = ["/", name, "inline-block"];
            return link;
        }));
        document.querySelector("main").append(row);
    }""")
    assert len(page.evaluate(SMALL)) == 2


SOLID = """() => [...document.querySelectorAll("a[href], button")]
    .filter((each) => each.checkVisibility() && !each.matches(".md-skip"))
    .filter((each) => getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)"
        || each.matches("[aria-current]"))
    .map((each) => each.dataset.solid = "")
    .length"""
UNSEEN = """() => [...document.querySelectorAll("[data-solid]")]
    .filter((each) => {
        const style = getComputedStyle(each);
        const border = ["Top", "Bottom"].every((side) => style[`border${side}Style`] !== "none"
            && parseFloat(style[`border${side}Width`]) >= 1);
        return !border && !style.textDecorationLine.includes("underline");
    })
    .map((each) => each.outerHTML.slice(0, 120))"""


MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")]
    .filter((each) => {
        const style = getComputedStyle(each);
        return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
            || style.scrollBehavior === "smooth";
    }).length"""


@pytest.mark.parametrize("kind", [*KINDS, *STATES])
def test_targets_are_large_lines_say_what_colour_says_and_nothing_moves_for_who_asked(
    kind: str, address: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    open_kind(page, address, kind)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(MOVING) == 0, f"something moves, {width} px"
        assert page.evaluate(SMALL) == [], f"too small and too close, {width} px"
    page.set_viewport_size({"width": 360, "height": 740})
    # What is set off by its colour, and where one is: their lines must be there without colours.
    assert page.evaluate(SOLID) >= 1
    page.emulate_media(forced_colors="active")
    assert page.evaluate(UNSEEN) == [], "no line where colours are forced"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    # A card's link is outlined around the whole card.
    widths = page.evaluate("""() => [null, "::after"].map((part) =>
        parseFloat(getComputedStyle(document.activeElement, part).outlineWidth))""")
    assert max(widths) >= 2, "no outline where colours are forced"


def test_every_page_says_its_language(kindling: Path) -> None:
    said = {path: html.parse(path).getroot().get("lang") for path in kindling.rglob("*.html")}
    assert len(said) > 400
    assert {path for path, code in said.items() if code != "en-GB"} == set()


def test_axe_finds_nothing_at_the_address_of_a_programme_that_is_gone(
    tmp_path: Path, serve_folder: Callable[..., str], page: Page
) -> None:
    gone = edit(EPISODE, ("status: published", "status: withdrawn"))
    page.goto(serve_folder(build_site(tmp_path, gone)) + "episodes/first-steps/")
    page.evaluate(AXE)
    assert violations(page, "light") == []
