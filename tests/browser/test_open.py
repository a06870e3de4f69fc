"""Open now, or when: right whatever clock a device is set to, and the week without scripting."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.visits import Visit
from sites import SERVICE, build_site, edit

ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo")
HOURS = edit(
    SERVICE,
    ('      mon-fri: "10:00-16:00"\n', '      mon-fri: "10:00-16:00"\n      sat: "22:00-06:00"\n'),
)
SPRING = [
    # Built on 20 March 2027. On 28 March the clock jumps from 01:00 to 02:00; the 29th is Easter
    # Monday, and the place says nothing about bank holidays.
    ("2027-03-19T23:59", "Hours not confirmed: ring first"),
    ("2027-03-20T12:00", "Closed now. Opens 10pm"),
    ("2027-03-21T07:00", "Closed now. Opens Monday 10am"),
    ("2027-03-22T10:00", "Open now, until 4pm"),
    ("2027-03-27T23:30", "Open now, until Sunday 6am"),
    ("2027-03-28T00:59", "Open now, until 6am"),
    ("2027-03-28T01:00", "Open now, until 6am"),
    ("2027-03-28T04:59", "Open now, until 6am"),
    ("2027-03-28T05:00", "Closed now. May open Monday 10am: ask first"),
    ("2027-03-29T08:59", "Closed now. May open 10am: ask first"),
    ("2027-03-29T09:00", "Ask first: a bank holiday"),
    ("2027-03-30T08:59", "Closed now. Opens 10am"),
    ("2027-03-30T09:00", "Open now, until 4pm"),
    ("2027-03-30T15:00", "Closed now. Opens Wednesday 10am"),
    # The horizon: 24 April begins at 23:00 UTC.
    ("2027-04-23T22:59", "Closed now"),
    ("2027-04-23T23:00", "Hours not confirmed: ring first"),
    ("2028-01-01T12:00", "Hours not confirmed: ring first"),
]
AUTUMN = [
    # Built on 20 October 2027. On 31 October the hour from 01:00 to 02:00 comes twice.
    ("2027-10-30T22:30", "Open now, until Sunday 6am"),
    ("2027-10-31T00:30", "Open now, until 6am"),
    ("2027-10-31T01:30", "Open now, until 6am"),
    ("2027-10-31T05:59", "Open now, until 6am"),
    ("2027-10-31T06:00", "Closed now. Opens Monday 10am"),
    ("2027-11-01T09:59", "Closed now. Opens 10am"),
    ("2027-11-01T10:00", "Open now, until 4pm"),
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


def built(folder: Path, day: str, hours: str = HOURS) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(utc(f"{day}T09:00").timestamp())))
        return build_site(folder, edit(hours, ("2026-11-01", day)), strict=False)


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    return serve_folder(built(tmp_path_factory.mktemp("spring"), "2027-03-20"))


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    return serve_folder(built(tmp_path_factory.mktemp("autumn"), "2027-10-20"))


def line(page: Page) -> str:
    return page.locator("[data-rr-open]:visible").inner_text()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("season", ["spring", "autumn"])
def test_a_door_is_open_when_it_is_open_in_london(
    season: str, zone: str, request: pytest.FixtureRequest, visit: Callable[..., Visit]
) -> None:
    address = request.getfixturevalue(season)
    guest = visit(timezone_id=zone)
    said = []
    for at, _ in SPRING if season == "spring" else AUTUMN:
        guest.page.clock.set_fixed_time(utc(at))
        guest.page.goto(f"{address}services/harbour/")
        said.append((at, line(guest.page)))

    assert said == (SPRING if season == "spring" else AUTUMN)
    assert guest.foreign == guest.faults == []


def test_the_line_changes_while_the_page_is_open(spring: str, visit: Callable[..., Visit]) -> None:
    page = visit().page
    page.clock.install(time=utc("2027-03-22T09:58:30"))
    page.goto(f"{spring}services/harbour/")
    page.clock.pause_at(utc("2027-03-22T09:59:00"))
    assert line(page) == "Closed now. Opens 10am"
    page.clock.run_for(95_000)
    assert line(page) == "Open now, until 4pm"


def test_without_scripting_the_week_stands_there(spring: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{spring}services/harbour/", java_script_enabled=False).page

    expect(page.locator("[data-rr-open]")).to_be_hidden()
    rows = page.locator(".rr-hours tr")
    expect(rows).to_have_count(7)
    expect(rows.nth(0)).to_have_text(re.compile("Monday\\s*10am to 4pm"))
    expect(rows.nth(5)).to_have_text(re.compile("Saturday\\s*10pm to 6am"))
    expect(
        page.get_by_text("The next one in England is 26 March 2027, Good Friday.")
    ).to_be_visible()


def test_a_page_without_open_times_loads_no_script_for_them(
    tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[..., Visit]
) -> None:
    paused = edit(HOURS, ("cost: free", "cost: free\nstatus: paused"))
    page = visit(serve_folder(built(tmp_path, "2027-03-20", paused)) + "services/harbour/").page

    expect(page.locator(".rr-hours")).to_be_visible()
    assert page.locator("[data-rr-open]").count() == 0
    assert page.locator("script[src*='open.js']").count() == 0
