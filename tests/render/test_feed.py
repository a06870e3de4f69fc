"""The podcast feed: what apps are told, and what never changes."""

import re
import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from lxml import etree

from recovery_radio.model.episode import Audio, ContentNote, Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.register import Series
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.transcript import Transcript
from recovery_radio.render.feed import render_feeds
from sites import EPISODE, read_station

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
}
STATION = Station(
    name='Tiny & "small"', url="https://tiny.example/radio/", description="A <station>."
)
CHANNEL = Channel.model_validate(
    {"guid": "0bd2301c-5e83-5c13-896b-c25be9aedce0", "author": "Tiny & co", "image": "cover.png", "image_alt": "A dot."}
)  # fmt: skip


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), EPISODE)
    assert problems == []
    return hub


@pytest.fixture
def episode(hub: Hub) -> Episode:
    return hub.episodes[0]


def bytes_of(*episodes: Episode, notes: str = "<p>Notes.</p>", channel: Channel = CHANNEL) -> bytes:
    texts = {e.slug: notes for e in episodes}
    return dict(render_feeds(STATION, channel, "feed.xml", {}, episodes, texts))["feed.xml"]


def channel_of(*episodes: Episode, **options: Any) -> etree._Element:
    found = etree.fromstring(bytes_of(*episodes, **options)).find("channel")
    assert found is not None
    return found


def texts(element: etree._Element, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path, NS)]


def item_of(episode: Episode) -> etree._Element:
    [item] = channel_of(episode).findall("item")
    return item


def test_the_channel_says_what_directories_ask_for(episode: Episode) -> None:
    channel = channel_of(episode)

    assert texts(channel, "title") == ['Tiny & "small"']
    assert texts(channel, "description") == ["A <station>."]
    assert texts(channel, "link") == ["https://tiny.example/radio/listen/"]
    assert texts(channel, "language") == ["en-gb"]
    assert texts(channel, "itunes:author") == ["Tiny & co"]
    assert texts(channel, "itunes:explicit") == ["false"]
    assert texts(channel, "itunes:type") == ["episodic"]
    assert texts(channel, "podcast:guid") == ["0bd2301c-5e83-5c13-896b-c25be9aedce0"]
    assert texts(channel, "podcast:locked") == ["yes"]
    [category] = channel.findall("itunes:category", NS)
    assert category.get("text") == "Health & Fitness"
    [image] = channel.findall("itunes:image", NS)
    assert image.get("href") == "https://tiny.example/radio/cover.png"
    assert [(a.get("rel"), a.get("href")) for a in channel.findall("atom:link", NS)] == [
        ("self", "https://tiny.example/radio/feed.xml")
    ]
    assert channel.findall("itunes:owner", NS) == []


def test_the_channel_says_more_if_the_station_does(episode: Episode) -> None:
    more = CHANNEL.model_copy(
        update={"email": "a@b.example", "subcategory": "Mental Health", "explicit": True, "kind": "serial",
                "copyright": "Tiny, CC BY 4.0", "podcast_page": "https://pod.example/tiny"}
    )  # fmt: skip

    channel = channel_of(episode, channel=more)

    assert texts(channel, "itunes:owner/itunes:email") == ["a@b.example"]
    assert texts(channel, "itunes:explicit") == ["true"]
    assert texts(channel, "itunes:type") == ["serial"]
    assert texts(channel, "copyright") == ["Tiny, CC BY 4.0"]
    assert texts(channel, "link") == ["https://pod.example/tiny"]
    [inner] = channel.findall("itunes:category/itunes:category", NS)
    assert inner.get("text") == "Mental Health"


def test_an_item_says_what_an_app_needs(episode: Episode) -> None:
    item = item_of(episode.model_copy(update={"season": 2, "number": 7, "kind": "bonus"}))

    assert texts(item, "title") == ['Steps & "hope"']
    assert texts(item, "description") == ["How it began."]
    assert texts(item, "link") == ["https://tiny.example/radio/episodes/first-steps/"]
    assert texts(item, "pubDate") == ["Thu, 12 Mar 2026 00:00:00 +0000"]
    assert texts(item, "itunes:duration") == ["150"]
    assert texts(item, "itunes:episodeType") == ["bonus"]
    assert texts(item, "itunes:season") == ["2"]
    assert texts(item, "itunes:episode") == ["7"]
    [guid] = item.findall("guid")
    assert (guid.text, guid.get("isPermaLink")) == ("3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa", "false")


def test_the_time_of_an_item_is_that_of_the_clock_in_london(episode: Episode) -> None:
    summer = episode.model_copy(update={"aired": datetime(2026, 7, 12, 18)})  # noqa: DTZ001

    assert texts(item_of(summer), "pubDate") == ["Sun, 12 Jul 2026 18:00:00 +0100"]


