"""Building and checking a station, for the command line."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from recovery_radio.host.content import ContentPlugin
from recovery_radio.host.numbers import registered_numbers
from recovery_radio.host.spread import spread
from recovery_radio.host.station import CACHE, describe, root_of
from recovery_radio.model.station import Station
from recovery_radio.read.hub import Folders, read_hub

_log = logging.getLogger("mkdocs")


class Failed(Exception):
    """The station was not built. Every reason has been logged."""


def build_site(config_file: Path, site_dir: Path, *, strict: bool) -> frozenset[str]:
    """Build a whole site into a folder.

    Returns:
        The phone numbers that it may print.

    Raises:
        Failed: It was not built.
    """
    with _told():
        config = _load(config_file, site_dir=str(site_dir), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        content = _content_of(config)
        return registered_numbers(content.opened.hub, content.config.phone)


def check_station(config_file: Path, *, strict: bool) -> None:
    """Read, check and render a station, and publish nothing.

    Raises:
        Failed: There is something to mend.
    """
    with _told():
        config = _load(config_file, strict=strict)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)


def site_of(config_file: Path) -> tuple[Path, str, list[Path]]:
    """Give the folder of the finished site, its public address and the folders it is made from.

    Raises:
        Failed: mkdocs.yml cannot be read.
    """
    with _told():
        config = _load(config_file)
        root = root_of(config)
        folders = _content_of(config).folders(config)
        watched = [root / folder for folder in (*folders, folders.words)]
        if config.theme.custom_dir:
            watched.append(Path(config.theme.custom_dir))
        own = Path(config.config_file_path)
        return Path(config.site_dir), config.site_url or "", [own, *watched]


def folders_of(config_file: Path) -> tuple[Path, Folders]:
    """Give the folder of a station, and those in it that it keeps its files in.

    Raises:
        Failed: mkdocs.yml cannot be read.
    """
    with _told():
        config = _load(config_file)
        return root_of(config), _content_of(config).folders(config)


def numbers_of(config_file: Path) -> frozenset[str]:
    """Give the phone numbers that the site of a station may print.

    Raises:
        Failed: mkdocs.yml cannot be read.
    """
    with _told():
        config = _load(config_file)
        content, root = _content_of(config), root_of(config)
        hub, _, _ = read_hub(
            root, content.folders(config), root / CACHE / "recordings.json", spread
        )
        return registered_numbers(hub, content.config.phone)


def station_of(config_file: Path) -> Station:
    """Give what mkdocs.yml says about a station.

    Raises:
        Failed: It cannot be read.
    """
    with _told():
        return describe(_load(config_file))


def _load(config_file: Path, **options: Any) -> MkDocsConfig:
    config = load_config(str(config_file), **options)
    # Without it MkDocs would publish everything as it lies there.
    _content_of(config)
    return config


def _content_of(config: MkDocsConfig) -> ContentPlugin:
    plugin = config.plugins.get("radio/content")
    if not isinstance(plugin, ContentPlugin):
        raise ConfigurationError("put `radio/content` first in `plugins`.")
    return plugin


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ConfigurationError as error:
        _log.error("mkdocs.yml: %s [bad-config]", error)
        raise Failed from None
    except Abort as abort:
        # MkDocs has logged a BuildError already; a strict build ends with its own words.
        if "BuildError" not in str(abort):
            _log.error("%s", abort)
        raise Failed from None
    except MkDocsException as error:
        _log.error("%s", error)
        raise Failed from None
