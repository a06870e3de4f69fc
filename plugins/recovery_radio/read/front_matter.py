"""Text files: bytes to text, and text to front matter and prose.

MkDocs publishes broken front matter as part of the page, takes a first line `Word: text` for
metadata and deletes it, and ends the whole build at one file in another encoding. So every file
is read here, before MkDocs sees it.
"""

from pathlib import Path
from typing import NamedTuple

from recovery_radio.model.problem import Problem
from recovery_radio.model.text import find_unsafe, normalise
from recovery_radio.read.strict_yaml import Values, parse_yaml

_FENCE = "---"


class Document(NamedTuple):
    """A Markdown file, taken apart."""

    settings: Values
    text: str
    text_line: int


def read_text(root: Path, path: str) -> tuple[str, list[Problem]]:
    """Read a text file as UTF-8, without a byte order mark and with Unix ends of lines.

    Args:
        root: The station's folder.
        path: The file, relative to it.
    """
    raw = (root / path).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        repair = "Save the file again as UTF-8."
        return "", [Problem(path, line, "This is not UTF-8 text.", repair, "not-utf8")]
    text = normalise(text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := find_unsafe(text, lines=True):
        position, code, name = found
        line = text.count("\n", 0, position) + 1
        repair = "Type that word again by hand."
        return "", [Problem(path, line, f"The text holds {name}.", repair, code)]
    return text, []


def split_document(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Take a Markdown file apart into its settings, between two lines `---`, and its prose."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        what = "The file does not start with its settings."
        repair = "Write `---` as its first line, then settings such as `title: …`, then `---`."
        return None, [Problem(path, 1, what, repair, "no-front-matter")]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        what = "The settings at the start of the file have no end."
        return None, [
            Problem(
                path, 1, what, "Write `---` on a line of its own after them.", "no-front-matter"
            )
        ]
    settings, problems = parse_yaml("\n".join(lines[1:end]) + "\n", path, first_line=2)
    if settings is None:
        return None, problems
    return Document(settings, "\n".join(lines[end + 1 :]), end + 2), []
