"""What a reader's phone loads for each kind of page, ours beside plain Material with the same words.

    PYTHONPATH=tests .venv/bin/python benchmarks/pages.py --episodes 100

Both stations are built and opened in the tests' browser. Pages, styles and scripts count as gzip
makes them, pictures as they are. What Material asks of other hosts, its fonts, is not counted: here
nobody answers. It fetches its whole search index with the first page, so there is a column without.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import build
import content
from playwright.sync_api import sync_playwright

from browser.get_browser import find_browser
from browser.serving import serving
from browser.weighing import Weight, weigh

ROUTES = {
    "start": "",
    "help now": "help-now/",
    "harm-minimisation": "harm-minimisation/part-01/",
    "training": "gp-training/part-01/",
    "programme": f"episodes/{content.episode_slug(0)}/",
    "programmes": "episodes/",
    "service": f"services/{content.service_id(0)}/",
    "services": "services/",
}
VARIANTS = ("ours", "material")


def weigh_pages(folder: Path, browser_path: str | None) -> dict[str, Weight]:
    """Open one page of each kind of a built site."""
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path)
        weights = {kind: weigh(browser, address + path) for kind, path in ROUTES.items()}
        browser.close()
    return weights


def table(weights: dict[str, dict[str, Weight]]) -> Iterator[str]:
    """Lay out bytes and requests, ours beside Material's, with its search and without."""
    yield "| kind of page | ours, bytes | requests | Material, bytes | without its search | requests |"
    yield "|---|---|---|---|---|---|"
    for kind in ROUTES:
        ours, theirs = (weights[variant][kind].files for variant in VARIANTS)
        bare = sum(size for path, size in theirs.items() if "search" not in path)
        figures = (sum(ours.values()), len(ours), sum(theirs.values()), bare, len(theirs))
        yield f"| {kind} | {' | '.join(f'{figure:,}' for figure in figures)} |"


def main() -> None:
    """Build both sites and print the table."""
    parser = argparse.ArgumentParser(description="Weigh pages beside plain Material's.")
    parser.add_argument("--episodes", type=int, default=100)
    parser.add_argument("--work", type=Path, default=build.HERE.parent / ".cache/benchmarks/pages")
    options = parser.parse_args()
    build.prepare(options.work, options.episodes, list(VARIANTS))
    path = find_browser()
    weights = {}
    for variant in VARIANTS:
        root = options.work / str(options.episodes)
        how = build.VARIANTS[variant]
        build.measure(root, how)
        weights[variant] = weigh_pages(root / how.site / how.result, path)
    print(*table(weights), sep="\n")


if __name__ == "__main__":
    main()
