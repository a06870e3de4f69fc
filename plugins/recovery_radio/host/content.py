"""`radio/content`: reads the station, reports every problem, and makes pages and episodes.

MkDocs publishes broken front matter as text and follows links out of its folder, so everything
is read here before MkDocs lists a file, and MkDocs is handed finished bodies.
"""

import logging
import posixpath
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import recovery_radio
from recovery_radio.host.beside import put_beside
from recovery_radio.host.bodies import Body, PageSource, body_environment, icons_of, make_bodies
from recovery_radio.host.language import put_scripts, speak
from recovery_radio.host.pictures import make_pictures, put_pictures
from recovery_radio.host.pocket import card_pages, pocket_pack
from recovery_radio.host.posters import poster_codes, poster_pages
from recovery_radio.host.published import PICTURES, cover_of, prepare
from recovery_radio.host.sources import episode_sources, gone_sources, list_source, page_sources
from recovery_radio.host.spread import spread
from recovery_radio.host.station import OpenStation, from_config, open_station, report, root_of
from recovery_radio.host.texts import render_texts
from recovery_radio.host.training import desk_aids
from recovery_radio.host.training_pack import training_files
from recovery_radio.host.voice import survey_pages
from recovery_radio.model.station import Team
from recovery_radio.read.hub import Folders
from recovery_radio.render.catalogue import episode_lists
from recovery_radio.render.links import link_targets, made_pages
from recovery_radio.render.pocket import PACK
from recovery_radio.render.prose import ProseRenderer
from recovery_radio.render.share import Share, share_of

log = logging.getLogger("mkdocs.plugins.radio")
THEME = Path(recovery_radio.__file__).parent / "theme"


class ContentConfig(Config):
    """Options of `radio/content` in mkdocs.yml."""

    episodes_dir = c.Type(str, default="episodes")
    """Folder with one folder per episode, relative to mkdocs.yml."""

    services_dir = c.Type(str, default="services_directory")
    """Folder with one file per service, relative to mkdocs.yml."""

    data_dir = c.Type(str, default="site/data")
    """Folder of the registers, relative to mkdocs.yml."""

    exit_url = c.Type(str, default="https://www.bbc.co.uk/weather")
    """Where "Exit this page" leads: a page that nobody asks about."""

    email = c.Type(str)
    """Address of the station's team, for reports of mistakes. It is public."""

    phone = c.Optional(c.Type(str))
    """Number of the station's team, for people who do not write. It is public."""


