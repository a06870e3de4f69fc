"""Fetching: whole files, the rest of broken ones, and nothing that is not what it says."""

from pathlib import Path

import pytest

from migrate.server import Files
from recovery_radio.migrate import fetch as fetching
from recovery_radio.migrate.fetch import TooLarge, Unreachable, fetch, fetch_to

DATA = bytes(range(256)) * 2000
MOST = 10_000_000


def nobody(_done: int, _total: int) -> None:
    pass


def test_a_recording_is_fetched_and_progress_is_told(server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"] = DATA
    told: list[tuple[int, int]] = []

    size = fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, lambda *now: told.append(now))

    assert size == len(DATA)
    assert (tmp_path / "a.part").read_bytes() == DATA
    assert told[-1] == (len(DATA), len(DATA))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert [path.name for path in tmp_path.iterdir()] == ["a.part"]


@pytest.mark.parametrize("tag", ['"v1"', ""])
def test_a_broken_line_is_gone_on_with(tag: str, server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"], server.tags["/a.mp3"] = DATA, tag
    server.breaks["/a.mp3"] = [100_000, 50_000]

    fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)

    assert (tmp_path / "a.part").read_bytes() == DATA
    assert server.asked == [
        ("/a.mp3", ""),
        ("/a.mp3", "bytes=100000-"),
        ("/a.mp3", "bytes=150000-"),
    ]


def test_a_later_try_goes_on_where_the_last_one_gave_up(server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"], server.tags["/a.mp3"] = DATA, '"v1"'
    server.breaks["/a.mp3"] = [100_000, 1000, 1000, 1000]
    part = tmp_path / "a.part"

    with pytest.raises(Unreachable, match="the line broke"):
        fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)
    assert part.read_bytes() == DATA[:103_000]
    server.asked.clear()
    fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)

    assert part.read_bytes() == DATA
    assert server.asked == [("/a.mp3", "bytes=103000-")]


def start_of_an_old_version(server: Files, folder: Path) -> Path:
    """Fetch until the line breaks, and change what the server has."""
    server.files["/a.mp3"], server.tags["/a.mp3"] = DATA, '"v1"'
    server.breaks["/a.mp3"] = [100_000, 0, 0, 0]
    part = folder / "a.part"
    with pytest.raises(Unreachable):
        fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)
    server.files["/a.mp3"], server.tags["/a.mp3"] = DATA[::-1], '"v2"'
    return part


def test_the_rest_of_another_version_is_never_put_behind_the_start_of_this_one(
    server: Files, tmp_path: Path
) -> None:
    part = start_of_an_old_version(server, tmp_path)
    fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)

    assert part.read_bytes() == DATA[::-1]


def test_killed_before_the_first_byte_of_another_version_a_part_is_none_of_it(
    server: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = start_of_an_old_version(server, tmp_path)

    def killed(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(fetching, "_copy", killed)
        with pytest.raises(KeyboardInterrupt):
            fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)
    fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)

    assert part.read_bytes() == DATA[::-1]


@pytest.mark.parametrize("length", [50_000, 200_000])
def test_without_a_tag_another_length_is_another_version(
    length: int, server: Files, tmp_path: Path
) -> None:
    server.files["/a.mp3"] = DATA
    server.breaks["/a.mp3"] = [100_000, 0, 0, 0]
    part = tmp_path / "a.part"
    with pytest.raises(Unreachable):
        fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)

    server.files["/a.mp3"] = DATA[::-1][:length]
    fetch_to(f"{server.url}/a.mp3", part, MOST, nobody)

    assert part.read_bytes() == DATA[::-1][:length]


def test_a_server_without_parts_is_asked_for_the_whole(server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"], server.knows_ranges = DATA, False
    server.breaks["/a.mp3"] = [100_000]

    fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)

    assert (tmp_path / "a.part").read_bytes() == DATA


def test_a_part_whose_version_nobody_knows_is_not_gone_on_with(
    server: Files, tmp_path: Path
) -> None:
    server.files["/a.mp3"] = DATA
    (tmp_path / "a.part").write_bytes(b"something else")

    fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)

    assert (tmp_path / "a.part").read_bytes() == DATA
    assert server.asked == [("/a.mp3", "")]


def test_more_than_is_wanted_is_refused_before_it_is_fetched(server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"] = DATA

    with pytest.raises(TooLarge, match="it has 1 MB"):
        fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", 1000, nobody)
    with pytest.raises(TooLarge):
        fetch(f"{server.url}/a.mp3", 1000)

    assert not (tmp_path / "a.part").exists()


def test_a_page_in_the_place_of_a_recording_is_refused(server: Files, tmp_path: Path) -> None:
    server.files["/a.mp3"], server.types["/a.mp3"] = b"<p>Not found", "text/html; charset=utf-8"

    with pytest.raises(Unreachable, match="a page and not a recording"):
        fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)


def test_what_is_not_there_is_told_with_the_servers_answer(server: Files, tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="the server answered 404"):
        fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)
    with pytest.raises(Unreachable, match="the server answered 404"):
        fetch(f"{server.url}/a.mp3", MOST)


def test_a_file_that_breaks_off_is_no_feed(server: Files) -> None:
    server.files["/feed.xml"], server.breaks["/feed.xml"] = DATA, [1000]

    with pytest.raises(Unreachable):
        fetch(f"{server.url}/feed.xml", MOST)


def test_a_redirect_is_followed_on_the_web_only(server: Files, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    server.files["/b.mp3"] = DATA
    server.redirects |= {"/a.mp3": f"{server.url}/b.mp3", "/file.mp3": secret.as_uri()}

    fetch_to(f"{server.url}/a.mp3", tmp_path / "a.part", MOST, nobody)

    assert (tmp_path / "a.part").read_bytes() == DATA
    with pytest.raises(Unreachable):
        fetch(f"{server.url}/file.mp3", MOST)
    with pytest.raises(Unreachable, match="no web address"):
        fetch(secret.as_uri(), MOST)
