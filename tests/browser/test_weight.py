"""What pages cost on a phone: bytes on the way and requests, as a real browser asks for them.

A first view of 14 kB fits into the first burst that a server may send (ten packets), so it is there
after one round trip. Recordings, search and pictures come when they are wanted. Every other kind of
page is weighed where it is visited anyway, in `test_site.py`.
"""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.kinds import KINDS
from browser.weighing import weigh

BURST = 14_000
REQUESTS = 4
URGENT = ("help now", "guidance", "programme", "service")
"""Kinds that must come at once. Of each kind, the heaviest page of all is weighed."""


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


def heaviest(site: Path, kind: str) -> str:
    """Find the longest page of a kind, as the pages themselves say what they are."""
    if kind == "help now":
        return KINDS[kind]
    pages = (path for path in site.rglob("index.html") if f'data-kind="{kind}"' in path.read_text())
    largest = max(pages, key=lambda path: len(gzip.compress(path.read_bytes(), 6)))
    return f"{largest.parent.relative_to(site).as_posix()}/"


@pytest.mark.parametrize("kind", URGENT)
def test_the_heaviest_page_of_an_urgent_kind_comes_in_one_burst(
    kind: str, kindling: Path, address: str, chromium: Browser
) -> None:
    page = heaviest(kindling, kind)
    words = weigh(chromium, address + page).words

    assert sum(words.values()) <= BURST, (page, words)
    assert len(words) <= REQUESTS, (page, words)


def test_help_now_is_small_whole_with_all_that_it_shows(address: str, chromium: Browser) -> None:
    assert sum(weigh(chromium, address + "help-now/").files.values()) <= 20_000


def test_it_is_weighed_what_a_page_loads(
    tmp_path: Path, serve_folder: Callable[..., str], chromium: Browser
) -> None:
    letters = "".join(chr(97 + n * n * 7919 % 26) for n in range(100_000)).encode()
    (tmp_path / "index.html").write_text('<link rel=icon href="data:,"><script src=a.js></script>')
    (tmp_path / "a.js").write_bytes(b"//" + letters)
    weight = weigh(chromium, serve_folder(tmp_path))

    assert list(weight.files) == ["", "a.js"]
    assert weight.files["a.js"] == len(gzip.compress(b"//" + letters, 6))
