"""The example station in a real browser: every kind of page, with and without scripting."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.visits import Visit

KINDS = {
    "home": "",
    "help now": "help-now/",
    "find help": "find-help/",
    "listen": "listen/",
    "search": "search/",
    "guidance": "harm-minimisation/naloxone/",
    "training": "gp-training/stigma-in-the-room/",
    "text": "small-sparks/",
    "manual": "manual/episodes/",
    "programme": "episodes/the-first-day-out/",
    "service": "services/doncaster-peer-hub/",
    "national service": "services/samaritans/",
    "programmes": "episodes/",
    "series": "listen/series/stories-of-hope/",
    "topic": "listen/topics/naloxone/",
    "services": "services/",
    "letter": "services/a-z/a/",
    "town": "services/towns/doncaster/",
    "need": "services/needs/talk-now/",
    "lost": "no-such-page/",
}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def phone(visit: Callable[..., Visit]) -> Visit:
    return visit(**PHONE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_stores_nothing_and_fits_a_phone(
    kind: str, address: str, phone: Visit
) -> None:
    phone.page.goto(address + KINDS[kind])
    page = phone.page

    expect(page.locator("h1")).to_have_count(1)
    assert phone.foreign == []
    assert [fault for fault in phone.faults if "404" not in fault or kind != "lost"] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "lost"])
def test_a_page_says_the_same_without_scripting(
    kind: str, address: str, visit: Callable[..., Visit]
) -> None:
    plain = visit(address + KINDS[kind], java_script_enabled=False, **PHONE)
    words = plain.page.locator("main").inner_text()

    assert len(words) > 60
    expect(plain.page.get_by_role("link", name="Exit this page").last).to_have_attribute(
        "href", "https://www.bbc.co.uk/weather"
    )
    if kind == "programme":
        expect(plain.page.locator("audio[controls][preload=none]")).to_be_visible()
        expect(plain.page.get_by_role("heading", name="Transcript")).to_be_visible()
        assert "synthetic" in words.lower()
    if kind == "search":
        expect(plain.page.get_by_role("link", name=re.compile("A to Z"))).to_be_visible()
        assert "script" in words.lower()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "lost"])
def test_tab_stops_are_seen_at_phone_width(
    kind: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + KINDS[kind], viewport={"width": 360, "height": 740}).page
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        box = page.evaluate(
            """() => {
                const focused = document.activeElement;
                if (!focused || focused === document.body) return null;
                const box = focused.getBoundingClientRect();
                return [box.left, box.right, box.top, box.bottom, focused.textContent.trim()];
            }"""
        )
        if box is None:
            break
        left, right, top, bottom, name = box
        assert -1 <= left < right <= 361, name
        assert max(top, 0) < min(bottom, 740), name
        seen.append(name)
    assert seen[0] == "Skip to content"
    assert seen[1] == "Exit this page"


def test_the_menu_opens_and_closes_by_keyboard(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address, viewport={"width": 360, "height": 740}).page
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Find help")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def test_exit_leaves_no_way_back(address: str, visit: Callable[..., Visit], kindling: Path) -> None:
    for leave in ("click", "keys"):
        page = visit(address + "about/").page
        page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
        page.goto(address + "harm-minimisation/overdose/")
        if leave == "click":
            page.locator("[data-rr-exit]").last.click()
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url("https://www.bbc.co.uk/weather")
        page.go_back()
        assert page.url == address + "about/"


def test_a_recording_plays_and_jumps_to_a_chapter(address: str, phone: Visit) -> None:
    page = phone.page
    page.goto(address + "episodes/the-first-day-out/")
    # Bundled Chromium plays no MP3 in some builds; the length tells whether this one does.
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert not any(url.endswith(".mp3") for url in requests)
    time = page.locator("a[data-rr-seconds]").nth(3)
    seconds = int(time.get_attribute("data-rr-seconds") or 0)
    time.click()
    page.wait_for_function(
        "seconds => Math.abs(document.querySelector('audio').currentTime - seconds) < 3",
        arg=seconds,
    )
    assert page.url.startswith(address + "episodes/the-first-day-out/")
    assert any(".mp3" in url for url in requests)


def _search(page: Page, address: str, words: str) -> None:
    page.goto(address + "search/")
    page.get_by_role("searchbox").fill(words)


def test_search_costs_nothing_before_it_is_used_and_finds_help(address: str, phone: Visit) -> None:
    page = phone.page
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    page.goto(address + "search/")
    assert not any("pagefind" in url for url in requests)

    page.get_by_role("searchbox").fill("naloxone")
    results = page.locator("main li a[href*='naloxone']")
    expect(results.first).to_be_visible()
    assert any("pagefind" in url for url in requests)
    assert page.url == address + "search/"
    expect(page.locator("main [role=status]")).to_contain_text(re.compile(r"\d"))
    assert phone.foreign == []
    assert phone.faults == []


def test_search_is_narrowed_by_kind_topic_and_town(address: str, phone: Visit) -> None:
    page = phone.page
    _search(page, address, "help")
    expect(page.locator(".rr-results li").first).to_be_visible()
    for label in ("Kind", "Topic", "Town"):
        expect(page.get_by_label(re.compile(label, re.IGNORECASE)).first).to_be_visible()
    town = page.get_by_label(re.compile("Town", re.IGNORECASE)).first
    option = town.locator("option", has_text="Doncaster").get_attribute("value")
    town.select_option(option)
    page.wait_for_timeout(300)
    links = page.locator(".rr-results a").evaluate_all("links => links.map(link => link.href)")
    assert links
    assert all("/services/" in link for link in links), links


def test_search_works_by_keyboard_alone(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address).page
    page.get_by_role("link", name="Search").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(address + "search/")
    box = page.get_by_role("searchbox")
    for _ in range(20):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.type("methadone")
    link = page.locator("main li a[href*='methadone']").first
    expect(link).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("methadone"))


def test_the_site_works_below_a_path_too(
    kindling: Path, serve_folder: Callable[..., str], phone: Visit
) -> None:
    page = phone.page
    page.goto(serve_folder(kindling, at="/radio/"))
    page.get_by_role("link", name="Listen now").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/radio/listen/" in page.url
    _search(page, serve_folder(kindling, at="/radio/"), "naloxone")
    expect(page.locator("main li a[href*='naloxone']").first).to_be_visible()
    assert phone.faults == []