@pytest.mark.parametrize(
    ("audio", "url"),
    [
        (Audio("https://cdn.example/a.mp3", 1_200_000, 150.4, "audio/mpeg", None), "https://cdn.example/a.mp3"),
        (Audio("episodes/a/a.ogg", 7, 1.0, "audio/ogg", "episodes/a/b.ogg"), "https://tiny.example/radio/episodes/a/a.ogg"),
    ],
)  # fmt: skip
def test_an_enclosure_has_the_true_length_and_type(
    audio: Audio, url: str, episode: Episode
) -> None:
    [enclosure] = item_of(episode.model_copy(update={"audio": audio})).findall("enclosure")

    assert dict(enclosure.attrib) == {"url": url, "length": str(audio.bytes), "type": audio.type}


def test_what_to_know_beforehand_is_said_before_the_app_plays(hub: Hub, episode: Episode) -> None:
    notes = tuple(ContentNote(label=label) for label in ("mentions overdose", "strong language"))
    item = item_of(
        episode.model_copy(update={"content_notes": notes, "notice": "A synthetic voice."})
    )

    assert texts(item, "description") == [
        "How it began. Before you listen: mentions overdose; strong language. A synthetic voice."
    ]


def consenting(episode: Episode, *channels: str) -> Episode:
    consent = episode.consent.model_copy(update={"channels": channels})
    return episode.model_copy(update={"consent": consent})


def test_without_consent_to_the_feed_there_is_no_item(episode: Episode) -> None:
    assert channel_of(consenting(episode, "site", "transcript")).findall("item") == []


def test_transcripts_are_named_only_if_there_are_any_and_everybody_agreed(episode: Episode) -> None:
    transcripts = item_of(episode).findall("podcast:transcript", NS)

    folder = "https://tiny.example/radio/episodes/first-steps"
    assert [dict(found.attrib) for found in transcripts] == [
        {"url": f"{folder}/transcript.vtt", "type": "text/vtt", "language": "en-gb"},
        {"url": f"{folder}/transcript.srt", "type": "application/x-subrip", "language": "en-gb"},
        {"url": f"{folder}/transcript.json", "type": "application/json", "language": "en-gb"},
        {"url": f"{folder}/transcript.txt", "type": "text/plain", "language": "en-gb"},
        {"url": f"{folder}/#transcript", "type": "text/html", "language": "en-gb"},
    ]
    silent = episode.model_copy(update={"words": Transcript()})
    for without in (consenting(episode, "site", "feed"), silent):
        assert item_of(without).findall("podcast:transcript", NS) == []


def test_items_stand_in_the_order_in_which_they_are_given(episode: Episode) -> None:
    older = episode.model_copy(
        update={"slug": "older", "guid": "other-guid", "aired": date(2025, 1, 1)}
    )

    assert texts(channel_of(episode, older), "item/guid") == [episode.guid, "other-guid"]


def test_the_feed_was_last_built_when_the_newest_programme_aired(episode: Episode) -> None:
    older = episode.model_copy(update={"slug": "older", "aired": date(2025, 1, 1)})
    unheard = consenting(
        episode.model_copy(update={"slug": "x", "aired": date(2026, 5, 1)}), "site"
    )

    assert texts(channel_of(older, episode, unheard), "lastBuildDate") == [
        "Thu, 12 Mar 2026 00:00:00 +0000"
    ]


def test_no_clock_is_read_even_if_there_is_nothing_to_tell(episode: Episode) -> None:
    assert texts(channel_of(), "lastBuildDate") == ["Thu, 01 Jan 1970 00:00:00 +0000"]
    assert bytes_of() == bytes_of()
    assert bytes_of(episode) == bytes_of(episode)


SERIES = {
    key: Series.model_construct(title=key.title(), summary=f"All of {key}.")
    for key in ("stories", "others", "silent")
}


def many(episode: Episode, count: int, **changes: Any) -> list[Episode]:
    """Give episodes, newest first, one a day from a fixed day on; the oldest is number 0."""
    start = date(2020, 1, 1)
    return [
        episode.model_copy(
            update={
                "slug": f"e{n}",
                "guid": f"guid-{n}",
                "aired": start + timedelta(days=n),
                **changes,
            }
        )
        for n in reversed(range(count))
    ]


def documents_of(episodes: list[Episode], notes: str = "<p>Notes.</p>") -> dict[str, bytes]:
    made = render_feeds(
        STATION, CHANNEL, "feed.xml", SERIES, episodes, {e.slug: notes for e in episodes}
    )
    return dict(made)


def guids_of(document: bytes) -> list[str]:
    return [str(guid.text) for guid in etree.fromstring(document).iter("guid")]


def links_of(document: bytes) -> dict[str | None, str | None]:
    links = etree.fromstring(document).findall("channel/atom:link", NS)
    return {link.get("rel"): link.get("href") for link in links}


