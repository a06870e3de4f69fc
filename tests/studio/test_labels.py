"""Tags of an MP3: everything that a player shows, nothing else, and always the same bytes."""

import io
from datetime import date
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from recovery_radio.studio.labels import LARGEST_COVER_BYTES, Labels, labels_of, render_id3
from sites import EPISODE, edit, read_station

LABELS = Labels(
    title='Steps & "hope" – 第',
    album="Stories",
    artist="Tiny & small",
    day="2026-03-12",
    licence="CC-BY-4.0",
    language="en-gb",
    notice="Spoken by a synthetic voice.",
    chapters=((0, "Start"), (65_000, "Tea & a chat"), (3_600_000, "Later")),
    end=3_700_500,
)
COVER = b"\xff\xd8\xff\xe0 a cover"


def read(tag: bytes) -> ID3:
    return ID3(io.BytesIO(tag + b"\xff\xfb\x90\xc4" + bytes(4000)), translate=False)


def test_a_player_finds_title_series_station_day_licence_language_and_cover() -> None:
    tags = read(render_id3(LABELS, COVER))

    assert {key: str(tags[key]) for key in ("TIT2", "TALB", "TPE1", "TYER", "TDAT", "TCOP", "TLAN")} == {
        "TIT2": 'Steps & "hope" – 第',
        "TALB": "Stories",
        "TPE1": "Tiny & small",
        "TYER": "2026",
        "TDAT": "1203",  # day and month, as version 2.3 has it
        "TCOP": "2026 Tiny & small. CC BY 4.0.",
        "TLAN": "eng",
    }  # fmt: skip
    assert tags["WCOP"].url == "https://creativecommons.org/licenses/by/4.0/"
    assert (tags["APIC:"].mime, tags["APIC:"].data) == ("image/jpeg", COVER)
    assert {key.partition(":")[0] for key in tags} == {
        "TIT2", "TALB", "TPE1", "TYER", "TDAT", "TCOP", "TLAN", "WCOP", "APIC", "CHAP", "CTOC", "COMM",
    }  # fmt: skip
    assert tags.version == (2, 3, 0)


def test_chapters_are_read_back_as_they_were_written() -> None:
    tags = read(render_id3(LABELS))

    toc = tags["CTOC:toc"]
    chapters = [tags[f"CHAP:{name}"] for name in toc.child_element_ids]
    assert [(c.start_time, c.end_time, str(c.sub_frames["TIT2"])) for c in chapters] == [
        (0, 65_000, "Start"),
        (65_000, 3_600_000, "Tea & a chat"),
        (3_600_000, 3_700_500, "Later"),
    ]


def test_chapters_stand_in_the_order_of_their_times_whatever_their_size() -> None:
    chapters = ((0, "A long one"), (1000, "Zz"), (2000, "Middle"), (3000, "Zzz"))
    written = render_id3(LABELS._replace(chapters=chapters), COVER)

    places = [written.index(title.encode("utf-16-le")) for _, title in chapters]
    assert places == sorted(places)
    # Players find the first frame of sound by the size that the header tells.
    assert read(written).size == len(written)


def test_the_same_labels_give_the_same_bytes() -> None:
    assert render_id3(LABELS, COVER) == render_id3(LABELS, COVER)


@pytest.mark.parametrize("licence", ["CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "ARR"])
def test_a_licence_without_an_address_has_none(licence: str) -> None:
    tags = read(render_id3(LABELS._replace(licence=licence, chapters=())))

    assert ("WCOP" in tags) == (licence != "ARR")
    assert not tags.getall("CTOC")


def test_a_language_without_a_code_of_three_letters_stays_out() -> None:
    assert "TLAN" not in read(render_id3(LABELS._replace(language="xx")))


def test_a_programme_in_another_language_than_the_station_says_its_own(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, edit(EPISODE, ("topics:", "language: cy\ntopics:")))

    tags = read(render_id3(labels_of(hub.episodes[0], "Stories", "Tiny", "en-gb", 150)))

    assert str(tags["TLAN"]) == "cym"


def test_a_cover_that_would_cost_every_listener_data_stays_out() -> None:
    assert "APIC:" not in read(render_id3(LABELS, b"\x89PNG".ljust(LARGEST_COVER_BYTES + 1)))
    assert read(render_id3(LABELS, b"\x89PNG"))["APIC:"].mime == "image/png"


def test_labels_come_from_the_front_matter(tmp_path: Path) -> None:
    text = edit(EPISODE, ("topics:", 'chapters: [{at: "01:05", title: Tea}]\ntopics:'))
    hub, problems = read_station(tmp_path, text)
    assert problems == []

    labels = labels_of(hub.episodes[0], "Stories", "Tiny", "en-gb", 150.44)

    assert labels == Labels(
        title='Steps & "hope"',
        album="Stories",
        artist="Tiny",
        day=date(2026, 3, 12).isoformat(),
        licence="CC-BY-4.0",
        language="en-gb",
        notice="",
        chapters=((65_000, "Tea"),),
        end=150_440,
    )
