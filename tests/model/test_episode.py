"""When an episode is public, and the times in it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from recovery_radio.model.episode import Episode, RemoteRecording
from recovery_radio.model.times import LONDON, Moment, parse_timestamp
from recovery_radio.model.transcript import Transcript
from sites import EPISODE, NOW, edit, read_station

MOMENT: TypeAdapter[datetime | date] = TypeAdapter(Moment)


@pytest.fixture(scope="module")
def episode(tmp_path_factory: pytest.TempPathFactory) -> Episode:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), EPISODE)
    assert problems == []
    return hub.episodes[0]


@given(st.integers(0, 359_999_999))
def test_a_time_of_a_recording_is_read_to_the_millisecond(milliseconds: int) -> None:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)

    assert parse_timestamp(f"{hours}:{minutes:02}:{seconds:02}.{rest:03}") == milliseconds
    if not hours:
        assert parse_timestamp(f"{minutes}:{seconds:02}") == milliseconds - rest


@pytest.mark.parametrize(
    "text",
    ["", "90", "1:2", "1:60", "60:00", "1:60:00", "1:02:03:04", "-1:00", "1:00.5", "1:00.", "1:00,500",
     "1:٠٠", "1:00.٠٠٠", "1:00.²²²", " 1:00", "1:00 ", "1:0a"],
)  # fmt: skip
def test_what_is_no_time_of_a_recording_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_timestamp(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("2026-03-12 18:00", datetime(2026, 3, 12, 18)),  # noqa: DTZ001  A time of the clock in London.
        ("2026-03-12T18:00:30", datetime(2026, 3, 12, 18, 0, 30)),  # noqa: DTZ001
        ("2026-03-12T18:00Z", datetime(2026, 3, 12, 18, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_day_or_a_day_with_a_time(text: str, moment: date) -> None:
    assert MOMENT.validate_python(text) == moment


@pytest.mark.parametrize(
    "value",
    ["soon", "", 20260312, None, [], "2026-02-30", "2026-03-12 25:00", "0001-01-01 00:00+14:00",
     "9999-12-31 23:59-12:00", "1899-12-31"],
)  # fmt: skip
def test_what_is_no_moment_is_refused_with_one_repair(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        MOMENT.validate_python(value)

    assert [error["type"] for error in caught.value.errors()] == ["bad-date"]


def test_a_bare_day_begins_at_midnight_in_london(episode: Episode) -> None:
    winter = episode.model_copy(update={"aired": date(2026, 1, 12)})
    summer = episode.model_copy(update={"aired": date(2026, 7, 12)})

    assert winter.aired_at.astimezone(UTC) == datetime(2026, 1, 12, tzinfo=UTC)
    assert summer.aired_at.astimezone(UTC) == datetime(2026, 7, 11, 23, tzinfo=UTC)


def test_an_episode_is_public_from_its_minute_on(episode: Episode) -> None:
    local = datetime(2026, 7, 12, 18)  # noqa: DTZ001  A time of the clock in London.
    evening = episode.model_copy(update={"aired": local})
    start = datetime(2026, 7, 12, 17, tzinfo=UTC)

    assert not evening.is_public(start - timedelta(seconds=1))
    assert evening.is_public(start)
    assert evening.is_public(start.astimezone(LONDON))


def test_an_episode_is_public_until_the_day_on_which_consent_ends(episode: Episode) -> None:
    ends = episode.consent.model_copy(update={"expires": date(2026, 7, 12)})
    short = episode.model_copy(update={"consent": ends})

    # Midnight in London is 11 pm in UTC, in summer.
    assert short.is_public(datetime(2026, 7, 11, 22, 59, tzinfo=UTC))
    assert not short.is_public(datetime(2026, 7, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_a_published_episode_is_public(status: str, episode: Episode) -> None:
    assert episode.is_public(NOW)
    assert not episode.model_copy(update={"status": status}).is_public(NOW)


def test_an_episode_is_over_once_it_was_public_and_may_no_longer_be(episode: Episode) -> None:
    def over(aired: date, expires: date, status: str = "published") -> bool:
        consent = episode.consent.model_copy(update={"expires": expires})
        update = {"aired": aired, "consent": consent, "status": status}
        return episode.model_copy(update=update).is_over(NOW)

    today = NOW.date()
    assert over(today - timedelta(days=9), today)
    assert not over(today - timedelta(days=9), today + timedelta(days=1))
    assert not over(today - timedelta(days=9), today, "draft")
    # Consent that ran out before the first day: nobody ever heard it.
    assert not over(today, today)
    assert not over(today + timedelta(days=1), today)


def test_words_are_shown_only_if_there_are_some_and_everybody_agreed(episode: Episode) -> None:
    quiet = episode.consent.model_copy(update={"channels": ("site", "feed")})

    assert episode.shows_words
    assert not episode.model_copy(update={"words": Transcript()}).shows_words
    assert not episode.model_copy(update={"consent": quiet}).shows_words


@pytest.mark.parametrize("seconds", [0, -1, "inf", "nan", 1e400])
def test_the_length_of_a_recording_in_a_store_is_a_real_one(seconds: object) -> None:
    facts = {
        "url": "https://cdn.example/a.mp3",
        "bytes": 1,
        "type": "audio/mpeg",
        "sha256": "0" * 64,
    }

    assert RemoteRecording.model_validate({**facts, "seconds": 1.5}).seconds == 1.5
    with pytest.raises(ValidationError, match="seconds"):
        RemoteRecording.model_validate({**facts, "seconds": seconds})


def test_an_episode_is_written_down_once_and_never_changed(
    episode: Episode, tmp_path: Path
) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        episode.title = "Another"
    _, problems = read_station(
        tmp_path, edit(EPISODE, ("series: stories", "series: stories\nslug: other"))
    )
    assert [problem.code for problem in problems] == ["unknown-key"]
