"""Sheets that people fill in: printed, saved and cleared on the device, and seen by nobody else."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from pypdf import PdfReader

from browser.test_accessibility import AXE, SMALL, overflow, violations
from browser.test_safety import NOTHING, STORED, WEATHER
from browser.visits import Visit
from sheets import PAGES, SHEETS
from sites import build_site

APPLY = "small-sparks/apply/"
TO_FILL = [f"{path}/" for path in PAGES if not path.endswith("decisions")]
WORDS = "Learn to swim, after all.\nOn Fridays, with Ünal & <friends>."
EVERY_VALUE = """() => [...document.querySelectorAll("form.rr-sheet :is(input, textarea, select)")]
    .map((field) => /radio|checkbox/.test(field.type) ? field.checked : field.value)
    .filter(Boolean)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    return serve_folder(build_site(tmp_path_factory.mktemp("sheets"), SHEETS))


@pytest.fixture
def page(address: str, visit: Callable[..., Visit]) -> Page:
    """Somebody who was on another page before; the weather answers."""
    page = visit(address + "about/").page
    page.route(WEATHER, lambda route: route.fulfill(body="<title>Weather</title>"))
    return page


def fill(page: Page) -> None:
    """Write something into every field, and choose the first of every row of answers."""
    for field in page.locator("form.rr-sheet :is(input[type=text], textarea)").all():
        money = field.get_attribute("data-rr-money") is not None
        field.fill("60" if money else "Something")
    for choice in page.locator(".rr-sheet__choice").all():
        choice.locator("input").first.check()


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_what_was_written_comes_out_of_the_printer_whole(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    long = "This answer is longer than its field. " * 40 + "It ends here."
    page.get_by_label("What do you want to do?").fill(long)
    page.get_by_label("If it costs more").fill("A very long line. " * 20 + "The last of it.")
    page.get_by_label("How much do you ask for?").fill("87.50")
    page.get_by_label("By text message").check()

    paper = words_of(page.pdf())
    for words in (
        "It ends here.",
        "The last of it.",
        "87.50",
        "How much do you ask for?",
        "✕",
        "1 / ",
    ):
        assert words in " ".join(paper.split()), words
    for words in ("Clear everything", "stays on this device", "Exit this page"):
        assert words not in paper, words
    # On the screen nothing is left of what was made for paper.
    assert page.locator(".rr-sheet__ink").count() == 0


def test_an_empty_sheet_prints_as_lines_to_write_on(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    page.emulate_media(media="print")
    lines = page.locator("form.rr-sheet :is(input[type=text], textarea)")

    for line in lines.all():
        expect(line).to_be_visible()
        assert line.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    expect(page.locator("form.rr-sheet button").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("sheet", [path for path in TO_FILL if not path.startswith("recovery")])
def test_an_empty_sheet_takes_two_sides_of_a4_at_most(sheet: str, address: str, page: Page) -> None:
    page.goto(address + sheet)

    sides = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert 1 <= len(sides) <= 2
    assert {(round(side.mediabox.width), round(side.mediabox.height)) for side in sides} == {
        (595, 842)
    }


def test_a_saved_file_holds_every_word(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    page.get_by_label("What do you want to do?").fill(WORDS)
    page.get_by_label("How much do you ask for?").fill("£120")
    page.get_by_label("Thing, 1").fill("Goggles")
    page.get_by_label("Cost, 1").fill("12.5")
    page.get_by_label("Through a worker whom I trust").check()
    with page.expect_download() as started:
        page.get_by_role("button", name="Save").click()

    # Whoever looks into the downloads learns nothing from the name.
    assert started.value.suggested_filename == "sheet.txt"
    saved = Path(started.value.path()).read_text("utf-8")
    for line in (
        "Apply",
        "YOUR IDEA",
        "What do you want to do?",
        "  Learn to swim, after all.",
        "  On Fridays, with Ünal & <friends>.",
        "  £120",
        "What will you buy, and what does each thing cost?",
        "  Goggles",
        "All of it costs £12.50",
        "  Through a worker whom I trust",
    ):
        assert line in saved.splitlines(), line
    for absent in ("By letter", "Thing, 2"):
        assert absent not in saved
    # What was left out is told too: a reader of the file knows that it was asked.
    assert "What would it open for you?\n  –" in saved
    assert "Do you know somebody on the panel?\n  –" in saved
    assert "How can we reach you safely?\n  –" not in saved
    expect(page.locator("[data-rr-status]")).to_have_text("Saved in your downloads.")


@pytest.mark.parametrize("sheet", TO_FILL)
def test_clear_empties_every_field_result_and_message(sheet: str, address: str, page: Page) -> None:
    page.goto(address + sheet)
    fill(page)
    for field in page.locator("[data-rr-money]").all()[:1]:
        field.fill("-3")
        field.blur()
    assert page.evaluate(EVERY_VALUE)
    page.get_by_role("button", name="Clear everything").click()

    assert page.evaluate(EVERY_VALUE) == []
    expect(page.locator("[data-rr-status]")).to_have_text("Everything is cleared.")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    assert "".join(page.locator(".rr-sheet__fault").all_text_contents()) == ""
    results = "".join(page.locator("form.rr-sheet output").all_text_contents())
    assert results.replace("£0.00", "").strip() == ""


@pytest.mark.parametrize("sheet", TO_FILL)
def test_back_shows_an_empty_sheet(sheet: str, address: str, page: Page) -> None:
    page.goto(address + sheet)
    fill(page)
    page.goto(address + "privacy/")
    page.go_back()
    page.wait_for_url(address + sheet)
    assert page.evaluate(EVERY_VALUE) == []
    assert "Something" not in page.content()


def test_a_page_that_waits_in_the_browsers_memory_is_empty_too(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    fill(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert page.evaluate(EVERY_VALUE) == []


def test_the_exit_empties_the_sheet_before_the_next_page_comes(address: str, page: Page) -> None:
    page.unroute(WEATHER)
    page.route(WEATHER, lambda route: route.abort("aborted"))  # It never comes.
    page.goto(address + APPLY)
    fill(page)
    page.locator(".rr-exit").click()
    assert page.evaluate("document.documentElement.hidden")
    assert page.evaluate(EVERY_VALUE) == []


@pytest.mark.parametrize("sheet", TO_FILL)
def test_nothing_is_sent_or_kept_while_somebody_writes(
    sheet: str, address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(address + sheet)
    guest.page.wait_for_load_state("networkidle")
    sent: list[Request] = []
    # Playwright cannot take a method of a list itself.
    guest.page.on("request", lambda request: sent.append(request))  # noqa: PLW0108
    before = guest.page.evaluate("[history.length, location.href]")
    fill(guest.page)
    guest.page.locator("form.rr-sheet input[type=text]").first.press("Enter")
    with guest.page.expect_download():
        guest.page.get_by_role("button", name="Save").click()

    # The file comes out of the page itself.
    assert [request.url for request in sent if not request.url.startswith("blob:")] == []
    assert guest.page.evaluate("[history.length, location.href]") == before
    assert guest.page.evaluate(STORED) == NOTHING
    assert guest.faults == []


@pytest.mark.parametrize("sheet", TO_FILL)
def test_without_scripting_it_is_a_form_for_paper(
    sheet: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + sheet, java_script_enabled=False).page
    expect(page.get_by_text("Print this page with your browser")).to_be_visible()
    expect(page.locator("form.rr-sheet button").filter(visible=True)).to_have_count(0)
    first = page.locator("form.rr-sheet :is(input[type=text], textarea)").first
    first.fill("Something")
    first.press("Enter")
    assert page.url == address + sheet


@pytest.mark.parametrize("sheet", TO_FILL)
def test_a_sheet_is_open_to_everybody(
    sheet: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + sheet, bypass_csp=True).page
    page.evaluate(AXE)
    fill(page)
    for field in page.locator("[data-rr-money]").all()[:1]:
        field.fill("12.505")
        field.blur()
    # What lies below the bar on top is no larger for it.
    page.evaluate("scrollTo(0, 0)")
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page, scheme) == [], f"{width} px, {scheme}"
        assert page.evaluate(SMALL) == []
        assert overflow(page) == []


def test_a_sheet_is_filled_in_with_keys_alone(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    page.get_by_label("What do you want to do?").focus()
    page.keyboard.type("Swim")
    page.keyboard.press("Tab")
    page.keyboard.type("Fridays")
    page.keyboard.press("Tab")
    page.keyboard.type("87.50")
    expect(page.get_by_label("How much do you ask for?")).to_have_value("87.50")
    page.get_by_label("I come to a drop-in").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Through a worker")).to_be_checked()
    page.get_by_role("button", name="Clear everything").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(EVERY_VALUE) == []
