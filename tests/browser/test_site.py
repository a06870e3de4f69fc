"""The example station in a real browser: every kind of page, with and without scripting."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.kinds import KINDS
from browser.visits import Visit

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


def test_the_site_works_below_a_path_too(
    kindling: Path, serve_folder: Callable[..., str], phone: Visit
) -> None:
    page = phone.page
    page.goto(serve_folder(kindling, at="/radio/"))
    page.get_by_role("link", name="Listen now").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/radio/listen/" in page.url
    assert phone.faults == []
