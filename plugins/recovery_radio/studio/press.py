"""Paper: a tree of plain values becomes a tagged PDF, drawn by a Typst template.

Typst comes as a wheel with all that it needs, its text typeface included; headings are set in ours.
It tags what it draws (PDF/UA-1), so that a screen reader meets headings, lists and tables, and it
refuses what it cannot tag. Nothing is taken from the machine: no typeface, no clock.

It works in a process of its own: it leaves threads behind, and a build that forks must have none.

Source: https://typst.app/docs/reference/pdf/
"""

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import typst

from recovery_radio.studio.lettering import TYPEFACE

_PRESS = (sys.executable, "-P", "-m", "recovery_radio.studio.press")
_REFUSED = 3
"""Exit status of the process where the document is to blame."""
_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_PATIENCE = 120
"""Seconds: a pack takes two or three, and a slow machine must not be hurried."""
# Letters of a country's code. What else may follow a language is of no use to Typst.
_COUNTRY = 2


class Unprintable(Exception):
    """A document that cannot be drawn, and why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        found = _LETTER.search(why)
        self.letters = found[1] if found else ""
        """What no typeface here can write, if that is why."""


class Document(NamedTuple):
    """What is to be drawn, and what the file says about itself."""

    template: str
    """Typst's, which finds all of the following in `sys.inputs.pack`."""
    body: Mapping[str, Any]
    """A tree of plain values."""
    drawings: Mapping[str, str]
    """SVG by the name that a picture of the tree gives as its `src`."""
    title: str
    author: str
    language: str
    """Such as `en-GB`."""
    dated: date
    """When what it says last changed; the file has no other date."""


def keep_pdf(folder: Path, document: Document) -> bytes:
    """Draw a document, unless the folder has what was drawn of the same one before.

    Raises:
        Unprintable: As `print_pdf` does.
    """
    said = json.dumps([version("typst"), document], default=str)
    path = folder / f"{hashlib.sha256(said.encode()).hexdigest()}.pdf"
    if path.is_file():
        return path.read_bytes()
    made = print_pdf(document)
    # The next build draws what this one could not keep.
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        new = path.with_suffix(f".{os.getpid()}")
        new.write_bytes(made)
        new.replace(path)
    return made


def print_pdf(document: Document) -> bytes:
    """Draw a document.

    Raises:
        Unprintable: It nests too deeply, no typeface has one of its letters, or it takes so much
            time or memory that the process for it was ended.
    """
    language, _, region = document.language.partition("-")
    dated = document.dated
    values = {
        **document._asdict(),
        "language": language,
        "region": region if len(region) == _COUNTRY else None,
        "dated": [dated.year, dated.month, dated.day],
    }
    try:
        done = subprocess.run(
            _PRESS,
            input=json.dumps(values).encode(),
            capture_output=True,
            # The child finds our package wherever this process found it.
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unprintable(f"it was not done after {_PATIENCE} seconds") from None
    if done.returncode == _REFUSED:
        raise Unprintable(done.stderr.decode().strip())
    if done.returncode < 0:
        raise Unprintable(f"the machine ended it with signal {-done.returncode}")
    done.check_returncode()
    return done.stdout


def work(job: str) -> bytes:
    """Draw a document as the process for it.

    Raises:
        typst.TypstError: It cannot be drawn.
    """
    values = json.loads(job)
    template = str(values.pop("template"))
    year, month, day = values["dated"]
    return typst.compile(
        template.encode(),
        # Those of the machine would make another file on another machine.
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[TYPEFACE.parent]),
        sys_inputs={"pack": json.dumps(values, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime(year, month, day, tzinfo=UTC),
    )


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(work(sys.stdin.read()))
    except typst.TypstError as error:
        sys.stderr.write(error.message)
        sys.exit(_REFUSED)
