"""Takedown: a word that only one programme says, sought in every byte before and after."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from read.samples import id3, id3_text, mp3_frame, png
from recovery_radio.verify.site import verify_site
from sites import LOCAL, PLAIN, edit, write_files
from station import run_radio

WORD = "zanzibar"
GUID = "3f1c2b1e-2222"
INDEX = "episodes/first-steps/index.md"
OLD = "episodes/first-steps"
SEARCHED = edit(PLAIN, ("  - radio/directory\n", "  - radio/directory\n  - radio/search\n"))
TEXT = edit(
    LOCAL,
    ("Steps", "Zanzibar steps"),
    ("How it began.", "How Zanzibar began."),
    ("Welcome", "Zanzibar welcome"),
    ("Hello", "Zanzibar hello"),
    ("alias: Guest", "alias: Zanzibar, in_feed: true"),
    ("<v Guest>", "<v Zanzibar>"),
    ("steps.mp3", "zanzibar.mp3"),
    ("topics:", 'chapters: [{at: "00:00", title: Zanzibar}]\ncontent_notes: [{label: Zanzibar}]\n'
                "soundbites: [{at: \"00:00\", seconds: 15, title: Zanzibar}]\nlow_data: zanzibar-small.mp3\n"
                "cover: {file: zanzibar.png, alt: Zanzibar}\nnotice: Zanzibar.\ntopics:"),
)  # fmt: skip
OTHERS = """
-- episodes/other/index.md --
---
title: Another
summary: One that stays.
aired: 2026-03-13
guid: 11111111-2222-4444-8888-aaaaaaaaaaaa
series: stories
recording: other.mp3
consent: {reference: C-0002, level: synthetic, channels: [site, feed], expires: 2031-01-01, approved: 2026-03-01}
topics: [alcohol]
status: published
---
After [what came before](episode:first-steps).
"""


def sounds(word: str) -> bytes:
    """A recording that says a word in its tag, and in a part of each frame that no player plays.

    The tag is taken out of what is published; the sound is not.
    """
    frame = mp3_frame(first=bytes(40) + word.encode())
    return id3(id3_text(b"TIT2", word)) + frame * 2400


def write_station(root: Path) -> Path:
    write_files(root, SEARCHED, TEXT, OTHERS)
    folder = root / OLD
    (folder / "zanzibar.mp3").write_bytes(sounds("Zanzibar"))
    (folder / "zanzibar-small.mp3").write_bytes(sounds("Zanzibar, small"))
    (folder / "zanzibar.png").write_bytes(png(8, 8, (b"tEXt", b"Title\0Zanzibar")))
    (root / "episodes/other/other.mp3").write_bytes(sounds("Another"))
    return root


def places_of(site: Path, word: str) -> set[str]:
    """Name every file that says a word in its name or its bytes, packed ones unpacked."""
    found = set()
    for path in site.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        name = path.relative_to(site).as_posix()
        if word in name.lower() or word.encode() in data.lower():
            found.add(name)
    return found


def withdraw_by_hand(root: Path) -> list[str]:
    path = root / INDEX
    path.write_text(
        edit(path.read_text("utf-8"), ("status: published", "status: withdrawn")), "utf-8"
    )
    return ["build"]


def withdraw_broken(root: Path) -> list[str]:
    """Withdraw it in the worst state that a file can be in and still be read."""
    withdraw_by_hand(root)
    path = root / INDEX
    path.write_text(edit(path.read_text("utf-8"), ("series: stories", "seires: Zanzibar")), "utf-8")
    for name in ("zanzibar.mp3", "zanzibar.png", "transcript.vtt"):
        (root / OLD / name).unlink()
    return ["build"]


def withdraw_by_command(root: Path) -> list[str]:
    done = run_radio(root, "withdraw", "first-steps", "--yes")
    assert done.returncode == 0, done.stderr
    return ["build"]


def let_consent_run_out(root: Path) -> list[str]:
    return ["build", "--date", "2028-01-01"]


@pytest.mark.parametrize(
    "take_down", [withdraw_by_hand, withdraw_broken, withdraw_by_command, let_consent_run_out]
)
def test_one_build_later_no_byte_of_it_is_left(
    take_down: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    root, site = write_station(tmp_path), tmp_path / "public"
    run = run_radio(root, "build")
    assert run.returncode == 0, run.stderr
    before = places_of(site, WORD)
    assert before >= {
        "index.html", "feed.xml", "episodes/index.html", "listen/index.html", "listen/series/stories/index.html",
        "listen/topics/alcohol/index.html", "listen/series/stories/feed.xml",
        *(f"{OLD}/{name}" for name in (
            "index.html", "first-steps.mp3", "first-steps-low-data.mp3", "zanzibar.png", "chapters.json",
            "transcript.vtt", "transcript.srt", "transcript.json", "transcript.txt",
        )),
    }, before  # fmt: skip
    assert {name.split("/")[1] for name in before if name.startswith("pagefind/")} >= {
        "fragment",
        "index",
    }
    assert "feed.xml" in places_of(site, GUID)
    assert places_of(site, "first-steps") >= {"sitemap.xml", "sitemap.xml.gz", "feed.xml"}

    run = run_radio(root, *take_down(root))

    assert run.returncode == 0, run.stderr
    assert places_of(site, WORD) == set()
    assert places_of(site, GUID) == set()
    # Nor in the copies that are kept for the next build.
    assert places_of(root / ".cache/radio/published", WORD) == set()
    # The old address is a folder with one page, which does not name itself; nothing leads there.
    assert places_of(site, "first-steps") == {OLD, f"{OLD}/index.html"}
    assert b"first-steps" not in (site / OLD / "index.html").read_bytes()
    assert len(etree.parse(site / "feed.xml").findall(".//item")) == 1
    assert verify_site(site, "https://tiny.example/") == []


def test_the_old_address_says_so_and_is_in_no_search(tmp_path: Path) -> None:
    root = write_station(tmp_path)
    run = run_radio(root, *withdraw_by_hand(root))
    assert run.returncode == 0, run.stderr

    page = html.parse(root / f"public/{OLD}/index.html")
    other = html.parse(root / "public/episodes/other/index.html")

    assert page.findtext(".//h1") == "This programme is no longer available"
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//*[@data-pagefind-body]") == []
    assert other.xpath("//meta[@name='robots']") == []
    assert len(other.xpath("//*[@data-pagefind-body]")) == 1
    assert other.xpath("//a[contains(., 'what came before')]/@href") == []
    assert places_of(root / "public/pagefind", "longer available") == set()


@pytest.mark.parametrize(
    "change",
    [
        ("status: published", "status: draft"),
        ("aired: 2026-03-12", "aired: 2026-12-01"),
        ("aired: 2026-03-12", "aired: 2030-01-01"),
    ],
)
def test_what_was_never_public_has_no_page_either(change: tuple[str, str], tmp_path: Path) -> None:
    root = write_station(tmp_path)
    path = root / INDEX
    path.write_text(edit(path.read_text("utf-8"), change), "utf-8")

    run = run_radio(root, "build")

    assert run.returncode == 0, run.stderr
    assert places_of(root / "public", "first-steps") == set()


def test_what_a_withdrawn_programme_leaves_behind_is_told_of(tmp_path: Path) -> None:
    root = write_station(tmp_path)
    withdraw_by_hand(root)

    told = run_radio(root, "check")

    assert told.returncode == 0, told.stderr
    assert f"{INDEX}:1: The programme is withdrawn, and its words or files are still" in told.stderr
    assert (
        "Type `radio withdraw first-steps`, which removes them. [withdrawn-remains]" in told.stderr
    )


def test_the_identity_of_a_withdrawn_programme_stays_taken(tmp_path: Path) -> None:
    root = write_station(tmp_path)
    write_files(
        root,
        f"-- {INDEX} --\n---\nguid: 11111111-2222-4444-8888-aaaaaaaaaaaa\nstatus: withdrawn\n---\n",
    )

    told = run_radio(root, "check")

    assert told.returncode == 1
    assert f"episodes/other/index.md:5: `guid` is the same as in {INDEX}." in told.stderr
    assert "[duplicate-guid]" in told.stderr


def test_a_tombstone_without_its_identity_is_told_of(tmp_path: Path) -> None:
    root = write_station(tmp_path)
    write_files(root, f"-- {INDEX} --\n---\nstatus: withdrawn\n---\n")

    told = run_radio(root, "check")

    assert f"{INDEX}:1: `guid` is missing. Add `guid: …`. [missing-field]" in told.stderr
