"""Adds the content files of a suggested change to a station, and nothing else of it.

What changed is read from git's own store, as modes, digests and bytes. Nothing is read from the
suggestion's folder, where a link could lead elsewhere or an attribute could run a filter.

Usage: take_content.py SUGGESTION STATION, where SUGGESTION is a checkout of the merge that GitHub
made and of its first parent.
"""

import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import NamedTuple

CONTENT = ("episodes/", "services_directory/", "site/data/", "site/pages/")
_PLAIN = {"100644", "100755"}
_NOT_PLAIN = {"120000": "a link to another place", "160000": "a link to another repository"}
_GIT_NAMES = {".git", ".gitattributes", ".gitmodules"}


class Change(NamedTuple):
    """A file that the suggestion adds, changes or removes."""

    path: str
    mode: str
    """Git's mode after the change, such as `100644`."""
    digest: str
    """Git's digest of the content after the change."""
    removed: bool


def main(suggestion: Path, station: Path) -> int:
    """Copy the changed content files, or say for each why not; give the exit code."""
    changes = changes_in(suggestion)
    refusals = [text for change in changes if (text := why_not(change))]
    if refusals:
        print("\n".join(refusals))
        return 1
    content = [change for change in changes if change.path.startswith(CONTENT)]
    # Removals first: a file may make way for a folder of the same name.
    for change in sorted(content, key=lambda change: not change.removed):
        take(change, suggestion, station)
    print(f"Content files to check: {len(content)}.")
    if others := [change.path for change in changes if change not in content]:
        print("Not content, so these were left out here. A maintainer looks at them:")
        print("\n".join(f"  {path}" for path in others))
    return 0


def changes_in(suggestion: Path) -> list[Change]:
    """List what differs between the checked-out merge and its first parent, sorted by path."""
    listing = _git(suggestion, "diff-tree", "-r", "-z", "--no-renames", "HEAD^1", "HEAD")
    fields = listing.decode("utf-8", "surrogateescape").split("\0")[:-1]
    changes = []
    for facts, path in zip(fields[::2], fields[1::2], strict=True):
        _, mode, _, digest, status = facts.split(" ")
        changes.append(Change(path, mode, digest, status == "D"))
    return sorted(changes)


def why_not(change: Change) -> str | None:
    """Say in the contributor's words why a change may not be taken, if so."""
    names = PurePosixPath(change.path).parts
    if change.removed:
        return None
    if change.mode not in _PLAIN:
        what = _NOT_PLAIN.get(change.mode, "not a plain file")
        return f"{shown(change.path)}: This is {what}. Add the file itself instead."
    if ".." in names or (
        change.path.startswith(CONTENT) and not _GIT_NAMES.isdisjoint(map(str.lower, names))
    ):
        return f"{shown(change.path)}: A file of this name would steer git. Take it out."
    return None


def take(change: Change, suggestion: Path, station: Path) -> None:
    """Make one change in the station's folder."""
    target = station / change.path
    if change.removed:
        target.unlink(missing_ok=True)
        # Git knows no empty folders, and neither should the station: one may become a file.
        for folder in filter(Path.is_dir, target.parents):
            if any(folder.iterdir()):
                return
            folder.rmdir()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_git(suggestion, "cat-file", "blob", change.digest))


def shown(path: str) -> str:
    """Give a path as one line of plain text, whatever is in its name."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in path)


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
