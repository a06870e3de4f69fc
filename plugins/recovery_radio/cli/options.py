"""Options that several commands take."""

import os
from datetime import datetime, time
from pathlib import Path

import click

from recovery_radio.model.times import LONDON

config_option = click.option(
    "--config",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    help="The station's mkdocs.yml.",
)


def _pin(day: datetime | None) -> None:
    if day:
        # The one clock of a build listens to this, and so does MkDocs itself.
        moment = datetime.combine(day, time(12), LONDON)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))


date_option = click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _context, _option, value: _pin(value),
    expose_value=False,
    help="Do as if it were this day.",
)
