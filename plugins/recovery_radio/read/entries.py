"""Pages, services and registers: files that need nothing beside them."""

import os
from pathlib import Path, PurePosixPath
from typing import TypeVar

from recovery_radio.model.entry import Entry
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Origin, Problem
from recovery_radio.model.service import Service
from recovery_radio.model.text import is_slug
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.read.explain import validate
from recovery_radio.read.front_matter import read_text, split_document
from recovery_radio.read.hidden import check_hidden
from recovery_radio.read.strict_yaml import Values, parse_yaml

E = TypeVar("E", bound=Entry)


def read_page(root: Path, folder: str, path: str) -> tuple[Page | None, list[Problem]]:
    """Read one Markdown page.

    Args:
        root: The station's folder.
        folder: Folder of all pages, relative to it.
        path: The page, relative to the station's folder.
    """
    text, problems = read_text(root, path)
    if problems:
        return None, problems
    document, problems = split_document(text, path)
    if document is None:
        return None, problems
    extra = {
        "origin": document.settings.origin,
        "path": str(PurePosixPath(path).relative_to(folder)),
        "text": document.text,
        "text_line": document.text_line,
    }
    return validate(Page, document.settings, extra)


def read_service(root: Path, path: str) -> tuple[Service | None, list[Problem]]:
    """Read one service, whose id is the name of its file."""
    values, problems = _read_yaml(root, path)
    if values is None:
        return None, problems
    extra = {"origin": values.origin, "id": PurePosixPath(path).stem}
    service, problems = validate(Service, values, extra)
    return service, [*problems, *check_hidden(values)]


def read_vocabulary(root: Path, path: str) -> tuple[Vocabulary | None, list[Problem]]:
    """Read the words that services may use."""
    values, problems = _read_yaml(root, path)
    if values is None:
        return None, problems
    return validate(Vocabulary, values, {"origin": values.origin})


def read_register(root: Path, path: str, model: type[E]) -> tuple[dict[str, E], list[Problem]]:
    """Read a file that gives each of its entries a short name.

    Args:
        root: The station's folder.
        path: The file, relative to it.
        model: What its entries are.
    """
    values, problems = _read_yaml(root, path)
    entries: dict[str, E] = {}
    if values is None:
        return entries, problems
    lines = values.origin.lines
    for name, inner in values.values.items():
        start = lines[name]
        if not is_slug(name) or not isinstance(inner, dict):
            what = f"`{name}` is not a short name with settings below it."
            repair = "Write `short-name:` with small letters, and its settings indented below."
            problems.append(Problem(path, start, what, repair, "bad-entry"))
            continue
        prefix = f"{name}."
        own = {k.removeprefix(prefix): line for k, line in lines.items() if k.startswith(prefix)}
        origin = Origin(path, own, start)
        entry, found = validate(model, Values(inner, origin), {"origin": origin})
        problems += found
        if entry:
            entries[name] = entry
    return entries, problems


def _read_yaml(root: Path, path: str) -> tuple[Values | None, list[Problem]]:
    if not os.path.isfile(root / path):
        return None, [Problem(path, 1, "The file is missing.", "Put it back.", "missing-file")]
    text, problems = read_text(root, path)
    return (None, problems) if problems else parse_yaml(text, path)
