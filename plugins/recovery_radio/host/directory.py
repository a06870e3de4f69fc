"""`radio/directory`: a page for every service, the lists that lead to them, and their files.

Each part of the directory is a function of the open station, in a module of its own; this one
only lists them.
"""

from collections.abc import Callable, Iterable, Iterator

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.content import content_of
from recovery_radio.host.directory_data import cards
from recovery_radio.host.events import event_files, event_pages
from recovery_radio.host.find_help import door_times, find_list
from recovery_radio.host.places import places_file
from recovery_radio.host.referrals import referral_codes, referral_pages
from recovery_radio.host.reports import report_page
from recovery_radio.host.sources import list_source, service_source
from recovery_radio.host.station import OpenStation
from recovery_radio.host.this_week import calendar_files, week_pages
from recovery_radio.render.catalogue import service_lists


def _services(opened: OpenStation) -> Iterator[PageSource]:
    return (service_source(opened, service) for service in opened.services)


def _lists(opened: OpenStation) -> Iterator[PageSource]:
    # A service is on several lists, and its times are worked out once.
    times = door_times(opened.services, opened.now.date())
    lists = service_lists(opened.hub, opened.services, opened.words)
    return (list_source(each, opened, times) for each in lists)


PAGES: tuple[Callable[[OpenStation], Iterable[PageSource]], ...] = (
    _services,
    _lists,
    referral_pages,
    report_page,
    week_pages,
    event_pages,
)
"""What gives the directory its pages."""
FILES: tuple[Callable[[OpenStation], Iterable[tuple[str, str]]], ...] = (
    places_file,
    find_list,
    referral_codes,
    calendar_files,
    cards,
    event_files,
)
"""What gives the directory its other files: pairs of a path in the site and its text."""


class DirectoryConfig(Config):
    """`radio/directory` has no options."""


class DirectoryPlugin(BasePlugin[DirectoryConfig]):
    """Adds pages before MkDocs lists its files, and files when all pages are rendered."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make all pages."""
        content = content_of(config)
        for make in PAGES:
            content.add_pages(list(make(content.opened)))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Let MkDocs write the files."""
        opened = content_of(config).opened
        for make in FILES:
            for uri, text in make(opened):
                # As bytes, so that no system turns the ends of lines into its own.
                files.append(File.generated(config, uri, content=text.encode()))
