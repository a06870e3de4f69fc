"""`radio/search`: Pagefind's index over the finished pages.

Chunks instead of one file: nothing is loaded before somebody searches, and a first search costs
about 160 kB with 1,000 episodes, where Material's index has 5 MB.

Pagefind is started as a program. Its Python interface waits for ever if that program dies. Each
part of the index is made by a run of its own, over links to its pages: its memory is then that of
the largest part, and no longer that of the station.

Source: https://pagefind.app/docs/config-options/
"""

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from pagefind.service import get_executable

from recovery_radio.host.beside import link
from recovery_radio.host.content import content_of
from recovery_radio.render.search_parts import older_parts

FOLDER = "pagefind"
_PART = "data-rr-part"
_WORDS = f"[{_PART}] section:not([data-pagefind-ignore])"
"""What the first index leaves out of an older programme: its notes and its transcript."""
_MARKS = (
    ('data-kind="programme"', f'data-kind="programme" {_PART}="%s"'),
    (
        'data-pagefind-filter="kind[data-kind]"',
        f'data-pagefind-filter="kind[data-kind], part[{_PART}]"',
    ),
)
"""What a page holds, and what it holds as an older programme of a part, for the first index only."""
_READ = re.compile(r"pagefind-entry\.json|.+\.pf_meta")
"""What the search page reads of every part, beside the three folders of chunks."""
_RUN = re.compile(r"pagefind\.js|wasm\.(?!unknown).+")
"""What it reads once. Pagefind writes user interfaces as well, which no page of ours has."""


class SearchConfig(Config):
    """`radio/search` has no options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes the site after every page is written."""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index into `pagefind/`, and its parts below."""
        content = content_of(config)
        pages = [source.url for source in content.sources.values() if source.listed]
        programmes = [episode.url for episode in content.opened.episodes]
        make_index(Path(config.site_dir), pages, programmes)


def make_index(site: Path, pages: Iterable[str], programmes: Sequence[str]) -> None:
    """Index a finished site.

    Args:
        site: Its folder.
        pages: Addresses of all pages to be found, relative to the site's root.
        programmes: Those of them that are programmes, newest first.

    Raises:
        PluginError: Pagefind is missing or has failed.
    """
    parts = older_parts(programmes)
    older = {url: str(number) for number, part in enumerate(parts, 1) for url in part}
    with _stage(site) as stage:
        _put(site, stage, (url for url in pages if url not in older))
        for url, part in older.items():
            _put_marked(site, stage, url, part)
        _index(stage, site / FOLDER, _READ, _RUN)
    for number, urls in enumerate(parts, 1):
        with _stage(site) as stage:
            _put(site, stage, urls)
            _index(stage, site / FOLDER / f"older-{number}", _READ)


def _stage(site: Path) -> "TemporaryDirectory[str]":
    # In the unfinished site: links do not reach another disk, and what a killed build leaves there
    # is swept with it. The name has no dot, since MkDocs sweeps nothing that has.
    return TemporaryDirectory(prefix="search-", dir=site)


def _put(site: Path, stage: str, urls: Iterable[str]) -> None:
    for url in urls:
        folder = Path(stage, url)
        folder.mkdir(parents=True, exist_ok=True)
        link(site / url / "index.html", folder / "index.html")


def _put_marked(site: Path, stage: str, url: str, part: str) -> None:
    html = (site / url / "index.html").read_text("utf-8")
    for mark, more in _MARKS:
        html = html.replace(mark, more.replace("%s", part), 1)
    folder = Path(stage, url)
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(html, "utf-8")


def _index(stage: str, target: Path, *kept: re.Pattern[str]) -> None:
    """Index the pages of a folder, and keep of what Pagefind writes what a page of ours reads."""
    program = get_executable()
    if program is None:
        raise _failed("Pagefind is not installed.")
    # From within, so that it finds no settings of its own lying about.
    command = [str(program), "--site", ".", "--output-path", str(target.absolute()), "--silent"]
    command += ["--exclude-selectors", _WORDS]
    try:
        done = subprocess.run(command, cwd=stage, capture_output=True, text=True, check=False)
    except OSError as error:
        raise _failed(f"{error}.") from None
    if done.returncode:
        raise _failed(" ".join(done.stderr.split()) or f"It ended with {done.returncode}.")
    _name_program(target)
    for path in target.iterdir():
        if path.is_file() and not any(names.fullmatch(path.name) for names in kept):
            path.unlink()


def _name_program(target: Path) -> None:
    """Name the program that reads an index after the language, also where Pagefind knows no stems.

    The search page asks for it by that name, before it has read anything.
    """
    entry = target / "pagefind-entry.json"
    facts = json.loads(entry.read_text("utf-8"))
    for language, index in facts["languages"].items():
        if index["wasm"] is None:
            index["wasm"] = language
            (target / "wasm.unknown.pagefind").rename(target / f"wasm.{language}.pagefind")
            entry.write_text(json.dumps(facts, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _failed(why: str) -> PluginError:
    return PluginError(f"The search index could not be made: {why} [no-index]")
