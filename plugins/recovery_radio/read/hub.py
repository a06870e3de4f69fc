"""All of a station's files to one hub, with every problem of every file."""

import os
import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Protocol, TypeVar

from recovery_radio.model.alliance import Alliance
from recovery_radio.model.entry import Entry
from recovery_radio.model.episode import Episode
from recovery_radio.model.event import Event
from recovery_radio.model.having_a_say import HavingASay
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Origin, Problem, Severity
from recovery_radio.model.register import Helpline, Series, Topic
from recovery_radio.model.service import Organisation, Service
from recovery_radio.model.spark import SparkYear
from recovery_radio.model.survey import Survey
from recovery_radio.model.tombstone import Tombstone
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said
from recovery_radio.read.decoding import FindFfmpeg, confirm
from recovery_radio.read.entries import read_page, read_register, read_service, read_vocabulary
from recovery_radio.read.episodes import Draft, complete, read_draft
from recovery_radio.read.gate import check_tree
from recovery_radio.read.kinds import DATA, EPISODES, PAGES, SERVICES
from recovery_radio.read.picture import check_pictures
from recovery_radio.read.recording import Measured, measure_all
from recovery_radio.read.wording import read_wording

T = TypeVar("T")
E = TypeVar("E", bound=Entry)
# The frame around every page leads there.
_NEEDED = (
    "about",
    "accessibility",
    "find-help",
    "help-now",
    "index",
    "listen",
    "privacy",
    "search",
)
# Beside the services, and no service.
_SHARED = ("organisations", "vocabulary")
_NO_WORDS = Vocabulary.model_construct(
    origin=Origin("", {}),
    kinds={},
    offers={},
    who={},
    substances={},
    mode={},
    how_in={},
    access={},
    space={},
    cost={},
    needs={},
)


class Folders(NamedTuple):
    """Where a station keeps its files, relative to its own folder."""

    pages: str = "site/pages"
    data: str = "site/data"
    episodes: str = "episodes"
    services: str = "services_directory"

    @property
    def words(self) -> str:
        """Where a station's own words of the interface are: beside its registers."""
        return posixpath.join(posixpath.dirname(self.data), "words")


class Spread(Protocol):
    """Applies a function to many values, in order; over several processes if that pays."""

    def __call__(self, function: Callable[[Any], T], values: Sequence[Any]) -> Iterable[T]:
        """Give the results in the order of the values."""
        ...


def read_hub(
    root: Path,
    folders: Folders,
    cache: Path | None,
    spread: Spread,
    find_ffmpeg: FindFfmpeg = lambda: None,
) -> tuple[Hub, list[str], list[Problem]]:
    """Read a station.

    Args:
        root: Its folder.
        folders: Where it keeps its files.
        cache: File that remembers what was measured from recordings.
        spread: How to apply one function to many files.
        find_ffmpeg: Gives what to decode new recordings with; nothing leaves them undecoded.

    Returns:
        What could be read, the paths of all files that may be published or read, and all
        problems in no order.
    """
    reader = _Reader(root, folders, cache, spread, find_ffmpeg)
    episodes, tombstones = reader.episodes()
    hub = Hub(
        episodes=episodes,
        services=reader.services(),
        pages=reader.pages(),
        organisations=reader.register(f"{folders.services}/organisations.yml", Organisation),
        vocabulary=reader.vocabulary(),
        helplines=reader.register(f"{folders.data}/helplines.yml", Helpline),
        series=reader.register(f"{folders.data}/series.yml", Series),
        topics=reader.register(f"{folders.data}/topics.yml", Topic),
        tombstones=tombstones,
        wording=read_wording(),
        say=reader.having_a_say(),
        sparks=reader.register_if_any(f"{folders.data}/small_sparks.yml", SparkYear),
    )
    shared = (f"{folders.data}/", *(f"{folders.services}/{name}.yml" for name in _SHARED))
    faults = (p for p in reader.problems if p.severity is Severity.ERROR)
    hub = hub._replace(lacks_names=any(fault.path.startswith(shared) for fault in faults))
    return hub, sorted(chain.from_iterable(reader.files.values())), reader.problems


