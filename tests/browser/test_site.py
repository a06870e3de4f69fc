"""The example station in a real browser: every kind of page as a phone shows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.kinds import KINDS
from browser.test_safety import NOTHING, STORED
from browser.visits import Visit
from browser.weighing import weigh_in

LIGHT = 40_000
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def phone(visit: Callable[..., Visit]) -> Visit:
    return visit(**PHONE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_keeps_nothing_and_is_small_enough_for_a_phone(
    kind: str, address: str, phone: Visit
) -> None:
    page = phone.page
    weight = weigh_in(page, address + KINDS[kind])

    expect(page.locator("h1")).to_have_count(1)
    assert phone.foreign == []
    assert [fault for fault in phone.faults if "404" not in fault or kind != "lost"] == []
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == NOTHING
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert sum(weight.words.values()) <= LIGHT, weight.words
    assert not [path for path in weight.files if path.endswith((".mp3", ".opus", ".m4a", ".wasm"))]
    assert not [path for path in weight.files if "pagefind" in path or path.endswith("json")]


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
    page.wait_for_load_state("load")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/radio/listen/" in page.url
    assert phone.faults == []
