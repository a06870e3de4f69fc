"""All of a station's files to one hub, with every problem of every file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Protocol, TypeVar

from recovery_radio.model.entry import Entry
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem
from recovery_radio.model.register import Helpline, Series, Topic
from recovery_radio.model.service import Organisation, Vocabulary
from recovery_radio.read.entries import read_page, read_register, read_service, read_vocabulary
from recovery_radio.read.episodes import Draft, complete, read_draft
from recovery_radio.read.gate import check_tree
from recovery_radio.read.kinds import DATA, EPISODES, PAGES, SERVICES
from recovery_radio.read.picture import check_picture
from recovery_radio.read.recording import measure_all

T = TypeVar("T")
E = TypeVar("E", bound=Entry)
_NO_WORDS = Vocabulary.model_construct(
    kinds={}, offers={}, who={}, substances={}, how_in={}, access={}, space={}, cost={}, needs={}
)


class Folders(NamedTuple):
    """Where a station keeps its files, relative to its own folder."""

    pages: str = "site/pages"
    data: str = "site/data"
    episodes: str = "episodes"
    services: str = "services_directory"


class Spread(Protocol):
    """Applies a function to many values, in order; over several processes if that pays."""

    def __call__(self, function: Callable[[Any], T], values: Sequence[Any]) -> Iterable[T]: ...


class _Collector:
    """Gathers problems, and hands values on."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def keep(self, result: tuple[T, list[Problem]]) -> T:
        self.problems += result[1]
        return result[0]

    def present(self, results: Iterable[tuple[T | None, list[Problem]]]) -> Iterator[T]:
        for result in results:
            if (value := self.keep(result)) is not None:
                yield value


def read_hub(
    root: Path, folders: Folders, cache: Path | None, spread: Spread
) -> tuple[Hub, list[str], list[Problem]]:
    """Read a station.

    Args:
        root: Its folder.
        folders: Where it keeps its files.
        cache: File that remembers what was measured from recordings.
        spread: How to apply one function to many files.

    Returns:
        What could be read, the paths of all files that may be published or read, and all
        problems in no order.
    """
    collect = _Collector()
    files = {
        name: collect.keep(check_tree(root, getattr(folders, name), rules))
        for name, rules in zip(Folders._fields, (PAGES, DATA, EPISODES, SERVICES), strict=True)
    }
    pages = [p for p in files["pages"] if p.endswith(".md")]
    services = [
        p for p in files["services"] if PurePosixPath(p).stem not in ("organisations", "vocabulary")
    ]

    def register(path: str, model: type[E]) -> dict[str, E]:
        return collect.keep(read_register(root, path, model))

    hub = Hub(
        episodes=_read_episodes(root, files["episodes"], cache, spread, collect),
        services=tuple(
            sorted(
                collect.present(spread(partial(read_service, root), services)),
                key=lambda service: service.name.casefold(),
            )
        ),
        pages=tuple(collect.present(spread(partial(read_page, root, folders.pages), pages))),
        organisations=register(f"{folders.services}/organisations.yml", Organisation),
        vocabulary=collect.keep(read_vocabulary(root, f"{folders.services}/vocabulary.yml"))
        or _NO_WORDS,
        helplines=register(f"{folders.data}/helplines.yml", Helpline),
        series=register(f"{folders.data}/series.yml", Series),
        topics=register(f"{folders.data}/topics.yml", Topic),
    )
    return hub, sorted(path for paths in files.values() for path in paths), collect.problems


def _read_episodes(
    root: Path, files: list[str], cache: Path | None, spread: Spread, collect: _Collector
) -> tuple[Episode, ...]:
    indexes = [path for path in files if PurePosixPath(path).name == "index.md"]
    drafts: list[Draft] = list(collect.present(spread(partial(read_draft, root), indexes)))
    paths = [path for draft in drafts if (path := draft.recording) in files]
    measured = collect.keep(measure_all(root, [p for p in paths if p], cache))
    covers = [f"{d.folder}/{d.settings.cover.file}" for d in drafts if d.settings.cover]
    collect.problems += check_picture(root, [path for path in covers if path in files])
    episodes = collect.present(complete(root, draft, measured) for draft in drafts)
    return tuple(sorted(episodes, key=lambda e: (e.aired_at, e.slug), reverse=True))
