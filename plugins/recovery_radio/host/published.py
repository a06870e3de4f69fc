"""What is published in the place of a file: the file itself, or a copy without what it hides.

Phones, recorders, cameras and editors write into a file who made it, where and when. So nothing of
an author's recording is published but its sound, and nothing of a picture but what draws it. The
tags of an MP3 are made anew from the front matter.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.host.station import CACHE, OpenStation
from recovery_radio.model.episode import Audio, Episode
from recovery_radio.model.problem import Problem
from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.studio.ffmpeg import FfmpegFailed
from recovery_radio.studio.labels import labels_of, render_id3
from recovery_radio.studio.m4a import strip_m4a
from recovery_radio.studio.ogg import NotOgg, strip_ogg
from recovery_radio.studio.pictures import NotAPicture, strip_picture
from recovery_radio.studio.shelf import Kept, Shelf

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


class Published(NamedTuple):
    """The files of a station as they go out."""

    episodes: tuple[Episode, ...]
    """With the recordings that are published, and their size."""
    pictures: dict[Path, Kept]
    """By the author's own picture."""
    problems: list[Problem]


def prepare(opened: OpenStation, themes: Iterable[Path]) -> Published:
    """Prepare every recording and picture that is published.

    Args:
        opened: The station.
        themes: Folders of templates, which may hold pictures too.
    """
    shelf = Shelf(opened.root / CACHE / "published")
    preparer = _Preparer(opened, shelf)
    episodes = tuple(map(preparer.episode, opened.episodes))
    pictures = preparer.pictures(themes)
    if not preparer.problems:
        shelf.close()
    return Published(episodes, pictures, preparer.problems)


class _Preparer:
    """Prepares one file after the other, and gathers problems."""

    def __init__(self, opened: OpenStation, shelf: Shelf) -> None:
        self._opened, self._root, self._shelf = opened, opened.root, shelf
        self._files = frozenset(opened.files)
        self.problems: list[Problem] = []

    def episode(self, episode: Episode) -> Episode:
        low = episode.low_audio and self._audio(episode, episode.low_audio)
        audio = self._audio(episode, episode.audio)
        return episode.model_copy(update={"audio": audio, "low_audio": low})

    def pictures(self, themes: Iterable[Path]) -> dict[Path, Kept]:
        pages = f"{self._opened.folders.pages}/"
        own = [path for path in self._opened.files if path.startswith(pages)]
        covers = filter(None, map(self._cover, self._opened.episodes))
        paths = [self._root / path for path in (*own, *covers)]
        paths += [path for folder in themes for path in folder.rglob("*")]
        return {path: self._picture(path) for path in paths if path.suffix in PICTURES}

    def _cover(self, episode: Episode) -> str | None:
        # One that is not there, or may not be opened, is told of elsewhere and in the same run.
        cover = cover_of(episode)
        return cover if cover in self._files else None

    def _picture(self, path: Path) -> Kept:
        try:
            return self._shelf.keep(path, "picture", _stripped)
        except NotAPicture:
            place = path.relative_to(self._root).as_posix()
            self.problems.append(damaged_picture(place))
            return Kept(path, 0, "")

    def _audio(self, episode: Episode, audio: Audio) -> Audio:
        if audio.file is None:
            return audio
        source = self._root / audio.file
        day = episode.aired_at.date()
        try:
            if audio.type == "audio/mpeg":
                kept = self._mp3(episode, audio, source)
            elif audio.type == "audio/ogg":
                kept = self._shelf.keep(
                    source, "ogg", lambda path: strip_ogg(path.read_bytes()), day
                )
            else:
                ffmpeg = find_ffmpeg()
                if not ffmpeg:
                    self.problems.append(_no_ffmpeg(audio.file))
                    return audio
                kept = self._shelf.keep(source, "m4a", partial(strip_m4a, ffmpeg), day)
        except NotAPicture:  # its cover, which is a problem of its own
            return audio
        except (NotOgg, FfmpegFailed):
            what = "This is not a recording, or it is damaged."
            repair = "Export it again as MP3, and replace this file."
            self.problems.append(Problem(audio.file, 1, what, repair, "bad-recording"))
            return audio
        place = kept.path.relative_to(self._root).as_posix()
        return audio._replace(file=place, bytes=kept.bytes, sha256=kept.sha256)

    def _mp3(self, episode: Episode, audio: Audio, source: Path) -> Kept:
        series = self._opened.hub.series.get(episode.series)
        station = self._opened.station
        labels = labels_of(
            episode, series.title if series else "", station.name, station.language, audio.seconds
        )
        cover = self._cover(episode)

        def make(path: Path) -> bytes:
            picture = _stripped(self._root / cover) if cover else b""
            return render_id3(labels, picture) + sound_of(path.read_bytes(), audio.parts)

        # A cover that changed is another recipe.
        found = (self._root / cover).stat() if cover else None
        recipe = f"mp3 {labels} {found and (found.st_size, found.st_mtime_ns)}"
        return self._shelf.keep(source, recipe, make, episode.aired_at.date())


def sound_of(data: bytes, parts: Iterable[tuple[int, int]]) -> bytes:
    """Give the stretches of a file that are sound, one behind the other."""
    return b"".join(data[start:end] for start, end in parts)


def cover_of(episode: Episode) -> str | None:
    """Give the path of an episode's cover, relative to the station's folder."""
    folder = PurePosixPath(episode.origin.path).parent
    return f"{folder}/{episode.cover.file}" if episode.cover else None


def damaged_picture(path: str) -> Problem:
    """Say that nobody can draw a picture."""
    what = "The picture is damaged."
    repair = "Save it again as PNG or JPEG, and replace this file."
    return Problem(path, 1, what, repair, "bad-picture")


def _stripped(path: Path) -> bytes:
    return strip_picture(path.read_bytes())


def _no_ffmpeg(path: str) -> Problem:
    what = "Without ffmpeg, nothing can be taken out of an M4A recording."
    repair = "Install ffmpeg, or put an MP3 in its place."
    return Problem(path, 1, what, repair, "no-ffmpeg")
