"""`radio/open-data`: the directory for other software, as files below `api/`."""

import uuid
from collections.abc import Iterator

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from recovery_radio.host.content import content_of
from recovery_radio.host.directory_data import DEFAULT_LICENCE, directory_of
from recovery_radio.host.places import centres_of
from recovery_radio.render.open_data.api import api_files
from recovery_radio.render.open_data.data import LICENCES, Directory
from recovery_radio.render.open_data.geojson import render_geojson
from recovery_radio.render.open_data.meetings import render_meetings
from recovery_radio.render.open_data.tables import package_files


class OpenDataConfig(Config):
    """Options of `radio/open-data` in mkdocs.yml."""

    licence = c.Choice(tuple(LICENCES), default=DEFAULT_LICENCE)
    """Terms under which others may use the data: `CC-BY-4.0`, `CC0-1.0` or `OGL-UK-3.0`."""

    namespace = c.Optional(c.Type(str))
    """What identifiers are made from: the `namespace` in `api/index.json`. Write it down before the
    station moves to another address, so that they stay the same."""


class OpenDataPlugin(BasePlugin[OpenDataConfig]):
    """Adds files, after all pages are rendered and before any file is written."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Check the options before anything is read."""
        if "radio/directory" not in config.plugins:
            raise PluginError(
                "mkdocs.yml: `radio/open-data` leads to pages of `radio/directory`. "
                "Put that into `plugins` too. [bad-config]"
            )
        try:
            self._namespace = uuid.UUID(self.config.namespace) if self.config.namespace else None
        except ValueError:
            where = "mkdocs.yml, radio/open-data: `namespace`"
            raise PluginError(
                f"{where} is not a UUID. Take it from `api/index.json`. [bad-config]"
            ) from None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Render the data, and let MkDocs write them."""
        opened = content_of(config).opened
        centres = centres_of(opened)
        directory = directory_of(opened, centres, self.config.licence, self._namespace)
        for uri, text in data_files(directory):
            # As bytes, so that no system turns the ends of lines into its own.
            files.append(File.generated(config, uri, content=text.encode()))


def data_files(directory: Directory) -> Iterator[tuple[str, str]]:
    """Give the path of each file in the site, and its text."""
    yield from api_files(directory)
    yield from package_files(directory)
    yield "api/services.geojson", render_geojson(directory)
    yield "api/meetings.json", render_meetings(directory)
