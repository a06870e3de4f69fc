"""`radio due`: the work list of those who keep the directory true.

It shows what is on the site anyway, so it may be printed, mailed and left beside a phone.
"""

import sys
from datetime import timedelta
from pathlib import Path

import click

from recovery_radio.check.run import run_checks
from recovery_radio.cli.options import config_option, date_option
from recovery_radio.cli.programmes import open_folders
from recovery_radio.host.clock import build_time
from recovery_radio.host.spread import spread
from recovery_radio.host.station import CACHE
from recovery_radio.model.problem import Severity
from recovery_radio.model.times import LONDON
from recovery_radio.read.hub import read_hub
from recovery_radio.render.call_round import due_tasks, write_tasks


@click.command()
@config_option
@date_option
@click.option(
    "--days", type=click.IntRange(0, 3650), default=30, help="How many days to look ahead."
)
def due(config_file: Path, days: int) -> None:
    """List the services, helplines and pages to confirm: whom to ring, and what to ask."""
    root, folders = open_folders(config_file)
    now = build_time().astimezone(LONDON)
    today, until = now.date(), now.date() + timedelta(days=days)
    hub, _, problems = read_hub(root, folders, root / CACHE / "recordings.json", spread)
    problems += run_checks(hub, now)
    broken = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    services = tuple(s for s in hub.services if s.origin.path not in broken)
    tasks = due_tasks(hub._replace(services=services), today, until)
    count = "1 thing is" if len(tasks) == 1 else f"{len(tasks)} things are"
    click.echo(f"{count} due by {until}.\n" if tasks else f"Nothing is due by {until}.")
    for line in write_tasks(tasks, hub):
        click.echo(line)
    for path in sorted(broken):
        click.echo(f"{path} has mistakes and is not counted; `radio check` names them.", err=True)
    # A list with gaps is no list to rely on; one that is long is what was asked for.
    sys.exit(1 if broken else 0)
