"""The finished folder as a list of names, and the files that have no business in it.

Only kinds of file that a page of ours needs may lie there, so that nobody's upload is served
from the station's own address. Files that steer a web host (`_headers`, `CNAME`) have no
ending of that list, and neither do hidden ones. The endings are an allow-list: a new kind of
export is added here on purpose, once somebody has thought about what a browser does with it.

Source: https://pagefind.app/docs/indexing/ (names as written by Pagefind 1.5.2)
"""

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from recovery_radio.model.problem import Problem

_ENDINGS = frozenset(
    ".html .css .js .json .xml .txt .webmanifest .svg .png .jpg .jpeg .webp .avif .ico"
    " .mp3 .m4a .ogg .opus .vtt .srt .ics .vcf .csv .geojson".split()
)
_PAGEFIND = re.compile(
    r"pagefind/("
    r"pagefind\.js"
    r"|wasm\.[a-z-]+\.pagefind"
    r"|(older-\d+/)?("
    r"pagefind-entry\.json"
    r"|pagefind\.[a-z-]+_[0-9a-f]+\.pf_meta"
    r"|(index|fragment|filter)/[a-z-]+_[0-9a-f]+\.pf_(index|fragment|filter)"
    r"))"
)
# Files to take away, which no browser shows within a page of ours: only where we put one.
_TO_TAKE_AWAY = frozenset({"gp-training/pack.pdf", "gp-training/pack-scorm.zip"})


class Folder(NamedTuple):
    """The finished site: where it lies, what is in it and what its address will be."""

    root: Path
    files: frozenset[str]
    """Every file, relative to the root, with `/`."""
    url: str = ""
    """Public address with a slash at its end; empty if nobody knows it."""
    numbers: Container[str] | None = None
    """Digits of all phone numbers that it may print; nothing if nobody knows them."""

    def ending_in(self, *endings: str) -> list[str]:
        """List the files with one of the endings, sorted."""
        return sorted(path for path in self.files if path.endswith(endings))

    def read(self, path: str) -> bytes:
        """Read one of the files."""
        return (self.root / path).read_bytes()

    def find(self, path: str) -> str | None:
        """Find the file that a host serves for a path below the root; `a/` is `a/index.html`."""
        if path.endswith("/") or not path:
            page = f"{path}index.html"
        elif path in self.files:
            return path
        else:
            page = f"{path}/index.html"
        return page if page in self.files else None


def read_folder(root: Path) -> tuple[Folder, list[Problem]]:
    """List a site folder and say which of its files must not be published.

    Args:
        root: The folder. If it does not exist it is reported as empty.

    Returns:
        The folder with the address unknown, and a problem for each file out of place.

    Raises:
        OSError: A folder inside cannot be read.
    """
    names: set[str] = set()
    problems: list[Problem] = []
    real = os.path.realpath(root)
    for path, is_plain in _walk(real, "") if root.is_dir() else ():
        if not is_plain and not _stays_inside(real, path):
            problems.append(_link_out(path))
            continue
        names.add(path)
        if not is_expected(path):
            problems.append(_stray(path))
    if "index.html" not in names:
        problems.append(_no_home())
    return Folder(root, frozenset(names)), problems


def is_pagefind(path: str) -> bool:
    """Tell whether Pagefind writes a file of this name."""
    return bool(_PAGEFIND.fullmatch(path))


def is_expected(path: str) -> bool:
    """Tell whether a file of this name may be published at all."""
    if path.startswith("pagefind/"):
        return is_pagefind(path)
    if any(part.startswith((".", "_")) for part in path.split("/")):
        return False
    if path in _TO_TAKE_AWAY:
        return True
    return path == "sitemap.xml.gz" or os.path.splitext(path)[1] in _ENDINGS


def _walk(root: str, below: str) -> Iterator[tuple[str, bool]]:
    with os.scandir(os.path.join(root, below)) as entries:
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(root, path)
            else:
                yield path, entry.is_file(follow_symlinks=False)


def _stays_inside(root: str, path: str) -> bool:
    target = os.path.realpath(os.path.join(root, path))
    # A link to a folder is refused too: its files would be published under two names.
    return os.path.isfile(target) and target.startswith(root + os.sep)


def _stray(path: str) -> Problem:
    return Problem(
        path,
        1,
        "is not a kind of file that this site publishes.",
        "Take it out of the pages and the theme, or rename it if its ending is wrong.",
        "stray-file",
    )


def _link_out(path: str) -> Problem:
    return Problem(
        path,
        1,
        "is neither a file nor a link to a file of this site.",
        "Put the file itself there, or a hard link.",
        "link-out",
    )


def _no_home() -> Problem:
    return Problem(
        "index.html",
        1,
        "is missing, so this folder is not a finished site.",
        "Build the site first with `radio build`, then give the folder that it wrote.",
        "no-home-page",
    )
