"""The example station, built whole under --strict, as it is published."""

import gzip
import re
from pathlib import Path

import pytest
import yaml
from mutagen.mp3 import MP3

from station import ROOT, copy_station, run_radio

TOWNS = ("bognor-regis", "crawley", "doncaster", "gravesend", "maidstone", "tonbridge")


def test_it_builds_under_strict_and_says_where_it_is(kindling: Path) -> None:
    assert (kindling / "index.html").is_file()


def test_a_second_build_gives_the_same_bytes(kindling: Path, tmp_path: Path) -> None:
    again = copy_station(tmp_path)
    assert run_radio(again, "build", "--strict").returncode == 0

    # Pagefind names its fragments by content, but not all of its files are stable.
    first = {p.relative_to(kindling) for p in kindling.rglob("*") if p.is_file()}
    second = {p.relative_to(again / "public") for p in (again / "public").rglob("*") if p.is_file()}
    pages = [p for p in first if p.parts[0] != "pagefind"]
    assert {p for p in second if p.parts[0] != "pagefind"} == set(pages)
    for path in pages:
        assert (kindling / path).read_bytes() == (again / "public" / path).read_bytes(), path


def test_the_station_is_as_large_as_it_says(kindling: Path) -> None:
    episodes = sorted((kindling / "episodes").glob("*/*.mp3"))
    assert len(episodes) >= 8
    lengths = [MP3(path).info.length for path in episodes]
    assert all(45 <= length <= 240 for length in lengths)
    assert sum(length >= 60 for length in lengths) >= 8
    series = {p.name for p in (kindling / "listen/series").iterdir()}
    assert len(series) >= 3
    assert len(list((ROOT / "services_directory").glob("*.yml"))) - 2 >= 40
    assert {p.name for p in (kindling / "services/towns").iterdir()} >= set(TOWNS)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "services_directory").glob("*.yml")), ids=lambda p: p.stem
)
def test_a_service_is_invented_in_the_open_or_has_its_sources(path: Path) -> None:
    if path.stem in ("organisations", "vocabulary"):
        return
    entry = yaml.safe_load(path.read_text("utf-8"))
    contact = entry["contact"]
    if entry.get("example"):
        for number in filter(None, (contact.get("phone"), contact.get("text"))):
            assert re.match(r"01632 960|07700 900", number), (
                "use a number that Ofcom keeps for drama"
            )
        for address in filter(None, (contact.get("web"), contact.get("email"))):
            assert re.search(r"\.example(/|$)", address)
    else:
        assert entry["sources"]


def test_the_feed_knows_itself_by_the_address_it_first_had(kindling: Path) -> None:
    feed = (kindling / "feed.xml").read_text("utf-8")
    told = run_radio(ROOT, "new", "feed", "https://kindling.example/feed.xml").stdout
    assert f"<podcast:guid>{told.removeprefix('guid: ').strip()}</podcast:guid>" in feed
    assert "<podcast:locked>yes</podcast:locked>" in feed
    assert "<itunes:explicit>false</itunes:explicit>" in feed


def test_the_sitemap_lists_every_page(kindling: Path) -> None:
    text = (kindling / "sitemap.xml").read_text("utf-8")
    listed = set(re.findall(r"<loc>https://kindling\.example/([^<]*)</loc>", text))
    pages = {
        str(p.parent.relative_to(kindling))
        for p in kindling.rglob("index.html")
        if '<meta name="robots" content="noindex">' not in p.read_text("utf-8")
    }
    assert {url.rstrip("/") or "." for url in listed} == pages
    assert gzip.decompress((kindling / "sitemap.xml.gz").read_bytes()).decode() == text


def test_recordings_say_that_their_voice_is_synthetic(kindling: Path) -> None:
    for path in (kindling / "episodes").glob("*/*.mp3"):
        assert any(
            "synthetic" in str(frame).lower() for frame in (MP3(path).tags or {}).values()
        ), path
        page = (path.parent / "index.html").read_text("utf-8")
        assert "synthetic" in page
        words = (path.parent / "transcript.vtt").read_text("utf-8")
        assert "synthetic" in " ".join(words.split("-->", 6)[1:6]).lower(), path


def test_next_year_it_still_builds_and_publishing_asks_for_a_review(tmp_path: Path) -> None:
    folder = copy_station(tmp_path)

    shown = run_radio(folder, "build", "--date", "2028-01-15")
    assert shown.returncode == 0, shown.stderr
    assert "[stale-service]" in shown.stderr
    page = (folder / "public/services/doncaster-peer-hub/index.html").read_text("utf-8")
    assert "Not confirmed since 18 November 2026." in page

    published = run_radio(folder, "build", "--strict", "--date", "2028-01-15")
    assert published.returncode == 1
    assert "The last good site is untouched." in published.stderr
    assert page == (folder / "public/services/doncaster-peer-hub/index.html").read_text("utf-8")


def test_properdocs_builds_it_unchanged(kindling: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    folder = copy_station(tmp_path)
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml"],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    pages = sorted(p.relative_to(kindling) for p in kindling.rglob("index.html"))
    assert (
        sorted(p.relative_to(folder / "public") for p in (folder / "public").rglob("index.html"))
        == pages
    )
    for path in pages:
        assert (kindling / path).read_text("utf-8") == (folder / "public" / path).read_text("utf-8")
