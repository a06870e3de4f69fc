"""`radio words`: how plainly each page is written, as a work list and never a gate."""

import sys
from pathlib import Path

import click

from recovery_radio.cli.options import config_option
from recovery_radio.cli.programmes import open_folders
from recovery_radio.host.spread import spread
from recovery_radio.host.station import CACHE
from recovery_radio.model.problem import Severity
from recovery_radio.read.hub import read_hub
from recovery_radio.render.plainness import LONG, plainness_of, write_work_list


@click.command()
@config_option
def words(config_file: Path) -> None:
    """List the pages by the length of their sentences, the hardest first."""
    root, folders = open_folders(config_file)
    hub, _, problems = read_hub(root, folders, root / CACHE / "recordings.json", spread)
    # The manual is for those who keep the station.
    pages = [page for page in hub.pages if page.kind != "manual"]
    for line in write_work_list(pages):
        click.echo(line)
    hard = sum(one.average > LONG for page in pages if (one := plainness_of(page)))
    count = "1 page has" if hard == 1 else f"{hard} pages have"
    click.echo(f"\n{count} more than {LONG} words a sentence. The grade is years of school.")
    broken = {p.path for p in problems if p.severity is Severity.ERROR and p.path.endswith(".md")}
    for path in sorted(broken):
        click.echo(f"{path} has mistakes and is not counted; `radio check` names them.", err=True)
    sys.exit(1 if broken else 0)
