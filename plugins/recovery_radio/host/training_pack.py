"""The training pack to take away: one PDF, and a package for learning platforms.

A station has both if it has modules, and the page that leads to them.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from jinja2 import Environment
from mkdocs.exceptions import PluginError

from recovery_radio.host.referrals import PAGE as REFERRALS
from recovery_radio.host.station import CACHE, OpenStation
from recovery_radio.host.training import TRAINING, Proses, module_views
from recovery_radio.model.problem import Problem
from recovery_radio.render.leaves import leaves_of
from recovery_radio.render.modules import ModuleView
from recovery_radio.render.pack import FOLDER, PACKAGE, PDF, Pack
from recovery_radio.render.scorm import PASS_PERCENT, package_files
from recovery_radio.render.subscribe import draw_code
from recovery_radio.studio.binder import bind
from recovery_radio.studio.press import Document, Unprintable, keep_pdf

_SHARED = ("radio/scorm.css", "radio/scorm.js", "assets/radio/module.js")
"""Styles and scripts that radio/scorm.html names."""


def training_files(
    opened: OpenStation, proses: Proses, environment: Environment
) -> dict[str, bytes]:
    """Make the files, by their path in the site.

    Raises:
        PluginError: A module cannot be printed.
    """
    views = module_views(opened, proses)
    pages = {page.path: page for page in opened.hub.pages}
    if not views or TRAINING not in pages:
        return {}
    url = opened.station.url
    pack = Pack(
        title=pages[TRAINING].title,
        url=f"{url}{FOLDER}",
        modules=views,
        referrals=f"{url}{pages[REFERRALS].url}" if REFERRALS in pages else "",
        today=opened.now.date(),
    )
    return {
        PDF: _pdf(opened, pack, environment),
        PACKAGE: _package(opened, pack, environment),
    }


def _pdf(opened: OpenStation, pack: Pack, environment: Environment) -> bytes:
    station = opened.station
    markup = environment.get_template("radio/pack.html").render(pack=pack, station=station)
    document = Document(
        template=_file(environment, "radio/pack.typ"),
        body=leaves_of(markup, station.url),
        drawings={"code": draw_code(pack.url).decode()},
        title=pack.title,
        author=station.name,
        language=opened.words.tag,
        dated=pack.reviewed,
    )
    try:
        return keep_pdf(opened.root / CACHE / "training", document)
    except Unprintable as error:
        raise PluginError(str(_unprintable(error, opened, pack))) from None


def _package(opened: OpenStation, pack: Pack, environment: Environment) -> bytes:
    template = environment.get_template("radio/scorm.html")
    station = opened.station
    pages = {
        view.module.number: template.render(
            view=view, page=view.page, pack=pack, station=station, pass_percent=PASS_PERCENT
        )
        for view in pack.modules
    }
    shared = {PurePosixPath(path).name: _file(environment, path) for path in _SHARED}
    return bind(package_files(pack, station.url, pages, shared), pack.reviewed)


def _file(environment: Environment, path: str) -> str:
    """Read a file of the theme, or that of the station which takes its place."""
    assert environment.loader
    return environment.loader.get_source(environment, path)[0]


def _unprintable(error: Unprintable, opened: OpenStation, pack: Pack) -> Problem:
    home = next(page.origin.path for page in opened.hub.pages if page.path == TRAINING)
    if not error.letters:
        what = f"The PDF of the training pack cannot be drawn: {error}."
        repair = (
            "A module is built too deeply, or this machine has too little time or memory: write "
            "shorter lists, with fewer lists in them, or build again."
        )
        return Problem(home, 1, what, repair, "no-pdf")
    what = f"The PDF of the training pack cannot show '{error.letters}'."
    repair = "No typeface that it may use has that. Say it in words."
    words = [*(each for view in pack.modules for each in _words_of(view)), (home, pack.title)]
    for path, text in words:
        if error.letters in text:
            return Problem(path, 1, what, repair, "no-pdf")
    repair = (
        "It is in the words of the interface or of the station, such as `site_name`, and no "
        "typeface that it may use has that. Say it in words."
    )
    return Problem("mkdocs.yml", 1, what, repair, "no-pdf")


def _words_of(view: ModuleView) -> Iterator[tuple[str, str]]:
    """Give all that the PDF prints of a module, each text with the file that says it."""
    page, path = view.page, view.page.origin.path
    approved = (page.approved_by or "", *page.approvers)
    for text in (page.title, page.summary, page.text, *approved):
        yield path, text
    for source in page.sources:
        yield from ((path, text) for text in (source.title, source.publisher, str(source.url)))
    for each in view.module.texts():
        yield path, each.text
    if view.quote:
        episode = view.quote.episode
        spoken = PurePosixPath(episode.origin.path).with_name(episode.transcript or "index.md")
        yield episode.origin.path, episode.title
        for turn in view.quote.turns:
            yield str(spoken), f"{turn.speaker} {turn.text}"
