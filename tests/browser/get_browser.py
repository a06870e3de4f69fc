"""Finds a Chromium for the browser tests, and installs one where there is none.

Run as a program, it prints the browser's path and nothing else; what installers say goes to
standard error. A browser that does not start is passed over: Ubuntu's `chromium-browser` is a
note that asks for a snap.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from get_programs import install_packages, run, way_to_root

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_ADVICE = """\
The browser tests need Chromium or Google Chrome, and none could be found or installed.
  Debian:         sudo apt install chromium
  macOS:          brew install --cask google-chrome
  anywhere else:  python -m playwright install --with-deps chromium
Or give the path of one: CHROMIUM=/path/to/chrome make test"""


def find_browser() -> str | None:
    """Give the path of the first that starts: the one in CHROMIUM, the system's, Playwright's own.

    Playwright must not be running in this thread.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def install_browser() -> str | None:
    """Install Debian's Chromium where packages may be installed, else Playwright's, and find it."""
    if install_packages("chromium") and (found := find_browser()):
        return found
    # What Playwright's browser needs of the system comes with it, where that may be installed.
    root = way_to_root()
    with_libraries = ["--with-deps"] if root is not None and sys.platform == "linux" else []
    run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"])
    return find_browser()


def main() -> int:
    """Print the path of a browser, after installing one if need be; give the exit code."""
    browser = find_browser() or install_browser()
    print(browser or _ADVICE, file=sys.stdout if browser else sys.stderr)
    return 0 if browser else 1


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
    yield from filter(None, map(shutil.which, _NAMES))
    yield from _PLACES
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":
        return True  # There, `--version` opens a window.
    try:
        return run([path, "--version"], quiet=True)
    except PermissionError:
        return False


if __name__ == "__main__":
    sys.exit(main())
