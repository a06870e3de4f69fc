"""A station, opened: its files read and checked, at one moment."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from recovery_radio.check.run import run_checks
from recovery_radio.host.clock import build_time
from recovery_radio.host.spread import spread
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.service import Service
from recovery_radio.model.station import Station, Team
from recovery_radio.model.times import LONDON
from recovery_radio.model.words import ENGLISH, ENGLISH_TAG, Words
from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.read.words import name_of_language, read_words
from recovery_radio.render.catalogue import gone_addresses, public_episodes, shown_services

M = TypeVar("M", bound=BaseModel)
log = logging.getLogger("mkdocs.plugins.radio")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    # MkDocs counts warnings in a strict build, and a notice is none.
    Severity.NOTICE: logging.INFO,
}
CACHE = ".cache/radio"
"""Folder for what is worth remembering between builds, beside mkdocs.yml."""


class OpenStation(NamedTuple):
    """What every plugin needs to know."""

    root: Path
    station: Station
    team: Team
    folders: Folders
    hub: Hub
    files: list[str]
    """Every content file that passed the gate, relative to `root`."""
    episodes: tuple[Episode, ...]
    """Those that are public now, newest first."""
    gone: tuple[str, ...]
    """Old addresses of those that are no longer, relative to the site's root."""
    services: tuple[Service, ...]
    """Those that are shown."""
    now: datetime
    feed: str
    """Where the podcast feed lies, relative to the site's root; empty if there is none."""
    words: Words = ENGLISH
    """What the interface says."""

    def has_page(self, path: str) -> bool:
        """Say whether the station has written a page, by its path below the folder of pages."""
        return any(page.path == path for page in self.hub.pages)


def open_station(
    config: MkDocsConfig, folders: Folders, team: Team
) -> tuple[OpenStation, list[Problem]]:
    """Read and check everything."""
    root = root_of(config)
    station = describe(config)
    now = build_time().astimezone(LONDON)
    cache = root / CACHE / "recordings.json"
    hub, files, problems = read_hub(root, folders, cache, spread, find_ffmpeg)
    problems += run_checks(hub, now)
    words, found = read_words(root, folders.words, language_of(config))
    problems += found
    episodes, services = public_episodes(hub, now), shown_services(hub, now.date())
    feed = config.plugins.get("radio/feed")
    path = feed.config["path"] if feed else ""
    gone = gone_addresses(hub, now)
    opened = OpenStation(
        root, station, team, folders, hub, files, episodes, gone, services, now, path, words
    )
    return opened, problems


def describe(config: MkDocsConfig) -> Station:
    """Give what mkdocs.yml says about the station itself.

    Raises:
        PluginError: Something is missing or wrong.
    """
    values = {key: config[f"site_{key}"] for key in ("name", "url", "description")}
    spoken = language_of(config)
    values["language"] = ENGLISH_TAG.lower() if spoken == "en" else spoken.lower()
    return from_config(Station, values, "mkdocs.yml", "site_")


def language_of(config: MkDocsConfig) -> str:
    """Give the language of the station, as MkDocs' and Material's authors name it.

    Raises:
        PluginError: There is no such language.
    """
    language = config.theme.get("language", "en")
    try:
        return name_of_language(language)
    except ValueError:
        raise PluginError(
            f"mkdocs.yml, theme: `language` is the code of a language, such as `cy`, and "
            f"'{language}' is none. [bad-config]"
        ) from None


def root_of(config: MkDocsConfig) -> Path:
    """Give the folder of mkdocs.yml."""
    # ProperDocs keeps the path as it was typed.
    return Path(config.config_file_path).resolve().parent


def from_config(model: type[M], values: Mapping[str, object], where: str, prefix: str = "") -> M:
    """Make a model from options of mkdocs.yml.

    Args:
        model: What to make.
        values: The options.
        where: Where they stand, for messages.
        prefix: What mkdocs.yml puts before their names.

    Raises:
        PluginError: Says every option that is missing or wrong.
    """
    try:
        return model.model_validate({k: v for k, v in values.items() if v is not None})
    except ValidationError as error:
        faults = " ".join(_fault(prefix, detail) for detail in error.errors(include_url=False))
        raise PluginError(f"{where}: {faults} [bad-config]") from None


def _fault(prefix: str, detail: ErrorDetails) -> str:
    name = ".".join(map(str, detail["loc"]))
    words = [detail["msg"].rstrip(".") + ".", detail.get("ctx", {}).get("repair", "")]
    return f"`{prefix}{name}`: {' '.join(words).strip()}"


def report(problems: Iterable[Problem], strict: bool) -> None:
    """Say all problems, sorted by place, and stop the build if one of them forbids it.

    Raises:
        PluginError: There is an error, or a warning in a strict build.
    """
    found = sorted(set(problems))
    for problem in found:
        log.log(_LEVELS[problem.severity], "%s", problem)
    stopping = [
        p
        for p in found
        if p.severity is Severity.ERROR or (strict and p.severity is Severity.WARNING)
    ]
    if stopping:
        count = "1 problem" if len(stopping) == 1 else f"{len(stopping)} problems"
        raise PluginError(f"{count} to mend. Nothing was published.")
