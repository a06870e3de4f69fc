"""What feeds write in many ways."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from recovery_radio.migrate.facts import (
    audio_type,
    https_address,
    read_date,
    read_number,
    read_seconds,
    slug_for,
    write_moment,
    write_timestamp,
)
from recovery_radio.model.text import is_slug
from recovery_radio.model.times import parse_timestamp


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Tue, 14 Mar 2023 18:05:09 GMT", datetime(2023, 3, 14, 18, 5, 9, tzinfo=UTC)),
        ("Thu, 15 Jul 2021 18:30:00 EST", datetime(2021, 7, 15, 23, 30, tzinfo=UTC)),
        ("Sun, 02 Jun 2019 11:00:00 +0100", datetime(2019, 6, 2, 10, tzinfo=UTC)),
        ("2021-07-12T18:30:00+01:00", datetime(2021, 7, 12, 17, 30, tzinfo=UTC)),
        ("2021-07-12T18:30:00Z", datetime(2021, 7, 12, 18, 30, tzinfo=UTC)),
        ("2021-07-12 18:30", datetime(2021, 7, 12, 18, 30, tzinfo=UTC)),
        ("last week", None),
        ("", None),
        ("Sat, 99 Foo 2023 10:00:00 GMT", None),
        ("0001-01-01T00:00:00", None),
    ],
)
def test_a_date_is_read_to_the_second(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


def test_a_moment_is_written_so_that_it_is_the_same_instant() -> None:
    summer = timezone(timedelta(hours=1))

    assert write_moment(datetime(2026, 7, 1, tzinfo=summer)) == "2026-07-01"
    assert write_moment(datetime(2026, 7, 1, tzinfo=UTC)) == "2026-07-01T01:00:00+01:00"
    assert write_moment(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01"
    assert write_moment(datetime(2026, 1, 1, 18, 5, 9, tzinfo=UTC)) == "2026-01-01T18:05:09+00:00"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1471", 1471), ("24:31", 1471), ("0:24:31", 1471), ("00:24:31.500", 1471.5), ("1471.6", 1471.6),
        ("90:00", 5400), ("", 0), ("24 min", 0), ("-5", 0), ("PT24M", 0),
    ],
)  # fmt: skip
def test_a_length_is_read_in_every_form(text: str, seconds: float) -> None:
    assert read_seconds(text) == seconds


@pytest.mark.parametrize("seconds", [0, 38, 61.5, 3599, 3600, 36_000.25])
def test_a_place_is_written_as_a_station_reads_it(seconds: float) -> None:
    assert parse_timestamp(write_timestamp(seconds)) == seconds * 1000


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("007", 7), ("0", None), ("", None), ("-1", None), ("two", None), ("1.5", None)])  # fmt: skip
def test_a_number_counts_from_one(text: str, number: int | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("url", "written", "media"),
    [
        ("https://a.example/a.mp3", "audio/mp3", "audio/mpeg"),
        ("https://a.example/a.m4a?x=1.mp3", "audio/mpeg", "audio/mp4"),
        ("https://a.example/play", "audio/x-m4a", "audio/mp4"),
        ("https://a.example/play", "audio/ogg; codecs=opus", "audio/ogg"),
        ("https://a.example/play", "video/mp4", None),
        ("https://a.example/play", "", None),
    ],
)
def test_the_type_of_a_recording_fits_its_ending(url: str, written: str, media: str | None) -> None:
    assert audio_type(url, written) == media


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/a%20b.mp3?x=1&y=2", "https://a.example/a%20b.mp3?x=1&y=2"),
        ("https://a.example/a b.mp3", "https://a.example/a%20b.mp3"),
        ("https://a.example/é.mp3", "https://a.example/%C3%A9.mp3"),
        ("http://a.example/a.mp3", None),
        ("https://127.0.0.1/a.mp3", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_kept_or_encoded_and_never_changed_otherwise(
    url: str, address: str | None
) -> None:
    assert https_address(url) == address


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Why we talk & what for", "why-we-talk-what-for"),
        ("It’s Él Niño's 2nd", "its-el-ninos-2nd"),
        ("Привет", "programme-2023-03-14"),
        ("Page", "programme-page"),
        ("CON", "programme-con"),
        ("x" * 200, "x" * 56),
        ("a" * 55 + " bcd", "a" * 55),
    ],
)
def test_a_folder_is_named_after_the_title(title: str, slug: str) -> None:
    assert slug_for(title, "2023-03-14", ()) == slug
    assert is_slug(slug)


def test_two_titles_never_share_a_folder() -> None:
    taken = {"hello", "hello-2"}

    assert slug_for("Hello", "", taken) == "hello-3"
    assert is_slug(slug_for("x" * 200, "", {"x" * 56}))
