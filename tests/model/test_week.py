"""Days and rows of days, some days of a month, and how a week is written for OpenStreetMap."""

from datetime import date

import pytest

from recovery_radio.model.week import LAST, parse_days, parse_span, span_on, spread_week, write_osm


@pytest.mark.parametrize(
    ("days", "weekdays", "nths"),
    [
        ("mon", (0,), ()),
        ("mon-fri", (0, 1, 2, 3, 4), ()),
        ("fri-mon", (4, 5, 6, 0), ()),
        ("sun-sat", (6, 0, 1, 2, 3, 4, 5), ()),
        ("sat-1st,3rd", (5,), (1, 3)),
        ("fri-last", (4,), (LAST,)),
        ("tue-2nd,4th,5th", (1,), (2, 4, 5)),
    ],
)
def test_a_key_names_days(days: str, weekdays: tuple[int, ...], nths: tuple[int, ...]) -> None:
    assert parse_days(days) == (weekdays, nths)


def test_a_span_past_midnight_ends_on_the_next_day() -> None:
    assert parse_span("10:00-12:30") == ((600, 750),)
    assert parse_span("08:00-09:00, 22:00-02:00") == ((480, 540), (1320, 1560))
    assert parse_span("18:00-24:00") == parse_span("18:00-00:00") == ((1080, 1440),)


@pytest.mark.parametrize(
    ("day", "span"),
    [
        (date(2026, 8, 3), "10:00-16:00"),  # Monday
        (date(2026, 8, 5), "10:00-19:30"),  # Wednesday: a single day outranks the row
        (date(2026, 8, 1), "10:00-12:00"),  # first Saturday
        (date(2026, 8, 8), None),
        (date(2026, 8, 15), "10:00-12:00"),  # third Saturday
        (date(2026, 8, 29), None),  # fifth Saturday
        (date(2026, 8, 21), "10:00-16:00"),  # Friday
        (date(2026, 8, 28), "09:00-10:00"),  # last Friday, the fourth
        (date(2026, 7, 31), "09:00-10:00"),  # last Friday, the fifth
    ],
)
def test_the_narrowest_name_of_a_day_decides_its_hours(day: date, span: str | None) -> None:
    hours = {
        "fri-last": "09:00-10:00",
        "wed": "10:00-19:30",
        "sat-1st,3rd": "10:00-12:00",
        "mon-fri": "10:00-16:00",
    }

    for order in (hours, dict(reversed(hours.items()))):
        assert span_on(spread_week(order), day) == span


@pytest.mark.parametrize(
    ("hours", "written"),
    [
        ({"mon-fri": "10:00-16:00"}, "Mo-Fr 10:00-16:00"),
        ({"fri-mon": "10:00-16:00"}, "Mo,Fr-Su 10:00-16:00"),
        (
            {"mon-fri": "10:00-16:00", "wed": "10:00-19:30"},
            "Mo-Tu,Th-Fr 10:00-16:00; We 10:00-19:30",
        ),
        ({"sat-1st,3rd": "10:00-12:00"}, "Sa[1],Sa[3] 10:00-12:00"),
        (
            {"sat": "10:00-12:00", "sat-1st": "10:00-16:00"},
            "Sa[2,3,4,5] 10:00-12:00; Sa[1] 10:00-16:00",
        ),
        (
            {"sat": "10:00-12:00", "sat-last": "10:00-16:00"},
            "Sa[-2,-3,-4,-5] 10:00-12:00; Sa[-1] 10:00-16:00",
        ),
        (
            {"sat": "10:00-12:00", "sat-1st": "10:00-16:00", "sat-last": "10:00-11:00"},
            "Sa 10:00-12:00; Sa[-1] 10:00-11:00; Sa[1] 10:00-16:00",
        ),
        ({"fri": "22:00-02:00", "sat": "10:00-12:00"}, "Fr 22:00-02:00, Sa 10:00-12:00"),
        ({"mon": "10:00-12:00, 13:00-24:00"}, "Mo 10:00-12:00,13:00-24:00"),
    ],
)
def test_a_week_is_written_for_openstreetmap(hours: dict[str, str], written: str) -> None:
    assert write_osm(spread_week(hours)) == written
