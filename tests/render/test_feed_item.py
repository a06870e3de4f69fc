"""One programme as an item: what is said of it, and of whom only with their consent."""

import base64
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from recovery_radio.model.episode import Audio, Chapter, Cover, Episode, Person, Soundbite
from recovery_radio.model.station import Channel, Station
from recovery_radio.render.feed_channel import main_show
from recovery_radio.render.feed_item import render_item
from sites import EPISODE, read_station

PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
STATION = Station(name="Tiny", url="https://tiny.example/radio/", description="A station.")
CHANNEL = Channel.model_validate(
    {"guid": "0bd2301c-5e83-5c13-896b-c25be9aedce0", "author": "Tiny", "image": "cover.png", "image_alt": "A dot."}
)  # fmt: skip
FOLDER = "https://tiny.example/radio/episodes/first-steps"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Episode:
    return read_station(tmp_path_factory.mktemp("station"), EPISODE)[0].episodes[0]


def tags(episode: Episode, name: str, **changes: Any) -> list[tuple[str | None, dict[str, str]]]:
    show = main_show(STATION, CHANNEL.model_copy(update={"explicit": True}), "feed.xml")
    item = render_item(episode.model_copy(update=changes), show, "<p>Notes.</p>")
    return [(e.text, {str(k): str(v) for k, v in e.attrib.items()}) for e in item.iter(name)]


def test_only_people_who_agreed_to_it_are_named_in_words_that_apps_know(plain: Episode) -> None:
    people = tuple(
        Person(alias=f"{role} & co", role=role, in_feed=True)  # type: ignore[arg-type]
        for role in ("host", "guest", "reader", "expert", "producer")
    )
    hidden = Person(alias="Robin", role="guest")

    found = tags(plain, f"{PODCAST}person", people=(*people, hidden))

    assert found == [
        ("host & co", {"role": "host"}),
        ("guest & co", {"role": "guest"}),
        ("reader & co", {"role": "narrator"}),
        ("expert & co", {"role": "guest"}),
        ("producer & co", {"role": "producer", "group": "creative direction"}),
    ]
    assert tags(plain, f"{PODCAST}person", people=(hidden,)) == []


def test_season_and_number_are_said_to_old_and_new_apps(plain: Episode) -> None:
    for namespace in (ITUNES, PODCAST):
        assert tags(plain, f"{namespace}season", season=2) == [("2", {})]
        assert tags(plain, f"{namespace}episode", number=7) == [("7", {})]
        assert tags(plain, f"{namespace}season") == []


def test_the_language_of_a_programme_is_that_of_the_show(plain: Episode) -> None:
    assert tags(plain, f"{ITUNES}explicit") == [("true", {})]


def test_a_cover_comes_with_what_it_shows(plain: Episode) -> None:
    cover = Cover(file="c.jpg", alt='A "dot" & a line.')

    assert tags(plain, f"{ITUNES}image", cover=cover) == [(None, {"href": f"{FOLDER}/c.jpg"})]
    [(_, attributes)] = tags(plain, f"{PODCAST}image", cover=cover)
    assert attributes["href"] == f"{FOLDER}/c.jpg"
    assert attributes["alt"] == 'A "dot" & a line.'
    assert tags(plain, f"{PODCAST}image") == []


@pytest.mark.parametrize(
    ("licence", "text", "url"),
    [
        ("CC-BY-4.0", "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-4.0", "cc-by-nc-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
        ("CC-BY-NC-ND-4.0", "cc-by-nc-nd-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("ARR", "arr", "https://tiny.example/radio/about/"),
    ],
)  # fmt: skip
def test_a_licence_has_an_address_where_its_terms_stand(
    licence: str, text: str, url: str, plain: Episode
) -> None:
    assert tags(plain, f"{PODCAST}license", licence=licence) == [(text, {"url": url})]


def test_the_smaller_recording_comes_with_its_digest(plain: Episode) -> None:
    digest = bytes(range(32))
    low = Audio(
        "episodes/first-steps/first-steps.opus", 300_000, 100.0, "audio/ogg", "f", digest.hex()
    )

    [(_, attributes)] = tags(plain, f"{PODCAST}alternateEnclosure", low_audio=low)

    assert attributes == {
        "type": "audio/ogg", "length": "300000", "bitrate": "24000", "lang": "en-gb", "title": "Low data",
    }  # fmt: skip
    assert tags(plain, f"{PODCAST}source", low_audio=low) == [
        (None, {"uri": f"{FOLDER}/first-steps.opus"})
    ]
    value = f"sha256-{base64.b64encode(digest).decode()}"
    assert tags(plain, f"{PODCAST}integrity", low_audio=low) == [
        (None, {"type": "sri", "value": value})
    ]


def test_without_a_digest_none_is_claimed(plain: Episode) -> None:
    low = Audio("https://cdn.example/low.opus", 300_000, 100.0, "audio/ogg", None)

    assert tags(plain, f"{PODCAST}source", low_audio=low) == [
        (None, {"uri": "https://cdn.example/low.opus"})
    ]
    assert tags(plain, f"{PODCAST}integrity", low_audio=low) == []
    assert tags(plain, f"{PODCAST}alternateEnclosure") == []


def test_chapters_stand_in_a_file_and_in_the_feed_itself(plain: Episode) -> None:
    chapters = (Chapter(at="00:00", title="A & b"), Chapter(at="01:05", title="Two"))

    assert tags(plain, f"{PODCAST}chapters", chapters=chapters) == [
        (None, {"url": f"{FOLDER}/chapters.json", "type": "application/json+chapters"})
    ]
    simple = "{http://podlove.org/simple-chapters}"
    assert tags(plain, f"{simple}chapters", chapters=chapters) == [(None, {"version": "1.2"})]
    assert [found for _, found in tags(plain, f"{simple}chapter", chapters=chapters)] == [
        {"start": "00:00:00.000", "title": "A & b"},
        {"start": "00:01:05.000", "title": "Two"},
    ]
    [(description, _)] = tags(plain, "description", chapters=chapters)
    assert description == "How it began.\n\n00:00:00 A & b\n00:01:05 Two"
    assert tags(plain, f"{PODCAST}chapters") == tags(plain, f"{simple}chapters") == []


def test_a_taste_has_its_times_and_may_do_without_a_title(plain: Episode) -> None:
    bites = (
        Soundbite(at="01:13", seconds=60, title="Tea"),
        Soundbite(at="00:02.500", seconds=7.25),
    )

    assert tags(plain, f"{PODCAST}soundbite", soundbites=bites) == [
        ("Tea", {"startTime": "73.000", "duration": "60.000"}),
        (None, {"startTime": "2.500", "duration": "7.250"}),
    ]


@pytest.mark.parametrize(("said", "text"), [(True, ["true"]), (False, ["false"]), (None, [])])
def test_machines_are_spoken_of_only_if_the_author_did(
    said: bool | None, text: list[str], plain: Episode
) -> None:
    found = tags(plain, f"{PODCAST}txt", ai_content=said)

    assert [each for each, _ in found] == text
    assert all(attributes == {"purpose": "ai-content"} for _, attributes in found)


def test_all_that_apple_and_psp_ask_of_an_item_is_there(kindling: Path) -> None:
    names = {
        "title", "enclosure", "guid", "link", "pubDate", "description",
        f"{ITUNES}duration", f"{ITUNES}image", f"{ITUNES}explicit", f"{PODCAST}transcript",
    }  # fmt: skip
    items = list(etree.parse(kindling / "feed.xml").iter("item"))

    assert items
    for item in items:
        assert names <= {str(element.tag) for element in item}, item.findtext("title")
