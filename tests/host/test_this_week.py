"""Pages and files of what is on this week."""

from pathlib import Path

import pytest

from sites import PLAIN, SERVICE, build_site, edit

SESSIONS = """    sessions:
      - label: Evening & "late" group
        hours: {sat: "19:00-20:30"}
        who: [women]
      - label: On a screen
        hours: {sun: "19:00-20:30"}
        online: https://harbour.example/meet
serves:"""
QUIET = edit(
    SERVICE,
    ("harbour.yml", "quiet.yml"),
    ("Harbour", "Quiet"),
    ("town: Crawley", "town: Newry"),
    ("[Crawley]", "[Newry]"),
    ("960123", "960124"),
)
_FILE = "-- services_directory/vocabulary.yml --\n"
WORDS = _FILE + edit(
    PLAIN.split(_FILE)[1],
    ("who: {", "who: {women: {label: Women only, explanation: No men are in the room.}, "),
    ("how_in: {", "how_in: {by-letter: {label: By letter, explanation: Write first.}, "),
)


def station(folder: Path, *changes: tuple[str, str]) -> Path:
    harbour = edit(SERVICE, ("serves:", SESSIONS), *changes)
    return build_site(folder, harbour, QUIET, WORDS, strict=False) / "services"


def read(page: Path) -> str:
    return (page / "index.html").read_text("utf-8")


def test_the_page_shows_seven_days_and_online_ones_apart(tmp_path: Path) -> None:
    page = read(station(tmp_path) / "this-week")

    there, online = page.split('<h2 id="online">')
    assert "<h3>Saturday 21 November</h3>" in there
    assert "7pm to 8:30pm" in there
    assert "<strong>Evening &amp; &#34;late&#34; group</strong>" in there
    assert "1 Example Street, Crawley" in there
    assert "Drop-in. For: Women only" in there
    assert "harbour.example" not in there
    assert "Get in touch before" not in page
    assert "<h3>Sunday 22 November</h3>" in online
    assert '<a href="https://harbour.example/meet" rel="noreferrer">' in online
    assert 'datetime="2026-11-21"' in page


def test_each_town_has_its_page_and_every_list_of_a_town_leads_there(tmp_path: Path) -> None:
    services = station(tmp_path)

    assert "late" in read(services / "this-week/crawley")
    quiet = read(services / "this-week/newry")
    assert "late" not in quiet
    assert "We know of nothing in these seven days." in quiet
    assert "this-week/newry/" not in read(services / "this-week")
    for town in ("crawley", "newry"):
        assert f"this-week/{town}/" in read(services / "towns" / town)


def test_a_service_with_sessions_has_a_calendar_and_leads_to_it(tmp_path: Path) -> None:
    services = station(tmp_path)

    assert 'href="calendar.ics"' in read(services / "harbour")
    assert 'href="calendar.ics"' not in read(services / "quiet")
    own = (services / "harbour/calendar.ics").read_bytes()
    everything = (services / "calendar.ics").read_bytes()
    assert own.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\r\r" not in own
    assert own.count(b"BEGIN:VEVENT") == everything.count(b"BEGIN:VEVENT") == 2
    assert not (services / "quiet/calendar.ics").exists()


@pytest.mark.parametrize(
    ("change", "has_calendar"),
    [
        (("on: 2026-11-01", "on: 2026-01-02"), True),
        (("example: true", "status: paused\nexample: true"), False),
        (("example: true", "status: unconfirmed\nexample: true"), False),
    ],
    ids=["overdue", "paused", "unconfirmed"],
)
def test_what_nobody_relies_on_is_not_on_this_week(
    tmp_path: Path, change: tuple[str, str], has_calendar: bool
) -> None:
    services = station(tmp_path, change)

    assert "late" not in read(services / "this-week")
    assert (services / "harbour/calendar.ics").exists() == has_calendar
    assert ('href="calendar.ics"' in read(services / "harbour")) == has_calendar


def test_what_happens_behind_a_hidden_door_is_on_no_list(tmp_path: Path) -> None:
    services = station(tmp_path, ("town: Crawley", "town: Crawley\n    hide_address: true"))
    week, own = read(services / "this-week"), read(services / "harbour")

    assert "Evening" not in week
    assert "On a screen" in week
    assert "The address is kept private" in own
    assert "Evening" not in own
    assert "<strong>On a screen:</strong> Sunday 7pm to 8:30pm." in own
    assert "BEGIN:VEVENT" in (services / "harbour/calendar.ics").read_text("utf-8")
    assert "Evening" not in (services / "harbour/calendar.ics").read_text("utf-8")


def test_somebody_who_may_not_just_walk_in_is_told(tmp_path: Path) -> None:
    page = read(station(tmp_path, ("how_in: [walk-in]", "how_in: [by-letter]")) / "this-week")

    assert page.count("Get in touch before your first time.") == page.count("rr-slot__times")
