"""`radio new`: files to start from, with everything filled in that a machine can know.

A new file is in order as it stands, so that it can be saved and shared before it is finished. Its
words are the first ones of the station's own lists. What an author must decide themselves is
filled with something that cannot be published by oversight: a draft, an invented service.
"""

import re
import uuid
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import click

from recovery_radio.cli.options import config_option
from recovery_radio.cli.programmes import open_folders
from recovery_radio.host.clock import build_time
from recovery_radio.model.register import Series, Topic
from recovery_radio.model.service import Organisation
from recovery_radio.model.text import is_slug
from recovery_radio.model.times import LONDON
from recovery_radio.read.entries import read_register, read_vocabulary

# Namespace and rule: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
_FEEDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_PREPARED = timedelta(days=28)
_TRUSTED = timedelta(days=2 * 365)

_EPISODE = """\
---
title: "{title}"
summary: One or two sentences that say what a listener gets.
aired: {aired}
guid: {guid}
series: {series}
recording: {name}.mp3
transcript: transcript.vtt
people:
  - alias: The name that they chose
    role: host
consent:
  reference: C-0000  # the number of the signed form
  level: pseudonym
  channels: [site, feed, transcript]
  expires: {expires}
  approved: {approved}  # the day on which everybody agreed to the final recording
topics: [{topic}]
status: draft
---
Write here what the programme is about, and where a listener finds more.
"""

_SERVICE = """\
# yaml-language-server: $schema=../schemas/service.json
name: "{title}"
organisation: {organisation}
kind: {kind}
summary: One sentence that tells a person whether to go there.
offers: [{offer}]
for_whom:
  who: [{who}]
substances: [{substance}]
how_in: [{how_in}]
mode: [in-person]
places:
  - town: Anytown
    address: [1 Example Street]
    postcode: XX1 1XX
    hours:
      mon-fri: "10:00-16:00"
serves: [Anytown]
contact:
  phone: "01632 960000"
cost: {cost}
status: unconfirmed  # until somebody has rung them
checked:
  on: {today}
  by: phone
  who: station volunteer
example: true  # until every fact is real, and `sources` says where it was read
"""


def check_slug(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Refuse the name of a programme or service that cannot be an address."""
    if not is_slug(value):
        raise click.BadParameter(
            "use at most 64 small letters, digits and single hyphens, such as first-steps"
        )
    return value


_name = click.argument("name", callback=check_slug)


@click.group()
def new() -> None:
    """Start a programme, a service or a feed."""


@new.command()
@_name
@config_option
def episode(name: str, config_file: Path) -> None:
    """Start a programme as a draft in a folder NAME of its own."""
    root, folders = open_folders(config_file)
    aired = build_time().astimezone(LONDON).date() + _PREPARED
    text = _EPISODE.format(
        title=_title(name),
        name=name,
        guid=uuid.uuid4(),
        series=_first(read_register(root, f"{folders.data}/series.yml", Series)[0]),
        topic=_first(read_register(root, f"{folders.data}/topics.yml", Topic)[0]),
        aired=aired,
        # A day too late, so that the check asks for the true one before the programme goes out.
        approved=aired + timedelta(days=1),
        expires=aired + _TRUSTED,
    )
    _write(root, f"{folders.episodes}/{name}/index.md", text)
    click.echo(f"Add its recording with: radio record {name} FILE")
    click.echo("Put its words beside it as transcript.vtt.")


@new.command()
@_name
@config_option
def service(name: str, config_file: Path) -> None:
    """Start a service in a file NAME.yml."""
    root, folders = open_folders(config_file)
    words, _ = read_vocabulary(root, f"{folders.services}/vocabulary.yml")
    if words is None:
        raise click.ClickException("The vocabulary cannot be read; `radio check` says why.")
    organisations = f"{folders.services}/organisations.yml"
    text = _SERVICE.format(
        title=_title(name),
        organisation=_first(read_register(root, organisations, Organisation)[0]),
        kind=_first(words.kinds),
        offer=_first(words.offers),
        who=_first(words.who),
        substance=_first(words.substances),
        how_in=_first(words.how_in),
        cost=_first(words.cost),
        today=build_time().astimezone(LONDON).date(),
    )
    _write(root, f"{folders.services}/{name}.yml", text)


@new.command()
@click.argument("address")
def feed(address: str) -> None:
    """Compute the identity of a podcast from the ADDRESS of its feed. Do this once, ever."""
    name = re.sub(r"^[A-Za-z]+://", "", address).rstrip("/")
    click.echo(f"guid: {uuid.uuid5(_FEEDS, name)}")
    click.echo(
        "Write this line into mkdocs.yml, below radio/feed and channel. It never changes again,",
        err=True,
    )
    click.echo("even if the feed moves: podcast apps know the show by it.", err=True)


def _first(words: Mapping[str, object]) -> str:
    """Give the first of a station's own words; where it has none, the check asks for one."""
    return next(iter(words), "none-yet")


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _write(root: Path, place: str, text: str) -> None:
    path = root / place
    if path.exists():
        raise click.ClickException(f"{place} is there already, and stays as it is.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    click.echo(f"Written: {place}")
