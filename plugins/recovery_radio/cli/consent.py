"""`radio consent`: whose consent runs out soon.

It prints numbers of forms and paths. Names and titles stay out of it, since its output ends up in
logs, mails and the minutes of meetings.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import click

from recovery_radio.cli.options import config_option, date_option
from recovery_radio.cli.programmes import open_folders, programmes_of
from recovery_radio.host.clock import build_time
from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.times import LONDON
from recovery_radio.read.explain import validate
from recovery_radio.read.hub import Folders


class _Due(NamedTuple):
    """One line. Sorts by day."""

    expires: date
    reference: str
    path: str


@click.command()
@config_option
@date_option
@click.option(
    "--due", type=click.IntRange(0, 3650), default=60, help="How many days to look ahead."
)
def consent(config_file: Path, due: int) -> None:
    """List the programmes whose consent has run out or soon will."""
    root, folders = open_folders(config_file)
    today = build_time().astimezone(LONDON).date()
    until = today + timedelta(days=due)
    unread: list[str] = []
    rows = sorted(row for row in _rows(root, folders, unread) if row.expires <= until)
    for row in rows:
        over = "  has run out" if row.expires <= today else ""
        click.echo(f"{row.expires}  {row.reference}  {row.path}{over}")
    if not rows:
        click.echo(f"No consent runs out by {until}.")
    for path in unread:
        click.echo(f"{path} has mistakes and is not counted; `radio check` names them.", err=True)


def _rows(root: Path, folders: Folders, unread: list[str]) -> Iterator[_Due]:
    """Give every published programme. A draft's days are not final, and of a withdrawn one none is left."""
    for path, values in programmes_of(root, folders):
        if values and values.values.get("status", "draft") != "published":
            continue
        settings = (
            validate(EpisodeSettings, values, {"origin": values.origin})[0] if values else None
        )
        if settings is None:
            unread.append(path)
        else:
            yield _Due(settings.consent.expires, settings.consent.reference, path)
