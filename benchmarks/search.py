"""What a search costs: the index, and a reader's first result on a slow link, beside Material's.

    python benchmarks/search.py --episodes 1000 5000

Builds our station and Material's site of the same words (as `build.py` does, unless they are there),
indexes ours, and searches it in Chromium from nothing: an empty cache, 1.6 Mbit/s and 150 ms, the
words typed at once, and a clock in the page from then until the first result is drawn. Bytes are
what came over the line after that, until five results were there; what the choices would give comes
after them. Material's index is weighed as it comes over the line too, with gzip; a browser fetches
it at every first view of a page.
"""

import argparse
import gzip
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import content
import uvicorn
from build import HERE, VARIANTS, Run, measure, prepare
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

sys.path.append(str(HERE.parent / "tests"))
from browser.get_browser import find_browser

BITS, LATENCY_MS = 1_600_000, 150
AIMS = {1000: 175, 5000: 260}
"""Most kB of a first search, by episodes."""
_WATCH = """() => {
  const list = document.querySelector(".rr-results");
  const box = document.querySelector("input[type=search]");
  box.addEventListener("input", () => { window.start = performance.now(); }, { once: true });
  new MutationObserver(() => { window.first ??= performance.now(); }).observe(list, { childList: true });
}"""


class Search(NamedTuple):
    """A first search from nothing."""

    seconds: float
    """Until the first result."""
    size: float
    """kB over the line until there were five results."""
    requests: int
    after: float
    """kB that came after them: how many results each choice of kind, topic and town would give."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a site as a host does that packs what is not packed."""
    app = Starlette(
        routes=[Mount("/", StaticFiles(directory=folder, html=True))],
        middleware=[Middleware(GZipMiddleware, compresslevel=6)],
    )
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", log_config=None))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join(timeout=10)


def search(browser: Browser, site: str, words: str) -> Search:
    """Open the search page, then type words at once into an empty browser on a slow link."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    link = {"downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8, "latency": LATENCY_MS}
    line.send("Network.emulateNetworkConditions", {"offline": False, **link})
    page.goto(f"{site}search/", wait_until="networkidle")
    sizes: list[float] = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.evaluate(_WATCH)
    page.get_by_role("searchbox").fill(words)
    page.locator(".rr-results > li").nth(4).wait_for(timeout=60_000)
    found, requests = sum(sizes), len(sizes)
    page.locator("#filter-kind option").nth(1).wait_for(state="attached", timeout=60_000)
    seconds = page.evaluate("(window.first - window.start) / 1000")
    context.close()
    return Search(seconds, found / 1000, requests, (sum(sizes) - found) / 1000)


def sites_of(work: Path, episodes: int) -> Path:
    """Give the folder with both sites, built now if they are not there."""
    root = work / str(episodes)
    built = [root / VARIANTS[name].site / VARIANTS[name].output for name in ("ours", "material")]
    if not all((folder / "index.html").is_file() for folder in built):
        prepare(work, episodes, ["ours", "material"])
        for name in ("ours", "material"):
            measure(root, VARIANTS[name])
    return root


def queries(episodes: int) -> list[str]:
    """Give a word of many pages, two words together, and a word that few programmes have."""
    *_, last = content.make_episodes(min(episodes, 50))
    rare = max(last.cues[-1].text.lower().rstrip(".?").split(), key=len)
    return ["naloxone", "honest friend", rare]


def report(root: Path, episodes: int, rounds: int, browser: Browser) -> Iterator[str]:
    """Give the figures of one size, line by line."""
    index: Run = measure(root, VARIANTS["pagefind"])
    packed = gzip.compress((root / "material/site/search/search_index.json").read_bytes(), 6)
    material = len(packed) / 1000
    yield f"\n{episodes} episodes, {episodes // 2} services"
    yield f"  Index: {index.wall:.1f} s, {index.peak:.0f} MiB at most, {index.size / 1e6:.1f} MB"
    yield f"  Material's index, packed: {material:,.0f} kB at every first view"
    yield f"  {'first search for':24}{'s':>6}{'kB':>7}{'requests':>10}{'x Material':>12}{'kB after':>10}"
    with serving(root / "ours/public") as site:
        for words in queries(episodes):
            runs = [search(browser, site, words) for _ in range(rounds)]
            seconds, size, requests, after = (
                median(figures) for figures in zip(*runs, strict=True)
            )
            yield f"  {words:24}{seconds:6.2f}{size:7.0f}{requests:10.0f}{size / material:12.3f}{after:10.0f}"
            if words == "naloxone":
                yield f"    at most 2.00 s: {_verdict(seconds, 2)}"
                yield f"    at most {AIMS.get(episodes, 175)} kB: {_verdict(size, AIMS.get(episodes, 175))}"
    yield f"  at most 1,000 MB of memory: {_verdict(index.peak * 2**20 / 1e6, 1000)}"


def _verdict(found: float, most: float) -> str:
    return "reached" if found <= most else "MISSED"


def main() -> None:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description="Weigh and time a first search.")
    parser.add_argument("--episodes", type=int, nargs="+", default=[1000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=HERE.parent / ".cache/benchmarks")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for episodes in options.episodes:
            root = sites_of(options.work, episodes)
            for line in report(root, episodes, options.rounds, browser):
                print(line, flush=True)


if __name__ == "__main__":
    main()
