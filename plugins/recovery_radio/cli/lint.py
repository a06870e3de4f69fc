"""`radio lint-feed`: what is wrong with a podcast feed, ours or somebody else's."""

import sys
from collections import Counter
from pathlib import Path

import click

from recovery_radio.cli.download import MOST_BYTES, Unreachable, fetch
from recovery_radio.host.clock import build_time
from recovery_radio.model.problem import printable
from recovery_radio.verify.lint.feed import lint_feed as lint
from recovery_radio.verify.lint.finding import Finding, Level, table_of_rules

_EACH = 5
"""How many findings of one code are shown unless all are asked for."""
_TITLES = {
    Level.ERROR: "Errors: an app or a directory gets these wrong.",
    Level.WARNING: "Warnings: some apps get these wrong.",
    Level.ADVICE: "Advice: these could be better.",
}


def _print_rules(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(table_of_rules(), nl=False)
        context.exit()


@click.command("lint-feed")
@click.argument("feed")
@click.option("--all", "shows_all", is_flag=True, help=f"Show more than {_EACH} of each code.")
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_rules,
    help="Print every rule as a table, and read no feed.",
)
def lint_feed(feed: str, shows_all: bool) -> None:
    """Say what is wrong with the podcast at FEED, a file or an address."""
    try:
        raw, address = _read(feed)
    except (OSError, Unreachable) as error:
        why = getattr(error, "strerror", None) or error
        raise click.ClickException(printable(f"{feed} cannot be read: {why}.")) from None
    findings = lint(raw, address=address, now=build_time())
    counts = Counter(finding.level for finding in findings)
    for level in Level:
        if counts[level]:
            click.echo(_TITLES[level])
            _show(feed, [f for f in findings if f.level is level], shows_all)
    click.echo(_sum_up(counts))
    if counts[Level.ERROR]:
        sys.exit(1)


def _read(feed: str) -> tuple[bytes, str]:
    """Read a feed from a file or an address: its bytes, and where it lies if anybody knows."""
    if "://" in feed:
        fetched = fetch(feed)
        return fetched.raw, fetched.url
    file = Path(feed)
    if file.stat().st_size > MOST_BYTES:
        raise Unreachable(f"it has more than {MOST_BYTES:,} bytes")
    return file.read_bytes(), ""


def _show(feed: str, findings: list[Finding], shows_all: bool) -> None:
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.code] += 1
        if shows_all or shown[finding.code] <= _EACH:
            text = f"{feed}:{finding.line}: {finding.what} {finding.repair}"
            click.echo(printable(f"{text} [{finding.code}] ({finding.source})"))
    for code, count in shown.items():
        if count > _EACH and not shows_all:
            click.echo(f"… and {count - _EACH} more [{code}]; `--all` shows them.")


def _sum_up(counts: Counter[Level]) -> str:
    if not counts:
        return "The feed is in order."
    errors, warnings, advice = (counts[level] for level in Level)
    return (
        f"{errors} {'error' if errors == 1 else 'errors'}, "
        f"{warnings} {'warning' if warnings == 1 else 'warnings'}, "
        f"{advice} {'piece' if advice == 1 else 'pieces'} of advice."
    )
