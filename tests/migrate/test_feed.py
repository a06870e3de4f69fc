"""Feeds of many kinds, read for what they say."""

from pathlib import Path

import pytest

from recovery_radio.migrate.feed import BadFeed, parse_feed
from recovery_radio.migrate.show import Bite, Enclosure, Person, Picture, Words

FEEDS = Path(__file__).parent / "feeds"


def read(name: str) -> bytes:
    return (FEEDS / f"{name}.xml").read_bytes()


def item_of(tags: str, attributes: str = "") -> bytes:
    return f'<rss version="2.0" {attributes}><channel><item>{tags}</item></channel></rss>'.encode()


def test_a_feed_like_anchors_is_read() -> None:
    show = parse_feed(read("anchor"))

    assert (show.title, show.summary) == (
        "Back on Track",
        "Talks after the meeting. Every second week.",
    )
    assert (show.picture, show.is_ours, show.mended) == (
        "https://pictures.example/show.jpg",
        False,
        "",
    )
    [item] = show.items
    assert item.title == "Why we talk & what for"
    assert item.guid == "0a1b2c3d-1111-4222-8333-444455556666"
    assert item.description.startswith("<p>Two of us talk")
    assert (item.duration, item.season, item.number, item.kind) == ("00:24:31", "2", "7", "bonus")
    assert item.enclosure == Enclosure(
        "https://podcasters.example/s/abc/podcast/play/66/https%3A%2F%2Fd3ct.example%2Fstaging%2F2023-2-14%2F318.m4a",
        "24117248",
        "audio/x-m4a",
    )


def test_a_feed_like_wordpress_with_podcasting_2_is_read() -> None:
    show = parse_feed(read("wordpress"))

    assert show.licence == "cc-by-nc-4.0"
    assert show.people == (Person("Sam", "host"),)
    newest, oldest = show.items
    assert newest.people == (Person("Ash", "guest"), Person("Somebody Else", "composer"))
    assert newest.chapters[1] == ("00:05:10.500", "Winter")
    assert newest.transcripts == (
        Words("https://harbour.example/second-winter.srt", "application/srt"),
    )
    assert newest.bites[0] == Bite("61.5", "20.0", "Warm rooms")
    assert newest.ai_content == "false"
    assert "<h2>What helped</h2>" in newest.notes
    assert (oldest.guid, oldest.duration, oldest.people) == ("7", "", ())


@pytest.mark.parametrize(
    "address",
    [
        "https://podcastindex.org/namespace/1.0",
        "https://podcastindex.org/namespace/1.0/",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    ],
)
def test_the_podcast_namespace_is_known_by_both_of_its_addresses(address: str) -> None:
    data = item_of(
        '<p:image href="https://a.example/a.jpg" alt="A dot"/><p:season>2</p:season>'
        '<p:chapters url="https://a.example/c.json" type="application/json+chapters"/>'
        '<p:alternateEnclosure type="audio/ogg" length="9"><p:source uri="https://a.example/a.opus"/></p:alternateEnclosure>',
        f'xmlns:p="{address}"',
    )

    [item] = parse_feed(data).items

    assert item.picture == Picture("https://a.example/a.jpg", "A dot")
    assert (item.season, item.chapters_url) == ("2", "https://a.example/c.json")
    assert item.alternates == (Enclosure("https://a.example/a.opus", "9", "audio/ogg"),)


def test_an_empty_tag_is_as_good_as_none() -> None:
    tags = "<i:summary> </i:summary><description/><i:subtitle>Words</i:subtitle>"
    [item] = parse_feed(item_of(tags, 'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"')).items

    assert item.description == "Words"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not XML"),
        (b"\x00\x01\x02", "not XML"),
        (b"<html><body>Not found</body></html>", "not a podcast feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "an Atom feed"),
        (b"<rss/>", "not a podcast feed"),
    ],
)
def test_what_is_no_podcast_is_refused_with_a_hint(data: bytes, why: str) -> None:
    with pytest.raises(BadFeed, match=why):
        parse_feed(data)


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes_and_says_so() -> None:
    broken = read("soundcloud").replace(b"Kettle &amp; Chair: 3", b"Kettle & Chair: 3")

    show = parse_feed(broken)

    assert len(show.items) == 1
    assert show.mended.startswith("line 13: ")


def test_entities_are_neither_opened_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOPSECRET", "utf-8")
    lots = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(9))
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">{lots}]>'
    data = head.encode() + item_of("<title>a &x; b &e8; c</title>")

    [item] = parse_feed(data).items

    assert "TOPSECRET" not in repr(item)
    assert len(item.title) < 100


@pytest.mark.parametrize("rel", ["next", "prev-archive"])
def test_a_feed_says_where_it_goes_on(rel: str) -> None:
    data = (
        '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link rel="self" href="x"/>'
        f'<a:link rel="{rel}" href="feed-2.xml"/></channel></rss>'
    )

    assert parse_feed(data.encode()).next_page == "feed-2.xml"
