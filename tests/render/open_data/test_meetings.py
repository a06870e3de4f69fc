"""Meetings in the Meeting Guide format: weekly, to be found, and of nobody by name."""

import json
from pathlib import Path
from typing import Any

import pytest

from open_data import HERE, directory_from, oracle
from recovery_radio.render.open_data.meetings import LANGUAGES, render_meetings
from recovery_radio.render.words import LANGUAGES as NAMES
from sites import PLAIN, SERVICE, edit, read_station

WORDS = edit(
    PLAIN[PLAIN.index("-- services_directory/vocabulary.yml --") :],
    ("{drop-in:", "{mutual-aid: {label: Mutual aid, explanation: People meet.}, drop-in:"),
    (
        "who: {",
        "who: {women: {label: Women, explanation: For women., maps: {meeting_guide: [W]}}, ",
    ),
    (
        "access: {childcare: {label: Childcare, explanation: Somebody minds the children.}}",
        "access: {childcare: {label: Childcare, explanation: Somebody minds the children., "
        "maps: {meeting_guide: [BA]}}}",
    ),
)
MEETING = edit(
    SERVICE,
    ("kind: drop-in", "kind: mutual-aid"),
    ('    hours:\n      mon-fri: "10:00-16:00"\n', "    SESSIONS\n"),
)


def meetings(root: Path, sessions: str, *changes: tuple[str, str]) -> Any:
    text = edit(MEETING, ("    SESSIONS\n", sessions), *changes)
    hub, _ = read_station(root, WORDS, text)
    return json.loads(render_meetings(directory_from(hub)))


SESSION = '    sessions:\n      - {label: Steps, hours: {tue: "19:00-20:15", fri: "19:00-20:15"}}\n'


def test_a_weekly_session_is_a_meeting(tmp_path: Path) -> None:
    [meeting] = meetings(
        tmp_path,
        "    name: The hall\n    travel: Bus 1.\n    access: {childcare: yes}\n" + SESSION,
        ("cost: free", "languages: [en, pl]\ncost: free"),
    )

    assert meeting == {
        "name": 'Harbour & "friends": Steps',
        "slug": "harbour-steps",
        "group": "The Hub",
        "types": ["BA", "POL"],
        "notes": "This entry is invented to show the format. There is no such service. Tea and a chat.",
        "updated": "2026-11-01 00:00:00",
        "url": "https://tiny.example/services/harbour/",
        # Sunday is 0.
        "day": [2, 5],
        "time": "19:00",
        "end_time": "20:15",
        "timezone": "Europe/London",
        "location": "The hall",
        "location_notes": "Bus 1.",
        "address": "1 Example Street",
        "city": "Crawley",
        "postal_code": "RH10 0AA",
        "country": "GB",
        "approximate": "no",
        "regions": ["Crawley"],
        "entity": HERE.name,
        "entity_email": "hello@tiny.example",
        "entity_website_url": "https://tiny.example/",
        "entity_feedback_emails": ["hello@tiny.example"],
    }


def test_a_group_that_names_no_session_meets_in_its_hours(tmp_path: Path) -> None:
    [meeting] = meetings(tmp_path, '    hours: {sun: "18:00-19:00"}\n')

    assert (meeting["name"], meeting["slug"], meeting["day"]) == (
        'Harbour & "friends"',
        "harbour",
        0,
    )


def test_an_online_session_has_its_address_and_no_room(tmp_path: Path) -> None:
    online = SESSION.replace("label: Steps,", "label: Steps, online: 'https://meet.example/',")
    [meeting] = meetings(
        tmp_path,
        "    access: {childcare: yes}\n" + online,
        ("postcode: RH10 0AA\n", "county: Kent\n"),
    )

    assert meeting["conference_url"] == "https://meet.example/"
    assert meeting["regions"] == ["Kent", "Crawley"]
    # Nobody minds children through a screen.
    assert not {"address", "city", "approximate", "types"} & set(meeting)


@pytest.mark.parametrize(
    ("sessions", "changes"),
    [
        ("", ()),
        ("    hours: by-appointment\n", ()),
        ('    sessions:\n      - {label: Steps, hours: {sat-1st: "19:00-20:00"}}\n', ()),
        ('    sessions:\n      - {label: Steps, kind: drop-in, hours: {sat: "19:00-20:00"}}\n', ()),
        (SESSION, (("postcode: RH10 0AA\n", "county: Kent\n"),)),
        (SESSION, (("address: [1 Example Street]\n", "county: Kent\n"),)),
        (SESSION, (("town: Crawley", "town: Crawley\n    hide_address: true"),)),
        (SESSION, (("cost: free", "cost: free\nstatus: paused"),)),
        (SESSION, (("cost: free", "cost: free\nstatus: unconfirmed"),)),
        (SESSION, (("on: 2026-11-01", "on: 2025-11-01"),)),
    ],
)  # fmt: skip
def test_what_is_not_weekly_or_cannot_be_found_is_left_out(
    sessions: str, changes: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    assert meetings(tmp_path, sessions, *changes) == []


def test_a_session_of_another_service_counts_and_its_own_people_do(tmp_path: Path) -> None:
    session = SESSION.replace("label: Steps,", "label: Steps, kind: mutual-aid, who: [women],")
    [meeting] = meetings(tmp_path, session, ("kind: mutual-aid\nsummary", "kind: drop-in\nsummary"))

    assert meeting["types"] == ["W"]


def test_slugs_differ_and_are_short(tmp_path: Path) -> None:
    long = "A very long label that says everything there is to say about one meeting"
    rows = [
        f'      - {{label: {long}, hours: {{{day}: "19:00-20:00"}}}}\n' for day in ("mon", "tue")
    ]
    rows += [f'      - {{label: {long}, hours: {{wed: "18:00-19:00, 20:00-21:00"}}}}\n']
    found = meetings(tmp_path, "    sessions:\n" + "".join(rows))

    slugs = [meeting["slug"] for meeting in found]
    assert len(set(slugs)) == 4
    assert all(len(slug) <= 64 and not slug.endswith("-") for slug in slugs)


def test_types_of_languages_are_those_of_the_list_by_their_names() -> None:
    known = json.loads(oracle("meeting-guide/data/types.json").read_text("utf-8"))
    others = {"fa": "Persian", "bn": None}

    for code, kind in LANGUAGES.items():
        assert known[kind]["en"] == others.get(code, NAMES[code])
    named = {entry["en"] for entry in known.values()}
    missed = [c for c, name in NAMES.items() if name in named and c not in LANGUAGES]
    assert missed == ["en"], "English is what everybody expects"
