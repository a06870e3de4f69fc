"""`radio/feed`: the podcast feeds, and the code to scan on the page for subscribing."""

import re

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from recovery_radio.host.content import content_of
from recovery_radio.host.special import SUBSCRIBE
from recovery_radio.host.station import from_config
from recovery_radio.model.station import Channel
from recovery_radio.render.feed import render_feeds
from recovery_radio.render.subscribe import draw_code

_PATH = re.compile(r"([a-z0-9-]+/)*(?!sitemap)[a-z0-9-]+\.xml")


class FeedConfig(Config):
    """Options of `radio/feed` in mkdocs.yml."""

    path = c.Type(str, default="feed.xml")
    """Where the feed lies, relative to the site's root. Subscribers hold on to it."""

    channel = c.Type(dict)
    """What podcast directories are told: `guid`, `author`, `email`, `category`, `image` …"""


class FeedPlugin(BasePlugin[FeedConfig]):
    """Adds files, after all pages are rendered and before any file is written."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Check the options before anything is read."""
        if not _PATH.fullmatch(self.config.path):
            raise PluginError(
                "mkdocs.yml, radio/feed: `path` is a file of the site, such as `feed.xml`. [bad-config]"
            )
        self._channel = from_config(Channel, self.config.channel, "mkdocs.yml, radio/feed, channel")

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Render the feeds, and let MkDocs write them."""
        content = content_of(config)
        opened = content.opened
        notes = {e.slug: str(content.proses[e.origin.path].html) for e in opened.episodes}
        series, path = opened.hub.series, self.config.path
        made = render_feeds(
            opened.station, self._channel, path, series, opened.episodes, notes, opened.words
        )
        for uri, xml in made:
            files.append(File.generated(config, uri, content=xml))
        if SUBSCRIBE in content.sources:
            page = content.sources[SUBSCRIBE].url
            code = draw_code(opened.station.url + page)
            files.append(File.generated(config, f"{page}code.svg", content=code))
