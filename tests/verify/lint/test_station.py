"""The feeds that the build makes of the example station, held to every rule and every level."""

from pathlib import Path

from recovery_radio.verify.folder import read_folder
from recovery_radio.verify.lint.feed import lint_feed
from station import run_radio

URL = "https://kindling.example/"


def feeds_of(public: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*.xml")
    }
    return {path: raw for path, raw in found.items() if b"<rss" in raw}


def test_the_feeds_of_the_station_have_no_finding_of_any_level(kindling: Path) -> None:
    folder = read_folder(kindling)[0]

    def behind(address: str) -> Path | None:
        found = folder.find(address.removeprefix(URL)) if address.startswith(URL) else None
        return kindling / found if found else None

    feeds = feeds_of(kindling)
    assert "feed.xml" in feeds
    for path, raw in feeds.items():
        assert lint_feed(raw, address=URL + path, behind=behind) == [], path


def test_the_command_agrees(kindling: Path) -> None:
    run = run_radio(kindling, "lint-feed", "feed.xml")

    assert (run.returncode, run.stdout) == (0, "The feed is in order.\n"), run.stderr