def test_a_hundred_programmes_need_no_archive(episode: Episode) -> None:
    made = documents_of(many(episode, 100))

    assert set(made) == {"feed.xml", "listen/series/stories/feed.xml"}
    assert len(guids_of(made["feed.xml"])) == 100
    assert set(links_of(made["feed.xml"])) == {"self"}


def test_the_feed_holds_the_newest_and_archive_pages_the_rest(episode: Episode) -> None:
    episodes = many(episode, 350)
    made = documents_of(episodes)

    feed, url = made["feed.xml"], "https://tiny.example/radio/"
    assert guids_of(feed) == [e.guid for e in episodes[:100]]
    pages = sorted(path for path in made if path.startswith("feed-archive"))
    assert pages == ["feed-archive-1.xml", "feed-archive-2.xml", "feed-archive-3.xml"]
    assert links_of(feed) == {"self": f"{url}feed.xml", "prev-archive": f"{url}{pages[-1]}"}
    assert links_of(made[pages[1]]) == {
        "self": f"{url}{pages[1]}",
        "current": f"{url}feed.xml",
        "prev-archive": f"{url}{pages[0]}",
    }
    assert set(links_of(made[pages[0]])) == {"self", "current"}
    history = "channel/{http://purl.org/syndication/history/1.0}archive"
    assert [p for p in made if etree.fromstring(made[p]).find(history) is not None] == [
        p for p in made if "archive" in p
    ]


@pytest.mark.parametrize("notes", ["<p>Notes.</p>", "<p>" + "Many words, & more. " * 900 + "</p>"])
def test_nothing_is_lost_and_no_document_grows_too_large(notes: str, episode: Episode) -> None:
    episodes = many(episode, 320)
    made = documents_of(episodes, notes)

    for path in ("", "listen/series/stories/"):
        mine = [text for name, text in made.items() if re.fullmatch(rf"{path}feed.*", name)]
        assert set().union(*map(guids_of, mine)) == {e.guid for e in episodes}
    assert all(len(text) <= 300_000 for text in made.values())
    # The feed is filled as far as it may be.
    assert len(guids_of(made["feed.xml"])) == 100 or len(made["feed.xml"]) > 250_000


def test_a_page_of_the_archive_never_changes_when_programmes_are_added(episode: Episode) -> None:
    episodes = many(episode, 450, kind="trailer")
    before: dict[str, bytes] = {}
    for count in (101, 199, 200, 201, 350, 450):
        made = documents_of(episodes[-count:])
        pages = {path: text for path, text in made.items() if "archive" in path}
        assert before.items() <= pages.items()
        before = pages
    assert len(before) == 8


def test_a_programme_larger_than_a_feed_is_still_told_of(episode: Episode) -> None:
    [newest, *others] = many(episode, 3)
    notes = dict.fromkeys((e.slug for e in others), "<p>Short.</p>")
    notes[newest.slug] = "<p>" + "Long. " * 60_000 + "</p>"

    made = dict(render_feeds(STATION, CHANNEL, "feed.xml", {}, [newest, *others], notes))

    assert guids_of(made["feed.xml"]) == [newest.guid]
    assert guids_of(made["feed-archive-1.xml"]) == [e.guid for e in others]


def test_each_series_has_a_feed_of_its_own(episode: Episode) -> None:
    here, there, unheard = many(episode, 3)
    there = there.model_copy(update={"series": "others"})
    unheard = consenting(unheard.model_copy(update={"series": "silent"}), "site")
    made = documents_of([here, there, unheard])

    assert set(made) == {
        "feed.xml",
        *(f"listen/series/{key}/feed.xml" for key in ("stories", "others")),
    }
    text = made["listen/series/others/feed.xml"]
    assert guids_of(text) == [there.guid]
    channel = etree.fromstring(text).find("channel")
    assert channel is not None
    url = "https://tiny.example/radio/listen/series/others/"
    assert texts(channel, "title") == ['Others – Tiny & "small"']
    assert texts(channel, "description") == ["All of others."]
    assert texts(channel, "link") == [url]
    assert links_of(text) == {"self": f"{url}feed.xml"}
    assert texts(channel, "podcast:guid") == [str(uuid.uuid5(CHANNEL.guid, "others"))]


def test_an_item_says_the_same_wherever_it_stands(episode: Episode) -> None:
    made = documents_of(many(episode, 150))

    found: dict[str, set[bytes]] = {}
    for text in made.values():
        for item in etree.fromstring(text).iter("item"):
            item.tail = None
            found.setdefault(str(item.findtext("guid")), set()).add(etree.tostring(item))
    assert len(found) == 150
    assert all(len(forms) == 1 for forms in found.values())


def test_the_same_content_gives_the_same_bytes(episode: Episode) -> None:
    assert documents_of(many(episode, 230)) == documents_of(many(episode, 230))
