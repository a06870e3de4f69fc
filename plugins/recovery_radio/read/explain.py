"""From pydantic's errors to problems in the author's words: file, line, fault, repair."""

import types
import typing
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from recovery_radio.model.problem import Origin, Problem
from recovery_radio.read.meant import ONCE, meant_day, meant_list
from recovery_radio.read.strict_yaml import Values

M = TypeVar("M", bound=BaseModel)
# pydantic puts these between the keys, to say which form of a value it tried. No key has brackets.
_TAGS = frozenset({"(file)", "(kept)", "(store)", "(span)", "(week)", "(word)", "[key]"})

_KNOWN: dict[str, tuple[str, str, str]] = {
    "missing": ("is missing.", "Add `{key}: …`.", "missing-field"),
    "string_type": ("must be text.", 'Put quotes around it: `{setting}"{value}"`.', "wrong-type"),
    "string_group": ("must be text.", "Write one text, and no list or group.", "wrong-type"),
    "int_type": ("must be a whole number.", "Write digits only, without quotes.", "wrong-type"),
    "int_parsing": ("must be a whole number.", "Write digits only, without quotes.", "wrong-type"),
    "int_from_float": ("must be a whole number.", "Leave the fraction out.", "wrong-type"),
    "float_type": ("must be a number.", "Write digits only, without quotes.", "wrong-type"),
    "float_parsing": ("must be a number.", "Write digits only, without quotes.", "wrong-type"),
    "finite_number": ("must be a number.", "Write digits only, without quotes.", "wrong-type"),
    "bool_type": ("must be `true` or `false`.", "Write one of the two, without quotes.", "wrong-type"),
    "bool_parsing": ("must be `true` or `false`.", "Write one of the two, without quotes.", "wrong-type"),
    "tuple_type": ("must be a list.", "Write `{key}: {list}`.", "wrong-type"),
    "groups": ("must be a list of groups.", "Write `- {first}: …` for each, with the rest below it.", "wrong-type"),
    "dict_type": ("must be a group of settings.", "Write lines {line} below it.", "wrong-type"),
    "model_type": ("must be a group of settings.", "Write lines {line} below it.", "wrong-type"),
    "model_attributes_type": (
        "must be a group of settings.", "Write lines {line} below it.", "wrong-type",
    ),
    "string_pattern_mismatch": ("cannot be read: '{value}'.", "Write it as {example}.", "bad-form"),
    "literal_error": ("cannot be '{value}'.", "Choose one of: {expected}.", "bad-choice"),
    "string_too_long": ("is too long.", "Use at most {max_length} characters.", "too-long"),
    "string_too_short": ("is empty.", "Write something, or remove the line.", "empty-field"),
    "too_short": ("has too few entries.", "Give at least {min_length}.", "too-few"),
    "too_long": ("has too many entries.", "Give at most {max_length}.", "too-many"),
    "greater_than": ("is too small: {value}.", "It must be more than {gt}.", "out-of-range"),
    "greater_than_equal": ("is too small: {value}.", "It must be at least {ge}.", "out-of-range"),
    "less_than_equal": ("is too large: {value}.", "It must be at most {le}.", "out-of-range"),
}  # fmt: skip

_PATTERNS = {
    "reference": "`C-` and the number of the form, such as `C-0042`",
    "sha256": "the 64 characters that `sha256sum` prints",
    "language": "the code of a language, such as `cy`",
    "languages": "codes of two or three letters, such as `en` or `bfi`",
    "osm": "a tag such as `social_facility=outreach`",
    "meeting_guide": "types in capitals, such as `W`",
    "oruk": "an identifier of the web, such as `http://id.esd.org.uk/service/1373`",
}
_LINES = {
    "access": "such as `childcare: yes`",
    "space": "such as `drug-free-space: yes`",
    "hours": 'such as `mon-fri: "10:00-16:00"`',
    "age": "such as `min: 18`",
}
"""Examples for groups whose keys are no settings, or whose settings are few."""


def validate(
    model: type[M], values: Values, extra: Mapping[str, Any]
) -> tuple[M | None, list[Problem]]:
    """Make a model from what a file says, or say everything that stands in the way.

    Args:
        model: What to make.
        values: The file's own settings.
        extra: What the reader adds; no author may set these keys.
    """
    taken = [key for key in extra if key in values.values]
    problems = [_unknown(values.origin, model, (key,)) for key in taken]
    try:
        made = model.model_validate({**values.values, **extra})
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems += [
            _explain(detail, values.origin, model) for detail in _told_once(details, model)
        ]
        return None, problems
    return (None if problems else made), problems


