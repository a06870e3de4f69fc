"""Whatever an item says: it becomes a file that the station takes, or it is refused."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.migrate.feed import parse_feed
from recovery_radio.migrate.front_matter import write_document
from recovery_radio.migrate.programme import NotTaken, Terms, guid_of, make_programme, validate
from recovery_radio.migrate.show import Bite, Enclosure, Item, Person, Show
from recovery_radio.model.episode import EpisodeSettings, RemoteRecording
from recovery_radio.model.text import find_unsafe
from recovery_radio.read.explain import validate as read_settings
from recovery_radio.read.front_matter import split_document
from recovery_radio.render.prose import ProseRenderer

PLAIN = parse_feed(
    b"<rss><channel><title>Show</title><item><title>One</title><guid>1</guid>"
    b"<pubDate>Tue, 14 Mar 2023 18:05:09 GMT</pubDate><description>Words.</description>"
    b'<enclosure url="https://a.example/a.mp3" length="9" type="audio/mpeg"/></item></channel></rss>'
)
ITEM = PLAIN.items[0]._replace(duration="63")
TERMS = Terms("stories", "alcohol")
RENDERER = ProseRenderer({}, ["toc", "tables", "fenced_code", "admonition"], {})


def settings_of(item: Item, show: Show = PLAIN, terms: Terms = TERMS) -> EpisodeSettings:
    """Write an item's file and read it as the station does."""
    programme = make_programme(item, show, terms, ())
    validate(programme.settings)
    text = write_document(programme.settings, programme.notes)
    assert find_unsafe(text, lines=True) is None
    document, problems = split_document(text, "index.md")
    assert document
    assert problems == []
    made, problems = read_settings(
        EpisodeSettings, document.settings, {"origin": document.settings.origin}
    )
    assert problems == []
    assert made
    prose = RENDERER.render(document.text, "episodes/x", "../..")
    assert (prose.broken, prose.dropped, prose.failed) == ((), (), "")
    return made


