"""`radio/directory`: a page for every service, and the lists that lead to them."""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from recovery_radio.host.content import content_of
from recovery_radio.host.sources import list_source, service_source
from recovery_radio.render.catalogue import service_lists


class DirectoryConfig(Config):
    """`radio/directory` has no options."""


class DirectoryPlugin(BasePlugin[DirectoryConfig]):
    """Adds pages before MkDocs lists its files."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages of services and their lists."""
        content = content_of(config)
        opened = content.opened
        lists = service_lists(opened.hub, opened.services)
        content.add_pages(
            [
                *(service_source(opened, s, content.config.email) for s in opened.services),
                *(list_source(listing, opened) for listing in lists),
            ]
        )
