"""Scripts of the site: ours by their bytes, Pagefind's by their names, and no others.

A hash taken from what was built would call any script ours; so the hashes are those of the
files that the package ships. What is left out of both is the text behind the mark of a translation,
if it is one: a literal, whose values are plain names. Ours must not store or send anything either.

Source: https://developer.mozilla.org/en-US/docs/Web/API/Web_Storage_API
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from recovery_radio.model.problem import Problem
from recovery_radio.verify.folder import Folder, is_pagefind

_MAY_STORE = {"assets/radio/player.js": "localStorage"}
"""The player keeps a place in a programme, and only if the reader asks for it."""
_STORES = re.compile(
    rb"\b(localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|sendBeacon)\b"
    rb"|\b(document\s*\.\s*cookie)\b|\b(caches\s*\.)"
)

_TEXT = rb'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$\{\w+\})*`'
_RULE = rb"(?:\d+|[a-z]\w*(?!\w|\s*\()|[!=]==?|[<>]=?|&&|\|\||[?:%()\s])+"
"""A rule for plurals computes: it calls nothing, and sets nothing."""
_TRANSLATED = re.compile(
    rb"(/\*_(?:tag)?\*/)(?:(?:%(text)s)|\[(?:%(text)s)(?:, (?:%(text)s))*\]\[\+\(%(rule)s\)\])"
    % {b"text": _TEXT, b"rule": _RULE}
)


def check_scripts(folder: Folder) -> list[Problem]:
    """Check every script of the site that is not one of Pagefind's."""
    problems: list[Problem] = []
    for path in folder.ending_in(".js"):
        if not is_pagefind(path):
            problems += _script_problems(path, folder.read(path))
    return problems


def find_storage(script: bytes) -> Iterator[tuple[int, str]]:
    """Find what leaves a trace on the device or sends one: the line and the word."""
    for found in _STORES.finditer(script):
        yield script.count(b"\n", 0, found.start()) + 1, found[0].decode()


def _script_problems(path: str, script: bytes) -> Iterator[Problem]:
    if _digest(script) not in _own_scripts():
        yield Problem(
            path,
            1,
            "is a script that is not part of Recovery Radio, or was changed.",
            "Take it out; what the station needs beyond it belongs into the theme of the package.",
            "foreign-script",
        )
    for line, word in find_storage(script):
        if _MAY_STORE.get(path) == word:
            continue
        yield Problem(
            path,
            line,
            f"uses `{word}`, which leaves a trace of the reader's visit.",
            "Do without it: nothing is stored or sent.",
            "storage",
        )


@cache
def _own_scripts() -> frozenset[str]:
    return frozenset(_hashes(files("recovery_radio") / "theme"))


def _hashes(folder: Traversable) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _hashes(entry)
        elif entry.name.endswith(".js"):
            yield _digest(entry.read_bytes())


def _digest(script: bytes) -> str:
    return hashlib.sha256(_TRANSLATED.sub(rb"\1", script)).hexdigest()
