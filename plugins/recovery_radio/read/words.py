"""The words of the interface, from gettext files: `read/words/en.po` says what there is to translate.

A station's own file, such as `site/words/cy.po`, takes the place of one of the package. Its words
end up in pages and scripts as they are, so they may hold the signs, tags and values that the English
has, and no others.

Source: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections import Counter
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations, c2py
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.words import ENGLISH_TAG, Words
from recovery_radio.read.gate import check_tree
from recovery_radio.read.kinds import WORDS

_OURS = files("recovery_radio") / "read" / "words"
# Templates fill the first kind; scripts fill the others, and `£0` is a sum of theirs.
_VALUE = re.compile(r"%\(\w+\)s|\$?\{[^}]*\}|£0\b")
_TAG = re.compile(r"<[^<>]*>")
# What ends a text, a tag, or a value in a page or a script.
_SIGNS = re.compile(r'[<>&%"]')


def read_words(root: Path, folder: str, language: str) -> tuple[Words, list[Problem]]:
    """Read what the interface says.

    Args:
        root: The station's folder.
        folder: Where it keeps words of its own, relative to `root`.
        language: Code of the language, as `name_of_language` gives it.

    Returns:
        The words, in English where there are no others, and all problems.
    """
    locale = Locale.parse(language, sep="-")
    path = f"{folder}/{language.lower()}.po"
    found, problems = check_tree(root, folder, WORDS)
    try:
        own = (root / path).read_bytes() if path in found else _packaged(path)
        catalog = _parse(own, locale)
        translations = _compile(catalog)
    except (PoFileError, ValueError, LookupError) as error:
        catalog, translations = Catalog(locale), NullTranslations()
        problems.append(_unreadable(path, error))
    else:
        problems += [fault for text in _texts(catalog) for fault in _faults(path, text)]
        if language != "en":
            problems += _missing(path, catalog, locale.get_language_name("en") or language)
    tag = ENGLISH_TAG if language == "en" else language
    direction: Literal["ltr", "rtl"] = "rtl" if locale.text_direction == "rtl" else "ltr"
    return Words(tag, direction, translations, catalog.plural_expr), problems


def name_of_language(code: object) -> str:
    """Give the code of a language in its usual form.

    Raises:
        ValueError: There is no such language.
    """
    try:
        return str(Locale.parse(str(code), sep="-")).replace("_", "-")
    except UnknownLocaleError:
        raise ValueError(code) from None


def known_words() -> Catalog:
    """Give everything that the interface says, in English."""
    return _parse((_OURS / "en.po").read_bytes(), Locale("en"))


class _Text(NamedTuple):
    """A text, or all forms of it, and how it is said in another language."""

    english: tuple[str, ...]
    said: tuple[str, ...]
    line: int


def _texts(catalog: Catalog) -> Iterator[_Text]:
    for message in catalog:
        english, said = _forms(message.id), _forms(message.string)
        if english != ("",):
            yield _Text(english, said, message.lineno or 1)


def _forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _packaged(path: str) -> bytes:
    ours = _OURS / path.rpartition("/")[2]
    return ours.read_bytes() if ours.is_file() else b""


def _parse(text: bytes, locale: Locale) -> Catalog:
    return read_po(BytesIO(text), locale=locale, abort_invalid=True, ignore_obsolete=True)


def _compile(catalog: Catalog) -> NullTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    # It also makes sure that the rule for plurals is one, and nothing else.
    translations = GNUTranslations(compiled)
    _try_plurals(catalog)
    return translations


def _try_plurals(catalog: Catalog) -> None:
    """Ask the rule for plurals about numbers, so that none fails while pages are made.

    Raises:
        ValueError: It has no answer for a number.
    """
    rule = c2py(catalog.plural_expr)
    for number in range(200):
        try:
            rule(number)
        except ArithmeticError as error:
            raise ValueError(f"the rule for plurals fails for {number}, {error}") from None


def _unreadable(path: str, error: Exception) -> Problem:
    what = f"This cannot be read as words in the form of gettext: {error}."
    repair = "Open it with a program for translators, such as Poedit, and save it again."
    return Problem(path, getattr(error, "lineno", None) or 1, what, repair, "bad-words")


def _faults(path: str, text: _Text) -> Iterator[Problem]:
    """Say where a translation does not fit into the place of the English."""
    english = text.english[-1]
    for said in filter(None, text.said):
        for what in _misfits(english, said, len(text.english) > 1):
            where = f"'{said[:60]}' {what} than '{english[:60]}'."
            repair = (
                "Keep each `%(name)s`, `${name}`, `{name}`, `£0` and tag as it is, and write no `<`, "
                "`&` or `%`."
            )
            yield Problem(path, text.line, where, repair, "bad-words")


def _misfits(english: str, said: str, several: bool) -> Iterator[str]:
    values, own = (set(_VALUE.findall(each)) for each in (english, said))
    # Of one, two or none a language may speak without a number.
    if own - values if several else own != values:
        yield "has other values"
    if Counter(_TAG.findall(english)) != Counter(_TAG.findall(said)):
        yield "has other tags"
    kept = (_VALUE.sub("", _TAG.sub("", each)).replace("%%", "") for each in (english, said))
    signs, others = (Counter(_SIGNS.findall(each)) for each in kept)
    if others - signs:
        yield "has other signs"


def _missing(path: str, catalog: Catalog, name: str) -> list[Problem]:
    """Say how much stays English."""
    known = [text.english for text in _texts(known_words())]
    said = {text.english for text in _texts(catalog) if all(text.said)}
    missing = [english for english in known if english not in said]
    if not missing:
        return []
    what = (
        f"Of {len(known)} texts of the interface {len(missing)} have no words in {name}, and stay "
        f"English. The first is '{missing[0][0][:60]}'."
    )
    repair = "Translate them in a copy of `read/words/en.po` of the package."
    return [Problem(path, 1, what, repair, "missing-words", Severity.WARNING)]
