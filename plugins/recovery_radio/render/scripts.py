"""The words that scripts say, put into them when the site is built, so that a reader pays nothing.

In a script each text for readers stands behind a mark, and is English:

- `/*_*/"Open now"` and `/*_*/`Opens ${day}``: a text, with values.
- `/*_*/[`${n} mile`, `${n} miles`][+(n !== 1)]`: a text that depends on a number.
- `/*_tag*/"en-GB"`: the name of the language, for dates.

The marks stay, so that `verify` can tell what a translation may change of a script. An English
station has the scripts as they are written.
"""

import json
import re
from collections.abc import Iterator

from recovery_radio.model.words import Words

_TEXT = r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`'
_MARKED = re.compile(
    rf"(?P<mark>/\*_(?:tag)?\*/)(?:(?P<text>{_TEXT})"
    rf"|\[(?P<one>{_TEXT}), (?P<many>{_TEXT})\]\[\+\((?P<n>\w+) !== 1\)\])"
)
_TAG = "/*_tag*/"
_VALUE = re.compile(r"(\$\{[^}]*\})")


def put_words(script: str, words: Words) -> str:
    """Put the words of the interface into a script."""
    return _MARKED.sub(lambda found: found["mark"] + _said(found, words), script)


def texts_of(script: str) -> Iterator[str | tuple[str, str]]:
    """Give the marked texts of a script; of those that count, both forms."""
    for found in _MARKED.finditer(script):
        if found["one"]:
            yield _read(found["one"]), _read(found["many"])
        elif found["mark"] != _TAG:
            yield _read(found["text"])


def _said(found: re.Match[str], words: Words) -> str:
    if found["mark"] == _TAG:
        return json.dumps(words.tag)
    if literal := found["text"]:
        return _write(words.translations.gettext(_read(literal)), literal)
    many = found["many"]
    forms = (_write(form, many) for form in _forms(_read(found["one"]), _read(many), words))
    rule = re.sub(r"\bn\b", found["n"], words.plural.replace("!=", "!=="))
    return f"[{', '.join(forms)}][+({rule})]"


def _forms(one: str, many: str, words: Words) -> tuple[str, ...]:
    """Give a text for each form that the rule for plurals numbers."""
    said: dict[int, str] = {}
    for n in range(200):
        said.setdefault(words.form_of(n), words.translations.ngettext(one, many, n))
    return tuple(said.get(form, many) for form in range(max(said) + 1))


def _read(literal: str) -> str:
    """Give the text of a literal; its values stay as they are."""
    return str(json.loads(literal)) if literal[0] == '"' else literal[1:-1]


def _write(text: str, literal: str) -> str:
    """Write a text as a literal of the same kind as another."""
    if literal[0] == '"':
        return json.dumps(text, ensure_ascii=False)
    # Values stay, as `read.words` has made sure that they are those of the English.
    parts = _VALUE.split(text)
    plain = (re.sub(r"[`\\$]", r"\\\g<0>", part) for part in parts[::2])
    values = [*parts[1::2], ""]
    return "`" + "".join(a + b for a, b in zip(plain, values, strict=True)) + "`"
