"""All checks, with the day of the clock in London."""

from datetime import UTC, datetime
from pathlib import Path

from recovery_radio.check.run import run_checks
from sites import EPISODE, NOW, SERVICE, edit, read_station


def test_every_room_of_the_station_is_checked(tmp_path: Path) -> None:
    hub, problems = read_station(
        tmp_path,
        edit(EPISODE, ("series: stories", "series: nothing")),
        edit(SERVICE, ("cost: free", "cost: much")),
        "-- site/pages/old.md --\n---\ntitle: Old\nsummary: Old.\nreview_due: 2026-01-01\n---\nOld.\n",
        "-- services_directory/organisations.yml --\nhub: {name: The Hub, about: A charity.}\n",
    )
    assert problems == []
    lines = {key: line.model_copy(update={"number": None}) for key, line in hub.helplines.items()}

    found = run_checks(hub._replace(helplines=lines), NOW)

    assert {p.path for p in found} == {
        "episodes/first-steps/index.md",
        "services_directory/harbour.yml",
        "site/data/helplines.yml",
        "site/pages/old.md",
    }


def test_it_is_tomorrow_already_on_a_summer_night_in_london(tmp_path: Path) -> None:
    hub, _ = read_station(
        tmp_path,
        "-- site/pages/a.md --\n---\ntitle: A\nsummary: A.\nreviewed: 2027-01-01\nreview_due: 2027-07-12\n---\nA.\n",
    )

    def stale(hour: int) -> bool:
        now = datetime(2027, 7, 11, hour, 30, tzinfo=UTC)
        return any(p.code == "stale-page" for p in run_checks(hub, now))

    assert not stale(22)
    assert stale(23)
