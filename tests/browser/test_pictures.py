"""Pictures and posters in a real browser: small, at their place from the start, one sheet each."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request

from browser.visits import Visit

PROGRAMME = "episodes/the-first-day-out/"
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
WIDE = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


def pictures_loaded(page: Page, url: str) -> list[str]:
    """Open a page, and list the pictures that it asks for, until it is quiet and ever after."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if re.search(r"\.(avif|jpg|png|webp)$", request.url):
            asked.append(request.url)

    page.on("request", note)
    page.goto(url, wait_until="networkidle")
    return asked


def test_a_phone_loads_no_picture_with_a_programme(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**PHONE).page

    asked = pictures_loaded(page, address + PROGRAMME)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    # It was quiet before, so there is nothing to wait for but time.
    page.wait_for_timeout(600)
    assert asked == []
    assert page.locator(".rr-cover img").evaluate("image => image.currentSrc") == ""


def test_a_wide_screen_loads_the_size_that_it_shows(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**WIDE).page

    (loaded,) = pictures_loaded(page, address + PROGRAMME)

    assert loaded.endswith("cover.jpg.480w.avif")
    image = page.locator(".rr-cover img")
    assert image.get_attribute("alt")
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    assert image.bounding_box()["width"] == 240  # type: ignore[index]


def test_a_list_on_a_phone_loads_small_pictures_and_only_those_near_the_screen(
    address: str, visit: Callable[..., Visit], kindling: Path
) -> None:
    page = visit(**PHONE).page

    loaded = pictures_loaded(page, address + "episodes/")

    assert loaded
    assert all(name.endswith(".144w.avif") for name in loaded)
    sizes = [(kindling / name.removeprefix(address)).stat().st_size for name in loaded]
    assert max(sizes) <= 4_000
    assert page.locator(".rr-card__cover img:not([alt=''])").count() == 0


@pytest.mark.parametrize("path", ["", "listen/", "episodes/", PROGRAMME])
@pytest.mark.parametrize("screen", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_jumps_when_a_picture_comes(
    path: str, screen: dict[str, object], address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**screen).page
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
        " window.shifts += e.value }).observe({type: 'layout-shift', buffered: true})"
    )

    page.goto(address + path, wait_until="networkidle")

    assert page.evaluate("shifts") < 0.01


@pytest.mark.parametrize("key", ["talk", "near-you", "listen", "gps"])
def test_a_poster_is_one_sheet_and_its_words_stay_above_the_strips(
    key: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + f"posters/{key}/", viewport={"width": 794, "height": 1123}).page
    sheet = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    page.emulate_media(media="print")
    lowest, strips, foot = page.evaluate(
        """() => {
            const strips = document.querySelector(".rr-poster__strips");
            const words = [...document.querySelectorAll(".rr-poster > :not(.rr-poster__strips)")];
            const lowest = Math.max(...words.map((word) => word.getBoundingClientRect().bottom));
            const box = strips.getBoundingClientRect();
            return [lowest, box.top, box.bottom];
        }"""
    )
    assert lowest <= strips
    assert foot <= 1123
    overflowing = "e => [...e.children].filter(li => li.scrollHeight > li.clientHeight).length"
    assert page.locator(".rr-poster__strips").evaluate(overflowing) == 0


def test_a_poster_fits_a_phone(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address + "posters/talk/", **PHONE).page

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
