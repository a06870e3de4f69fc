"""The timetable on a reader's device: the seven days from now, whatever its clock is set to."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.visits import Visit
from recovery_radio.model.opening import openings
from recovery_radio.model.times import LONDON
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.meetings import Meeting, meetings_of
from recovery_radio.render.words import DAYS, MONTHS, span
from sites import NOW, SERVICE, build_site, edit
from station import ROOT

ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo")
WEEK = timedelta(days=7)
Row = tuple[str, str, str, bool]
"""Heading, times, label and service, and whether it is on now."""


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


def group_sessions(folder: Path, today: date) -> list[Meeting]:
    hub, _, _ = read_hub(folder, Folders(), None, map)
    shown = (service for service in hub.services if service.tells_open(today))
    known = (meeting for service in shown for meeting in meetings_of(service))
    return [meeting for meeting in known if not meeting.online]


def expected(meetings: Iterable[Meeting], built: date, now: datetime) -> list[Row]:
    """Work out the rows with the engine."""
    rows = []
    for meeting in meetings:
        horizon = min(built + timedelta(days=35), meeting.service.trust.overdue)
        end = min(now + WEEK, datetime.combine(horizon, time(), LONDON))
        for start, stop, certain, _ in openings(meeting.timing, now, end):
            times = span(f"{start:%H:%M}-{stop:%H:%M}")
            name = f"{meeting.label}, {meeting.service.name}"
            rows.append((heading(start, now), times, name, start <= now and certain))
    return sorted(rows)


def heading(day: datetime, now: datetime) -> str:
    today = "Today, " if day.date() == now.astimezone(LONDON).date() else ""
    return f"{today}{list(DAYS.values())[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def rows_of(page: Page) -> list[Row]:
    """Read the rows of the first timetable in their order."""
    rows: list[Row] = page.evaluate("""() => {
        const week = document.querySelector("[data-rr-week]");
        const rows = [];
        for (const heading of week.querySelectorAll("h3"))
            for (const row of heading.nextElementSibling.children)
                rows.push([
                    heading.textContent,
                    row.querySelector(".rr-slot__times").firstChild.textContent.trim(),
                    row.querySelector("a").textContent,
                    row.querySelector(".rr-slot__now")?.hidden === false,
                ]);
        return rows;
    }""")
    return [tuple(row) for row in rows]  # type: ignore[misc]


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.mark.parametrize("zone", ZONES)
def test_the_next_seven_days_are_those_of_the_engine(
    zone: str, address: str, visit: Callable[..., Visit]
) -> None:
    meetings = group_sessions(ROOT, NOW.date())
    guest = visit(timezone_id=zone)
    for text in (
        "2026-11-21T09:30",
        "2026-11-29T00:10",  # the night from Saturday to Sunday
        "2026-12-04T23:59",
        "2026-12-17T18:59",
        "2026-12-24T12:00",  # beyond the horizon begins the 26th
    ):
        now = utc(text)
        guest.page.clock.set_fixed_time(now)
        guest.page.goto(address + "services/this-week/")

        found = rows_of(guest.page)
        assert found
        assert sorted(found) == expected(meetings, NOW.date(), now), text
        in_order = [heading(now.astimezone(LONDON) + timedelta(n), now) for n in range(-1, 9)]
        days = list(dict.fromkeys(row[0] for row in found))
        assert days == [day for day in in_order if day in days]
    assert guest.faults == []
    assert guest.foreign == []


CLOCKS = edit(
    SERVICE,
    (
        "serves:",
        """    bank_holidays: open
    sessions:
      - label: Night
        hours: {mon-sun: "22:00-04:00"}
      - label: Morning
        hours: {sat-sun: "09:00-10:00"}
serves:""",
    ),
)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("built", "instants"),
    [
        ("2027-03-20", ("2027-03-27T23:30", "2027-03-28T00:59", "2027-03-28T01:00")),
        ("2027-10-20", ("2027-10-30T22:30", "2027-10-31T00:30", "2027-10-31T01:30")),
    ],
    ids=["spring", "autumn"],
)
def test_days_on_which_the_clock_is_changed_are_like_others(
    zone: str,
    built: str,
    instants: tuple[str, ...],
    tmp_path: Path,
    serve_folder: Callable[..., str],
    visit: Callable[..., Visit],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(utc(f"{built}T09:00").timestamp())))
    public = build_site(tmp_path, edit(CLOCKS, ("2026-11-01", built)), strict=False)
    today = date.fromisoformat(built)
    guest = visit(timezone_id=zone)
    page = serve_folder(public) + "services/this-week/"
    for text in instants:
        guest.page.clock.set_fixed_time(utc(text))
        guest.page.goto(page)

        meetings = group_sessions(tmp_path, today)
        assert sorted(rows_of(guest.page)) == expected(meetings, today, utc(text)), text
        assert [row for row in rows_of(guest.page) if row[3]]


def test_near_the_horizon_the_page_says_that_it_knows_no_more(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit()
    guest.page.clock.set_fixed_time(utc("2026-12-20T12:00"))
    guest.page.goto(address + "services/this-week/crawley/")

    line = guest.page.get_by_text("We know no times after Friday 25 December. Ring first.")
    expect(line).to_be_visible()


def test_past_the_horizon_the_page_says_that_its_times_are_too_old(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit()
    guest.page.clock.set_fixed_time(utc("2026-12-26T00:00"))
    guest.page.goto(address + "services/this-week/")
    page = guest.page

    expect(page.get_by_text("These times are too old to rely on.")).to_be_visible()
    expect(page.get_by_text("The next seven days, from now.")).to_be_hidden()
    expect(page.get_by_text("On now").first).to_be_hidden()
    assert rows_of(page)[0][0] == "Saturday 21 November"


def test_a_page_that_waited_is_put_right_when_it_is_looked_at_again(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit().page
    page.clock.set_fixed_time(utc("2026-11-21T08:59"))
    page.goto(address + "services/this-week/doncaster/")
    expect(page.get_by_text("On now").first).to_be_hidden()

    again = "document.dispatchEvent(new Event('visibilitychange'))"
    first = page.locator("[data-rr-week] a").first
    first.focus()
    page.evaluate(again)
    expect(first).to_be_focused()

    page.clock.set_fixed_time(utc("2026-11-21T09:01"))
    page.evaluate(again)

    expect(page.get_by_text("On now").first).to_be_visible()


def test_without_scripting_the_page_says_from_which_day_it_is(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 320, "height": 700}).page
    page.goto(address + "services/this-week/")

    expect(page.get_by_text("Seven days from 21 November 2026")).to_be_visible()
    expect(page.get_by_role("heading", name="Saturday 21 November").first).to_be_visible()
    expect(page.get_by_role("heading", name="Friday 27 November").first).to_be_visible()
    expect(page.get_by_text("On now").first).to_be_hidden()
    page.get_by_role("link", name="Doncaster", exact=True).click()
    expect(page.get_by_role("heading", name="What is on this week in Doncaster")).to_be_visible()
