"""A station, opened; what is reported; and options that are wrong."""

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from recovery_radio.host.station import from_config, open_station, report
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.station import Channel, Station, Team
from recovery_radio.read.hub import Folders
from sites import EPISODE, NOW, PLAIN, SERVICE, edit, write_files

TEAM = Team(email="hello@tiny.example")
LATE = Problem("b.md", 10, "Late.", "Mend it.", "bad-date")
EARLY = Problem("b.md", 9, "Early.", "Mend it.", "bad-date")
STALE = Problem("a.md", 1, "Stale.", "Look again.", "stale-page", Severity.WARNING)
TOLD = Problem("c.md", 1, "Told.", "Nothing.", "consent-expired", Severity.NOTICE)


def test_a_station_is_read_checked_and_holds_what_is_shown(tmp_path: Path) -> None:
    closed = edit(
        SERVICE, ("harbour.yml", "closed.yml"), ("cost: free", "cost: free\nstatus: closed")
    )
    draft = edit(EPISODE, ("first-steps", "draft"), ("status: published", "status: draft"))
    write_files(tmp_path, PLAIN, EPISODE, draft, SERVICE, closed)
    config = load_config(str(tmp_path / "mkdocs.yml"))

    opened, problems = open_station(config, Folders(), TEAM)

    assert [p.code for p in problems] == ["duplicate-guid"]
    assert opened.station == Station(
        name='Tiny & "small" radio', url="https://tiny.example/", description="A station for tests."
    )
    assert opened.now == NOW
    assert [e.slug for e in opened.episodes] == ["first-steps"]
    assert [s.id for s in opened.services] == ["harbour"]
    assert len(opened.hub.episodes) == len(opened.hub.services) == 2
    assert opened.feed == "feed.xml"


def test_what_was_measured_is_remembered_beside_the_settings(tmp_path: Path) -> None:
    from read.samples import mp3
    from sites import LOCAL

    write_files(tmp_path, PLAIN, LOCAL)
    (tmp_path / "episodes/first-steps/steps.mp3").write_bytes(mp3())

    open_station(load_config(str(tmp_path / "mkdocs.yml")), Folders(), TEAM)

    assert list((tmp_path / ".cache/radio").iterdir())


def test_problems_are_told_once_and_in_the_order_of_their_places(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(PluginError, match="2 problems to mend"):
        report([LATE, TOLD, STALE, EARLY, LATE], strict=False)

    assert caplog.messages == [str(p) for p in (STALE, EARLY, LATE, TOLD)]
    assert [r.levelname for r in caplog.records] == ["WARNING", "ERROR", "ERROR", "INFO"]


def test_a_warning_stops_a_strict_build_only_and_a_notice_none() -> None:
    report([], strict=True)
    report([STALE, TOLD], strict=False)
    report([TOLD], strict=True)
    with pytest.raises(PluginError, match="1 problem to mend"):
        report([STALE, TOLD], strict=True)


def test_every_wrong_option_is_told_by_the_name_that_it_has_in_mkdocs_yml() -> None:
    with pytest.raises(PluginError) as caught:
        from_config(
            Station,
            {"name": "a <b>", "url": "http://a.example/", "description": None},
            "mkdocs.yml",
            "site_",
        )

    assert str(caught.value) == (
        "mkdocs.yml: `site_name`: holds `<` or `>`. Write a title in words only. "
        "`site_url`: cannot be read: 'http://a.example/'. Write a full address that starts with "
        "`https://`, such as `https://example.org/page`. `site_description`: Field required. [bad-config]"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [("guid", "none"), ("image_alt", ""), ("explicit", "perhaps"), ("kind", "weekly"), ("email", "none"), ("colour", "red")],
)  # fmt: skip
def test_a_wrong_option_of_the_feed_is_told(key: str, value: object) -> None:
    options = {
        "guid": "0bd2301c-5e83-5c13-896b-c25be9aedce0",
        "author": "A",
        "image": "a.png",
        "image_alt": "B.",
    }

    assert from_config(Channel, options, "x").author == "A"
    with pytest.raises(PluginError, match=rf"`{key}`: .*\[bad-config\]"):
        from_config(Channel, {**options, key: value}, "x")
