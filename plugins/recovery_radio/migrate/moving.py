"""Programmes of a feed, put into a station one by one.

Each is made whole in a folder of its own outside the station's content, and moved to its place in
one step. So an interruption leaves no half of a programme, and the next try goes on after the last
whole one: an item whose guid is there already is passed over, and no folder is ever overwritten.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.migrate.extras import ReadWords, fetch_extras, links_of
from recovery_radio.migrate.fetch import Progress, TooLarge, Unreachable, fetch_to
from recovery_radio.migrate.front_matter import write_document
from recovery_radio.migrate.programme import (
    NotTaken,
    Programme,
    Terms,
    guid_of,
    make_programme,
    validate,
)
from recovery_radio.migrate.show import Item, Show
from recovery_radio.migrate.words import clean_title
from recovery_radio.model.episode import AUDIO_TYPES, MOST_BYTES
from recovery_radio.model.text import find_unsafe


class Destination(NamedTuple):
    """The station that a podcast moves into."""

    episodes: Path
    """Folder of all programmes."""
    work: Path
    """Folder on the same disk for what is not finished. Kept between tries."""
    guids: set[str]
    """Of the programmes that are there."""


class Downloads(NamedTuple):
    """How files are fetched."""

    progress: Callable[[str], Progress]
    """Gives who is told of the progress of a recording, by the name of its programme."""
    read_words: ReadWords


class Outcome(NamedTuple):
    """What became of one item."""

    title: str
    slug: str
    """Name of its folder; empty if it was not taken over."""
    remarks: tuple[str, ...]
    """What was not taken over, each a sentence that follows the title."""
    is_here: bool = False
    """Whether it was in the station before."""


def move_in(
    show: Show, terms: Terms, station: Destination, downloads: Downloads | None
) -> Iterator[Outcome]:
    """Move the items of a feed into a station, the oldest first.

    Args:
        show: The feed.
        terms: What holds for all programmes.
        station: Where to.
        downloads: How to fetch recordings and what belongs to them; nothing to link to them.

    Raises:
        OSError: The station cannot be written to.
    """
    # Of two items with one guid, apps show the one that comes first.
    first = {_identity(item): item for item in reversed(show.items)}
    for item in reversed(show.items):
        title = clean_title(item.title) or "An item without a title"
        try:
            guid = guid_of(item)
            if first[_identity(item)] is not item:
                raise NotTaken(f"another item has the same guid, {guid!r}.")
            if guid in station.guids:
                yield Outcome(title, "", (), is_here=True)
            else:
                yield _move(item, show, terms, station, downloads, title)
        except NotTaken as reason:
            yield Outcome(title, "", (str(reason),))


def _identity(item: Item) -> str:
    return item.guid or (item.enclosure.url if item.enclosure else "")


def _move(
    item: Item,
    show: Show,
    terms: Terms,
    station: Destination,
    downloads: Downloads | None,
    title: str,
) -> Outcome:
    taken = {path.name for path in station.episodes.iterdir()}
    programme = make_programme(item, show, terms, taken)
    work = station.work / hashlib.sha256(guid_of(item).encode()).hexdigest()[:16]
    ready = work / "ready"
    shutil.rmtree(ready, ignore_errors=True)
    ready.mkdir(parents=True)
    remarks = list(programme.remarks)
    if downloads:
        remarks += _fetch_recording(item, programme, work, ready, downloads)
        remarks += fetch_extras(item, show, programme.settings, ready, downloads.read_words)
    else:
        _require_link(programme)
        remarks += links_of(item, show)
    validate(programme.settings)
    text = write_document(programme.settings, programme.notes)
    if found := find_unsafe(text, lines=True):
        raise NotTaken(f"its text holds {found[2]}.")
    (ready / "index.md").write_text(text, "utf-8", newline="\n")
    ready.rename(station.episodes / programme.slug)
    shutil.rmtree(work)
    return Outcome(title, programme.slug, tuple(remarks))


def _require_link(programme: Programme) -> None:
    recording = programme.settings["recording"]
    wrong = ""
    if not recording["url"].startswith("https:"):
        wrong = f"its recording has no https address: {recording['url']}"
    elif not recording["bytes"]:
        wrong = "the feed does not say how many bytes its recording has"
    elif not recording["seconds"]:
        wrong = "the feed does not say how long its recording is"
    if wrong:
        raise NotTaken(f"{wrong}. With `--download` it can be taken over.")


def _fetch_recording(
    item: Item, programme: Programme, work: Path, ready: Path, downloads: Downloads
) -> Iterator[str]:
    assert item.enclosure
    link, part = programme.settings["recording"], work / "recording.part"
    try:
        size = fetch_to(item.enclosure.url, part, MOST_BYTES, downloads.progress(programme.slug))
    except TooLarge as reason:
        part.unlink(missing_ok=True)
        _require_link(programme)
        yield f"its recording stays where it is: {reason}."
        return
    except Unreachable as reason:
        again = "Type the command again; it goes on from there."
        raise NotTaken(f"its recording could not be fetched: {reason}. {again}") from None
    if link["bytes"] and link["bytes"] != size:
        yield f"the feed says that its recording has {link['bytes']} bytes; it has {size}."
    ending = PurePosixPath(item.enclosure.url.split("?")[0]).suffix.lower()
    if AUDIO_TYPES.get(ending) != link["type"]:
        ending = next(end for end, media in AUDIO_TYPES.items() if media == link["type"])
    name = f"{programme.slug}{ending}"
    part.rename(ready / name)
    programme.settings["recording"] = name
