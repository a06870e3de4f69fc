"""`radio record`: a recording of any kind becomes the one that is published.

Everything is made in a folder of its own and put in place at the end, so that a run that fails or
is interrupted changes nothing. The original is only read: neither it nor its name, which phones
like to make of a place, gets into the station.
"""

import hashlib
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from recovery_radio.cli.new import check_slug
from recovery_radio.cli.options import config_option
from recovery_radio.host.build import Failed, folders_of, station_of
from recovery_radio.model.episode import EpisodeSettings, file_of
from recovery_radio.model.problem import Problem
from recovery_radio.model.register import Series
from recovery_radio.model.station import Station
from recovery_radio.read.decoding import confirm
from recovery_radio.read.entries import read_register
from recovery_radio.read.explain import validate
from recovery_radio.read.ffmpeg import ADVICE, find_ffmpeg
from recovery_radio.read.front_matter import Document, read_text, split_document
from recovery_radio.read.hub import Folders
from recovery_radio.read.recording import Measured, measure_all
from recovery_radio.studio.ffmpeg import FfmpegFailed
from recovery_radio.studio.front_matter import Facts, write_facts
from recovery_radio.studio.labels import labels_of, render_id3
from recovery_radio.studio.loudness import TooQuiet
from recovery_radio.studio.pictures import NotAPicture, strip_picture
from recovery_radio.studio.place import place_all
from recovery_radio.studio.rendition import ENCODERS, Renditions, make_renditions
from recovery_radio.studio.shelf import set_time

_STEPS = 1000
_BY_HAND = "Write `recording: {file}` on one line of its own into {path}, and try again."


class Refused(Exception):
    """Nothing was changed, for this reason."""


class Recorded(NamedTuple):
    """What became of a recording."""

    made: Renditions
    files: tuple[Facts, Facts]
    """The MP3 and the Opus."""
    unused: tuple[str, ...]
    """Recordings in the folder that the front matter named before."""


class Place(NamedTuple):
    """A station, and the programme in it."""

    root: Path
    folders: Folders
    station: Station
    slug: str

    @property
    def folder(self) -> str:
        """Of the programme, relative to the station's."""
        return f"{self.folders.episodes}/{self.slug}"

    @property
    def text(self) -> str:
        """Its file, relative to the station's folder."""
        return f"{self.folder}/index.md"


@click.command()
@click.argument("episode", callback=check_slug)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@config_option
def record(episode: str, file: Path, config_file: Path) -> None:
    """Make the recording of programme EPISODE from FILE: a voice note, a film, any sound."""
    try:
        root, folders = folders_of(config_file)
        place = Place(root, folders, station_of(config_file), episode)
    except Failed:
        sys.exit(1)
    lock = threading.Lock()
    try:
        with click.progressbar(
            length=_STEPS, label="Listening and writing", file=sys.stderr
        ) as bar:

            def tell(share: float) -> None:
                with lock:
                    bar.update(max(0, min(_STEPS, round(share * _STEPS)) - bar.pos))

            recorded = record_episode(place, file, tell)
            bar.update(_STEPS - bar.pos)
    except (Refused, OSError) as error:
        raise click.ClickException(f"{error}\nNothing was changed.") from None
    for line in _report(place, file, recorded):
        click.echo(line)


def record_episode(
    place: Place, original: Path, tell: Callable[[float], None] = lambda _: None
) -> Recorded:
    """Make the two recordings of a programme, and write their facts into its front matter.

    Args:
        place: The programme.
        original: A file of any kind that ffmpeg reads. It is only read.
        tell: Is told which share of the work is done, from 0 to 1; from several threads.

    Raises:
        Refused: Nothing was changed.
        OSError: Something could not be read or written. Nothing was changed.
    """
    document, settings = _read(place)
    folder = place.root / place.folder
    names = f"{place.slug}.mp3", f"{place.slug}.opus"
    if original.resolve() in [(folder / name).resolve() for name in names]:
        raise Refused("This is the programme's own recording. Move it to another folder first.")
    ffmpeg = find_ffmpeg(*ENCODERS)
    if not ffmpeg:
        raise Refused(ADVICE)
    with tempfile.TemporaryDirectory() as temporary:
        made = _make(ffmpeg, original, Path(temporary), tell)
        sounds = [made.mp3.path.read_bytes(), made.opus.path.read_bytes()]
        heard = _measure(ffmpeg, Path(temporary))
    sounds[0] = _tags(place, settings, heard[0].seconds) + sounds[0]
    facts = tuple(map(_facts, names, sounds, heard))
    place_all(
        {
            **{folder / name: sound for name, sound in zip(names, sounds, strict=True)},
            folder / "index.md": _edited(place, document, facts[0], facts[1]),
        }
    )
    for fact in facts:
        set_time(folder / fact.file, settings.aired_at.date(), fact.sha256)
    before = {file_of(settings.recording), file_of(settings.low_data)} - {None, *names}
    unused = sorted(str(name) for name in before if (folder / str(name)).exists())
    return Recorded(made, (facts[0], facts[1]), tuple(unused))


