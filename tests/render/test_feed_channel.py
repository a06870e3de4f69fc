"""What a feed says of itself, in the channel."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from feedgen.feed import FeedGenerator
from lxml import etree

from recovery_radio.model.episode import Episode
from recovery_radio.model.register import Series
from recovery_radio.model.station import Channel, Station
from recovery_radio.render.feed_channel import (
    Show,
    describe_show,
    main_show,
    series_path,
    series_show,
)
from recovery_radio.render.feed_tags import ChannelTags
from sites import EPISODE, read_station

PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
ATOM = "{http://www.w3.org/2005/Atom}"
STATION = Station(name="Tiny", url="https://tiny.example/radio/", description="A station.")
PLAIN: dict[str, Any] = {
    "guid": "0bd2301c-5e83-5c13-896b-c25be9aedce0", "author": "Tiny", "image": "cover.png", "image_alt": 'A "dot".',
}  # fmt: skip


def channel_of(
    trailers: list[Episode] | None = None, number: int = 0, older: int = 0, **more: Any
) -> etree._Element:
    show = main_show(STATION, Channel.model_validate(PLAIN | more), "feed.xml")
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, atom=False)
    describe_show(feed, show, trailers or [], number, older)
    channel = etree.fromstring(feed.rss_str()).find("channel")
    assert channel is not None
    return channel


def tags(channel: etree._Element, name: str) -> list[tuple[str | None, dict[str, str]]]:
    return [(e.text, {str(k): str(v) for k, v in e.attrib.items()}) for e in channel.iter(name)]


def test_comments_are_switched_off_unless_the_station_says_nothing() -> None:
    assert tags(channel_of(), f"{PODCAST}socialInteract") == [(None, {"protocol": "disabled"})]
    assert tags(channel_of(comments="unsaid"), f"{PODCAST}socialInteract") == []


def test_the_cover_comes_with_what_it_shows_and_the_licence_with_its_terms() -> None:
    channel = channel_of(licence="ARR")

    [(_, image)] = tags(channel, f"{PODCAST}image")
    assert (image["href"], image["alt"]) == ("https://tiny.example/radio/cover.png", 'A "dot".')
    assert tags(channel, f"{PODCAST}license") == [
        ("arr", {"url": "https://tiny.example/radio/about/"})
    ]


@pytest.mark.parametrize("name", ["cover.jpeg", "art/cover-2.jpg", "cover.PNG"])
def test_a_cover_may_have_any_ending_that_is_right(name: str) -> None:
    # feedgen would leave out what does not end in .jpg or .png, without a word.
    address = f"https://tiny.example/radio/{name}"

    assert tags(channel_of(image=name), f"{ITUNES}image") == [(None, {"href": address})]


def test_other_shows_are_recommended_by_their_identity() -> None:
    other = {
        "guid": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
        "url": "https://o.example/feed",
        "title": "O & co",
    }

    channel = channel_of(podroll=[other])

    assert [e.tag for e in channel.findall(f"{PODCAST}podroll/*")] == [f"{PODCAST}remoteItem"]
    assert tags(channel, f"{PODCAST}remoteItem") == [
        (None, {"feedGuid": other["guid"], "feedUrl": other["url"], "title": "O & co"})
    ]
    assert tags(channel_of(), f"{PODCAST}podroll") == []


def test_a_feed_that_moves_says_where_to() -> None:
    channel = channel_of(new_feed_url="https://new.example/feed.xml")

    assert tags(channel, f"{ITUNES}new-feed-url") == [("https://new.example/feed.xml", {})]


def test_trailers_are_named_in_the_feed_and_not_in_its_archive(tmp_path: Path) -> None:
    episode = read_station(tmp_path, EPISODE)[0].episodes[0]
    trailer = episode.model_copy(update={"kind": "trailer", "season": 2})

    [(title, attributes)] = tags(channel_of([trailer]), f"{PODCAST}trailer")

    assert title == 'Steps & "hope"'
    assert attributes == {
        "url": "https://cdn.example/first-steps.mp3", "pubdate": "Thu, 12 Mar 2026 00:00:00 +0000",
        "length": "1200000", "type": "audio/mpeg", "season": "2",
    }  # fmt: skip
    assert len(tags(channel_of([trailer] * 40), f"{PODCAST}trailer")) == 10
    assert tags(channel_of([trailer], number=1), f"{PODCAST}trailer") == []


def test_a_page_of_the_archive_knows_its_neighbours() -> None:
    links = {a["rel"]: a["href"] for _, a in tags(channel_of(number=3, older=2), f"{ATOM}link")}

    assert links == {
        "self": "https://tiny.example/radio/feed-archive-3.xml",
        "current": "https://tiny.example/radio/feed.xml",
        "prev-archive": "https://tiny.example/radio/feed-archive-2.xml",
    }


def test_a_description_is_no_longer_than_apple_reads() -> None:
    show = main_show(STATION, Channel.model_validate(PLAIN), "feed.xml")
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, atom=False)
    describe_show(feed, show._replace(description="é " * 3000), [], 0, 0)

    assert len(feed.description().encode()) <= 4000


def series_of(station: Station = STATION, path: str = "feed.xml", **more: Any) -> Show:
    series = Series.model_construct(title="Plain talk", summary="Two voices.")
    main = main_show(station, Channel.model_validate(PLAIN | more), path)
    return series_show(main, "plain-talk", series)


def test_a_series_stays_the_same_show_when_the_station_moves() -> None:
    show = series_of()
    moved = series_of(STATION.model_copy(update={"url": "https://moved.example/"}), "podcast.xml")

    assert show.path == series_path("plain-talk") == "listen/series/plain-talk/feed.xml"
    assert show.url != moved.url
    assert show.guid == moved.guid == uuid.uuid5(uuid.UUID(PLAIN["guid"]), "plain-talk")
    assert show.guid.version == 5
    assert show.guid != series_of(guid="917393e3-1b1e-5cef-ace4-edaa54e1f810").guid


def test_the_feed_of_a_series_moves_along_with_the_station() -> None:
    assert series_of().moved_to is None
    assert (
        series_of(new_feed_url="https://new.example/radio/feed.xml").moved_to
        == "https://new.example/radio/listen/series/plain-talk/feed.xml"
    )
    # At a host with addresses of its own, nobody knows where the series will be.
    assert series_of(new_feed_url="https://host.example/rss/42").moved_to is None
    assert series_of(new_feed_url="https://host.example/my-feed.xml").moved_to is None


def test_all_that_apple_and_psp_ask_of_a_show_is_there(kindling: Path) -> None:
    names = {
        "title", "description", "link", "language", f"{ATOM}link", f"{ITUNES}category", f"{ITUNES}explicit",
        f"{ITUNES}image", f"{ITUNES}author", f"{PODCAST}guid", f"{PODCAST}locked",
    }  # fmt: skip
    for path in kindling.rglob("feed*.xml"):
        channel = etree.parse(path).find("channel")
        assert channel is not None
        assert names <= {str(element.tag) for element in channel}, path