def _told_once(details: list[ErrorDetails], model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """Leave out what only follows from another fault.

    A setting is missing because its name is misspelt beside it; a list has too few entries because
    one of them cannot be read.
    """
    bare = [tuple(part for part in detail["loc"] if part not in _TAGS) for detail in details]
    meant = {
        (*loc[:-1], _near(model, loc))
        for detail, loc in zip(details, bare, strict=True)
        if detail["type"] == "extra_forbidden"
    }
    for detail, loc in zip(details, bare, strict=True):
        within = any(other != loc and other[: len(loc)] == loc for other in bare)
        follows = {"missing": loc in meant, "too_short": within}
        if not follows.get(detail["type"], False):
            yield detail


def _explain(detail: ErrorDetails, origin: Origin, model: type[BaseModel]) -> Problem:
    loc = tuple(part for part in detail["loc"] if part not in _TAGS)
    key = ".".join(map(str, loc))
    if detail["type"] == "extra_forbidden":
        return _unknown(origin, model, loc)
    names = [str(part) for part in loc if not isinstance(part, int)]
    name = names[-1] if names else key
    context = detail.get("ctx", {})
    is_empty = detail["input"] is None
    if "repair" in context and not is_empty:
        return origin.problem(key, f"`{name}` {context['what']}", context["repair"], detail["type"])
    if detail["type"].startswith("date") and not is_empty:
        what, repair, code = "is not a date: '{value}'.", "Write `{setting}{day}`.", "bad-date"
    else:
        what, repair, code = _KNOWN.get(
            _kind(detail, model), ("{message}.", "Compare it with the manual.", "bad-form")
        )
    # An entry of a list has no name of its own, and a day that is a key is followed by its value.
    alone = isinstance(loc[-1], int) or detail["loc"][-1] == "[key]"
    words = {
        **context,
        "key": name,
        "setting": "" if alone else f"{name}: ",
        "message": detail["msg"],
        "value": _written(detail["input"]),
        "list": meant_list(detail["input"]) or "[one, two]",
        "day": meant_day(detail["input"]) or "2026-03-12",
        "first": next(_names_in(_model_at(model, loc))),
        "line": _LINES.get(name, "`key: value`"),
        "example": next(
            (_PATTERNS[n] for n in reversed(names) if n in _PATTERNS), "the manual says"
        ),
        "expected": str(context.get("expected", "")).replace("'", "`").replace(" or ", ", "),
    }
    return origin.problem(key, f"`{name}` {what.format(**words)}", repair.format(**words), code)


def _kind(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value, loc = detail["type"], detail["input"], detail["loc"]
    # The length of a text and that of a list are faults of one name.
    if kind.startswith("too_") and isinstance(value, str):
        return f"string_{kind}"
    if value is None:
        return "string_too_short"
    if kind == "tuple_type" and _model_at(model, loc) is not _model_at(model, loc[:-1]):
        return "groups"
    return "string_group" if kind == "string_type" and isinstance(value, list | dict) else kind


def _written(value: object) -> str:
    """Show a value as its author wrote it, as far as that is known."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return "…"
    return str(value).lower() if isinstance(value, bool) else str(value)[:60]


def _unknown(origin: Origin, model: type[BaseModel], loc: tuple[Any, ...]) -> Problem:
    name = str(loc[-1])
    known = sorted(_names_in(_model_at(model, loc[:-1])))
    near = _near(model, loc)
    repair = f"Did you mean `{near}`?" if near else f"Choose from: {', '.join(known)}."
    if ONCE.get(name, "").partition(":")[0] in known:
        repair = f"Write `{ONCE[name]}`."
    return origin.problem(
        ".".join(map(str, loc)), f"`{name}` is not a setting here.", repair, "unknown-key"
    )


def _near(model: type[BaseModel], loc: tuple[Any, ...]) -> str:
    """Give the setting for which a name that does not exist was meant; empty if none is near."""
    known = sorted(_names_in(_model_at(model, loc[:-1])))
    return next(iter(get_close_matches(str(loc[-1]), known, n=1)), "")


def _model_at(model: type[BaseModel], loc: tuple[Any, ...]) -> type[BaseModel]:
    """Find the model of which a place of a file is made, or within which it lies."""
    for part in loc:
        if field := _field_of(model, part):
            model = _model_in(field.annotation) or model
    return model


def _field_of(model: type[BaseModel], name: object) -> FieldInfo | None:
    return next((f for own, f in model.model_fields.items() if name in (own, f.alias)), None)


def _names_in(model: type[BaseModel]) -> Iterator[str]:
    """Names that an author may write."""
    for name, field in model.model_fields.items():
        if name != "origin":
            yield field.alias or name


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not get_origin(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (typing.Union, types.UnionType, tuple, dict, typing.Annotated):
        return next((m for arg in get_args(annotation) if (m := _model_in(arg))), None)
    return None