class _Reader:
    """Reads one folder after the other, and gathers problems."""

    def __init__(
        self,
        root: Path,
        folders: Folders,
        cache: Path | None,
        spread: Spread,
        find_ffmpeg: FindFfmpeg,
    ) -> None:
        self.root, self.folders, self.cache, self.spread = root, folders, cache, spread
        self.find_ffmpeg = find_ffmpeg
        self.problems: list[Problem] = []
        self.files = {
            name: self._keep(check_tree(root, folder, rules))
            for name, folder, rules in zip(
                Folders._fields, folders, (PAGES, DATA, EPISODES, SERVICES), strict=True
            )
        }

    def episodes(self) -> tuple[tuple[Episode, ...], tuple[Tombstone, ...]]:
        files = set(self.files["episodes"])
        indexes = [p for p in self.files["episodes"] if PurePosixPath(p).name == "index.md"]
        read = partial(read_draft, self.root, files)
        found: list[Draft | Tombstone] = list(self._each(read, indexes))
        tombstones = tuple(one for one in found if isinstance(one, Tombstone))
        drafts = [one for one in found if isinstance(one, Draft)]
        measured = self._measure(drafts, files)
        covers = [f"{d.folder}/{d.settings.cover.file}" for d in drafts if d.settings.cover]
        pictures = [path for path in covers if path in files]
        pictures += [path for path in self.files["pages"] if not path.endswith(".md")]
        self.problems += check_pictures(self.root, pictures, self.cache)
        episodes = self._present(complete(self.root, draft, measured) for draft in drafts)
        newest = sorted(episodes, key=lambda e: (e.aired_at, e.slug), reverse=True)
        return tuple(newest), tombstones

    def _measure(self, drafts: Iterable[Draft], files: Container[str]) -> dict[str, Measured]:
        claims = {p: claim for draft in drafts for p, claim in draft.recordings.items()}
        recordings = [path for path in claims if path in files]
        measured = self._keep(measure_all(self.root, recordings, self.cache))
        heard = self.cache and self.cache.with_name("heard.json")
        return self._keep(confirm(self.root, measured, claims, self.find_ffmpeg, heard))

    def services(self) -> tuple[Service, ...]:
        own = [p for p in self.files["services"] if PurePosixPath(p).stem not in _SHARED]
        services: Iterator[Service] = self._each(partial(read_service, self.root), own)
        return tuple(sorted(services, key=lambda service: service.name.casefold()))

    def pages(self) -> tuple[Page, ...]:
        for name in _NEEDED:
            path = f"{self.folders.pages}/{name}.md"
            if path not in self.files["pages"]:
                what = "Every page leads to this one, and it is missing."
                repair = "Write it; the example station has one to start from."
                self.problems.append(Problem(path, 1, what, repair, "missing-page"))
        own = [path for path in self.files["pages"] if path.endswith(".md")]
        return tuple(self._each(partial(read_page, self.root, self.folders.pages), own))

    def vocabulary(self) -> Vocabulary:
        path = f"{self.folders.services}/vocabulary.yml"
        if self._is_refused(path):
            return _NO_WORDS
        return self._keep(read_vocabulary(self.root, path)) or _NO_WORDS

    def register(self, path: str, model: type[E]) -> dict[str, E]:
        return {} if self._is_refused(path) else self._keep(read_register(self.root, path, model))

    def register_if_any(self, path: str, model: type[E]) -> dict[str, E]:
        """Read a register that a station may do without."""
        return self.register(path, model) if path in self.files["data"] else {}

    def having_a_say(self) -> HavingASay:
        data = self.folders.data
        return HavingASay(
            notices=self.register_if_any(f"{data}/involvement.yml", Notice),
            groups=self.register_if_any(f"{data}/council.yml", Group),
            commitments=self.register_if_any(f"{data}/commitments.yml", Commitment),
            said=self.register_if_any(f"{data}/you_said.yml", Said),
            surveys=self.register_if_any(f"{data}/surveys.yml", Survey),
            pilots=self.register_if_any(f"{data}/pilots.yml", Pilot),
            events=self.register_if_any(f"{data}/events.yml", Event),
            alliances=self.register_if_any(f"{data}/alliances.yml", Alliance),
        )

    def _is_refused(self, path: str) -> bool:
        """Tell whether a file is there that the gate has not let through, and has told about."""
        allowed = path in self.files["data"] or path in self.files["services"]
        return not allowed and os.path.lexists(self.root / path)

    def _each(
        self, read: Callable[[str], tuple[T | None, list[Problem]]], paths: list[str]
    ) -> Iterator[T]:
        return self._present(self.spread(read, paths))

    def _present(self, results: Iterable[tuple[T | None, list[Problem]]]) -> Iterator[T]:
        for result in results:
            if (value := self._keep(result)) is not None:
                yield value

    def _keep(self, result: tuple[T, list[Problem]]) -> T:
        self.problems += result[1]
        return result[0]
