"""`radio import`: an existing podcast becomes programmes of the station.

Everybody who is heard has to agree before a programme goes out, and a feed cannot say so. So what
comes in is a draft, unless a maintainer names the form and the day.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, get_args

import click
from pydantic import TypeAdapter, ValidationError

from recovery_radio.cli.options import config_option
from recovery_radio.cli.programmes import Programme, open_folders, programmes_of
from recovery_radio.host.station import CACHE
from recovery_radio.migrate.facts import slug_for
from recovery_radio.migrate.feed import BadFeed, parse_feed
from recovery_radio.migrate.fetch import Progress, Unreachable
from recovery_radio.migrate.moving import Destination, Downloads, Outcome, move_in
from recovery_radio.migrate.pages import fetch_show
from recovery_radio.migrate.programme import Terms
from recovery_radio.migrate.registers import with_entry
from recovery_radio.migrate.show import Show
from recovery_radio.migrate.words import clean_title, to_plain, to_summary
from recovery_radio.model.episode import Consent, Reference
from recovery_radio.model.problem import Severity
from recovery_radio.model.text import find_unsafe, is_slug
from recovery_radio.read.front_matter import read_text
from recovery_radio.read.hub import Folders
from recovery_radio.read.strict_yaml import parse_yaml
from recovery_radio.read.vtt import parse_vtt

_LEVELS = get_args(Consent.model_fields["level"].annotation)


def _check_name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value and not is_slug(value):
        raise click.BadParameter("use small letters, digits and single hyphens")
    return value


def _check_form(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        return TypeAdapter(Reference | None).validate_python(value)
    except ValidationError:
        raise click.BadParameter("write `C-` and the number of the form, such as C-0042") from None


@click.command("import")
@click.argument("feed")
@config_option
@click.option("--series", callback=_check_name, help="Series to put them into.")
@click.option("--topic", callback=_check_name, default="imported", help="Topic to give them.")
@click.option("--consent", callback=_check_form, help="Number of the form in which all agreed.")
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), help="Day on which that ends.")
@click.option("--level", type=click.Choice(_LEVELS), default=_LEVELS[0], help="How recognisable.")
@click.option("--download", is_flag=True, help="Fetch the recordings too.")
def import_(
    feed: str,
    config_file: Path,
    series: str | None,
    topic: str,
    consent: str | None,
    expires: datetime | None,
    level: str,
    download: bool,
) -> None:
    """Turn the podcast at FEED, a file or an address, into programmes."""
    if bool(consent) != bool(expires):
        raise click.UsageError("--consent and --expires belong together.")
    root, folders = open_folders(config_file)
    show, missing = _read(feed)
    series = series or slug_for(clean_title(show.title), "imported", ())
    terms = Terms(series, topic, consent or "C-0000", level, expires.date() if expires else None)
    guids = {_known_guid(programme) for programme in programmes_of(root, folders)}
    station = Destination(root / folders.episodes, root / CACHE / "import", guids)
    bars = _Bars()
    try:
        station.episodes.mkdir(parents=True, exist_ok=True)
        _name(root, folders, show, terms)
        downloads = Downloads(bars.start, _last_word) if download else None
        outcomes = [*_told(move_in(show, terms, station, downloads))]
    except OSError as error:
        raise click.ClickException(str(error)) from None
    finally:
        bars.finish()
    _sum_up(outcomes, show, missing, is_draft=not expires)


def _known_guid(programme: Programme) -> str:
    if programme.settings is None:
        what = f"{programme.path} cannot be read, so nobody knows whether it is in the feed."
        raise click.ClickException(f"{what} `radio check` says why.")
    return programme.guid


def _read(feed: str) -> tuple[Show, str]:
    try:
        if feed.startswith(("https://", "http://")):
            return fetch_show(feed)
        show = parse_feed(Path(feed).read_bytes())
    except (OSError, Unreachable, BadFeed) as error:
        raise click.ClickException(f"{feed}: {error}") from None
    return show, f"{show.next_page}: a feed in a file has no pages" if show.next_page else ""


def _name(root: Path, folders: Folders, show: Show, terms: Terms) -> None:
    """Write the series and the topic into the station's lists, if they are not there."""
    title = clean_title(show.title)[:120] or terms.series
    summary = to_summary(to_plain(show.summary)) or title
    _add_entry(
        root, f"{folders.data}/series.yml", terms.series, {"title": title, "summary": summary}
    )
    about = {
        "label": terms.topic.replace("-", " ").capitalize(),
        "summary": f"Programmes of {title}.",
    }
    _add_entry(root, f"{folders.data}/topics.yml", terms.topic, about)


def _add_entry(root: Path, place: str, key: str, values: dict[str, str]) -> None:
    path = root / place
    old, problems = read_text(root, place) if path.is_file() else ("", [])
    before = None
    if old.strip():
        before, problems = parse_yaml(old, place)
    if problems:
        raise click.ClickException(str(problems[0]))
    entries = before.values if before else {}
    if key in entries:
        return
    new = with_entry(old, key, values)
    after = parse_yaml(new, place)[0]
    if not after or after.values != {**entries, key: values}:
        raise click.ClickException(f"{place} is written in a way of its own. Add `{key}` by hand.")
    beside = path.with_name(f"{path.name}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(new, "utf-8", newline="\n")
    beside.replace(path)
    click.echo(f"Added `{key}` to {place}.")


class _Bars:
    """Progress bars, one after the other. Each appears with the first bytes: their number comes with them."""

    def __init__(self) -> None:
        self._bar: Any = None

    def start(self, name: str) -> Progress:
        """Give who is told of the progress of one recording."""
        self.finish()
        return partial(self._tell, name)

    def _tell(self, name: str, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=total or None, label=name, file=sys.stderr, show_pos=not total
            )
        self._bar.update(done - self._bar.pos)
        if done == total:
            self.finish()

    def finish(self) -> None:
        """Leave the line of the bar, and show the cursor again, which a bar hides."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


def _last_word(text: str) -> int | None:
    """Give the start of the last cue of a transcript that the station would take."""
    cues, problems = parse_vtt(text, "transcript.vtt")
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    return None if wrong or not cues or find_unsafe(text, lines=True) else cues[-1].start


def _told(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.slug:
            click.echo(f"Written: {outcome.slug}")
        yield outcome


def _sum_up(outcomes: list[Outcome], show: Show, missing: str, *, is_draft: bool) -> None:
    new, here = sum(bool(o.slug) for o in outcomes), sum(o.is_here for o in outcomes)
    kind = "as drafts" if is_draft else "as published"
    click.echo(f"{new} of {len(outcomes)} programmes written {kind}, {here} were here already.")
    remarks = [f"{o.title}: {remark}" for o in outcomes for remark in o.remarks]
    if show.mended:
        remarks.append(f"The feed is not well-formed, so something may be missing: {show.mended}.")
    if missing:
        remarks.append(f"Older items were not reached, {missing}.")
    if show.moved_to:
        remarks.append(f"The feed says that it has moved to {show.moved_to}.")
    if remarks:
        click.echo("Not taken over, or changed:")
    for remark in remarks:
        click.echo(f"- {''.join(c if c.isprintable() else ' ' for c in remark)}")
    if new:
        click.echo("Type `radio check` now.")
