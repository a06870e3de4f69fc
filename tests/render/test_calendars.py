"""Calendars: what two libraries read in them is what the engine gives, and no more is told."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.model.hours import Hours
from recovery_radio.model.opening import openings
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.times import LONDON
from recovery_radio.model.words import Words
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.calendars import has_calendar, render_calendars
from recovery_radio.render.meetings import Meeting, meetings_of
from sites import NOW, SERVICE, edit, read_station
from station import ROOT

SITE = "https://kindling.example/"
KINDLING = read_hub(ROOT, Folders(), None, map)[0]
LISTED = [service for service in KINDLING.services if has_calendar(service, NOW.date())]
FILES = dict(render_calendars(LISTED, SITE))
START = NOW.astimezone(LONDON)
END = START + timedelta(days=366)

Times = list[tuple[datetime, datetime]]


def expanded(events: Iterable[Any]) -> Times:
    """Let another library work out a year of a calendar."""
    calendar = icalendar.Calendar()
    for event in events:
        calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(START, END)
    return sorted((event["DTSTART"].dt, event["DTEND"].dt) for event in found)


def engine(meeting: Meeting) -> Times:
    return [spell[:2] for spell in openings(meeting.timing, START, END)]


def read(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return calendar


@pytest.mark.parametrize("service", LISTED, ids=lambda service: service.id)
def test_a_year_of_every_session_is_what_the_engine_gives(service: Service) -> None:
    calendar = read(FILES[f"{service.url}calendar.ics"])

    meetings = list(meetings_of(service))
    assert {str(event["SUMMARY"]) for event in calendar.events} == {m.label for m in meetings}
    for meeting in meetings:
        events = [event for event in calendar.events if event["SUMMARY"] == meeting.label]
        assert expanded(events) == engine(meeting), meeting.label
        assert engine(meeting)


def test_a_calendar_in_another_language_has_the_same_maker() -> None:
    words = Words("cy", translations=_Welsh())

    for _, text in render_calendars(LISTED[:1], SITE, words):
        assert read(text)["PRODID"] == "-//Recovery Radio//Group sessions//EN"
        assert "Gwiriwyd" in text


class _Welsh(NullTranslations):
    """Says the same of everything, in Welsh."""

    def gettext(self, message: str) -> str:
        return "Gwiriwyd %(day)s." if "%(day)s" in message else "Gwiriwyd"


def test_the_calendar_of_all_holds_all_of_them_with_their_names() -> None:
    everything = read(FILES["services/calendar.ics"])

    uids = [str(event["UID"]) for event in everything.events]
    assert len(set(uids)) == len(uids) >= 60
    for service in LISTED:
        own = read(FILES[f"{service.url}calendar.ics"])
        assert {str(event["UID"]) for event in own.events} <= set(uids)
        for event in everything.events:
            if str(event["URL"]) == SITE + service.url:
                assert str(event["SUMMARY"]).endswith(f", {service.name}")
    assert len(FILES) == len(LISTED) + 1


def door(hours: Hours, bank_holidays: str, nation: str, shut: tuple[date, int] | None) -> Place:
    closures = []
    if shut:
        last = shut[0] + timedelta(days=shut[1])
        closures = [{"from": shut[0], "to": last, "instead": {last: "05:00-05:30"}}]
    return Place.model_validate(
        {
            "town": "Crawley",
            "hours": hours,
            "nation": nation,
            "bank_holidays": bank_holidays,
            "closures": closures,
        }
    )


DAYS = st.sampled_from("mon tue wed thu fri sat sun mon-fri sat-sun fri-mon".split())
NTHS = st.builds(
    "{}-{}".format,
    st.sampled_from("mon tue wed thu fri sat sun".split()),
    st.sampled_from("1st 2nd 3rd 4th 5th last 1st,3rd 2nd,4th".split()),
)
SPANS = st.sampled_from(
    ["10:00-16:00", "19:00-20:30", "22:00-02:00", "10:00-12:00, 13:00-15:00", "00:30-03:30"]
)


@settings(max_examples=60)
@given(
    week=st.dictionaries(DAYS, SPANS, max_size=2),
    nth=st.dictionaries(NTHS, SPANS, max_size=1),
    bank_holidays=st.sampled_from(["open", "closed", "ask", "11:00-12:00", "22:00-02:00"]),
    nation=st.sampled_from(["ENG", "WLS", "SCT", "NIR"]),
    shut=st.none() | st.tuples(st.dates(date(2026, 11, 1), date(2027, 10, 1)), st.integers(0, 20)),
)
def test_a_year_of_any_hours_is_what_the_engine_gives(
    week: dict[str, str],
    nth: dict[str, str],
    bank_holidays: str,
    nation: str,
    shut: tuple[date, int] | None,
) -> None:
    # Two rows of a week may not share a day, which is checked elsewhere; one of them is enough.
    hours = dict([*week.items()][:1]) | nth or {"mon": "10:00-11:00"}
    place = door(hours, bank_holidays, nation, shut)
    changes = {"kind": "mutual-aid", "places": (place,)}
    group = LISTED[0].model_copy(update=changes)
    files = dict(render_calendars([group], SITE))

    (meeting,) = meetings_of(group)
    assert expanded(read(files[f"{group.url}calendar.ics"]).events) == engine(meeting)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_as_the_standard_says(name: str) -> None:
    data = FILES[name].encode()

    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    calendar = read(FILES[name])
    assert calendar.to_ical().split(b"\r\n") == lines
    (zone,) = calendar.timezones
    assert str(zone["TZID"]) == "Europe/London"
    for event in calendar.events:
        for time in ("DTSTART", "DTEND"):
            assert event[time].params["TZID"] == "Europe/London"
    assert b"RDATE;TZID=Europe/London" in data or b"RDATE" not in data
    assert b"EXDATE;TZID=Europe/London" in data or b"EXDATE" not in data


def test_the_two_rules_of_the_zone_change_the_clock_when_it_is_changed() -> None:
    (zone,) = read(FILES["services/calendar.ics"]).timezones
    given = zone.to_tz(lookup_tzid=False)

    hour = datetime(2026, 1, 1, tzinfo=LONDON)
    for day in range(3 * 366):
        for at in (0, 12):
            when = (hour + timedelta(days=day)).replace(tzinfo=None, hour=at)
            assert when.replace(tzinfo=given).utcoffset() == when.replace(tzinfo=LONDON).utcoffset()


def test_a_calendar_for_oneself_tells_neither_the_service_nor_the_kind_of_help() -> None:
    for service in LISTED:
        for event in read(FILES[f"{service.url}calendar.ics"]).events:
            assert event["CLASS"] == "PRIVATE"
            seen = f"{event['SUMMARY']} {event.get('LOCATION', '')} {event['DESCRIPTION']}"
            told = {service.name, KINDLING.vocabulary.kinds[service.kind].label}
            # Where a session or an address bears the name itself, its author chose so.
            own = " ".join(m.label + " ".join(m.place.address) for m in meetings_of(service))
            assert not [words for words in told if words in seen and words not in own], service.id
            assert service.id.encode() not in event.to_ical().replace(b"\r\n ", b"")


def test_a_hidden_place_without_online_meetings_has_no_calendar() -> None:
    refuge = next(s for s in KINDLING.services if s.id == "bognor-shingle-refuge")

    assert not has_calendar(refuge, NOW.date())


def test_an_online_meeting_has_its_address_for_a_location() -> None:
    events = read(FILES["services/fraserburgh-harbour-meeting/calendar.ics"]).events
    where = {str(event["SUMMARY"]): str(event["LOCATION"]) for event in events}
    assert where["Meeting on a screen"] == "https://harbourlights.example/meeting"
    assert (
        where["Evening meeting"] == "Example Mission Hall, 1 Example Harbour, Fraserburgh, AB43 0AA"
    )


SESSION = """    sessions:
      - label: Group
        hours: {tue: "19:00-20:30"}
