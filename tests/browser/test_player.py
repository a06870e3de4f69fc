"""The player in a real browser: what it does, what it costs, and what it keeps."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.visits import Visit

PROGRAMME = "episodes/the-first-day-out/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def page(address: str, visit: Callable[..., Visit]) -> Page:
    return visit(address + PROGRAMME, **PHONE).page


def pause(page: Page) -> None:
    page.evaluate("() => document.querySelector('audio').pause()")


def open_controls(page: Page) -> None:
    page.locator("summary", has_text="Speed").click()
    # The script has come once a control does something.
    page.get_by_label("Sleep timer").select_option("30")
    expect(page.get_by_text("Stops: In 30 minutes.")).to_be_visible()
    page.get_by_label("Sleep timer").select_option("")


def play(page: Page) -> None:
    page.evaluate("() => document.querySelector('audio').play()")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.2")


def at(page: Page) -> float:
    return float(page.evaluate("() => document.querySelector('audio').currentTime"))


def test_the_controls_cost_nothing_before_they_are_wanted(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    guest.page.goto(address + PROGRAMME, wait_until="networkidle")
    assert "player.js" not in asked
    assert not [name for name in asked if name.endswith((".mp3", ".opus"))]

    open_controls(guest.page)
    assert asked.count("player.js") == 1
    assert guest.faults == guest.foreign == []


def test_all_scripts_of_a_programme_are_small(kindling: Path) -> None:
    scripts = [
        kindling / "assets/radio" / name for name in ("radio.js", "player.js", "elements.js")
    ]
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 15_000


def test_what_is_hard_to_hear_is_told_before_and_can_be_skipped(page: Page) -> None:
    note = page.get_by_role("listitem").filter(has_text="Skip to 0:26")
    expect(note).to_contain_text("from 0:07 to 0:26")
    skip = note.get_by_role("link", name="Skip to 0:26")

    skip.click()

    page.wait_for_function("() => document.querySelector('audio').currentTime >= 26")
    assert at(page) < 60
    # The note stands before the player: whoever goes by keyboard meets it first.
    player = page.locator("audio").element_handle()
    before = "(link, audio) => !!(link.compareDocumentPosition(audio) & Node.DOCUMENT_POSITION_FOLLOWING)"
    assert skip.evaluate(before, player)


def test_an_address_with_a_time_begins_there(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}{PROGRAMME}#t=40", **PHONE).page

    page.wait_for_function("() => document.querySelector('audio').currentTime === 40")


def test_without_scripting_there_is_the_browsers_own_player_and_a_low_data_link(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + PROGRAMME, java_script_enabled=False).page
    expect(page.locator("audio")).to_be_visible()
    expect(page.get_by_role("link", name="Low-data recording, 0.4 MB")).to_be_visible()
    expect(page.locator("summary", has_text="Speed")).to_be_hidden()
    expect(page.get_by_label("Use little data")).to_be_hidden()


def test_skipping_stays_within_the_programme(page: Page) -> None:
    play(page)
    open_controls(page)
    pause(page)
    before = at(page)
    page.get_by_role("button", name="On 30 seconds").click()
    assert at(page) == pytest.approx(before + 30, abs=0.5)
    page.get_by_role("button", name="Back 15 seconds").click()
    assert at(page) == pytest.approx(before + 15, abs=0.5)
    for _ in range(4):
        page.get_by_role("button", name="Back 15 seconds").click()
    assert at(page) == 0


def test_the_speed_stays_when_the_recording_changes(page: Page) -> None:
    play(page)
    open_controls(page)
    page.get_by_label("Speed").select_option("1.5")
    assert page.evaluate("() => document.querySelector('audio').playbackRate") == 1.5
    page.get_by_label("Use little data: 0.4 MB").check()
    page.wait_for_function("() => document.querySelector('audio').currentSrc.endsWith('.opus')")
    page.wait_for_function("() => document.querySelector('audio').playbackRate === 1.5")
    assert at(page) > 0.1


def test_chapter_and_words_are_marked_while_they_play(page: Page) -> None:
    play(page)
    chapters = page.locator(".rr-chapters li")
    chapters.nth(1).locator("a").click()
    expect(chapters.nth(1)).to_have_attribute("aria-current", "true")
    expect(page.locator(".rr-chapters [aria-current]")).to_have_count(1)
    turn = page.locator(".rr-turn[aria-current]")
    expect(turn).to_have_count(1)
    later = page.locator(".rr-turn").last
    later.locator("a").click()
    expect(later).to_have_attribute("aria-current", "true")


def test_the_transcript_scrolls_along_only_if_asked(page: Page) -> None:
    play(page)
    open_controls(page)
    last = page.locator(".rr-turn").last
    seconds = last.locator("a").get_attribute("data-rr-seconds")
    jump = f"() => {{ document.querySelector('audio').currentTime = {seconds} }}"

    page.evaluate(jump)
    expect(last).to_have_attribute("aria-current", "true")
    expect(last).not_to_be_in_viewport()
    page.get_by_label("Scroll the transcript along").check()
    page.evaluate("() => { document.querySelector('audio').currentTime = 0 }")
    expect(page.locator(".rr-turn").first).to_be_in_viewport()
    page.evaluate(jump)
    expect(last).to_be_in_viewport()


def test_the_sleep_timer_stops_after_its_time_and_at_the_end_of_a_chapter(page: Page) -> None:
    play(page)
    open_controls(page)
    page.get_by_label("Sleep timer").select_option("chapter")
    page.evaluate("""() => {
        const second = document.querySelectorAll(".rr-chapters a")[1].dataset.rrSeconds;
        document.querySelector("audio").currentTime = second - 2;
    }""")
    expect(page.get_by_text("Stopped by the sleep timer.")).to_be_visible()
    assert page.evaluate("() => document.querySelector('audio').paused")
    expect(page.get_by_label("Sleep timer")).to_have_value("")

    page.clock.install()
    play_again = "() => document.querySelector('audio').play()"
    page.evaluate(play_again)
    page.get_by_label("Sleep timer").select_option("15")
    page.clock.fast_forward("14:00")
    assert not page.evaluate("() => document.querySelector('audio').paused")
    page.clock.fast_forward("01:01")
    assert page.evaluate("() => document.querySelector('audio').paused")
    # Whoever listens with the controls closed is told as well.
    page.locator("summary", has_text="Speed").click()
    expect(
        page.get_by_role("status").filter(has_text="Stopped by the sleep timer.")
    ).to_be_visible()


def test_another_chapter_that_is_asked_for_is_heard_out(page: Page) -> None:
    play(page)
    open_controls(page)
    page.get_by_label("Sleep timer").select_option("chapter")
    second = page.locator(".rr-chapters li").nth(1)

    second.locator("a").click()

    expect(second).to_have_attribute("aria-current", "true")
    start = at(page)
    page.wait_for_function(f"() => document.querySelector('audio').currentTime > {start} + 0.5")
    expect(page.get_by_label("Sleep timer")).to_have_value("chapter")


def test_a_place_is_kept_only_if_asked_and_is_forgotten_when_asked(page: Page) -> None:
    kept = "() => JSON.stringify({...localStorage})"
    play(page)
    open_controls(page)
    page.get_by_role("button", name="On 30 seconds").click()
    pause(page)
    place = at(page)
    assert page.evaluate(kept) == "{}"

    page.get_by_label("Remember on this device").check()
    expect(page.get_by_text("Your place is kept on this device.")).to_be_visible()
    # Who only looks at the controls, or hears the first words once more, loses nothing.
    page.reload()
    open_controls(page)
    page.reload()
    play(page)
    resume = page.get_by_role("button", name="Go on from 0:")
    expect(resume).to_be_visible()
    pause(page)
    resume.click()
    pause(page)
    assert place - 1 <= at(page) < place + 10

    other = page.context.new_page()
    other.goto(page.url)
    open_controls(other)
    page.locator("summary", has_text="Speed").click()
    page.get_by_label("Remember on this device").uncheck()
    page.evaluate("() => document.querySelector('audio').dispatchEvent(new Event('pause'))")
    assert page.evaluate(kept) == "{}"
    # Nor does another window write down what was forgotten in this one.
    other.evaluate("""() => {
        document.querySelector("audio").currentTime = 40;
        document.querySelector("audio").dispatchEvent(new Event("pause"));
    }""")
    assert page.evaluate(kept) == "{}"


def test_controls_that_could_not_be_fetched_are_asked_for_again(page: Page) -> None:
    page.route("**/player.js", lambda route: route.abort())
    summary = page.locator("summary", has_text="Speed")
    with page.expect_event("requestfailed"):
        summary.click()
    page.unroute("**/player.js")
    summary.click()

    open_controls(page)


def test_those_who_save_data_get_the_small_recording(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**PHONE).page
    page.add_init_script(SAVES_DATA)
    page.goto(address + PROGRAMME)
    expect(page.get_by_label("Use little data")).to_be_checked()
    assert page.evaluate("() => document.querySelector('audio').src").endswith(".opus")


def test_only_one_window_plays(page: Page) -> None:
    context: BrowserContext = page.context
    play(page)
    # The first one must be listening before the second begins.
    open_controls(page)
    other = context.new_page()
    other.goto(page.url)
    play(other)
    page.bring_to_front()
    page.wait_for_function("() => document.querySelector('audio').paused")
    assert not other.evaluate("() => document.querySelector('audio').paused")


def test_the_lock_screen_says_nothing_of_the_programme(page: Page) -> None:
    play(page)
    page.wait_for_function("() => navigator.mediaSession.metadata")
    assert page.evaluate("() => navigator.mediaSession.metadata.title") == "Kindling"


def test_everything_is_reached_and_named_by_keyboard(page: Page) -> None:
    open_controls(page)
    for name in ("Back 15 seconds", "On 30 seconds"):
        page.get_by_role("button", name=name).focus()
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= 24
    for label in ("Speed", "Sleep timer", "Scroll the transcript along", "Remember on this device"):
        control = page.get_by_label(label)
        control.focus()
        expect(control).to_be_focused()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
