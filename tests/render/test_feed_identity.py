"""Whatever is edited: a programme stays the one that apps know, and is offered once."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from read.samples import m4a, mp3_with_header, opus
from recovery_radio.model.episode import AUDIO_TYPES, Audio, Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.transcript import Transcript
from recovery_radio.render.feed import render_feeds
from sites import EPISODE, LOCAL, edit, read_station

CHANNEL = Channel.model_validate(
    {"guid": "0bd2301c-5e83-5c13-896b-c25be9aedce0", "author": "Tiny", "image": "cover.png", "image_alt": "A dot."}
)  # fmt: skip
GUID = "3f1c2b1e-2222-4444-8888-aaaaaaaaaaa{}"
SERIES_GUIDS = {str(uuid.uuid5(CHANNEL.guid, key)) for key in ("stories", "other")}
COUNT = 4
TEXTS = st.text("aZ 9&<>\"'é–🎧]%;", min_size=1, max_size=30)
SLUGS = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


@st.composite
def recordings(draw: st.DrawFn) -> Audio:
    """A recording of any format, beside its episode or in a store."""
    name = draw(SLUGS) + draw(st.sampled_from(sorted(AUDIO_TYPES)))
    url = draw(
        st.sampled_from(["episodes/x/", "https://cdn.example/", "https://old.example/a%20b/"])
    )
    size, seconds = draw(st.integers(1, 10**9)), draw(st.floats(0.5, 90_000))
    return Audio(url + name, size, seconds, AUDIO_TYPES[Path(name).suffix], name)


CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "title": TEXTS,
    "summary": TEXTS,
    "slug": SLUGS,
    "series": st.sampled_from(["stories", "other"]),
    "season": st.none() | st.integers(1, 99),
    "number": st.none() | st.integers(1, 999),
    "kind": st.sampled_from(["full", "trailer", "bonus"]),
    "aired": st.datetimes(datetime(2000, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    "audio": recordings(),
    "low_audio": st.none() | recordings(),
    "words": st.just(Transcript()),
    "chapters": st.just(()),
}
EDIT = st.fixed_dictionaries({}, optional=CHANGES)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    episodes = (
        edit(EPISODE, ("first-steps", f"episode-{n}"), (GUID.format("a"), GUID.format(n)))
        for n in range(COUNT)
    )
    other = "-- site/data/series.yml --\n" + "".join(
        f"{key}: {{title: {key.title()}, summary: People tell.}}\n" for key in ("stories", "other")
    )
    hub, problems = read_station(tmp_path_factory.mktemp("station"), *episodes, other)
    assert problems == []
    return hub


@settings(max_examples=1000, deadline=None)
@given(
    edits=st.dictionaries(st.integers(0, COUNT - 1), EDIT, min_size=1),
    name=TEXTS,
    address=st.sampled_from(["https://tiny.example/", "https://moved.example/radio/"]),
    path=st.sampled_from(["feed.xml", "podcast/rss.xml"]),
)
def test_whatever_is_edited_no_guid_changes_and_nothing_comes_twice(
    hub: Hub, edits: dict[int, dict[str, Any]], name: str, address: str, path: str
) -> None:
    episodes = [e.model_copy(update=edits.get(n, {})) for n, e in enumerate(hub.episodes)]
    # Two programmes cannot share a folder.
    episodes = [e.model_copy(update={"slug": f"{n}-{e.slug}"}) for n, e in enumerate(episodes)]
    station = Station.model_construct(
        name=name, url=address, description="A station.", language="en-gb"
    )

    main, *others = feeds_of(station, path, hub, episodes)

    before = {e.guid for e in hub.episodes}
    assert channel_guid(main) == str(CHANNEL.guid)
    assert identities(main) == Counter({(e.guid, e.title): 1 for e in episodes})
    assert {guid for guid, _ in identities(main)} == before
    # Each series has its own feed, and each programme is in one of them.
    assert sum((identities(other) for other in others), Counter()) == identities(main)
    assert {channel_guid(other) for other in others} <= SERIES_GUIDS
    for feed in (main, *others):
        assert len(feed.findall(".//guid[@isPermaLink='false']")) == len(feed.findall(".//item"))


def feeds_of(
    station: Station, path: str, hub: Hub, episodes: Iterable[Episode]
) -> list[etree._Element]:
    newest_first = sorted(episodes, key=lambda e: e.aired_at, reverse=True)
    notes = {e.slug: "<p>Notes.</p>" for e in newest_first}
    documents = render_feeds(station, CHANNEL, path, hub.series, newest_first, notes)
    return [etree.fromstring(text) for _, text in documents]


def channel_guid(feed: etree._Element) -> str | None:
    return feed.findtext("channel/{https://podcastindex.org/namespace/1.0}guid")


def identities(feed: etree._Element) -> Counter[tuple[str | None, str | None]]:
    return Counter((item.findtext("guid"), item.findtext("title")) for item in feed.iter("item"))


def renamed_folder(root: Path) -> None:
    (root / "episodes/first-steps").rename(root / "episodes/other-name")


def other_format(root: Path) -> None:
    index = next((root / "episodes").glob("*/index.md"))
    index.with_name("steps.m4a").write_bytes(m4a(20))
    change(index, "recording: steps.mp3", "recording: steps.m4a")


def other_bytes(root: Path) -> None:
    next((root / "episodes").glob("*/steps.mp3")).write_bytes(mp3_with_header(500))


def low_data(root: Path) -> None:
    index = next((root / "episodes").glob("*/index.md"))
    index.with_name("low.opus").write_bytes(opus())
    change(index, "recording: ", "low_data: low.opus\nrecording: ")


def moved_to_a_store(root: Path) -> None:
    index = next((root / "episodes").glob("*/index.md"))
    facts = EPISODE[EPISODE.index("recording:") : EPISODE.index("transcript:")]
    change(index, "recording: steps.mp3\n", facts)


def other_title(root: Path) -> None:
    change(
        next((root / "episodes").glob("*/index.md")),
        'title: Steps & "hope"',
        "title: ‘Été’ & after",
    )


def change(index: Path, old: str, new: str) -> None:
    index.write_text(edit(index.read_text("utf-8"), (old, new)), "utf-8")


@pytest.mark.parametrize(
    "edits",
    [
        (renamed_folder,),
        (other_format,),
        (other_bytes,),
        (low_data,),
        (moved_to_a_store,),
        (other_title,),
        (renamed_folder, other_title, low_data, other_format),
        (other_bytes, moved_to_a_store, other_title, renamed_folder),
    ],
)  # fmt: skip
def test_edits_of_files_change_no_guid(
    edits: tuple[Callable[[Path], None], ...], tmp_path: Path
) -> None:
    folder = tmp_path / "episodes/first-steps"
    folder.mkdir(parents=True)
    (folder / "steps.mp3").write_bytes(mp3_with_header(300))
    station = Station(name="Tiny", url="https://tiny.example/", description="A station.")
    before, problems = read_station(tmp_path, LOCAL)
    assert problems == []

    for each in edits:
        each(tmp_path)

    after, problems = read_station(tmp_path)
    assert problems == []
    assert after.episodes != before.episodes
    [main, series] = feeds_of(station, "feed.xml", after, after.episodes)
    [item] = identities(main)
    assert item == (GUID.format("a"), after.episodes[0].title)
    assert identities(series) == identities(main)
