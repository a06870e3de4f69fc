"""The feeds of a real site: every file that they name is there, and is what it is said to be."""

import base64
import hashlib
import json
from pathlib import Path

import pytest
from lxml import etree, html

from read.samples import mp3_with_header, png
from recovery_radio.verify.site import verify_site
from sites import EPISODE, LOCAL, PLAIN, build_site, edit

PODCAST = "{https://podcastindex.org/namespace/1.0}"
URL = "https://tiny.example/"
SUBSCRIBE = """
-- site/pages/subscribe.md --
---
title: Follow us
summary: In a podcast app.
---
What an app leaves on a phone.
"""
FULL = edit(
    LOCAL,
    ("recording: steps.mp3", "recording: steps.mp3\nlow_data: small.mp3"),
    ("topics:", 'chapters: [{at: "00:00", title: A & b}, {at: "00:02", title: Two}]\n'
                "cover: {file: cover.png, alt: A dot}\nai_content: true\ntopics:"),
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    root = tmp_path_factory.mktemp("station")
    folder = root / "episodes/first-steps"
    folder.mkdir(parents=True)
    (folder / "steps.mp3").write_bytes(mp3_with_header(300))
    (folder / "small.mp3").write_bytes(mp3_with_header(301))
    (folder / "cover.png").write_bytes(png(8, 8))
    return build_site(root, FULL, SUBSCRIBE)


def named_in(feed: Path) -> list[str]:
    tree = etree.parse(feed)
    values = [e.get(key, "") for e in tree.iter("*") for key in ("url", "href", "uri")]
    addresses = (value.partition("#")[0] for value in values if value.startswith(URL))
    return [address.removeprefix(URL) for address in addresses]


def test_every_file_that_a_feed_names_is_there(site: Path) -> None:
    for feed in (site / "feed.xml", site / "listen/series/stories/feed.xml"):
        paths = named_in(feed)
        assert {Path(path).name for path in paths} >= {
            "first-steps.mp3", "first-steps-low-data.mp3", "cover.png", "chapters.json",
            "transcript.vtt", "transcript.srt", "transcript.json", "transcript.txt",
            "first-steps",
        }  # fmt: skip
        for path in paths:
            assert (site / path).is_file() or (site / path / "index.html").is_file(), path


def test_the_smaller_recording_has_the_bytes_that_its_digest_says(site: Path) -> None:
    item = etree.parse(site / "feed.xml").find(f".//{PODCAST}alternateEnclosure")
    assert item is not None
    source, integrity = item

    data = (site / source.get("uri", "").removeprefix(URL)).read_bytes()
    assert item.get("length") == str(len(data))
    assert data != (site / "episodes/first-steps/first-steps.mp3").read_bytes()
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
    assert integrity.get("value") == f"sha256-{digest}"


def test_the_forms_beside_a_page_say_the_same(site: Path) -> None:
    folder = site / "episodes/first-steps"

    spoken = json.loads((folder / "transcript.json").read_text("utf-8"))["segments"]
    assert [(s["speaker"], s["body"]) for s in spoken] == [
        ("Host", "Hello & welcome."),
        ("Guest", "Thank you."),
    ]
    assert "Host: Hello & welcome.\n" in (folder / "transcript.srt").read_text("utf-8")
    assert (folder / "transcript.txt").read_text("utf-8") == (
        "Host: Hello & welcome.\n\nGuest: Thank you.\n"
    )
    chapters = json.loads((folder / "chapters.json").read_text("utf-8"))["chapters"]
    assert [(c["startTime"], c["title"]) for c in chapters] == [(0, "A & b"), (2, "Two")]


def test_the_page_of_a_series_leads_to_its_feed(site: Path) -> None:
    page = html.parse(site / "listen/series/stories/index.html")

    assert page.xpath("//main//a[contains(., 'podcast feed')]/@href") == [
        "../../../listen/series/stories/feed.xml"
    ]
    assert not html.parse(site / "episodes/index.html").xpath(
        "//main//a[contains(., 'podcast feed')]"
    )


def test_the_page_for_subscribing_works_without_a_script(site: Path) -> None:
    page = html.parse(site / "subscribe/index.html")

    assert page.xpath("//main//code/text()") == [f"{URL}feed.xml"]
    links = page.xpath("//main//ul[@class='rr-links']//a/@href")
    assert [link.partition(":")[0] for link in links] == ["podcast", "https", "pktc", "overcast"]
    assert page.xpath("//main//img/@src") == ["code.svg"]
    assert page.xpath("//main//img/@alt")[0].startswith("QR code")
    assert (site / "subscribe/code.svg").is_file()
    assert "subscribe/" in str(html.parse(site / "listen/index.html").xpath("//main//a/@href"))
    assert verify_site(site, URL) == []


def test_a_station_without_a_feed_has_no_trace_of_one(tmp_path: Path) -> None:
    without = PLAIN[: PLAIN.index("  - radio/feed")] + PLAIN[PLAIN.index("markdown_extensions") :]

    public = build_site(tmp_path, without, EPISODE, SUBSCRIBE)

    assert not list(public.rglob("feed*.xml"))
    assert "feed.xml" not in (public / "listen/series/stories/index.html").read_text("utf-8")
    page = (public / "subscribe/index.html").read_text("utf-8")
    assert "What an app leaves on a phone." in page
    assert "code.svg" not in page


def test_a_programme_that_nobody_has_written_down_says_so(tmp_path: Path) -> None:
    silent = edit(EPISODE, ("transcript: transcript.vtt\n", ""))

    public = build_site(tmp_path, silent, strict=False)

    page = (public / "episodes/first-steps/index.html").read_text("utf-8")
    assert "Transcript not yet" in page
    assert "transcript." not in page
    assert not list(public.rglob("transcript.*"))


def test_words_that_may_not_be_shown_are_not_promised(tmp_path: Path) -> None:
    kept = edit(EPISODE, ("[site, feed, transcript]", "[site, feed]"))

    public = build_site(tmp_path, kept)

    assert "Transcript not yet" not in (public / "episodes/first-steps/index.html").read_text(
        "utf-8"
    )
