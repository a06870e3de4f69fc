"""What a feed says of a file, held against the file."""

import json
from pathlib import Path

import pytest

from recovery_radio.verify.lint.feed import lint_feed
from recovery_radio.verify.lint.finding import Finding
from verify.lint.good_feed import GOOD

CHAPTERS = {"version": "1.2.0", "chapters": [{"startTime": 0}, {"startTime": 754.5}]}
FILES = {
    "episodes/one/one.mp3": b"ID3".ljust(9000),
    "episodes/one/one.opus": b"OggS".ljust(3000),
    "trailer.mp3": b"\xff\xfb".ljust(4000),
    "cover.png": b"\x89PNG",
    "episodes/one/cover.jpg": b"\xff\xd8\xff",
    "episodes/one/one.vtt": b"WEBVTT\n",
    "episodes/one/one.srt": b"1\n00:00:00,000 --> 00:00:01,000\nHello\n",
    "episodes/one/chapters.json": json.dumps(CHAPTERS).encode(),
    "episodes/two/two.json": b'{"version": "1.0.0", "segments": []}',
    "episodes/one/index.html": b"\n<!DOCTYPE html><title>One</title>",
}


def lint(folder: Path, **changed: bytes) -> list[Finding]:
    for name, content in {**FILES, **changed}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def behind(address: str) -> Path | None:
        path = address.removeprefix("https://tiny.example/").replace("/#words", "/index.html")
        file = folder / path
        return file if address.startswith("https://tiny.example/") and file.is_file() else None

    return lint_feed(GOOD.encode(), behind=behind)


def test_files_that_are_what_the_feed_says_give_no_finding(tmp_path: Path) -> None:
    assert lint(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "line", "code"),
    [
        ("episodes/one/one.mp3", b"ID3".ljust(9001), 48, "feed-length-differs"),
        ("episodes/one/one.opus", b"OggS".ljust(2999), 66, "feed-length-differs"),
        ("trailer.mp3", b"\xff\xfb", 35, "feed-length-differs"),
        ("episodes/one/one.mp3", b"<!doctype html>".ljust(9000), 48, "feed-file-type"),
        ("episodes/one/one.opus", b"ID3".ljust(3000), 66, "feed-file-type"),
        ("episodes/one/cover.jpg", b"\x89PNG", 54, "feed-file-type"),
        ("episodes/one/one.vtt", b"1\n00:00:00,000 --> ", 57, "feed-file-type"),
        ("episodes/one/one.srt", b"Hello", 58, "feed-file-type"),
        ("episodes/two/two.json", b"{}", 85, "feed-file-type"),
        ("episodes/two/two.json", b"[" * 100_000, 85, "feed-file-type"),
        ("episodes/one/index.html", b"WEBVTT\n", 58, "feed-file-type"),
        ("episodes/one/index.html", b'<?xml version="1.0"?><rss/>', 58, "feed-file-type"),
        ("episodes/one/chapters.json", b"WEBVTT", 59, "feed-chapters-file"),
        ("episodes/one/chapters.json", b"\xff\xfe", 59, "feed-chapters-file"),
        ("episodes/one/chapters.json", b'{"chapters": []}', 59, "feed-chapters-file"),
        (
            "episodes/one/chapters.json",
            b'{"version": "1.2.0", "chapters": []}',
            59,
            "feed-chapters-file",
        ),
        (
            "episodes/one/chapters.json",
            b'{"version": "1.2.0", "chapters": [{"title": "a"}]}',
            59,
            "feed-chapters-file",
        ),
        (
            "episodes/one/chapters.json",
            b'{"version": "1", "chapters": [{"startTime": 9}, {"startTime": 1}]}',
            59,
            "feed-chapters-file",
        ),
    ],
)
def test_a_file_that_is_not_what_the_feed_says_is_found(
    tmp_path: Path, name: str, content: bytes, line: int, code: str
) -> None:
    (found,) = lint(tmp_path, **{name: content})

    assert (found.line, found.code) == (line, code)


def test_a_transcript_in_html_may_be_a_page_or_a_piece_of_one(tmp_path: Path) -> None:
    for start in (b"\xef\xbb\xbf<!doctype html>", b"<cite>Sam:</cite>", b"\n<!-- --><p>Hello"):
        assert lint(tmp_path, **{"episodes/one/index.html": start}) == []


def test_a_recording_in_boxes_is_known_by_its_first_one(tmp_path: Path) -> None:
    def behind(address: str) -> Path | None:
        return tmp_path / "two.m4a" if "two.m4a" in address else None

    (tmp_path / "two.m4a").write_bytes(b"\0\0\0\x20ftypM4A ".ljust(7000))
    assert lint_feed(GOOD.encode(), behind=behind) == []

    (tmp_path / "two.m4a").write_bytes(b"ID3".ljust(7000))
    assert [f.code for f in lint_feed(GOOD.encode(), behind=behind)] == ["feed-file-type"]
