"""Calendars of events: another library reads in them what the register says."""

from datetime import datetime

import icalendar
import pytest
import recurring_ical_events

from recovery_radio.model.times import LONDON
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.event_calendars import event_calendars
from station import ROOT

SITE = "https://kindling.example/"
EVENTS = read_hub(ROOT, Folders(), None, map)[0].say.events
FILES = dict(event_calendars(EVENTS, SITE))
START, END = datetime(2026, 1, 1, tzinfo=LONDON), datetime(2028, 1, 1, tzinfo=LONDON)


def read(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return calendar


def test_there_is_a_file_for_each_event_and_one_of_all() -> None:
    assert set(FILES) == {f"events/{key}/calendar.ics" for key in EVENTS} | {"events/calendar.ics"}


def test_the_calendar_of_all_expands_to_the_register() -> None:
    found = recurring_ical_events.of(read(FILES["events/calendar.ics"])).between(START, END)

    told = sorted((e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in found)
    assert told == sorted((e.start, e.end, e.title) for e in EVENTS.values())


@pytest.mark.parametrize("key", EVENTS)
def test_an_event_has_its_zone_its_state_and_its_id(key: str) -> None:
    text, event = FILES[f"events/{key}/calendar.ics"], EVENTS[key]
    (entry,) = read(text).events

    assert f"DTSTART;TZID=Europe/London:{event.start:%Y%m%dT%H%M%S}\r\n" in text
    assert entry["STATUS"] == ("CANCELLED" if event.cancelled else "CONFIRMED")
    (listed,) = (
        e for e in read(FILES["events/calendar.ics"]).events if e["SUMMARY"] == event.title
    )
    assert entry["UID"] == listed["UID"]
    assert len({str(e["UID"]) for e in read(FILES["events/calendar.ics"]).events}) == len(EVENTS)


@pytest.mark.parametrize("path", FILES)
def test_lines_end_as_the_standard_wants_and_are_short_enough(path: str) -> None:
    lines = FILES[path].split("\r\n")

    assert "\n" not in "".join(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[-2:] == ["END:VCALENDAR", ""]


@pytest.mark.parametrize("key", EVENTS)
def test_the_file_for_a_phone_does_not_name_this_site(key: str) -> None:
    text = FILES[f"events/{key}/calendar.ics"].replace("\r\n ", "")

    assert "kindling.example" not in text
    assert "CLASS:PRIVATE" in text
    assert "kindling.example" in FILES["events/calendar.ics"].replace("\r\n ", "")


def test_a_change_has_a_higher_number_than_what_a_phone_has_already() -> None:
    cup = EVENTS["football-cup"]
    again = cup.model_copy(update={"cancelled": None})

    def number(event: object) -> int:
        files = dict(event_calendars({"cup": event}, SITE))  # type: ignore[dict-item]
        (entry,) = read(files["events/cup/calendar.ics"]).events
        return int(entry["SEQUENCE"])

    assert number(cup) > number(again)
    assert "Cancelled: The pitch is under water." in FILES["events/football-cup/calendar.ics"]


def test_the_same_register_gives_the_same_bytes() -> None:
    assert dict(event_calendars(EVENTS, SITE)) == FILES