class ContentPlugin(BasePlugin[ContentConfig]):
    """Comes first in the list of plugins; the others ask it for the open station."""

    opened: OpenStation

    def on_config(self, config: MkDocsConfig) -> None:
        """Put the package's theme before Material's, and hold on to what we rely on."""
        if not config.use_directory_urls or not config.site_url:
            raise PluginError(
                "mkdocs.yml: set `site_url`, and leave `use_directory_urls` alone. [bad-config]"
            )
        told = {"email": self.config.email, "phone": self.config.phone}
        self._team = from_config(Team, told, "mkdocs.yml, radio/content")
        dirs = config.theme.dirs
        self._own_dirs = [
            str(THEME),
            *([config.theme.custom_dir] if config.theme.custom_dir else []),
        ]
        dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        # MkDocs makes a parser for every page, although there is nothing left to parse.
        self._extensions, self._extension_options = config.markdown_extensions, config.mdx_configs
        config.markdown_extensions, config.mdx_configs = [], {}
        self.sources: dict[str, PageSource] = {}
        self.bodies: dict[str, Body] = {}

    def folders(self, config: MkDocsConfig) -> Folders:
        """Give the folders that the station keeps its files in."""
        return Folders(
            pages=posixpath.relpath(Path(config.docs_dir).as_posix(), root_of(config).as_posix()),
            data=self.config.data_dir,
            episodes=self.config.episodes_dir,
            services=self.config.services_dir,
        )

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and render everything before MkDocs touches a file."""
        opened, problems = open_station(config, self.folders(config), self._team)
        self._published = prepare(opened, map(Path, self._own_dirs))
        self._pictures = make_pictures(opened, self._published)
        problems += [*self._published.problems, *self._pictures.problems]
        self.opened = opened._replace(episodes=self._published.episodes)
        self.proses, found = render_texts(self.opened.hub, self._prose_renderer())
        report(problems + found, config.strict)
        self._addresses = frozenset(page.url for page in self.opened.hub.pages)
        self._environment = body_environment(config.theme.dirs, self.opened.words)
        self._environment.globals["pages"] = self._addresses
        self._environment.globals["covers"] = self._pictures.covers
        exit_url = self.config.exit_url
        self._pack = pocket_pack(self.opened, self.proses, self._environment, exit_url)
        # In tens: `105 kB` would read as a number to ring.
        self._environment.globals["pack_kilobytes"] = -(-len(self._pack) // 10_000) * 10
        cards = list(card_pages(self.opened, self.proses))
        self._environment.globals["has_cards"] = bool(cards)
        self._training = training_files(self.opened, self.proses, self._environment)
        sizes = {uri: len(content) for uri, content in self._training.items()}
        self._environment.globals["training_sizes"] = sizes
        lists = episode_lists(self.opened.hub, self.opened.episodes, self.opened.words)
        self.add_pages(
            [
                *page_sources(self.opened, self.proses),
                *episode_sources(self.opened, self.proses),
                *gone_sources(self.opened),
                *poster_pages(self.opened),
                *survey_pages(self.opened),
                *desk_aids(self.opened, self.proses),
                *cards,
                *(list_source(listing, self.opened) for listing in lists),
            ]
        )

    def _prose_renderer(self) -> ProseRenderer:
        opened = self.opened
        start = f"{opened.folders.pages}/"
        pictures = [
            path.removeprefix(start)
            for path in opened.files
            if path.startswith(start) and not path.endswith(".md")
        ]
        sizes = self._pictures.pages
        made = made_pages(opened.hub, opened.episodes, opened.services, opened.words)
        targets = link_targets(opened.hub, opened.episodes, pictures, sizes, made, opened.words)
        return ProseRenderer(targets, self._extensions, self._extension_options or {}, opened.words)

    def add_pages(self, sources: list[PageSource]) -> None:
        """Make the bodies of pages and remember them."""
        self.sources |= {source.uri: source for source in sources}
        self.bodies |= make_bodies(sources, self._environment)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add what MkDocs does not find by itself, and drop what is not to be published."""
        pages, passed = self.opened.folders.pages, frozenset(self.opened.files)
        for file in list(files):
            foreign = file.src_dir and file.src_dir not in (config.docs_dir, *self._own_dirs)
            # Templates of documents that are no pages would be published as they are.
            template = file.src_dir in self._own_dirs and file.src_uri.startswith("radio/")
            # What an editor left behind is passed over or warned of, and published in no case.
            own = file.src_dir == config.docs_dir
            unread = own and f"{pages}/{file.src_uri}" not in passed
            if foreign or template or unread:
                files.remove(file)
        put_scripts(files, self._own_dirs, self.opened.words)
        for uri in self.sources:
            if uri not in files.src_uris:
                files.append(_generated(config, uri, content=""))
        for uri, code in poster_codes(self.opened):
            files.append(File.generated(config, uri, content=code))
        if self._pack:
            files.append(File.generated(config, PACK, content=self._pack))
        for uri, content in self._training.items():
            files.append(File.generated(config, uri, content=content))
        self._put_pictures(files, config)

    def _put_pictures(self, files: Files, config: MkDocsConfig) -> None:
        """Publish pictures, each without what a camera or an editor wrote into it."""
        for file in list(files):
            if file.abs_src_path and PurePosixPath(file.src_uri).suffix in PICTURES:
                source = self._published.pictures[Path(file.abs_src_path)].path
                files.remove(file)
                files.append(_generated(config, file.src_uri, abs_src_path=str(source)))
        for episode in self.opened.episodes:
            if episode.cover and (cover := cover_of(episode)):
                source = self._published.pictures[self.opened.root / cover].path
                uri = f"{episode.url}{episode.cover.file}"
                files.append(_generated(config, uri, abs_src_path=str(source)))

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Give MkDocs nothing to read: it would take a first line `Word: text` for a setting."""
        return ""

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Set what MkDocs would have read from the page."""
        source = self.sources[page.file.src_uri]
        page.meta = {"title": source.title, "description": source.summary}
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave the body where it is: MkDocs would hold all of them at once."""
        return ""

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Note the top level of the navigation, the same on every page."""
        self._nav = [(str(item.title), _first_page(item).url) for item in nav]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Escape everything that a template prints; MkDocs does not."""
        env.autoescape = True
        speak(env, self.opened.words)
        env.globals["icon"] = icons_of(env)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Give the frame of the page what it shows, the body included."""
        page.content = self.bodies[page.file.src_uri].html
        cast(dict[str, Any], context)["radio"] = self._frame(self.sources[page.file.src_uri])

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let the body go."""
        page.content = ""
        return output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """Give the page for lost links, and the sitemap, what they show."""
        cast(dict[str, Any], context)["radio"] = self._frame(None)

    def _frame(self, source: PageSource | None) -> dict[str, Any]:
        station = self.opened.station
        return {
            "station": station,
            "exit_url": self.config.exit_url,
            "feed": {"title": station.name, "path": self.opened.feed},
            "kind": source.kind if source else "page",
            "summary": source.summary if source else "",
            "listed": source is not None and source.listed,
            "assets": source.assets if source else (),
            # What is gone leaves no trace of its name, and an address has one.
            "canonical": station.url + source.url if source and source.listed else "",
            "share": _share(self.opened, source) if source and source.listed else None,
            "sources": self.sources.values(),
            "pages": self._addresses,
            "nav": self._nav,
            "url": source.url if source else None,
        }

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put recordings, transcripts, chapters and pictures beside their pages."""
        put = partial(put_beside, self.opened.root, Path(config.site_dir))
        for _ in spread(put, self.opened.episodes):
            pass
        put_pictures(self._pictures, Path(config.site_dir))


def content_of(config: MkDocsConfig) -> ContentPlugin:
    """Find the plugin that has read the station.

    Raises:
        PluginError: It is not in the list, or comes later than the plugin that asks.
    """
    plugin = config.plugins.get("radio/content")
    if not isinstance(plugin, ContentPlugin) or not hasattr(plugin, "opened"):
        raise PluginError("mkdocs.yml: put `radio/content` first in `plugins`. [bad-config]")
    return plugin


def _first_page(item: StructureItem) -> Page:
    while isinstance(item, Section):
        item = item.children[0]
    if not isinstance(item, Page):
        raise PluginError(
            f"mkdocs.yml: `nav` takes pages, and `{item.title}` is none. [bad-config]"
        )
    return item


def _share(opened: OpenStation, source: PageSource) -> Share:
    about = source.kind, source.url, source.title, source.summary
    return share_of(opened.station, *about, opened.words)


def _generated(config: MkDocsConfig, uri: str, **content: str) -> File:
    return File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **content)
