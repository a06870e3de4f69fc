"""The command `radio`."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import click

from recovery_radio.cli.consent import consent
from recovery_radio.cli.due import due
from recovery_radio.cli.fields import fields
from recovery_radio.cli.lint import lint_feed
from recovery_radio.cli.moving_in import import_
from recovery_radio.cli.new import new
from recovery_radio.cli.options import config_option, date_option
from recovery_radio.cli.publish import publish
from recovery_radio.cli.record import record
from recovery_radio.cli.schema import schema
from recovery_radio.cli.withdraw import withdraw
from recovery_radio.cli.words import words
from recovery_radio.host.build import Failed, build_site, check_station, numbers_of, site_of
from recovery_radio.model.problem import Problem
from recovery_radio.verify.site import verify_site

_strict = click.option("--strict", is_flag=True, help="Stop at warnings too, as publishing does.")


@click.group()
@click.version_option(package_name="recovery-radio")
def main() -> None:
    """Build and check a recovery radio station."""
    # Material and MkDocs argue about their future on every build; an author can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs.plugins.radio").setLevel(logging.INFO)


@main.command()
@config_option
@_strict
@date_option
def build(config_file: Path, strict: bool) -> None:
    """Build the site, verify it, and only then put it in the place of the last one."""
    try:
        public, url, _ = site_of(config_file)

        def build_into(folder: Path) -> list[Problem]:
            numbers = build_site(config_file, folder, strict=strict)
            return verify_site(folder, url, numbers)

        problems = _tell(publish(public, build_into))
    except Failed:
        sys.exit(_stopped())
    except OSError as error:
        click.echo(f"{error}", err=True)
        sys.exit(_stopped())
    if problems:
        sys.exit(_stopped())
    click.echo(
        f"The site is ready: open {public / 'index.html'}, or type `make serve` to hear recordings seek."
    )


@main.command()
@config_option
@_strict
@date_option
def check(config_file: Path, strict: bool) -> None:
    """Say everything that is wrong with the station's files, and publish nothing."""
    try:
        check_station(config_file, strict=strict)
    except Failed:
        sys.exit(1)
    click.echo("Everything is in order.")


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--site-url", default="", help="Public address of the site, to check full links too.")
@click.option(
    "--station",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The station's mkdocs.yml, to check phone numbers too.",
)
def verify(folder: Path, site_url: str, station: Path | None) -> None:
    """Check a finished site without using what made it."""
    try:
        numbers = numbers_of(station) if station else None
    except Failed:
        sys.exit(1)
    if _tell(verify_site(folder, site_url, numbers)):
        sys.exit(1)
    click.echo("The site is in order.")
    if numbers is None:
        click.echo("Phone numbers were not checked: add `--station mkdocs.yml`.")


@main.command()
@config_option
@date_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Port on this machine.")
def serve(config_file: Path, port: int) -> None:
    """Show the site on this machine, and build it again when a file changes."""
    try:
        public, url, watched = site_of(config_file)
    except Failed:
        sys.exit(1)

    # In a process of its own: a build forks, which is not safe beside the server's threads.
    command = [
        sys.executable,
        "-m",
        "recovery_radio.cli.main",
        "build",
        "--config",
        str(config_file),
    ]
    path = url.partition("//")[2].partition("/")[2]
    # A web server takes a while to import, and building needs none.
    from recovery_radio.cli.preview import serve as run_preview

    try:
        run_preview(
            public,
            watched,
            lambda: subprocess.run(command, check=False).returncode == 0,
            base_path=f"/{path}",
            port=port,
        )
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None


main.add_command(consent)
main.add_command(due)
main.add_command(import_)
main.add_command(lint_feed)
main.add_command(new)
main.add_command(record)
main.add_command(schema)
main.add_command(fields)
main.add_command(withdraw)
main.add_command(words)


def _tell(problems: list[Problem]) -> list[Problem]:
    for problem in problems:
        click.echo(str(problem), err=True)
    return problems


def _stopped() -> int:
    click.echo("The last good site is untouched.", err=True)
    return 1


if __name__ == "__main__":
    main()
