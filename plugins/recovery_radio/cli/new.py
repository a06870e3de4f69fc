"""`radio new`: files to start from, with everything filled in that a machine can know."""

import re
import uuid
from pathlib import Path

import click

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Namespace and rule: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
_FEEDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")

_EPISODE = """\
---
title: {title}
summary: One or two sentences that say what a listener gets.
aired: 2030-01-01
guid: {guid}
series: stories-of-hope
recording: {slug}.mp3
transcript: transcript.vtt
consent:
  reference: C-0000
  level: pseudonym
  channels: [site, feed, transcript]
  expires: 2031-01-01
  approved: 2029-12-01
topics: [getting-started]
status: draft
---
Write here what the programme is about, and where a listener finds more.
"""

_SERVICE = """\
name: {title}
organisation: kindling
kind: drop-in
summary: One sentence that tells a person whether to go there.
offers: [peer-support]
how_in: [walk-in]
places:
  - town: Crawley
    address: [1 Example Street]
    postcode: RH10 0AA
    hours:
      mon-fri: "10:00-16:00"
serves: [Crawley]
contact:
  phone: "01632 960000"
cost: free
status: unconfirmed
checked:
  on: 2026-01-01
  by: phone
  who: station volunteer
example: true
"""


def _check_slug(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise click.BadParameter(
            "use small letters, digits and single hyphens, such as first-steps"
        )
    return value


_name = click.argument("name", callback=_check_slug)


@click.group()
def new() -> None:
    """Start a programme, a service or a feed."""


@new.command()
@_name
def episode(name: str) -> None:
    """Start a programme as a draft in episodes/NAME."""
    text = _EPISODE.format(title=_title(name), guid=uuid.uuid4(), slug=name)
    _write(Path("episodes") / name / "index.md", text)
    click.echo(f"Put the recording beside it as {name}.mp3, and its words as transcript.vtt.")


@new.command()
@_name
def service(name: str) -> None:
    """Start a service in services_directory/NAME.yml."""
    _write(Path("services_directory") / f"{name}.yml", _SERVICE.format(title=_title(name)))


@new.command()
@click.argument("address")
def feed(address: str) -> None:
    """Compute the identity of a podcast from the ADDRESS of its feed. Do this once, ever."""
    name = re.sub(r"^[a-z]+://", "", address).rstrip("/")
    click.echo(f"guid: {uuid.uuid5(_FEEDS, name)}")
    click.echo(
        "Write this line into mkdocs.yml, below radio/feed and channel. It never changes again,",
        err=True,
    )
    click.echo("even if the feed moves: podcast apps know the show by it.", err=True)


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _write(path: Path, text: str) -> None:
    if path.exists():
        raise click.ClickException(f"{path} is there already, and stays as it is.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    click.echo(f"Written: {path}")
