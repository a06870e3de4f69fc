"""`radio/search`: Pagefind's index over the finished pages.

Chunks instead of one file: nothing is loaded before somebody searches, and a first search costs
about 160 kB with 1,000 episodes, where Material's index has 5 MB.

Source: https://pagefind.app/docs/py-api/
"""

import asyncio
import logging

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from pagefind.index import IndexConfig, PagefindIndex

logging.getLogger("pagefind").setLevel(logging.WARNING)
_MOST_SECONDS = 900


class SearchConfig(Config):
    """`radio/search` has no options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes the site after every page is written."""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index into `pagefind/`."""
        try:
            asyncio.run(_index(config.site_dir))
        except Exception as error:  # Pagefind has no narrower one for what its program says.
            raise PluginError(f"The search index could not be made: {error} [no-index]") from error


async def _index(site: str) -> None:
    settings = IndexConfig(output_path=f"{site}/pagefind")
    # If its program is killed, Pagefind waits for an answer for ever.
    async with asyncio.timeout(_MOST_SECONDS), PagefindIndex(config=settings) as index:
        await index.add_directory(site)
