"""The search index: what is in it, and what happens without Pagefind."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.host.build import Failed
from sites import EPISODE, PLAIN, SERVICE, build_site, edit, write_files
from station import run_radio

SEARCHED = edit(PLAIN, ("  - radio/directory\n", "  - radio/directory\n  - radio/search\n"))


@pytest.fixture(scope="module")
def fragments(
    tmp_path_factory: pytest.TempPathFactory, fixed_date: None
) -> dict[str, dict[str, Any]]:
    """What Pagefind keeps of each page, by address."""
    root = write_files(tmp_path_factory.mktemp("station"), SEARCHED, EPISODE, SERVICE)
    run = run_radio(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    packed = (root / "public/pagefind/fragment").iterdir()
    pages = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in packed
    ]
    return {page["url"]: page for page in pages}


def test_pages_programmes_and_services_are_found_and_lists_by_their_names_only(
    fragments: dict[str, dict[str, Any]],
) -> None:
    assert {"/about/", "/episodes/first-steps/", "/services/harbour/"} <= set(fragments)
    for url in ("/listen/series/stories/", "/services/a-z/h/", "/services/towns/crawley/"):
        assert "How it began" not in fragments[url]["content"]
        assert "Tea and a chat" not in fragments[url]["content"]


def test_what_is_found_can_be_narrowed_by_kind_topic_and_town(
    fragments: dict[str, dict[str, Any]],
) -> None:
    episode, service = fragments["/episodes/first-steps/"], fragments["/services/harbour/"]

    assert episode["filters"]["kind"] == ["programme"]
    assert episode["filters"]["topic"] == ["Alcohol"]
    assert service["filters"]["kind"] == ["service"]
    assert service["filters"]["town"] == ["Crawley"]
    assert fragments["/about/"]["filters"]["kind"] == ["page"]


def test_the_words_of_a_transcript_are_found(fragments: dict[str, dict[str, Any]]) -> None:
    assert "Hello & welcome" in fragments["/episodes/first-steps/"]["content"]


@pytest.mark.parametrize("program", ["/nonexistent/pagefind", sys.executable])
def test_without_pagefind_nothing_is_published_and_it_is_said_why(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)

    with pytest.raises(Failed):
        build_site(tmp_path, SEARCHED)

    assert any(
        m.startswith("The search index could not be made: ") and m.endswith("[no-index]")
        for m in caplog.messages
    )
