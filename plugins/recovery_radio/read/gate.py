"""The file gate: which files of a content folder may be read at all.

MkDocs follows links out of the folder, publishes whatever lies there, and takes host files such
as `_headers` from anybody who can add a file. So nothing is opened by name before this has seen
it in its folder, as what it is: a plain file with a plain name, of a kind that belongs here.

Links are looked at and never followed, so two links to `.` are two problems and not 2^40 paths.

Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file (names Windows cannot hold)
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from recovery_radio.model.problem import Problem, Severity, printable
from recovery_radio.read.contents import UNREADABLE, Fault, find_fault
from recovery_radio.read.kinds import DATA, EPISODES, HINTS, PAGES, SERVICES, FolderRules

__all__ = ["DATA", "EPISODES", "PAGES", "SERVICES", "FolderRules", "check_tree"]

_NAME = re.compile(r"[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?")
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
# Made by computers for themselves, in every folder that somebody opens.
_IGNORED = frozenset({".gitkeep", ".ds_store", "thumbs.db", "desktop.ini"})
_LEFTOVER = re.compile(r"\.#.*|#.*#|.*~|\..*\.sw[a-z]|.*\.(bak|orig|rej|tmp)|4913", re.IGNORECASE)
_HOST = re.compile(
    r"_headers|_redirects|_routes\.json|_worker\.js|_config\.yml|cname|\.nojekyll|\.well-known"
    r"|\.ht[a-z]+|\.user\.ini|web\.config|netlify\.toml|vercel\.json|staticwebapp\.config\.json"
    r"|\.git[a-z]*|sw\.js|service-worker\.js|manifest\.json|.*\.webmanifest|robots\.txt|ads\.txt"
    r"|app-ads\.txt|security\.txt|humans\.txt|404\.html|(sitemap|feed)\.xml(\.gz)?"
    r"|crossdomain\.xml|clientaccesspolicy\.xml|browserconfig\.xml|favicon\.ico",
    re.IGNORECASE,
)

_LINK = Fault(
    "This is a link to another place on the disk.",
    "Put a copy of the file or folder here instead.",
    "link",
)
_NO_FILE = Fault("This is neither a file nor a folder.", "Remove it.", "special-file")
_LEFT = Fault(
    "This was left behind by an editor and is not published.",
    "Close the editor, or delete this file.",
    "leftover-file",
    severity=Severity.WARNING,
)
_HOST_FILE = Fault(
    "This file or folder would change how the whole site is kept or served.",
    "Remove it, and ask the station's maintainers.",
    "host-file",
)
_BAD_NAME = Fault(
    "This name would not work on every computer.",
    "Use small letters, digits, hyphens and dots, at most 100, such as `first-steps.md`.",
    "file-name",
)


def check_tree(root: Path, folder: str, rules: FolderRules) -> tuple[list[str], list[Problem]]:
    """Find the files of a content folder that may be read.

    Args:
        root: The station's folder.
        folder: The content folder, relative to it, with `/`.
        rules: What it may hold, such as `EPISODES`.

    Returns:
        Their paths relative to the station's folder, with `/`, sorted; and a problem for
        everything else. A folder that is not there holds nothing.
    """
    path = ""
    for part in folder.split("/"):
        path = f"{path}/{part}" if path else part
        try:
            mode = os.lstat(root / path).st_mode
        except FileNotFoundError:
            return [], []
        except OSError:
            return [], [UNREADABLE.at(path)]
        if not stat.S_ISDIR(mode):
            return [], [(_LINK if stat.S_ISLNK(mode) else _NO_FILE).at(path)]
    walk = _Walk(os.fspath(root), folder, rules)
    walk.enter(folder)
    return sorted(walk.files), sorted(walk.problems)


class _Walk:
    """Goes through a folder and sorts what it meets into files and problems."""

    def __init__(self, root: str, folder: str, rules: FolderRules) -> None:
        self.root, self.folder, self.rules = root, folder, rules
        self.files: list[str] = []
        self.problems: list[Problem] = []

    def enter(self, folder: str) -> None:
        """Look at everything in a folder and in those below it."""
        try:
            with os.scandir(f"{self.root}/{folder}") as found:
                entries = [e for e in found if not (e.name.lower() in _IGNORED and _is_file(e))]
        except OSError:
            self.problems.append(UNREADABLE.at(folder))
            return
        twins = _group_by_folded(entry.name for entry in entries)
        for entry in entries:
            if len(self.files) + len(self.problems) >= self.rules.most_files:
                self.problems.append(_too_many(self.rules.most_files).at(folder))
                return
            path = f"{folder}/{entry.name}"
            if fault := self._fault(entry, path[len(self.folder) + 1 :], twins):
                self.problems.append(fault.at(path))
            elif entry.is_dir(follow_symlinks=False):
                self.enter(path)
            else:
                self.files.append(path)

    def _fault(
        self, entry: os.DirEntry[str], inside: str, twins: dict[str, list[str]]
    ) -> Fault | None:
        name, level = entry.name, inside.count("/")
        is_folder = entry.is_dir(follow_symlinks=False)
        # Before links, since editors mark an open file with one that leads nowhere.
        if not is_folder and _LEFTOVER.fullmatch(name):
            return _LEFT
        if entry.is_symlink():
            return _LINK
        if _HOST.fullmatch(name) or (is_folder and inside in self.rules.reserved):
            return _HOST_FILE
        if not is_folder and not _is_file(entry):
            return _NO_FILE
        if not _NAME.fullmatch(name) or _DEVICE.fullmatch(name):
            return _clash(name, twins) or _BAD_NAME
        if (level + 1 >= self.rules.levels.stop) if is_folder else level not in self.rules.levels:
            return Fault("This does not belong in this folder.", self.rules.place, "file-place")
        return None if is_folder else self._file_fault(entry)

    def _file_fault(self, entry: os.DirEntry[str]) -> Fault | None:
        ending = entry.name[entry.name.rfind(".") :] if "." in entry.name else ""
        if kind := self.rules.kinds.get(ending):
            return find_fault(entry.path, kind)
        become, hint = HINTS.get(ending, ("", ""))
        if become not in self.rules.kinds:
            hint = f"Only files that end in {', '.join(sorted(self.rules.kinds))} go here."
        what = f"Files that end in `{ending}` are not taken here."
        return Fault(what if ending else "The name has no ending.", hint, "file-kind")


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _fold(name: str) -> str:
    """Bring a name to the form in which macOS and Windows would compare it, or a wider one."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFKC", folded)


def _group_by_folded(names: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(_fold(name), []).append(name)
    return groups


def _clash(name: str, twins: dict[str, list[str]]) -> Fault | None:
    if twin := next((other for other in twins[_fold(name)] if other != name), None):
        what = f"On many computers this name and '{printable(twin)}' are the same."
        return Fault(what, "Keep one of the two, in small letters.", "name-clash")
    return None


def _too_many(most: int) -> Fault:
    what = f"There are more than {most} files."
    return Fault(what, "Look for a folder that does not belong here.", "too-many-files")
