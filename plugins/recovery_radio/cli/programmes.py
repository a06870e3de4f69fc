"""The programmes of a station as files, for commands that list, withdraw or add to them.

Their settings as they are written: a command that takes a programme down must not fail at a
mistake elsewhere in its file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.host.build import Failed, folders_of
from recovery_radio.read.front_matter import read_text, split_document
from recovery_radio.read.gate import EPISODES, check_tree
from recovery_radio.read.hub import Folders
from recovery_radio.read.strict_yaml import Values


class Programme(NamedTuple):
    """One programme's file."""

    path: str
    """Its `index.md`, relative to the station's folder."""
    settings: Values | None
    """What it says; nothing if it cannot be read at all."""

    @property
    def guid(self) -> str:
        """Its identity; empty if it has none."""
        return str(self.settings.values.get("guid") or "") if self.settings else ""


def open_folders(config_file: Path) -> tuple[Path, Folders]:
    """Give the folder of a station and those in it, or end the command."""
    try:
        return folders_of(config_file)
    except Failed:
        sys.exit(1)


def programmes_of(root: Path, folders: Folders) -> Iterator[Programme]:
    """Give every programme, drafts and withdrawn ones included, by path."""
    for path in check_tree(root, folders.episodes, EPISODES)[0]:
        if PurePosixPath(path).name == "index.md":
            yield read_programme(root, path)


def read_programme(root: Path, path: str) -> Programme:
    """Read the settings of one programme, without judging them."""
    text, problems = read_text(root, path)
    document = None if problems else split_document(text, path)[0]
    return Programme(path, document.settings if document else None)