ODD = st.sampled_from([
    "<b>", "</p>", "<p>", "&amp;", "&lt;", "&", "<", ">", '"', "'", "\\", "`", "*", "_", "#", "- ", "1. ", "\n", "\n\n", "\t",
    "[a](b)", "![", "<a href='/x'>", "</a>", "<a href='https://x.example/y_z'>", "<img src=x>", "<script>", "---\n", ": ", "|",
    "\u202e", "\u200b", "\x07", "h\u0301\u0301\u0301\u0301\u0301\u0301", "😀", "é", "Привет", "Before you listen: a; b.",
    "00:00:00 Start", "!!! note", "===", "~~~", "word", "Two words. ", "http://x.example/", "https://x.example/a_b.", "{: .x}",
])  # fmt: skip
TEXT = st.lists(ODD, max_size=12).map("".join)
NUMBER = st.sampled_from(
    ["", "0", "7", "-1", "1.5", "99999999999999999999", "24:31", "1:02:03", "x"]
)
ITEMS = st.builds(
    Item,
    title=TEXT, guid=TEXT, description=TEXT, notes=TEXT,
    date=st.sampled_from(["Tue, 14 Mar 2023 18:05:09 GMT", "2023-07-14", "0000-00-00", "Tue, 99999 Mar 2023", "", " ", "2199-12-31T23:59:59-12:00"]),
    enclosure=st.one_of(st.none(), st.builds(
        Enclosure, st.sampled_from(["https://a.example/a.mp3", "https://a.example/a b.m4a", "http://a.example/", "", "https://a.example/é"]),
        NUMBER, st.sampled_from(["audio/mpeg", "audio/x-m4a", "", "video/mp4"]))),
    more_enclosures=st.integers(0, 2),
    alternates=st.lists(st.builds(Enclosure, st.just("https://a.example/a.opus"), NUMBER, st.just("audio/ogg")), max_size=2).map(tuple),
    duration=NUMBER, season=NUMBER, number=NUMBER, kind=st.sampled_from(["", "full", "bonus", "x"]),
    people=st.lists(st.builds(Person, TEXT, st.sampled_from(["host", "guest", "x"])), max_size=2).map(tuple),
    chapters=st.lists(st.tuples(NUMBER, TEXT), max_size=3).map(tuple),
    chapters_url=st.just(""), transcripts=st.just(()), picture=st.none(),
    bites=st.lists(st.builds(Bite, NUMBER, NUMBER, TEXT), max_size=2).map(tuple),
    licence=st.sampled_from(["", "cc-by-4.0", "ARR", "mine"]), ai_content=st.sampled_from(["", "true", "no"]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(ITEMS, st.booleans())
def test_an_item_is_taken_in_good_order_or_not_at_all(item: Item, is_ours: bool) -> None:
    try:
        made = settings_of(item, PLAIN._replace(is_ours=is_ours))
    except NotTaken:
        return
    assert made.guid == guid_of(item)
    assert isinstance(made.recording, RemoteRecording)


@settings(max_examples=400, deadline=None)
@given(ITEMS, st.booleans(), st.sampled_from([None, date(2028, 1, 1)]))
def test_an_item_with_what_is_needed_is_taken_whatever_else_it_says(
    item: Item, is_ours: bool, expires: date | None
) -> None:
    # Words of two alphabets are refused on purpose; no other text is.
    words = {name: getattr(item, name).replace("Привет", "") for name in ("description", "notes")}
    item = item._replace(
        **words,
        title=f"A {item.title}".replace("Привет", ""),
        guid="7",
        date=ITEM.date,
        enclosure=ITEM.enclosure,
        duration="63",
        people=tuple(p._replace(name=p.name.replace("Привет", "")) for p in item.people),
        chapters=tuple((at, title.replace("Привет", "")) for at, title in item.chapters),
        bites=tuple(b._replace(title=b.title.replace("Привет", "")) for b in item.bites),
    )

    made = settings_of(item, PLAIN._replace(is_ours=is_ours), TERMS._replace(expires=expires))

    assert (made.guid, made.status) == ("7", "published" if expires else "draft")
    assert isinstance(made.recording, RemoteRecording)
    assert made.recording.url == "https://a.example/a.mp3"


@pytest.mark.parametrize(
    "guid",
    [
        "7",
        "abc",
        "tag:soundcloud,2010:tracks/123",
        "https://x.example/?p=12&q=1",
        "A title, no. 1",
        "Käse 3",
        "x" * 500,
    ],
)
def test_a_guid_is_kept_letter_by_letter(guid: str) -> None:
    assert settings_of(ITEM._replace(guid=guid)).guid == guid


@pytest.mark.parametrize("guid", ["x" * 501, "a\u202eb", "e\u0301", "a\nb", "zero\u200bwidth"])
def test_a_guid_that_cannot_be_kept_is_not_changed_but_refused(guid: str) -> None:
    with pytest.raises(NotTaken, match="its guid cannot be kept as it is"):
        settings_of(ITEM._replace(guid=guid))


def test_without_a_guid_the_address_of_the_recording_is_one() -> None:
    assert settings_of(ITEM._replace(guid="")).guid == "https://a.example/a.mp3"


def test_what_nobody_has_given_away_stays_reserved() -> None:
    assert settings_of(ITEM).licence == "ARR"
    assert settings_of(ITEM._replace(licence="cc-by-4.0")).licence == "CC-BY-4.0"
    assert settings_of(ITEM._replace(licence="mine")).licence == "ARR"
    assert settings_of(ITEM, PLAIN._replace(licence="CC-BY-NC-4.0")).licence == "CC-BY-NC-4.0"


def test_the_people_of_an_item_replace_those_of_the_show() -> None:
    show = PLAIN._replace(people=(Person("Sam", "host"),))

    assert [p.alias for p in settings_of(ITEM, show).people] == ["Sam"]
    own = ITEM._replace(people=(Person("Ash", "narrator"),))
    assert [(p.alias, p.role) for p in settings_of(own, show).people] == [("Ash", "reader")]


def test_a_smaller_recording_is_the_one_for_little_data_and_a_larger_one_is_not() -> None:
    small = Enclosure("https://a.example/a.opus", "5", "audio/ogg")
    item = ITEM._replace(alternates=(small._replace(length="10"), small))

    low = settings_of(item).low_data

    assert isinstance(low, RemoteRecording)
    assert (low.bytes, low.seconds, low.type) == (5, 63, "audio/ogg")
    assert make_programme(item, PLAIN, TERMS, ()).remarks == (
        "its other recording https://a.example/a.opus.",
    )


def test_a_title_as_long_as_directories_take_it_is_kept() -> None:
    assert settings_of(ITEM._replace(title="x" * 255)).title == "x" * 255
    long = make_programme(ITEM._replace(title="y" * 256), PLAIN, TERMS, ())
    assert long.settings["title"] == "y" * 254 + "…"
    assert long.remarks == (f"its title was changed; it was '{'y' * 256}'.",)