serves:"""


def calendar_for(folder: Path, *changes: tuple[str, str]) -> str:
    hub, problems = read_station(folder, edit(SERVICE, ("serves:", SESSION), *changes))
    assert problems == []
    return dict(render_calendars(hub.services, SITE))["services/harbour/calendar.ics"]


def test_the_name_of_an_entry_stays_when_its_times_change(tmp_path: Path) -> None:
    before = read(calendar_for(tmp_path)).events[0]
    after = read(calendar_for(tmp_path, ("19:00-20:30", "18:00-19:30"))).events[0]

    assert before["UID"] == after["UID"]
    assert before["DTSTART"].dt != after["DTSTART"].dt


def test_the_stamp_of_an_entry_is_the_day_of_its_check(tmp_path: Path) -> None:
    text = calendar_for(tmp_path, ("on: 2026-11-01", "on: 2026-11-15"))

    assert "DTSTAMP:20261115T000000Z" in text
    assert "checked on 15 November 2026" in text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("answer", "words"),
    [("ask", "Ask before you go on a bank holiday."), ("closed", "These times"), ("open", "These")],
)
def test_the_words_say_that_one_asks_on_bank_holidays(
    tmp_path: Path, answer: str, words: str
) -> None:
    answered = ("serves:", f"    bank_holidays: {answer}\nserves:")
    (event,) = read(calendar_for(tmp_path, answered)).events

    assert str(event["DESCRIPTION"]).startswith(words)
    assert event["STATUS"] == "CONFIRMED"


def test_times_to_be_asked_for_are_tentative_and_say_why(tmp_path: Path) -> None:
    asked = ('{tue: "19:00-20:30"}', "'Tu 19:00-20:30 unknown \"ring first\"'")
    (event,) = read(calendar_for(tmp_path, asked)).events

    assert event["STATUS"] == "TENTATIVE"
    assert str(event["DESCRIPTION"]).startswith("Ask before you go: ring first.")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], True),
        ([("2026-11-01", "2026-01-02")], True),
        ([("2026-11-01", "2025-01-01")], False),
        ([("example: true", "example: true\nstatus: paused")], False),
        ([("example: true", "example: true\nstatus: unconfirmed")], False),
        ([(SESSION, "serves:")], False),
    ],
    ids="fresh overdue expired paused unconfirmed without-sessions".split(),
)
def test_who_has_a_calendar(tmp_path: Path, changes: list[tuple[str, str]], expected: bool) -> None:
    hub, _ = read_station(tmp_path, edit(SERVICE, ("serves:", SESSION), *changes))

    assert has_calendar(hub.services[0], NOW.date()) == expected
