"""`radio withdraw`: takes one programme down, down to its address and its identity.

The tombstone is written first and the files go after it, so that an interruption leaves a
programme that is withdrawn, and never one that is published without its words. Typing the command
again removes what is left.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

from recovery_radio.cli.options import config_option
from recovery_radio.cli.programmes import Programme, open_folders, read_programme
from recovery_radio.model.text import is_slug
from recovery_radio.read.gate import EPISODES, PAGES, check_tree
from recovery_radio.read.hub import Folders

_TOMBSTONE = "---\nguid: {guid}\nstatus: withdrawn\n---\n"
_LEFT = """\
Publish the station now; until then the programme is still up.
Nobody can call back what others hold:
- podcast apps keep what they have downloaded, and some keep a list of old programmes;
- search engines and web archives need to be asked, each by itself;
- the history of the repository still has every word, and so has every copy of it. Ask a
  maintainer to rewrite it if somebody is in danger."""


@click.command()
@click.argument("episode")
@config_option
@click.option("--yes", is_flag=True, help="Do not ask first.")
def withdraw(episode: str, config_file: Path, yes: bool) -> None:
    """Take the programme in the folder EPISODE down, and remove its words and files."""
    root, folders = open_folders(config_file)
    path = f"{folders.episodes}/{episode}/index.md"
    if not is_slug(episode) or not (root / path).is_file():
        raise click.ClickException(f"There is no programme '{episode}' in {folders.episodes}.")
    programme = read_programme(root, path)
    if not programme.guid:
        raise click.ClickException(
            f"The `guid` in {path} cannot be read; `radio check` says why. Mend that line first."
        )
    files = sorted(f for f in (root / path).parent.iterdir() if f.name != "index.md")
    if not yes:
        names = ", ".join(file.name for file in files) or "no other file"
        click.echo(f"This removes from {folders.episodes}/{episode}: all words, and {names}.")
        click.confirm("Take it down?", abort=True)
    _bury(root / path, programme.guid, files)
    click.echo(f"Withdrawn: {path}")
    click.echo(_LEFT)
    for address in _addresses(programme):
        click.echo(f"Delete its recording in the store: {address}")
    for place in _mentions(root, folders, episode):
        click.echo(f"This line still speaks of it: {place}")


def _bury(index: Path, guid: str, files: list[Path]) -> None:
    new = index.with_name("index.md.tmp")
    try:
        new.write_text(_TOMBSTONE.format(guid=json.dumps(guid, ensure_ascii=False)), "utf-8")
        new.replace(index)
        for file in files:
            if file.is_dir() and not file.is_symlink():
                click.echo(f"{file.name} is a folder; remove it by hand.", err=True)
            else:
                file.unlink()
    except OSError as error:
        raise click.ClickException(f"{error}. Type the command again.") from None


def _addresses(programme: Programme) -> Iterator[str]:
    for key in ("recording", "low_data"):
        recording = programme.settings.values.get(key) if programme.settings else None
        if isinstance(recording, dict) and "url" in recording:
            yield str(recording["url"])


def _mentions(root: Path, folders: Folders, slug: str) -> Iterator[str]:
    """Find links to a programme: the words around them may still say what it was."""
    link = re.compile(rf"episode:{slug}(?![a-z0-9-])")
    found = (check_tree(root, folders.pages, PAGES), check_tree(root, folders.episodes, EPISODES))
    for path in (path for files, _ in found for path in files if path.endswith(".md")):
        lines = (root / path).read_text("utf-8", "replace").splitlines()
        yield from (f"{path}:{n}" for n, line in enumerate(lines, 1) if link.search(line))
