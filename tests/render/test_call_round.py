"""The work list: what is due, in which order, and whom to ring."""

from datetime import date
from pathlib import Path

import pytest

from recovery_radio.model.hub import Hub
from recovery_radio.render.call_round import due_tasks, write_tasks
from sites import PLAIN, SERVICE, edit, read_station

CLUBS = edit(
    PLAIN,
    ("  example: true\n", '  example: true\n  phone: "01632 960100"\nclub:\n  name: The Club\n  about: A club.\n'),
    (
        "summary: Who we are.\n",
        "summary: Who we are.\nreview_due: 2028-01-01\n"
        "claims: {kit: {sources: [a], review_due: 2027-04-01}, law: {sources: [a]}}\n",
    ),
)  # fmt: skip


def entry(name: str, on: str, *changes: tuple[str, str]) -> str:
    return edit(
        SERVICE,
        ("harbour.yml", f"{name}.yml"),
        ('Harbour & "friends"', name.capitalize()),
        ("on: 2026-11-01", f"on: {on}"),
        *changes,
    )


ENTRIES = (
    entry("late", "2026-05-01"),
    entry("later", "2026-04-30"),
    entry("club", "2026-04-01", ("organisation: hub", "organisation: club")),
    entry("fresh", "2026-11-01"),
    entry("shut", "2020-01-01", ("cost: free", "cost: free\nstatus: closed")),
    entry("lost", "2026-11-20", ("cost: free", "cost: free\nstatus: unconfirmed")),
)
TODAY, SOON = date(2026, 11, 21), date(2026, 12, 21)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), CLUBS, *ENTRIES)
    assert problems == []
    return hub


def written(hub: Hub, today: date, until: date) -> list[str]:
    return "\n".join(write_tasks(due_tasks(hub, today, until), hub)).split("\n")


def names(lines: list[str]) -> list[str]:
    return [line for line in lines if line.isupper() and line != "READ UP"]


def test_services_stand_with_who_runs_them_and_the_longest_wait_comes_first(hub: Hub) -> None:
    lines = written(hub, TODAY, TODAY)

    assert names(lines) == ["CLUB", "LATER", "LATE", "LOST"]
    assert [lines[n - 1] for n, line in enumerate(lines) if line and set(line) == {"="}] == [
        "The Club",
        "RING 01632 960100: The Hub",
    ]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2026-10-01", ["CLUB"]),
        ("2026-10-27", ["CLUB"]),
        ("2026-10-28", ["CLUB", "LATER"]),
        ("2026-12-30", ["CLUB", "LATER", "LATE", "LOST"]),
        ("2026-12-31", ["CLUB", "LATER", "LATE", "LOST", "SAMARITANS"]),
        ("2027-03-31", ["CLUB", "LATER", "LATE", "LOST", "SAMARITANS"]),
        ("2027-04-01", ["CLUB", "LATER", "LATE", "LOST", "SAMARITANS", "ABOUT"]),
        ("2027-05-01", ["CLUB", "LATER", "LATE", "LOST", "FRESH", "SAMARITANS", "ABOUT"]),
    ],
)
def test_the_list_looks_ahead_as_far_as_it_is_told(until: str, found: list[str], hub: Hub) -> None:
    assert names(written(hub, TODAY, date.fromisoformat(until))) == found


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-10-01", "due on 1 November 2026."),
        ("2026-11-01", "due since 1 November 2026."),
        ("2027-02-01", "overdue: sorted last since 1 February 2027."),
        ("2027-05-01", "shown as not confirmed, without hours, since 1 May 2027."),
    ],
)
def test_each_says_how_far_gone_it_is(today: str, state: str, hub: Hub) -> None:
    text = " ".join(written(hub, date.fromisoformat(today), date(2027, 1, 1)))

    assert f"services_directory/late.yml; {state}" in text
    assert "services_directory/lost.yml; unconfirmed: nobody knows whether it still runs." in text


def test_each_says_whom_to_ring_and_who_made_sure_last(hub: Hub) -> None:
    text = "\n".join(written(hub, TODAY, TODAY))

    assert "Checked on 1 May 2026 (phone), by: volunteer." in text
    assert "Ask for whoever runs it. Its own contact: 01632 960123." in text


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("{text: '07700 900123'}", "07700 900123"),
        ("{email: tea@hub.example}", "tea@hub.example"),
        ('{web: "https://hub.example/"}', "https://hub.example/"),
        ("{helpline: samaritans}", "116 123"),
    ],
)
def test_who_has_no_number_is_reached_in_another_way(
    contact: str, said: str, tmp_path: Path
) -> None:
    text = edit(ENTRIES[0], ('{phone: "01632 960123"}', contact))
    hub, problems = read_station(tmp_path, CLUBS, text)

    assert problems == []
    assert f"Its own contact: {said}." in " ".join(written(hub, TODAY, TODAY))


def test_lines_and_pages_are_read_up_with_their_sources(hub: Hub) -> None:
    text = "\n".join(written(hub, TODAY, date(2027, 4, 1)))

    assert (
        "READ UP\n=======\n\nSAMARITANS\nsite/data/helplines.yml:1; due on 31 December 2026."
        in text
    )
    assert "We say: 116 123; Day and night; Free." in text
    assert "  [ ] Contact, Samaritans: https://samaritans.example/" in text
    assert "ABOUT\nsite/pages/about.md; due on 1 April 2027." in text
    assert "  [ ] Claim `kit`, due on 1 April 2027.\n" in text
    assert "Claim `law`" not in text


def test_it_fits_on_paper(hub: Hub) -> None:
    assert max(map(len, written(hub, TODAY, date(2027, 5, 1)))) <= 78


def test_nothing_due_is_nothing_written(hub: Hub) -> None:
    assert due_tasks(hub, TODAY, date(2026, 1, 1)) == []
    assert list(write_tasks([], hub)) == []


def test_a_web_address_is_never_broken_in_two(tmp_path: Path) -> None:
    long = f"https://samaritans.example/{'long-road-' * 9}"
    hub, problems = read_station(
        tmp_path, edit(CLUBS, ('"https://samaritans.example/"', f'"{long}"'))
    )

    assert problems == []
    assert [line.strip() for line in written(hub, TODAY, date(2027, 1, 1)) if long in line] == [
        long
    ]
