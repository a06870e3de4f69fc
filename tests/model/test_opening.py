"""When a door is open: bank holidays, closures, nights, and the two changes of the clock."""

import time
from datetime import date, datetime, timedelta

import pytest

from recovery_radio.model.hours import Closure, Hours, Nation
from recovery_radio.model.opening import Opening, Timing, bank_holidays, openings
from recovery_radio.model.times import LONDON

WEEK: Hours = {"mon-fri": "10:00-16:00"}
NIGHTS: Hours = {"mon-sun": "22:00-02:00"}
CHRISTMAS = Closure.model_validate(
    {
        "from": "2026-12-24",
        "to": "2027-01-02",
        "note": "Christmas",
        "instead": {"2026-12-25": "11:00-14:00", "2026-12-31": "22:00-02:00"},
    }
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def shown(found: list[Opening]) -> list[str]:
    return [
        f"{each.start:%a %d %H:%M}-{each.end:%H:%M}"
        + ("" if each.certain else " ?")
        + (f" {each.note}" if each.note else "")
        for each in found
    ]


def between(timing: Timing, start: str, end: str) -> list[str]:
    return shown(openings(timing, at(start), at(end)))


def test_openings_are_whole_even_if_the_time_asked_for_cuts_them() -> None:
    assert between(Timing(WEEK), "2026-11-02 15:59", "2026-11-03 10:01") == [
        "Mon 02 10:00-16:00",
        "Tue 03 10:00-16:00",
    ]
    assert between(Timing(WEEK), "2026-11-02 16:00", "2026-11-03 10:00") == []


@pytest.mark.parametrize("hours", [None, "by-appointment"])
def test_without_hours_nothing_is_open(hours: Hours | None) -> None:
    timing = Timing(hours, "10:00-12:00", "ENG", (CHRISTMAS,))

    assert openings(timing, at("2026-12-01"), at("2027-02-01")) == []


def test_what_is_always_open_is_one_opening() -> None:
    (opening,) = openings(Timing("always", "open"), at("2026-03-28 12:00"), at("2026-12-28 12:00"))

    assert opening.start <= at("2026-03-28 12:00")
    assert opening.end >= at("2026-12-28 12:00")


@pytest.mark.parametrize(
    ("what_happens", "monday"),
    [
        ("closed", []),
        ("open", ["Mon 04 10:00-16:00"]),
        ("ask", ["Mon 04 10:00-16:00 ? May Day"]),
        ("11:00-12:00, 13:00-14:00", ["Mon 04 11:00-12:00 May Day", "Mon 04 13:00-14:00 May Day"]),
    ],
)
def test_a_bank_holiday_has_the_hours_that_its_place_says(
    what_happens: str, monday: list[str]
) -> None:
    for hours in (WEEK, "Mo-Fr 10:00-16:00"):
        timing = Timing(hours, what_happens)

        assert between(timing, "2026-05-02", "2026-05-06") == [*monday, "Tue 05 10:00-16:00"]


@pytest.mark.parametrize(
    ("nation", "day", "holiday"),
    [
        ("ENG", "2026-04-06", True),  # Easter Monday
        ("SCT", "2026-04-06", False),
        ("SCT", "2026-11-30", True),
        ("WLS", "2026-11-30", False),
        ("NIR", "2026-03-17", True),
        ("ENG", "2026-03-17", False),
        ("SCT", "2026-08-03", True),
        ("WLS", "2026-08-31", True),
        ("NIR", "2026-07-13", True),
    ],
)
def test_each_nation_has_its_own_bank_holidays(nation: Nation, day: str, holiday: bool) -> None:
    found = between(Timing(WEEK, "closed", nation), f"{day} 00:00", f"{day} 23:59")

    assert found == ([] if holiday else [f"{at(day):%a %d} 10:00-16:00"])


def test_a_bank_holiday_that_has_moved_from_a_weekend_counts_once() -> None:
    summer = bank_holidays("NIR", date(2026, 7, 1), date(2026, 7, 31))

    assert summer == {date(2026, 7, 13): "Battle of the Boyne (substitute day)"}
    assert date(2024, 11, 30) not in bank_holidays("SCT", date(2024, 11, 1), date(2024, 12, 31))


def test_bank_holidays_are_named_with_their_substitutes() -> None:
    assert bank_holidays("ENG", date(2026, 12, 26), date(2027, 1, 1)) == {
        date(2026, 12, 26): "Boxing Day",
        date(2026, 12, 28): "Boxing Day (substitute day)",
        date(2027, 1, 1): "New Year's Day",
    }


@pytest.mark.parametrize("hours", [NIGHTS, "Mo-Su 22:00-02:00"])
def test_a_bank_holiday_takes_its_own_night_and_leaves_the_one_before(hours: Hours) -> None:
    assert between(Timing(hours, "closed"), "2026-05-03 12:00", "2026-05-06") == [
        "Sun 03 22:00-02:00",
        "Tue 05 22:00-02:00",
    ]
    assert between(Timing(hours, "ask"), "2026-05-03 12:00", "2026-05-06") == [
        "Sun 03 22:00-02:00",
        "Mon 04 22:00-02:00 ? May Day",
        "Tue 05 22:00-02:00",
    ]


@pytest.mark.parametrize("hours", ["always", "Mo-Su 00:00-24:00", {"mon-sun": "00:00-24:00"}])
def test_what_is_open_day_and_night_shuts_at_the_midnights_of_a_bank_holiday(hours: Hours) -> None:
    assert between(Timing(hours, "closed"), "2026-05-03 12:00", "2026-05-05 12:00") == [
        "Sat 02 00:00-00:00",
        "Tue 05 00:00-00:00",
    ]


def test_a_closure_outranks_a_bank_holiday() -> None:
    timing = Timing(WEEK, "open", "ENG", (CHRISTMAS,))

    assert between(timing, "2026-12-23", "2027-01-05") == [
        "Wed 23 10:00-16:00",
        "Fri 25 11:00-14:00 Christmas",
        "Thu 31 22:00-02:00 Christmas",
        "Mon 04 10:00-16:00",
    ]


def test_a_session_has_the_closures_of_its_place_and_none_of_its_other_hours() -> None:
    place = Timing(WEEK, "11:00-14:00", "ENG", (CHRISTMAS,))
    session = place.for_session({"mon-sun": "19:00-20:00"})

    assert between(session, "2026-12-23", "2027-01-04") == [
        "Wed 23 19:00-20:00",
        "Sun 03 19:00-20:00",
    ]
    assert between(session, "2026-05-04", "2026-05-05") == ["Mon 04 19:00-20:00 ? May Day"]
    assert place._replace(bank_holidays="closed").for_session(WEEK).bank_holidays == "closed"


def test_a_text_may_say_that_one_has_to_ask() -> None:
    hours = 'Mo-Fr 10:00-16:00; We 10:00-12:00 unknown "ring first"; Th off "training"'

    assert between(Timing(hours), "2026-11-03", "2026-11-07") == [
        "Tue 03 10:00-16:00",
        "Wed 04 10:00-12:00 ? ring first",
        "Fri 06 10:00-16:00",
    ]


def test_what_began_earlier_runs_to_its_end_before_the_next_begins() -> None:
    hours: Hours = {"sun": "22:00-02:00", "mon": "01:00-03:00", "tue": "03:00-04:00"}

    assert between(Timing(hours, "ask"), "2026-05-03 12:00", "2026-05-05 12:00") == [
        "Sun 03 22:00-02:00",
        "Mon 04 02:00-03:00 ? May Day",
        "Tue 05 03:00-04:00",
    ]
    assert between(Timing(hours, "open"), "2026-05-03 12:00", "2026-05-05") == [
        "Sun 03 22:00-03:00"
    ]


@pytest.mark.parametrize(
    ("span", "day", "start", "minutes"),
    [
        # 29 March 2026: from 01:00 the clock jumps to 02:00.
        ("22:00-06:00", "2026-03-28", "2026-03-28T22:00+00:00", 7 * 60),
        ("00:30-01:30", "2026-03-29", "2026-03-29T00:30+00:00", 30),
        ("01:30-03:00", "2026-03-29", "2026-03-29T01:00+00:00", 60),
        ("01:15-01:45", "2026-03-29", "", 0),
        # 25 October 2026: at 02:00 it goes back to 01:00, and the hour comes twice.
        ("22:00-06:00", "2026-10-24", "2026-10-24T21:00+00:00", 9 * 60),
        ("00:30-01:30", "2026-10-25", "2026-10-24T23:30+00:00", 60),
        ("01:30-03:00", "2026-10-25", "2026-10-25T00:30+00:00", 150),
        ("02:00-03:00", "2026-10-25", "2026-10-25T02:00+00:00", 60),
    ],
)
def test_nights_are_as_long_as_the_clock_makes_them(
    span: str, day: str, start: str, minutes: int
) -> None:
    weekday = f"{at(day):%a}".lower()
    for hours in ({weekday: span}, f"{weekday[:2].title()} {span}"):
        found = openings(Timing(hours), at(f"{day} 00:00"), at(f"{day} 23:59"))

        lengths = [each.end.timestamp() - each.start.timestamp() for each in found]
        assert lengths == ([minutes * 60] if start else [])
        # Across time zones, Python finds no time equal to one of the hour that comes twice.
        starts = [each.start.timestamp() for each in found]
        assert starts == ([datetime.fromisoformat(start).timestamp()] if start else [])


def test_five_hundred_places_take_well_under_a_second() -> None:
    start = at("2026-12-01")
    timings = [
        Timing(hours, "closed", "SCT", (CHRISTMAS,))
        for n in range(250)
        for hours in (
            {
                "mon-fri": f"10:{n % 60:02}-16:00",
                "wed": f"10:{n % 60:02}-19:30",
                "sat-1st,3rd": f"10:{n % 60:02}-12:00",
            },
            f"Mo-Fr 09:{n % 60:02}-16:00; Sa[1,3] 10:00-12:00",
        )
    ]

    begun = time.process_time()
    count = sum(len(openings(each, start, start + timedelta(days=35))) for each in timings)

    assert time.process_time() - begun < 1
    assert count > 500 * 15
