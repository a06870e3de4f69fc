"""Numbers of a station: what it may print, and what a line's page says of its age."""

from pathlib import Path

import pytest
from lxml import html

from recovery_radio.host.build import numbers_of
from recovery_radio.host.numbers import registered_numbers
from sites import EPISODE, PLAIN, SERVICE, build_site, edit, read_station


def test_numbers_of_helplines_directory_and_team_are_registered(tmp_path: Path) -> None:
    lines = edit(
        PLAIN,
        ('number: "116 123"', 'number: "116 123"\n  text: text HELP to 85258\n  text_to: "07700 900001"'),
        ("  example: true\n", '  example: true\n  phone: "01632 960100"\n'),
    )  # fmt: skip
    shut = edit(
        SERVICE, ("harbour.yml", "shut.yml"), ("960123", "960124"), ("cost: free", "cost: free\nstatus: closed")
    )  # fmt: skip
    service = edit(SERVICE, ('"01632 960123"', '"01632 960123", text: "07700 900002"'))
    hub, problems = read_station(tmp_path, lines, service, shut)

    assert problems == []
    assert registered_numbers(hub, "01632 960999") == {
        "999",
        "116123", "85258", "07700900001", "01632960100", "01632960123", "07700900002", "01632960999"
    }  # fmt: skip


def test_the_numbers_of_a_station_are_read_without_building_it(tmp_path: Path) -> None:
    team = edit(
        PLAIN, ("email: hello@tiny.example", 'email: hello@tiny.example, phone: "01632 960999"')
    )
    build_site(tmp_path, team, SERVICE)

    assert numbers_of(tmp_path / "mkdocs.yml") == {"999", "116123", "01632960123", "01632960999"}


def line_of(page: Path) -> str:
    [item] = html.parse(page).xpath("//li[contains(., 'Samaritans') and contains(., '116 123')]")
    return " ".join(item.text_content().split())


@pytest.mark.parametrize(("checked", "told"), [("2026-08-23", False), ("2026-08-22", True)])
def test_a_line_says_from_the_91st_day_on_that_it_may_have_changed(
    checked: str, told: bool, tmp_path: Path
) -> None:
    old = edit(PLAIN, ("checked: 2026-11-01", f"checked: {checked}"))
    asked = edit(EPISODE, ("topics:", "helplines: [samaritans]\ntopics:"))
    public = build_site(tmp_path, old, asked)

    for page in ("help-now/index.html", "episodes/first-steps/index.html"):
        assert ("This may have changed." in line_of(public / page)) is told


def test_a_line_leads_to_its_interpreters(tmp_path: Path) -> None:
    signed = edit(PLAIN, ("  about: Somebody", "  bsl: https://bsl.example/\n  about: Somebody"))
    page = html.parse(build_site(tmp_path, signed) / "help-now/index.html")

    [link] = page.xpath("//a[@href='https://bsl.example/']")
    assert link.text == "Call in British Sign Language"
