"""One sheet of pictures for each kind of page: phone, tablet and desk, by day and by night.

    make sheet
    PYTHONPATH=tests .venv/bin/python scripts/take_screenshots.py --only home "find help"

Look at each before you show the station to anybody: no test sees that a page is crowded or sad.
"""

import argparse
import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from browser.get_browser import find_browser
from browser.kinds import KINDS, STATES, open_kind
from browser.serving import serving

ROOT = Path(__file__).parents[1]
WIDTHS = {360: 740, 768: 1024, 1280: 800}
"""CSS pixels of a phone, a tablet and a desk, and how high their windows are."""
LONGEST = 2600
"""CSS pixels of a page that a sheet shows. The manual's pages would make it a ribbon."""
GAP = 16
WALL = "#777"


def main() -> None:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description="Take pictures of every kind of page.")
    parser.add_argument("--site", type=Path, default=ROOT / "public")
    parser.add_argument("--to", type=Path, default=ROOT / ".cache/sheet")
    parser.add_argument("--only", nargs="+", choices=[*KINDS, *STATES], metavar="KIND")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} holds no site. `make site` builds it.")
    options.to.mkdir(parents=True, exist_ok=True)
    path = find_browser()
    with sync_playwright() as playwright, serving(options.site) as address:
        browser = playwright.chromium.launch(executable_path=path)
        for name in options.only or [*KINDS, *STATES]:
            file = options.to / f"{name.replace(', ', '-').replace(' ', '-')}.png"
            rows = [_row(browser, address, name, scheme) for scheme in ("light", "dark")]
            _below(rows).save(file)
            print(file)


def _row(browser: Browser, address: str, name: str, scheme: str) -> Image.Image:
    return _beside([_picture(browser, address, name, scheme, width) for width in WIDTHS])


def _picture(browser: Browser, address: str, name: str, scheme: str, width: int) -> Image.Image:
    size = {"width": width, "height": WIDTHS[width]}
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_default_timeout(15_000)
    open_kind(page, address, name)
    page.evaluate("scrollTo(0, 0)")
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    page.close()
    return shot.crop((0, 0, shot.width, min(shot.height, LONGEST)))


def _beside(pictures: Iterable[Image.Image]) -> Image.Image:
    shown = list(pictures)
    width = sum(each.width + GAP for each in shown) + GAP
    sheet = Image.new("RGB", (width, max(each.height for each in shown) + 2 * GAP), WALL)
    left = GAP
    for each in shown:
        sheet.paste(each, (left, GAP))
        left += each.width + GAP
    return sheet


def _below(rows: Iterable[Image.Image]) -> Image.Image:
    shown = list(rows)
    sheet = Image.new(
        "RGB", (max(each.width for each in shown), sum(e.height for e in shown)), WALL
    )
    top = 0
    for each in shown:
        sheet.paste(each, (0, top))
        top += each.height
    return sheet


if __name__ == "__main__":
    main()
