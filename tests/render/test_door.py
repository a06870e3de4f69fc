"""What a service's page says about hours: the week, sessions, bank holidays and closures."""

from datetime import date
from typing import Any

import pytest

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.render.door import Door, door
from sites import SERVICE, read_station

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return read_station(tmp_path_factory.mktemp("station"), SERVICE)[0].services[0]


def shown(service: Service, hours: Any, **more: Any) -> Door:
    place = Place.model_validate({"town": "Crawley", "hours": hours, **more})
    return door(place, service, TODAY)


def test_a_week_has_a_row_a_day_and_says_when_the_door_is_closed(service: Service) -> None:
    week = shown(service, {"mon-fri": "10:00-16:00", "wed": "12:00-19:30"}).week

    assert week == (
        ("Monday", "10am to 4pm"),
        ("Tuesday", "10am to 4pm"),
        ("Wednesday", "midday to 7:30pm"),
        ("Thursday", "10am to 4pm"),
        ("Friday", "10am to 4pm"),
        ("Saturday", "Closed"),
        ("Sunday", "Closed"),
    )


@pytest.mark.parametrize(
    ("hours", "saturday"),
    [
        (
            {"sat-1st,3rd": "10:00-12:00"},
            "10am to midday on the 1st and 3rd Saturday of the month",
        ),
        (
            {"sat": "10:00-16:00", "sat-last": "12:00-18:00"},
            "10am to 4pm, but midday to 6pm on the last Saturday of the month",
        ),
        (
            {"sat-1st": "10:00-12:00", "sat-last": "12:00-18:00"},
            "10am to midday on the 1st Saturday of the month, and "
            "midday to 6pm on the last Saturday of the month",
        ),
        ({"sat": "22:00-02:00"}, "10pm to 2am"),
        ({"sat": "00:00-24:00"}, "all day"),
    ],
)
def test_some_days_of_a_month_are_said_in_words(
    hours: Any, saturday: str, service: Service
) -> None:
    assert dict(shown(service, hours).week)["Saturday"] == saturday


def test_hours_of_openstreetmap_that_are_a_plain_week_look_like_one(service: Service) -> None:
    plain = shown(service, 'Mo-Fr 10:00-16:00; We 10:00-12:00 unknown "ring first"; Su off')

    assert not plain.dated
    assert [name for name, _ in plain.week][::6] == ["Monday", "Sunday"]
    assert dict(plain.week)["Wednesday"] == "10am to midday (ask first)"
    assert dict(plain.week)["Sunday"] == "Closed"


def test_hours_without_a_week_are_told_for_two_weeks_with_what_lies_in_them(
    service: Service,
) -> None:
    closure = {"from": "2026-11-24", "to": "2026-11-24"}
    season = shown(
        service,
        "Mar-Nov Mo-Fr 10:00-16:00; Dec-Feb Tu 10:00-12:00",
        nation="SCT",
        bank_holidays="closed",
        closures=[closure],
    )

    assert season.dated
    assert len(season.week) == 14
    assert season.week[0] == ("Saturday 21 November", "Closed")
    assert dict(season.week)["Monday 23 November"] == "10am to 4pm"
    assert dict(season.week)["Tuesday 24 November"] == "Closed"
    # St Andrew's Day.
    assert dict(season.week)["Monday 30 November"] == "Closed"
    assert dict(season.week)["Tuesday 1 December"] == "10am to midday"
    assert dict(season.week)["Wednesday 2 December"] == "Closed"


@pytest.mark.parametrize("hours", [None, "always", "by-appointment"])
def test_what_needs_no_table_has_none(hours: Any, service: Service) -> None:
    assert shown(service, hours).week == ()


@pytest.mark.parametrize(
    ("nation", "what_happens", "said"),
    [
        ("ENG", "closed", "closed. The next one in England is 25 December 2026, Christmas Day."),
        (
            "SCT",
            "ask",
            "ask before you go. The next one in Scotland is 30 November 2026, Saint Andrew's Day.",
        ),
        (
            "NIR",
            "10:00-12:00",
            "10am to midday. The next one in Northern Ireland is 25 December 2026, Christmas Day.",
        ),
        (
            "WLS",
            "open",
            "open as on other days. The next one in Wales is 25 December 2026, Christmas Day.",
        ),
    ],
)
def test_bank_holidays_are_those_of_the_nation(
    nation: str, what_happens: str, said: str, service: Service
) -> None:
    week = {"mon": "10:00-12:00"}

    assert shown(service, week, nation=nation, bank_holidays=what_happens).bank_holidays == said


def test_closures_are_told_with_their_reason_until_they_are_over(service: Service) -> None:
    closures = [
        {"from": "2026-11-01", "to": "2026-11-20", "note": "Painting"},
        {"from": "2026-11-20", "to": "2026-11-21"},
        {
            "from": "2026-12-24",
            "to": "2027-01-02",
            "note": "Christmas & new year.",
            "instead": {"2026-12-31": "11:00-14:00", "2026-12-25": "12:00-13:00"},
        },
        {"from": "2027-02-01", "to": "2027-02-01", "instead": {"2027-02-01": "11:00-12:00"}},
        {
            "from": "2027-02-02",
            "to": "2027-02-03",
            "note": "Half-term",
            "instead": {"2027-02-02": "11:00-12:00", "2027-02-03": "12:00-13:00"},
        },
    ]

    assert shown(service, {"mon": "10:00-12:00"}, closures=closures).closures == (
        "Closed from 20 November 2026 to 21 November 2026.",
        "Closed from 24 December 2026 to 2 January 2027: Christmas & new year. "
        "Open on 25 December 2026, midday to 1pm. Open on 31 December 2026, 11am to 2pm.",
        "Open 11am to midday on 1 February 2027.",
        "Other hours from 2 February 2027 to 3 February 2027: Half-term. "
        "Open on 2 February 2027, 11am to midday. Open on 3 February 2027, midday to 1pm.",
    )


def test_sessions_are_told_in_all_three_forms(service: Service) -> None:
    sessions = [
        {"label": "Women", "hours": {"wed": "13:00-15:00", "fri-last": "10:00-11:00"}},
        {"label": "Summer walk", "hours": "Jun-Aug Sa 10:00-12:00"},
        {"label": "Talk", "hours": "by-appointment"},
    ]

    women, walk, talk = shown(service, None, sessions=sessions).sessions

    assert women == "Wednesday 1pm to 3pm; last Friday of the month 10am to 11am"
    assert walk == (
        "Saturday 5 June, 10am to midday; Saturday 12 June, 10am to midday; "
        "Saturday 19 June, 10am to midday"
    )
    assert talk == "By appointment"
