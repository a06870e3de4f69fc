"""`radio/search`: Pagefind's index over the finished pages.

Chunks instead of one file: nothing is loaded before somebody searches, and a first search costs
about 160 kB with 1,000 episodes, where Material's index has 5 MB.

Pagefind is started as a program. Its Python interface waits for ever if that program dies.

Source: https://pagefind.app/docs/config-options/
"""

import subprocess

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from pagefind.service import get_executable


class SearchConfig(Config):
    """`radio/search` has no options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes the site after every page is written."""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index into `pagefind/`."""
        program = get_executable()
        if program is None:
            raise _failed("Pagefind is not installed.")
        # From within the site, so that it finds no settings of its own lying about.
        command = [str(program), "--site", ".", "--silent"]
        try:
            done = subprocess.run(
                command, cwd=config.site_dir, capture_output=True, text=True, check=False
            )
        except OSError as error:
            raise _failed(f"{error}.") from None
        if done.returncode:
            raise _failed(" ".join(done.stderr.split()) or f"It ended with {done.returncode}.")


def _failed(why: str) -> PluginError:
    return PluginError(f"The search index could not be made: {why} [no-index]")
