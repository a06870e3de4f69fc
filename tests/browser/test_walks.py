"""A walk as each of the people whom the station is for, from the door to what they came for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.visits import Visit

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
WEATHER = "https://www.bbc.co.uk/weather"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


def follow(page: Page, name: str) -> None:
    """Press a link of the page's own words."""
    page.get_by_role("main").get_by_role("link", name=re.compile(name)).first.click()
    # A click waits only until the next page begins.
    page.wait_for_load_state("load")


def test_somebody_looks_for_help_tonight_and_leaves_fast(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    page = guest.page
    # A Friday in London, half past ten in the evening.
    page.clock.set_fixed_time("2026-11-27T22:30:00Z")
    page.route(WEATHER, lambda route: route.fulfill(body="<title>Weather</title>"))
    page.goto(address + "about/")
    page.goto(address)
    follow(page, "Find help near you")
    town = page.get_by_label("Which town?")
    town.select_option(town.locator("option", has_text="Doncaster").get_attribute("value"))
    page.get_by_label("Open now").check()
    page.get_by_role("button", name=re.compile("Show")).click()
    results = page.locator("[data-rr-find-results] > li")
    expect(results.first).to_contain_text(re.compile("Open now|Closes"))
    results.first.get_by_role("link").first.click()
    call = page.get_by_role("main").locator("a[href^='tel:'], a[href^='sms:']").first
    expect(call).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("What to expect")

    # The keys are heard from the moment at which the page's script has run.
    page.wait_for_load_state("load")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(WEATHER)
    page.go_back()
    # What was left is gone from the way back; the pages before it are in the history, as we say.
    assert "/services/" not in page.url
    assert guest.page.context.cookies() == []


def test_somebody_in_danger_has_a_number_within_one_press(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address, **PHONE).page
    expect(page.get_by_role("link", name="Call 999")).to_be_in_viewport()
    follow(page, "Help now")
    expect(page.locator("a[href='tel:999']").nth(1)).to_be_visible()
    expect(page.locator("a[href='tel:116123']").first).to_be_visible()


def test_a_listener_plays_with_little_data_and_follows_the_station(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    page = guest.page
    page.add_init_script(SAVES_DATA)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    follow(page, "Listen now")
    follow(page, "Stories of hope")
    page.locator(".rr-card__title a").first.click()
    low = page.get_by_label(re.compile(r"Use little data: [\d.]+ MB"))
    expect(low).to_be_checked()
    assert not [url for url in asked if url.endswith((".mp3", ".opus"))]
    page.evaluate("() => document.querySelector('audio').play()")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.2")
    assert {url.rpartition(".")[2] for url in asked if "/episodes/" in url} >= {"opus"}
    assert not [url for url in asked if url.endswith(".mp3")]

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Listen").click()
    follow(page, "How to follow us in an app")
    expect(page.locator(".rr-address")).to_have_text("https://kindling.example/feed.xml")
    expect(page.get_by_role("link", name=re.compile("AntennaPod"))).to_be_visible()
    assert guest.foreign == guest.faults == []


def test_a_gp_gets_from_the_training_to_a_sheet_on_paper(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address, viewport={"width": 1280, "height": 800}).page
    follow(page, "For GPs")
    assert page.url == address + "gp-training/"
    follow(page, "referral sheets")
    page.get_by_role("region", name="Doncaster").get_by_role(
        "link", name=re.compile("drink")
    ).click()
    page.wait_for_load_state("load")
    assert page.url == address + "referrals/doncaster/drinking/"

    pdf = page.pdf(format="A4", print_background=False)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Exit this page").last).to_be_hidden()
    sheet = page.get_by_role("main")
    expect(sheet).to_contain_text("How to refer")
    expect(sheet).to_contain_text("Tell the patient")
    expect(sheet).to_contain_text(re.compile(r"01632 960\d{3}"))


def test_an_author_finds_how_to_send_a_programme(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address, **PHONE).page
    follow(page, "Tell your story")
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name="Send", exact=True).click()
    heading = page.get_by_role("heading", name="Send", exact=True)
    expect(heading).to_be_in_viewport()
    words = page.get_by_role("main")
    for way in ("By e-mail:", "By hand:", "On paper:"):
        expect(words.get_by_text(way)).to_be_visible()
    for promise in ("another name", "take it back"):
        expect(words).to_contain_text(promise)


def test_the_start_page_answers_first(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address, **PHONE).page
    doors = page.locator(".rr-doors strong")
    answers = ["Help now", "Listen now", "Find help near you", "For GPs", "Tell your story"]
    assert doors.all_inner_texts() == answers
    # The two that matter most are seen without scrolling, and all stand above what is new.
    expect(doors.nth(0)).to_be_in_viewport()
    expect(doors.nth(1)).to_be_in_viewport()
    tops = [box["y"] for box in (one.bounding_box() for one in doors.all()) if box]
    new = page.get_by_role("heading", name="New programmes").bounding_box()
    assert new is not None
    assert tops == sorted(tops)
    assert tops[-1] < new["y"]
    dates = page.locator("section[aria-labelledby=new] time").evaluate_all(
        "all => all.map(one => one.dateTime)"
    )
    assert len(dates) >= 3
    assert dates == sorted(dates, reverse=True)


def test_nothing_on_the_start_page_moves_by_itself(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address, **PHONE).page
    page.wait_for_load_state("networkidle")
    before = page.screenshot()
    page.wait_for_timeout(1500)
    assert page.screenshot() == before
    moving = "() => document.getAnimations().length + document.querySelectorAll('marquee').length"
    assert page.evaluate(moving) == 0
    assert page.locator("[aria-roledescription=carousel], .carousel, video").count() == 0
