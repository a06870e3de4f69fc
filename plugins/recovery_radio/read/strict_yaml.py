"""YAML as an author means it: one strict loader for every file and all front matter.

YAML 1.1 turns `phone: 01617654321` into 239032529, `opens: 10:00` into 600 and `NO` into false;
aliases turn 300 bytes into gigabytes; deep nesting ends the process inside libyaml's composer.
So we take libyaml's flat stream of events and build plain values ourselves: text, whole and
decimal numbers, true, false, nothing, lists and mappings with different keys.

Source: https://yaml.org/spec/1.2.2/#103-core-schema, less octal, hexadecimal, exponents,
infinity and NaN
"""

import re
from typing import Any, NamedTuple

import yaml

from recovery_radio.model.problem import Origin, Problem

_MAX_DEPTH = 8
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# A leading zero belongs to a phone number, not to a quantity.
_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")

_HINTS = (
    ("tab character", "Indent with spaces."),
    ("mapping values are not allowed", "Put quotes around a text that holds a colon."),
    ("cannot start any token", "Put quotes around a text that starts with a sign."),
    ("quoted scalar", "Close the quotes on the line where they open."),
    ("simple key", "Each line needs a key, a colon and a space."),
    ("expected <block end>", "Line this up with the lines above it."),
    ("could not find expected ':'", "Each line needs a key, a colon and a space."),
    ("flow", "Close every bracket that you open."),
)


class Values(NamedTuple):
    """What a file says, and where it says it."""

    values: dict[str, Any]
    origin: Origin


class _Refused(Exception):
    """A construct that we do not take, with its place."""

    def __init__(self, line: int, what: str, repair: str, code: str) -> None:
        super().__init__(what)
        self.line, self.what, self.repair, self.code = line, what, repair, code


class _Builder:
    """Builds values from events, on a stack of its own."""

    def __init__(self) -> None:
        self.root: Any = None
        self.lines: dict[str, int] = {}
        # Each level: the container, the path of its keys with a dot, the key that waits.
        self._stack: list[tuple[Any, str, str | None]] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event of the stream."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event, line)
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event, line)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _Refused(
                line, f"`*{event.anchor}` repeats another part.", "Write it out.", "yaml-alias"
            )
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Refused(
                    line, "A second `---` starts another document.", "Remove it.", "bad-yaml"
                )

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor:
            raise _Refused(line, f"`&{event.anchor}` is not used here.", "Remove it.", "yaml-alias")
        if event.tag:
            raise _Refused(line, f"`{event.tag}` is not used here.", "Remove it.", "yaml-tag")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        container, _, key = self._stack[-1] if self._stack else (None, "", None)
        if isinstance(container, dict) and key is None:
            self._key(event, line)
        else:
            self._put(event.value if event.style else _plain(event.value), line)

    def _key(self, event: yaml.ScalarEvent, line: int) -> None:
        container, path, _ = self._stack[-1]
        key = event.value
        if key in container:
            first = self.lines[path + key]
            raise _Refused(
                line,
                f"`{key}` is here twice; the first is in line {first}.",
                "Keep one.",
                "duplicate-key",
            )
        self._stack[-1] = (container, path, key)
        self.lines[path + key] = line

    def _open(self, value: Any, line: int) -> None:
        if self._stack and isinstance(self._stack[-1][0], dict) and self._stack[-1][2] is None:
            raise _Refused(line, "A key must be a word.", "Write `key: value`.", "bad-yaml")
        if len(self._stack) >= _MAX_DEPTH:
            raise _Refused(line, "This is nested too deeply.", "Use fewer levels.", "too-deep")
        path = self._put(value, line)
        self._stack.append((value, f"{path}." if path else "", None))

    def _put(self, value: Any, line: int) -> str:
        """Store a value where it belongs and give its dotted path."""
        if not self._stack:
            self.root = value
            return ""
        container, path, key = self._stack[-1]
        if isinstance(container, list):
            path += str(len(container))
            self.lines[path] = line
            container.append(value)
            return path
        container[key] = value
        self._stack[-1] = (container, path, None)
        return path + str(key)


def _plain(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Values | None, list[Problem]]:
    """Read a mapping from YAML.

    Args:
        text: The YAML, as `read_text` gives it.
        path: File to name in problems.
        first_line: Line of the file on which the text starts.

    Returns:
        The mapping with the line of each key, or the one problem at which reading had to stop:
        after it, nothing in the file can be trusted to mean what it seems to.
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused as refused:
        line = refused.line + first_line - 1
        return None, [Problem(path, line, refused.what, refused.repair, refused.code)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        return None, [Problem(path, line, _what(error), _repair(error), "bad-yaml")]
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes, and gives the character as a number.
        line = text.encode().count(b"\n", 0, error.position) + first_line
        what = f"The file holds the invisible character U+{int(error.character):04X}."
        repair = "Type the line again by hand."
        return None, [Problem(path, line, what, repair, "control-character")]
    if not isinstance(builder.root, dict):
        what = (
            "The file holds no settings."
            if builder.root is None
            else "This is not a list of settings."
        )
        return None, [
            Problem(path, first_line, what, "Write lines such as `title: …`.", "bad-yaml")
        ]
    lines = {key: line + first_line - 1 for key, line in builder.lines.items()}
    return Values(builder.root, Origin(path, lines)), []


def _what(error: yaml.MarkedYAMLError) -> str:
    # libyaml's own words, for whoever wants to look them up.
    return f"The settings cannot be read ({error.problem or error.context})."


def _repair(error: yaml.MarkedYAMLError) -> str:
    words = f"{error.context or ''} {error.problem or ''}"
    return next(
        (hint for sign, hint in _HINTS if sign in words), "Compare this line with an example."
    )
