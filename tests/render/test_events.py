"""Events: what is to come, what was, and when, in words."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from having_a_say import SAY
from recovery_radio.model.times import LONDON
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.events import dates_of, when
from sites import NOW, edit, read_station
from station import ROOT

EVENTS = read_hub(ROOT, Folders(), None, map)[0].say.events


def test_what_is_coming_is_in_order_with_what_was_cancelled_and_the_past_is_newest_first() -> None:
    dates = dates_of(EVENTS, NOW)

    starts = [date.event.start for date in dates.coming]
    assert starts == sorted(starts)
    assert [bool(date.event.cancelled) for date in dates.coming] == [True, *[False] * 4]
    assert [date.key for date in dates.past] == ["quiz-night", "recovery-walk"]


def test_an_event_goes_to_the_past_in_its_last_minute_and_a_cancelled_one_to_nowhere() -> None:
    walk, cup = EVENTS["winter-walk"], EVENTS["football-cup"]

    before = dates_of(EVENTS, walk.end - timedelta(minutes=1))
    after = dates_of(EVENTS, walk.end)

    assert "winter-walk" in {date.key for date in before.coming}
    assert "winter-walk" in {date.key for date in after.past}
    over = dates_of(EVENTS, cup.end)
    assert "football-cup" not in {date.key for part in over for date in part}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-12-05 10:30", "2026-12-05 14:30", "Saturday 5 December 2026, 10:30am to 2:30pm"),
        ("2026-07-05 12:00", "2026-07-05 17:00", "Sunday 5 July 2026, midday to 5pm"),
        (
            "2026-12-31 21:00",
            "2027-01-01 02:00",
            "Thursday 31 December 2026, 9pm, to Friday 1 January 2027, 2am",
        ),
    ],
)
def test_the_time_is_told_in_words(start: str, end: str, words: str, tmp_path: Path) -> None:
    changes = ("2026-12-05 10:30", start), ("2026-12-05 14:30", end)
    hub, _ = read_station(tmp_path, edit(SAY, *changes))

    assert when(hub.say.events["walk"]) == words


def test_the_time_is_that_of_london_wherever_the_build_runs() -> None:
    walk = EVENTS["winter-walk"]

    assert walk.start == datetime(2026, 12, 5, 10, 30, tzinfo=LONDON)
