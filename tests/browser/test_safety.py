"""The safety shell in a real browser: leaving at once, and what a shared phone keeps."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, Route, expect

from browser.kinds import KINDS, STATES, open_kind
from browser.visits import Visit
from sites import EPISODE, PLAIN, build_site, edit

WEATHER = "https://www.bbc.co.uk/weather"
BEFORE = "about/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
CHOSEN = '{email: hello@tiny.example, exit_url: "https://maps.example/"}'
STORED = """async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
TELLING = re.compile(
    r"drug|addict|alcohol|drink|overdose|substance|heroin|rehab|crisis", re.IGNORECASE
)


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def page(address: str, visit: Callable[..., Visit]) -> Page:
    """A phone that was on another page before; the weather answers."""
    page = visit(address + BEFORE, **PHONE).page
    page.route(WEATHER, lambda route: route.fulfill(body="<title>Weather</title>"))
    return page


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def leave_by_click(page: Page) -> None:
    page.locator(".rr-exit").click()


def leave_by_first_link(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")
    link = page.locator(".md-skip[data-rr-exit]")
    link.focus()
    page.keyboard.press("Enter")


def leave_by_keys(page: Page) -> None:
    press_shift(page, 3)


LEAVING = {"click": leave_by_click, "first link": leave_by_first_link, "keys": leave_by_keys}


@pytest.mark.parametrize("way", LEAVING)
@pytest.mark.parametrize("kind", ["home", "guidance", "programme", "lost", *STATES])
def test_back_never_shows_the_page_that_was_left(
    kind: str, way: str, page: Page, address: str
) -> None:
    open_kind(page, address, kind)
    LEAVING[way](page)
    page.wait_for_url(WEATHER)
    page.go_back()
    assert page.url == address + BEFORE
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_jumps_within_a_page_leave_no_trace_of_it_either(page: Page, address: str) -> None:
    page.goto(address + "gp-training/")
    page.locator("main a[href^='#']").first.click()
    page.locator(".md-skip[href='#content']").focus()
    page.keyboard.press("Enter")
    leave_by_keys(page)
    page.wait_for_url(WEATHER)
    page.go_back()
    assert page.url == address + BEFORE


def answer_late(route: Route) -> None:
    # A page that is replaced too soon takes its last words with it.
    time.sleep(0.3)
    route.fulfill(body="<title>Weather</title>")


# Says what is to be seen at the moment in which the page is hidden, before anything is asked for.
WITNESS = """new MutationObserver(() => console.info("left", JSON.stringify([
    document.title, document.body.getClientRects().length,
    document.querySelector("audio")?.paused ?? true,
]))).observe(document, { attributes: true, attributeFilter: ["hidden"], subtree: true });"""


@pytest.mark.parametrize("way", LEAVING)
def test_page_title_and_sound_are_gone_at_once(way: str, page: Page, address: str) -> None:
    page.goto(address + KINDS["programme"])
    page.evaluate("document.querySelector('audio').play()")
    page.evaluate(WITNESS)
    page.unroute(WEATHER)
    page.route(WEATHER, answer_late)
    with page.expect_console_message(lambda message: message.text.startswith("left")) as said:
        LEAVING[way](page)
    assert said.value.text == 'left ["…",0,true]'


def test_only_shift_three_times_in_a_row_and_within_five_seconds_leaves(
    page: Page, address: str
) -> None:
    here = address + "search/"
    page.goto(here)
    press_shift(page, 2)
    page.keyboard.press("a")
    press_shift(page, 2)
    page.keyboard.type("NALOXONE KITS", delay=5)  # Capitals are Shift and another key.
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    press_shift(page, 2)
    page.wait_for_timeout(5100)
    press_shift(page, 1)
    assert page.url == here
    assert page.title() != "…"
    press_shift(page, 2)
    page.wait_for_url(WEATHER)


def test_the_second_press_is_announced(page: Page, address: str) -> None:
    page.goto(address + "help-now/")
    status = page.get_by_role("status").filter(has_text="Press Shift again to exit.")
    press_shift(page, 2)
    expect(status).to_have_count(1)
    page.keyboard.press("a")
    press_shift(page, 1)
    expect(status).to_have_count(0)


def test_exit_and_help_are_on_every_page(kindling: Path) -> None:
    pages = [path for path in kindling.rglob("*.html") if path.name in ("index.html", "404.html")]
    assert len(pages) > 400
    for path in pages:
        body = html.parse(path).find("body")
        first, second = body.xpath("(.//a)[position() <= 2]")
        assert (first.text, second.text) == ("Skip to content", "Exit this page"), path
        exits = body.xpath(".//a[.='Exit this page']")
        assert len(exits) == 2, path
        for link in exits:
            assert link.get("href") == WEATHER, path
            assert "noreferrer" in link.get("rel"), path
        [bar] = body.xpath(".//*[@aria-label='Safety']")
        call, now = bar.xpath(".//a[.='Call 999']/@href | .//a[.='Help now']/@href")
        assert call == "tel:999", path
        assert now.endswith("help-now/"), path


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_without_scripting_and_its_bar_stays_in_sight(
    kind: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + KINDS[kind], java_script_enabled=False, **PHONE).page
    words = page.locator("main").inner_text()
    assert len(words) > 60
    if kind == "programme":
        expect(page.locator("audio[controls][preload=none]")).to_be_visible()
        expect(page.get_by_role("heading", name="Transcript")).to_be_visible()
        assert "synthetic" in words.lower()
    if kind == "search":
        expect(page.get_by_role("link", name=re.compile("A to Z"))).to_be_visible()
        assert "script" in words.lower()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = page.get_by_role("region", name="Safety")
    for name in ("Call 999", "Help now"):
        expect(bar.get_by_role("link", name=name)).to_be_in_viewport()
    expect(page.locator(".rr-exit")).to_be_in_viewport()


def test_exit_works_without_scripting(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address + "help-now/", java_script_enabled=False).page
    page.route(WEATHER, lambda route: route.fulfill(body="<title>Weather</title>"))
    leave_by_click(page)
    page.wait_for_url(WEATHER)


def test_where_exit_leads_is_the_stations_choice_on_every_page(
    tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[..., Visit]
) -> None:
    settings = edit(PLAIN, ("{email: hello@tiny.example}", CHOSEN))
    gone = edit(EPISODE, ("status: published", "status: withdrawn"))
    public = build_site(tmp_path, settings, gone)
    for name in ("", "404.html", "episodes/first-steps/"):
        page = visit(serve_folder(public) + name).page
        links = page.get_by_role("link", name="Exit this page")
        expect(links).to_have_count(2)
        assert set(links.evaluate_all("all => all.map(one => one.href)")) == {
            "https://maps.example/"
        }
    expect(page.get_by_role("heading", level=1)).to_contain_text("no longer available")


@pytest.mark.parametrize("kind", STATES)
def test_using_a_page_leaves_nothing_in_the_browser(
    kind: str, address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    open_kind(guest.page, address, kind)
    assert guest.page.evaluate(STORED) == NOTHING
    assert guest.page.context.cookies() == []


def test_the_list_of_what_is_stored_would_show_it(page: Page) -> None:
    page.evaluate("""async () => {
        document.cookie = "a=1";
        localStorage.a = sessionStorage.a = 1;
        await new Promise((done) => indexedDB.open("a").onsuccess = done);
        await caches.open("a");
    }""")
    found = page.evaluate(STORED)
    assert {name for name in found if found[name]} == NOTHING.keys() - {"workers"}


def test_no_script_of_the_site_registers_a_service_worker(kindling: Path) -> None:
    scripts = [path for path in kindling.rglob("*.js") if "pagefind" not in path.parts]
    assert len(scripts) >= 3
    assert not [path for path in scripts if "serviceWorker" in path.read_text("utf-8")]


def test_help_now_reads_well_without_styles(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(**PHONE).page
    page.route("**/*.css", lambda route: route.abort())
    page.goto(address + "help-now/")
    text = page.locator("body").inner_text()
    order = [
        "Exit this page",
        "Call 999",
        "Help now",
        "If somebody will not wake",
        "Ring 999",
        "If you feel like ending your life",
        "116 123",
        "Somebody to talk to, day or night",
        "Privacy",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places), list(zip(order, places, strict=True))
    # Drawings have a size of their own, so that none fills the page, and nothing sticks out.
    widths = page.locator("svg").evaluate_all("all => all.map(one => one.clientWidth)")
    assert widths
    assert max(widths) <= 48
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    "kind", ["home", "help now", "find help", "listen", "search", "services", "this week", "safety"]
)
def test_pages_that_everybody_passes_have_titles_that_tell_nothing(
    kind: str, page: Page, address: str
) -> None:
    page.goto(address + KINDS[kind])
    assert page.title().endswith("Kindling")
    assert not TELLING.search(page.title())
    icon = page.locator("link[rel=icon]").get_attribute("href") or ""
    assert icon.startswith("data:image/svg+xml,")
    assert "text" not in icon


def test_the_safety_page_says_what_stays_behind(page: Page, address: str) -> None:
    page.goto(address + "help-now/")
    page.get_by_role("link", name="Privacy").click()
    page.wait_for_load_state("load")
    words = page.locator("main").inner_text()
    for said in (
        "does not clear it",
        "stays in your history",
        "Shared accounts",
        "Podcast apps",
        "Downloads",
        "on the bill",
        "private window",
        "keeps logs",
        "use a different one",
    ):
        assert said in words, said
    assert "no trace" not in page.locator("body").inner_text()
