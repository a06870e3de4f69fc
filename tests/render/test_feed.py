"""The podcast feed: what apps are told, and what never changes."""

import random
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from lxml import etree

from recovery_radio.model.episode import Audio, ContentNote, Cover, Episode, Person
from recovery_radio.model.hub import Hub
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.transcript import Transcript
from recovery_radio.render.feed import render_feed
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
    return render_feed(STATION, channel, "feed.xml", episodes, {e.slug: notes for e in episodes})


def channel_of(*episodes: Episode, **options: Any) -> etree._Element:
    found = etree.fromstring(bytes_of(*episodes, **options)).find("channel")
    assert found is not None
    return found


def texts(element: etree._Element, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path, NS)]


def item_of(episode: Episode, notes: str = "<p>Notes.</p>") -> etree._Element:
    [item] = channel_of(episode, notes=notes).findall("item")
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


def test_a_transcript_is_named_only_if_there_is_one_and_everybody_agreed(episode: Episode) -> None:
    [transcript] = item_of(episode).findall("podcast:transcript", NS)

    assert dict(transcript.attrib) == {
        "url": "https://tiny.example/radio/episodes/first-steps/transcript.vtt", "type": "text/vtt", "language": "en",
    }  # fmt: skip
    silent = episode.model_copy(update={"words": Transcript()})
    for without in (consenting(episode, "site", "feed"), silent):
        assert item_of(without).findall("podcast:transcript", NS) == []


def test_only_people_who_agreed_to_it_are_named(episode: Episode) -> None:
    people = (
        Person(alias="Sam & co", role="host", in_feed=True),
        Person(alias="Robin", role="guest"),
    )
    item = item_of(episode.model_copy(update={"people": people}))

    assert [(p.text, p.get("role")) for p in item.findall("podcast:person", NS)] == [
        ("Sam & co", "host")
    ]
    assert b"Robin" not in etree.tostring(item)


def test_an_item_has_its_own_cover(episode: Episode) -> None:
    item = item_of(episode.model_copy(update={"cover": Cover(file="c.jpg", alt="A dot.")}))

    assert [i.get("href") for i in item.findall("itunes:image", NS)] == [
        "https://tiny.example/radio/episodes/first-steps/c.jpg"
    ]


def test_links_and_pictures_of_the_notes_work_in_an_app(episode: Episode) -> None:
    notes = (
        '<p><a href="../../help-now/#s-a">a</a> <img alt="b" loading="lazy" src="../../maps/b.png">'
        '<a href="../../">c</a> <a href="#s-d">d</a> <a href="https://e.example/">e</a> <a href="tel:999">f</a>'
        '</p><pre><code>&lt;../../g "../../h"</code></pre>'
    )

    [encoded] = texts(item_of(episode, notes), "content:encoded")

    assert encoded is not None
    assert re.findall(r'(?:href|src)="([^"]*)"', encoded) == [
        "https://tiny.example/radio/help-now/#s-a",
        "https://tiny.example/radio/maps/b.png",
        "https://tiny.example/radio/",
        "https://tiny.example/radio/episodes/first-steps/#s-d",
        "https://e.example/",
        "tel:999",
    ]
    assert '&lt;../../g "../../h"' in encoded


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


def test_whatever_else_changes_the_guid_stays_and_comes_once(episode: Episode) -> None:
    chance = random.Random(7)
    words = ["Steps", "& <hope>", 'a "b"', "été", "🎧", "]]>", "x" * 100]
    for _ in range(60):
        media = chance.choice([".mp3", ".ogg"])
        slug = f"s{chance.randrange(1000)}"
        changes: dict[str, Any] = {
            "title": " ".join(chance.sample(words, 3)),
            "summary": chance.choice(words),
            "slug": slug,
            "series": chance.choice(["stories", "other"]),
            "season": chance.choice([None, 1]),
            "number": chance.choice([None, 9]),
            "kind": chance.choice(["full", "trailer"]),
            "aired": datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(5000)),
            "audio": Audio(f"episodes/{slug}/{slug}{media}", chance.randrange(1, 10**9), chance.random() * 9999, "audio/mpeg", "f"),
            "topics": ("alcohol",),
            "words": chance.choice([Transcript(), episode.words]),
        }  # fmt: skip
        kept = chance.sample(sorted(changes), chance.randrange(1, len(changes)))

        item = item_of(episode.model_copy(update={key: changes[key] for key in kept}))

        assert texts(item, "guid") == ["3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa"]
