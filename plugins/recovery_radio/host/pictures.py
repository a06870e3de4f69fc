"""Which pictures a station shows besides those that its authors made, and in which sizes.

A programme without a cover gets one drawn from its title, and every programme a picture for links
that are shared; the station has one for all its other pages.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from recovery_radio.host.beside import link
from recovery_radio.host.published import Published, cover_of, damaged_picture
from recovery_radio.host.sizing import Files, make_files
from recovery_radio.host.station import CACHE, OpenStation
from recovery_radio.model.episode import Episode
from recovery_radio.model.picture import Sizes
from recovery_radio.model.problem import Problem
from recovery_radio.render.share import CARD_WIDTH, STATION_CARD, card_stem
from recovery_radio.studio.workshop import CARD, COVER, PAGE, SKETCH, Job

COVER_WIDTHS = (144, 480)
"""Twice the 72 and 240 CSS pixels at which cards and programmes show a cover."""
_PAGE_WIDTHS = (480, 960, 1408)
"""A phone, a phone with fine pixels, and twice the 44rem of a text. Wider shows nothing more."""
_PAGE_FALLBACK = 960


class Pictures(NamedTuple):
    """What was made."""

    covers: Mapping[str, Sizes]
    """Of programmes, by slug."""
    pages: Mapping[str, Sizes]
    """Of pages, by path relative to their folder."""
    files: tuple[tuple[str, Path], ...]
    """Every file by its path in the site."""
    problems: tuple[Problem, ...]


class _Wish(NamedTuple):
    """A job, and where what is made of it belongs."""

    stem: str
    job: Job
    slug: str = ""
    """Of the programme that it is the cover of."""
    page: str = ""
    """Path of a page's picture relative to the pages' folder."""
    file: str = ""
    """Path of the author's own picture relative to the station's folder."""


def make_pictures(opened: OpenStation, published: Published) -> Pictures:
    """Make every size of every picture, and draw those that are missing."""
    wishes = [*_of_programmes(opened, published), *_of_pages(opened, published)]
    wishes.append(_Wish(STATION_CARD, Job(CARD, "", (), (CARD_WIDTH,), name=opened.station.name)))
    made = make_files(opened.root / CACHE / "pictures", [wish.job for wish in wishes])
    covers, pages = {}, {}
    paths: list[tuple[str, Path]] = []
    problems = []
    for wish in wishes:
        files = made[wish.job]
        if files is None:
            problems.append(damaged_picture(wish.file))
            continue
        if wish.slug:
            covers[wish.slug] = _sizes(wish.stem, files)
        if wish.page:
            pages[wish.page] = _sizes(wish.stem, files)
        paths += [(f"{wish.stem}.{end}", path) for end, path in files.paths.items()]
    return Pictures(covers, pages, tuple(paths), tuple(problems))


def put_pictures(pictures: Pictures, site: Path) -> None:
    """Link every file into the finished site."""
    for uri, path in pictures.files:
        link(path, site / uri)


def _of_programmes(opened: OpenStation, published: Published) -> Iterator[_Wish]:
    order = list(opened.hub.series)
    for episode in opened.episodes:
        series = opened.hub.series.get(episode.series)
        label = series.title if series else ""
        palette = order.index(episode.series) if series else 0
        card = Job(CARD, episode.title, (), (CARD_WIDTH,), label, opened.station.name, palette)
        yield _Wish(card_stem(episode.url), card)
        yield _cover(opened.root, episode, published, label, palette)


def _cover(root: Path, episode: Episode, published: Published, label: str, palette: int) -> _Wish:
    file = cover_of(episode)
    widths = COVER_WIDTHS
    # A cover that is refused is told of elsewhere, and in the same run.
    kept = published.pictures.get(root / file) if file else None
    if not file or not kept or not episode.cover:
        job = Job(SKETCH, episode.title, widths, widths, series=label, palette=palette)
        return _Wish(f"{episode.url}cover", job, slug=episode.slug)
    job = Job(COVER, str(kept.path), widths, widths, digest=kept.sha256)
    return _Wish(f"{episode.url}{episode.cover.file}", job, slug=episode.slug, file=file)


def _of_pages(opened: OpenStation, published: Published) -> Iterator[_Wish]:
    start = f"{opened.folders.pages}/"
    for path in opened.files:
        kept = published.pictures.get(opened.root / path)
        if kept and path.startswith(start):
            page = path.removeprefix(start)
            fallback = (_PAGE_FALLBACK,)
            job = Job(PAGE, str(kept.path), _PAGE_WIDTHS, fallback, digest=kept.sha256)
            yield _Wish(page, job, page=page, file=path)


def _sizes(stem: str, files: Files) -> Sizes:
    return Sizes(quote(stem), files.width, files.height, files.avif, files.jpeg)
