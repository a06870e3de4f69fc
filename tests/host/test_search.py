"""The search index: what is in it, and what happens without Pagefind."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from recovery_radio.host.build import Failed
from searched import SEARCHED, build_aged_site
from sites import EPISODE, SERVICE, build_site, edit, write_files
from station import run_radio

Fragments = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def fragments(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Fragments:
    """What Pagefind keeps of each page, by address."""
    root = write_files(tmp_path_factory.mktemp("station"), SEARCHED, EPISODE, SERVICE)
    run = run_radio(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return read_fragments(root / "public/pagefind")


def read_fragments(index: Path) -> Fragments:
    packed = (index / "fragment").iterdir()
    pages = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in packed
    ]
    return {page["url"]: page for page in pages}


def test_pages_programmes_and_services_are_found_and_lists_by_their_names_only(
    fragments: Fragments,
) -> None:
    assert {"/about/", "/episodes/first-steps/", "/services/harbour/"} <= set(fragments)
    for url in ("/listen/series/stories/", "/services/a-z/h/", "/services/towns/crawley/"):
        assert "How it began" not in fragments[url]["content"]
        assert "Tea and a chat" not in fragments[url]["content"]


def test_what_is_found_can_be_narrowed_by_kind_topic_and_town(
    fragments: Fragments,
) -> None:
    episode, service = fragments["/episodes/first-steps/"], fragments["/services/harbour/"]

    assert episode["filters"]["kind"] == ["programme"]
    assert episode["filters"]["topic"] == ["Alcohol"]
    assert service["filters"]["kind"] == ["service"]
    assert service["filters"]["town"] == ["Crawley"]
    assert fragments["/about/"]["filters"]["kind"] == ["page"]


def test_the_words_of_a_transcript_are_found(fragments: Fragments) -> None:
    assert "Hello & welcome" in fragments["/episodes/first-steps/"]["content"]


def test_a_turn_of_a_transcript_is_found_by_its_second(fragments: Fragments) -> None:
    episode = fragments["/episodes/first-steps/"]
    turns = {a["id"]: a["location"] for a in episode["anchors"] if a["element"] == "p"}
    words = episode["content"].split()

    assert {key: words[place] for key, place in turns.items()} == {"t=0": "Hello", "t=2": "Thank"}


def test_older_programmes_are_in_the_first_index_by_title_and_in_a_part_by_every_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build_aged_site(tmp_path, monkeypatch) / "pagefind"
    first, oldest, newer = (
        read_fragments(folder) for folder in (index, index / "older-1", index / "older-2")
    )

    assert "hedgehog" in first["/episodes/of-2024/"]["content"]
    assert "part" not in first["/episodes/of-2024/"]["filters"]
    card = first["/episodes/of-2021/"]
    assert card["content"].split(". ") == ["The programme of 2021", "How it began."]
    assert card["filters"] == {"kind": ["programme"], "topic": ["Alcohol"], "part": ["1"]}
    assert set(oldest) == {"/episodes/of-2021/", "/episodes/of-2022/"}
    assert set(newer) == {"/episodes/of-2023/"}
    for url, word in (("/episodes/of-2021/", "lighthouse"), ("/episodes/of-2022/", "saxophone")):
        assert word in oldest[url]["content"]
        assert "part" not in oldest[url]["filters"]


def test_of_pagefind_only_what_the_search_page_reads_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build_aged_site(tmp_path, monkeypatch) / "pagefind"

    program = {"pagefind.js", "wasm.en-gb.pagefind"}
    for folder, more in ((index, program), (index / "older-1", set[str]())):
        files = {path.name for path in folder.iterdir() if path.is_file()}
        assert {name for name in files if not name.endswith(".pf_meta")} == {
            "pagefind-entry.json",
            *more,
        }
    assert list(index.parent.glob("search-*")) == []


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


def test_what_it_is_made_from_lies_in_the_unfinished_site_where_the_next_build_sweeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\npwd > '{tmp_path}/where'\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))

    with pytest.raises(Failed):
        build_site(tmp_path, SEARCHED)

    where = Path((tmp_path / "where").read_text().strip())
    assert where.parent == tmp_path / "public"
    assert not where.name.startswith(".")


def test_a_language_whose_stems_pagefind_does_not_know_has_its_program_all_the_same(
    tmp_path: Path,
) -> None:
    station = edit(SEARCHED, ("name: material,", "name: material, language: ur,"))
    index = build_site(tmp_path, station, strict=False) / "pagefind"

    entry = json.loads((index / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["ur"]["wasm"] == "ur"
    assert (index / "wasm.ur.pagefind").stat().st_size > 10_000
    assert not (index / "wasm.unknown.pagefind").exists()
