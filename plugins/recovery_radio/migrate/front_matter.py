"""Settings as the YAML that a station's own loader reads: plain where it can be, else in quotes.

A text in quotes is written as JSON, which is YAML too. So no word of a feed can become a key, a
number or a date.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|C-[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = ("true", "false", "null")


def write_document(settings: Mapping[str, Any], notes: str) -> str:
    """Write a whole `index.md`."""
    body = f"{notes}\n" if notes else ""
    return f"---\n{write_settings(settings)}---\n{body}"


def write_settings(settings: Mapping[str, Any], indent: str = "") -> str:
    """Write settings, one a line, each line with its end.

    Args:
        settings: Texts, numbers, truths, lists of texts, lists of settings, and settings.
        indent: What every line starts with.
    """
    return "".join(f"{indent}{line}\n" for line in _lines(settings))


def _lines(settings: Mapping[str, Any]) -> Iterator[str]:
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{key}:"
            for part in value:
                first, *rest = _lines(part)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        elif isinstance(value, list):
            yield f"{key}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # Never with an exponent, which is a text to the loader.
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value)
    text = str(value)
    bare = _BARE.fullmatch(text) and text not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)
