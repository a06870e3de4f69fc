"""The real gPodder client subscribes to the preview of the example station, and fetches everything."""

import calendar
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import feedparser
import pytest

from get_programs import advice, must_be_there
from sites import edit
from station import copy_station

FETCHED = 1
"""gPodder's word for an episode whose file it has."""


class Client:
    """gPodder on the command line, with a home of its own and no way out of this machine."""

    def __init__(self, home: Path, proxy: str) -> None:
        self.home = home
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        ways = {"no_proxy": "127.0.0.1", "http_proxy": proxy, "https_proxy": proxy}
        self.environment = kept | ways | {"GPODDER_HOME": str(home), "LC_ALL": "C.UTF-8"}

    def type(self, *words: str) -> str:
        """Type a command of `gpo`, and give what it says."""
        run = subprocess.run(
            ["gpo", *words],
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        return run.stdout

    def rows(self, question: str) -> list[sqlite3.Row]:
        """Ask gPodder's own database."""
        with closing(sqlite3.connect(self.home / "Database")) as database:
            database.row_factory = sqlite3.Row
            return database.execute(question).fetchall()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """gPodder, which must not ask for anything beyond this machine."""
    if shutil.which("gpo") is None:
        (pytest.fail if must_be_there() else pytest.skip)(advice("gpo"))
    # What is not for this machine is sent to a port at which nobody answers.
    with socket.create_server(("127.0.0.1", 0)) as way_out:
        yield Client(tmp_path / "gpodder", f"http://127.0.0.1:{way_out.getsockname()[1]}")
        way_out.setblocking(False)
        with pytest.raises(BlockingIOError):
            way_out.accept()


@contextmanager
def preview(station: Path) -> Iterator[str]:
    """Type `radio serve`, wait for the site, and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "recovery_radio.cli.main", "serve", "--port", str(port)],
        cwd=station, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        # It waits for edits when its first build fails.
        patience = threading.Timer(120, process.kill)
        patience.start()
        address = f"http://127.0.0.1:{port}/"
        try:
            said = []
            while not said or not said[-1].startswith(f"Open {address}"):
                assert process.stdout
                said.append(process.stdout.readline())
                if not said[-1] or said[-1].endswith("keeps the last good site.\n"):
                    pytest.fail("`radio serve` has no site to show:\n" + "".join(said))
            yield address
        finally:
            patience.cancel()
            process.kill()


def rewrite(feed: Path, old: str, new: str) -> None:
    """Change a built feed, and let it be a new file."""
    text = edit(feed.read_text("utf-8"), (old, new))
    feed.unlink()
    feed.write_text(text, "utf-8")


def compare(row: sqlite3.Row, item: Any, address: str) -> None:
    """Hold what gPodder noted of an episode against the feed's item."""
    (enclosure,) = item.enclosures
    assert row["title"] == item.title
    assert row["url"] == enclosure.href
    assert row["url"].startswith(address)
    assert row["file_size"] == int(enclosure.length)
    assert row["mime_type"] == enclosure.type
    assert row["total_time"] == int(item.itunes_duration)
    assert row["published"] == calendar.timegm(item.published_parsed)
    chapters = item.get("psc_chapters", {}).get("chapters", [])
    assert [(c["start"], c["title"]) for c in json.loads(row["chapters"] or "[]")] == [
        (c.start_parsed.total_seconds(), c.title) for c in chapters
    ]


def test_gpodder_fetches_every_programme_from_the_preview_and_none_twice(
    client: Client, tmp_path: Path
) -> None:
    station = tmp_path / "station"
    station.mkdir()
    feed = copy_station(station) / "public/feed.xml"
    with preview(station) as address:
        rewrite(feed, "https://kindling.example/", address)
        items = {item.id: item for item in feedparser.parse(feed.read_bytes()).entries}
        assert len(items) == len(list((feed.parent / "episodes").glob("*/*.mp3")))

        client.type("subscribe", f"{address}feed.xml")
        said = client.type("download")

        assert f"{len(items)} episodes downloaded." in said
        [podcast] = client.rows("select * from podcast")
        assert podcast["title"] == "Kindling"
        rows = {row["guid"]: row for row in client.rows("select * from episode")}
        assert rows.keys() == items.keys()
        downloads = client.home / "Downloads" / podcast["download_folder"]
        for guid, row in rows.items():
            compare(row, items[guid], address)
            assert row["state"] == FETCHED
            path = feed.parent / row["url"].removeprefix(address)
            assert (downloads / row["download_filename"]).read_bytes() == path.read_bytes()

        rewrite(feed, "<title>", "<title>New: ")
        client.type("update")

        again = {row["guid"]: row for row in client.rows("select * from episode")}
        assert len(client.rows("select * from episode")) == len(rows)
        assert again.keys() == rows.keys()
        assert all(row["title"].startswith("New: ") for row in again.values())
        assert client.type("download").strip().endswith("0 episodes downloaded.")
