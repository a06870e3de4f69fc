"""Which hours are a group session, and what is known of each."""

from pathlib import Path

import pytest

from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.render.meetings import Meeting, meetings_of
from sites import SERVICE, edit, read_station

SESSIONS = """    sessions:
      - label: Evening group
        hours: {tue: "19:00-20:30"}
      - label: On a screen
        hours: {thu: "19:00-20:30"}
        who: [anyone]
        kind: drop-in
        online: https://harbour.example/meet
      - label: One to one
        hours: by-appointment
serves:"""


def service(folder: Path, *changes: tuple[str, str]) -> Service:
    hub, problems = read_station(folder, edit(SERVICE, *changes))
    assert problems == []
    return hub.services[0]


def test_each_session_with_set_times_is_one_and_the_hours_of_the_door_are_none(
    tmp_path: Path,
) -> None:
    here, online = meetings_of(service(tmp_path, ("serves:", SESSIONS)))

    assert (here.label, here.kind, here.who, here.online) == (
        "Evening group",
        "drop-in",
        ("anyone",),
        "",
    )
    assert here.timing.hours == {"tue": "19:00-20:30"}
    assert (online.label, online.online) == ("On a screen", "https://harbour.example/meet")


@pytest.mark.parametrize(
    ("hours", "count"),
    [('{mon-fri: "10:00-16:00"}', 1), ("Mo 10:00-11:00", 1), ("always", 0), ("by-appointment", 0)],
)
def test_the_hours_of_a_mutual_aid_group_are_its_meeting(
    tmp_path: Path, hours: str, count: int
) -> None:
    group = service(
        tmp_path,
        ("kind: drop-in", "kind: mutual-aid"),
        ('hours:\n      mon-fri: "10:00-16:00"', f"hours: {hours}"),
    )

    meetings: list[Meeting] = list(meetings_of(group))
    assert [meeting.label for meeting in meetings] == ["Meeting"] * count
    assert all(meeting.timing == group.places[0].timing for meeting in meetings)


def test_a_mutual_aid_group_with_sessions_meets_at_their_times(tmp_path: Path) -> None:
    group = service(tmp_path, ("kind: drop-in", "kind: mutual-aid"), ("serves:", SESSIONS))

    assert [meeting.label for meeting in meetings_of(group)] == ["Evening group", "On a screen"]


@pytest.mark.parametrize(
    ("kind", "sessions", "labels"),
    [
        ("drop-in", SESSIONS, ["On a screen"]),
        ("mutual-aid", SESSIONS, ["On a screen"]),
        ("mutual-aid", "serves:", []),
    ],
)
def test_behind_a_hidden_door_only_what_is_online_is_a_meeting(
    kind: str, sessions: str, labels: list[str], tmp_path: Path
) -> None:
    known = service(tmp_path, ("kind: drop-in", f"kind: {kind}"), ("serves:", sessions))
    shown = known.places[0].model_dump(mode="json", by_alias=True)
    door = Place.model_validate({**shown, "hide_address": True})
    hidden = known.model_copy(update={"places": (door,)})

    assert [meeting.label for meeting in meetings_of(hidden)] == labels
