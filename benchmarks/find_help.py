"""What a key press costs on `find-help`, on a processor four times slower than this one.

    python benchmarks/find_help.py --services 500 --rounds 5

A real Chromium opens the page over a directory of invented services and types. A press is timed
from the event to the end of layout: matching, filtering, a hundred counts and ten cards. The floor
is timed in the same page, in turn: ten cards of the same text are put into the page and laid out,
and nothing is looked for. It is the least that a page with ten results can cost.
"""

import argparse
import gzip
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from playwright.sync_api import Page, sync_playwright

from browser.get_browser import find_browser
from browser.serving import serving
from directories import make_directory, write_directory

SLOWER = 4
AIM_MS = 60
TYPED = ("methodone crawley", "my son is on ket", "naloxne", "womens group", "somewhere to live")
_PRESS = """([selector, text]) => {
    const input = document.querySelector(selector);
    const times = [];
    for (let end = 1; end <= text.length; end++) {
        input.value = text.slice(0, end);
        const start = performance.now();
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
    }
    return times;
}"""
_FLOOR = """(presses) => {
    const list = document.querySelector("[data-rr-find-results]");
    const cards = [...list.children].map((card) => card.outerHTML);
    const times = [];
    for (let press = 0; press < presses; press++) {
        const start = performance.now();
        list.innerHTML = cards.join("");
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
    }
    return times;
}"""


def measure(page: Page, rounds: int) -> tuple[list[float], list[float]]:
    """Give the milliseconds of all presses, and of as many floors."""
    page.locator("#find-words").focus()
    page.locator("#find-need").select_option(index=1)
    page.locator("#found").wait_for()
    page.locator("#find-need").select_option("")
    presses: list[float] = []
    floors: list[float] = []
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    for _ in range(rounds):
        for text in TYPED:
            presses += page.evaluate(_PRESS, ["#find-words", text])
            page.evaluate(_PRESS, ["#find-words", "group"])
            floors += page.evaluate(_FLOOR, len(text))
    return presses, floors


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--services", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = write_directory(Path(folder) / "site", *make_directory(asked.services))
        size = len(gzip.compress((site / "assets/radio/find.json").read_bytes(), mtime=0))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--disable-gpu"])
        with serving(site) as url:
            page = browser.new_page(viewport={"width": 360, "height": 740})
            page.goto(f"{url}find-help/")
            presses, floors = measure(page, asked.rounds)
        browser.close()
    ours, floor = median(presses), median(floors)
    slow = quantiles(presses, n=20)[-1]
    print(
        f"{asked.services} services, {size} bytes of list, {len(presses)} presses, {SLOWER}x slower"
    )
    print(f"a press: median {ours:.1f} ms, 95 in 100 within {slow:.1f} ms; aim {AIM_MS} ms")
    print(f"floor:   median {floor:.1f} ms; ratio {ours / floor:.1f}")


if __name__ == "__main__":
    main()