def _read(place: Place) -> tuple[Document, EpisodeSettings]:
    if not (place.root / place.text).is_file():
        raise Refused(
            f"There is no {place.text}. Start the programme first: radio new episode {place.slug}"
        )
    text, problems = read_text(place.root, place.text)
    document, settings = None, None
    if not problems:
        document, problems = split_document(text, place.text)
    if document:
        extra = {"origin": document.settings.origin}
        settings, problems = validate(EpisodeSettings, document.settings, extra)
    if document is None or settings is None:
        raise Refused(_lines(problems))
    if settings.status == "withdrawn":
        raise Refused("This programme was withdrawn. It gets no new recording.")
    return document, settings


def _make(ffmpeg: str, original: Path, folder: Path, tell: Callable[[float], None]) -> Renditions:
    try:
        made = make_renditions(ffmpeg, original, folder, tell)
    except FfmpegFailed:
        raise Refused(
            "There is no sound in this file that can be read. "
            "Play it from start to end; if that works, export it again as WAV or MP3."
        ) from None
    except TooQuiet:
        raise Refused(
            "Next to nothing can be heard in this file. Look for another one, or record again."
        ) from None
    for name, one in (("MP3", made.mp3), ("Opus", made.opus)):
        if not one.loudness.is_right:
            raise Refused(
                f"The {name} cannot be made even enough: after {one.tries} tries it has "
                f"{one.loudness}. Wanted are -16 LUFS, give or take 1, and at most -1 dBTP. "
                "Even the recording out in an audio editor first."
            )
    return made


def _measure(ffmpeg: str, folder: Path) -> list[Measured]:
    """Look at what was made as a build will look at it, and listen to it."""
    names = ["sound.mp3", "sound.opus"]
    measured, problems = measure_all(folder, names)
    heard, damaged = confirm(folder, measured, {}, lambda: ffmpeg)
    if problems or damaged:
        raise Refused(_lines([*problems, *damaged]))
    return [heard[name] for name in names]


def _tags(place: Place, settings: EpisodeSettings, seconds: float) -> bytes:
    all_series, _ = read_register(place.root, f"{place.folders.data}/series.yml", Series)
    series = all_series.get(settings.series)
    labels = labels_of(
        settings,
        series.title if series else "",
        place.station.name,
        place.station.language,
        seconds,
    )
    return render_id3(labels, _cover(place, settings))


def _cover(place: Place, settings: EpisodeSettings) -> bytes:
    if not settings.cover:
        return b""
    try:
        return strip_picture((place.root / place.folder / settings.cover.file).read_bytes())
    except (NotAPicture, FileNotFoundError):
        # It may come later; `radio check` asks for it, and the build puts it into the MP3.
        return b""


def _facts(name: str, sound: bytes, heard: Measured) -> Facts:
    digest = hashlib.sha256(sound).hexdigest()
    return Facts(name, len(sound), round(heard.seconds, 1), heard.type, digest)


def _edited(place: Place, document: Document, recording: Facts, low_data: Facts) -> bytes:
    """Write the facts into the front matter, and make sure that nothing else says otherwise."""
    edited = write_facts((place.root / place.text).read_bytes(), recording, low_data)
    text = edited.decode("utf-8-sig").replace("\r\n", "\n")
    again, _ = split_document(text, place.text)
    expected = {
        **document.settings.values,
        "recording": recording._asdict(),
        "low_data": low_data._asdict(),
    }
    if again is None or again.settings.values != expected:
        raise Refused(_BY_HAND.format(file=recording.file, path=place.text))
    return edited


def _lines(problems: list[Problem]) -> str:
    return "\n".join(map(str, problems))


def _report(place: Place, original: Path, recorded: Recorded) -> list[str]:
    made, (mp3, opus) = recorded.made, recorded.files
    minutes, seconds = divmod(round(mp3.seconds), 60)
    lines = [
        f"{minutes} min {seconds} s. It had {made.original.lufs:.1f} LUFS.",
        f"Written: {place.folder}/{mp3.file}, {mp3.bytes / 1e6:.1f} MB, {made.mp3.loudness}.",
        f"Written: {place.folder}/{opus.file}, {opus.bytes / 1e6:.1f} MB, {made.opus.loudness}.",
        f"Changed: `recording` and `low_data` in {place.text}.",
        "Both are named after the programme. What your file was called is written nowhere.",
    ]
    lines += [f"No longer used: {place.folder}/{name}. Delete it." for name in recorded.unused]
    if original.resolve().is_relative_to(place.root.resolve()):
        lines.append("Your own file lies in the station's folder. Move it out before you share it.")
    return lines
