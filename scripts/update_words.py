"""Gather everything that the interface says, and bring every file of words up to date: `make words`.

`en.po` is the list: its English stands in `msgid`, and no `msgstr` repeats it. The files of other
languages keep their translations; what is new or has changed in them waits for a translator.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

import recovery_radio
from recovery_radio.render.scripts import texts_of

PACKAGE = Path(recovery_radio.__file__).parent
WORDS = PACKAGE / "read/words"
_FUNCTIONS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "say": None,
    "say_count": (1, 2),
    "mark": None,
}
"""What marks words, in templates and in Python."""
_TEMPLATES = {"silent": "false", "trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}


class Found(NamedTuple):
    """A text, or both forms of it, and the file that says it."""

    text: str | tuple[str, str]
    path: str


def find_texts() -> Iterator[Found]:
    """Find every text of the interface."""
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if path.suffix == ".html" or path.name == "sitemap.xml":
            rows = babel_extract(BytesIO(path.read_bytes()), list(_FUNCTIONS), (), _TEMPLATES)
            yield from _found(rows, name)
        elif path.suffix == ".py":
            yield from _found(extract_python(BytesIO(path.read_bytes()), _FUNCTIONS, (), {}), name)
        elif path.suffix == ".js":
            yield from (Found(text, name) for text in texts_of(path.read_text("utf-8")))


def _found(rows: Iterator[tuple[int, str, object, list[str]]], name: str) -> Iterator[Found]:
    for _, function, said, _ in rows:
        texts = [said] if isinstance(said, str) else [each for each in said or () if each]
        # Where there is none, the words come from somewhere else.
        if texts:
            several = function in ("ngettext", "say_count")
            yield Found((texts[0], texts[1]) if several else texts[0], name)


def gather() -> Catalog:
    """Give everything that the interface says, with the files that say it."""
    catalog = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for text, path in find_texts():
        catalog.add(text, locations=[(path, 0)])
    return catalog


def write(catalog: Catalog) -> bytes:
    """Write a file of words. It holds no date, and no line that moves with every change."""
    for message in catalog:
        message.locations = sorted(set(message.locations))
    text = BytesIO()
    write_po(text, catalog, width=98, sort_by_file=True, omit_header=True, include_lineno=False)
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return head.encode() + text.getvalue()


def updated(path: Path, known: Catalog) -> bytes:
    """Give a file of words as it is when it is up to date."""
    if path.name == "en.po":
        return write(known)
    catalog = read_po(BytesIO(path.read_bytes()), locale=path.stem.replace("-", "_"))
    catalog.update(known, no_fuzzy_matching=True)
    return write(catalog)


def main() -> None:
    """Write every file of words, those given and those of the package."""
    known = gather()
    for path in [WORDS / "en.po", *WORDS.glob("*.po"), *map(Path, sys.argv[1:])]:
        path.write_bytes(updated(path, known))
    print(f"{len(known)} texts.")


if __name__ == "__main__":
    main()
