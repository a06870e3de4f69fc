"""Fixtures for tests in a real browser: `chromium`, `visit` and `serve_folder`.

Example:
    def test_a_programme_plays_without_scripting(visit, serve_folder, tmp_path):
        public = build_site(tmp_path, EPISODE)
        guest = visit(serve_folder(public) + "episodes/first-steps/", java_script_enabled=False)

        expect(guest.page.locator("audio")).to_be_visible()
        assert guest.foreign == []
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser.get_browser import find_browser
from browser.serving import serving
from browser.visits import PATIENCE, Visit, open_visit

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # What is no request, such as a look-up in advance, finds no other host either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests. It fails, and never skips, where no browser is installed."""
    path = find_browser()
    if path is None:
        pytest.fail("There is no browser for this test. `make browser` installs one.")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        # Playwright leaves out Chromium's sandbox, which root and most containers cannot have.
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Open windows: `visit(url, **options)` goes to an address, `visit(**options)` stays blank.

    Each call gives a `browser.visits.Visit` with its own `page`, the `foreign` addresses that it
    asked for and its `faults`. Options are those of `open_visit`. All close after the test.
    """
    visits: list[Visit] = []

    def open_and_go(url: str | None = None, **options: Any) -> Visit:
        visits.append(open_visit(chromium, **options))
        if url:
            visits[-1].page.goto(url)
        return visits[-1]

    yield open_and_go
    for each in visits:
        each.page.context.close()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[..., str]]:
    """Serve built folders: `serve_folder(path, at="/")` gives the address, with a slash at its end.

    `at` is the site's path on its host; give it for a station whose `site_url` has one. The folder
    is served, with byte ranges, until all tests have run. For many short-lived folders use
    `with browser.serving.serving(path) as url:` instead.
    """
    with ExitStack() as servers:
        yield lambda folder, at="/": servers.enter_context(serving(Path(folder), at))
