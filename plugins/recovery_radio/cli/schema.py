"""`radio schema`: what editors need to complete and underline while somebody types.

JSON Schemas made from the same models that read the files, with the station's own words in them.
They say less than `radio check`, which also holds one file against another; nothing that the
check takes is refused by them.

Source: https://json-schema.org/draft/2020-12
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from recovery_radio.cli.fields import docstrings, parts_of
from recovery_radio.cli.options import config_option
from recovery_radio.cli.programmes import open_folders
from recovery_radio.model.alliance import Alliance
from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.event import Event
from recovery_radio.model.page import PageSettings
from recovery_radio.model.register import Helpline, Series, Topic
from recovery_radio.model.service import Organisation, ServiceEntry
from recovery_radio.model.spark import SparkYear
from recovery_radio.model.survey import Survey
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said
from recovery_radio.read.entries import read_register, read_vocabulary
from recovery_radio.read.hub import Folders

FOLDER = "schemas"
"""Folder of the schemas, beside mkdocs.yml. Every file of a service names it."""
FILES: Mapping[str, type[BaseModel]] = {
    "service": ServiceEntry,
    "vocabulary": Vocabulary,
    "episode": EpisodeSettings,
    "page": PageSettings,
}
"""Kinds of file that hold one thing."""
REGISTERS: Mapping[str, type[BaseModel]] = {
    "organisations": Organisation,
    "helplines": Helpline,
    "series": Series,
    "topics": Topic,
    "small_sparks": SparkYear,
    "involvement": Notice,
    "council": Group,
    "commitments": Commitment,
    "you_said": Said,
    "surveys": Survey,
    "pilots": Pilot,
    "events": Event,
    "alliances": Alliance,
}
"""Kinds of file that hold several, each below a short name."""
_WORDS = {
    ("ServiceEntry", "organisation"): "organisations",
    ("ServiceEntry", "kind"): "kinds",
    ("ServiceEntry", "offers"): "offers",
    ("ServiceEntry", "substances"): "substances",
    ("ServiceEntry", "how_in"): "how_in",
    ("ServiceEntry", "cost"): "cost",
    ("ForWhom", "who"): "who",
    ("Session", "kind"): "kinds",
    ("Session", "who"): "who",
    ("Place", "access"): "access",
    ("Place", "space"): "space",
    ("Contact", "helpline"): "helplines",
    ("Need", "kinds"): "kinds",
    ("Need", "offers"): "offers",
    ("Need", "who"): "who",
    ("EpisodeSettings", "series"): "series",
    ("EpisodeSettings", "topics"): "topics",
    ("EpisodeSettings", "helplines"): "helplines",
    ("PageSettings", "topics"): "topics",
    ("Event", "access"): "access",
}
"""Settings that take words of the station's own, and the list that has them."""
Json = dict[str, Any]


@click.command()
@config_option
def schema(config_file: Path) -> None:
    """Write JSON Schemas, so that an editor helps with the station's files."""
    root, folders = open_folders(config_file)
    words = _words(root, folders)
    (root / FOLDER).mkdir(exist_ok=True)
    for name, text in schemas(words):
        (root / FOLDER / name).write_text(text, "utf-8", newline="\n")
        click.echo(f"Written: {FOLDER}/{name}")


def schemas(words: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Give the name and the text of every schema.

    Args:
        words: The station's own lists by name, such as those of its vocabulary.
    """
    for name, model in {**FILES, **REGISTERS}.items():
        made = _schema(model, words)
        if name in REGISTERS:
            definitions = made.pop("$defs", {})
            made = {"type": "object", "additionalProperties": made, "$defs": definitions}
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
        yield f"{name}.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _words(root: Path, folders: Folders) -> dict[str, list[str]]:
    vocabulary, _ = read_vocabulary(root, f"{folders.services}/vocabulary.yml")
    if vocabulary is None:
        raise click.ClickException("The vocabulary cannot be read; `radio check` says why.")
    found = {
        name: list(getattr(vocabulary, name)) for name in type(vocabulary).model_fields if name != "origin"
    }  # fmt: skip
    for name, model in (("helplines", Helpline), ("series", Series), ("topics", Topic)):
        found[name] = list(read_register(root, f"{folders.data}/{name}.yml", model)[0])
    organisations = f"{folders.services}/organisations.yml"
    return {**found, "organisations": list(read_register(root, organisations, Organisation)[0])}


def _schema(model: type[BaseModel], words: Mapping[str, Iterable[str]]) -> Json:
    made = model.model_json_schema()
    definitions = made.get("$defs", {})
    definitions.pop("Origin", None)
    for part in dict.fromkeys(_all_parts(model)):
        described = made if part is model else definitions[part.__name__]
        _describe(described, part, words)
    _tidy(made)
    return made


def _all_parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for part in parts_of(field.annotation):
            yield from _all_parts(part)


def _describe(described: Json, model: type[BaseModel], words: Mapping[str, Iterable[str]]) -> None:
    """Say what each setting is, and which words it takes."""
    settings, texts = described["properties"], docstrings(model)
    settings.pop("origin", None)
    if "required" in described:
        described["required"] = [name for name in described["required"] if name != "origin"]
    for name, field in model.model_fields.items():
        if (setting := settings.get(field.alias or name)) is None:
            continue
        setting["description"] = texts[name]
        if own := _WORDS.get((model.__name__, name)):
            _limit(setting, list(words[own]))


def _limit(setting: Json, words: list[str]) -> None:
    """Let a setting take these words only, be it one of them, several, or a name for an answer."""
    if not words:
        return
    kind = setting.get("type")
    if kind == "array":
        setting["items"] = {"enum": words}
    elif kind == "object":
        setting["propertyNames"] = {"enum": words}
    elif kind == "string":
        setting["enum"] = words
    for choice in setting.get("anyOf", ()):
        _limit(choice, words)


def _tidy(value: object) -> None:
    """Take out what repeats the name of a setting, and close what takes only certain names."""
    if isinstance(value, dict):
        if isinstance(value.get("title"), str):
            del value["title"]
        if "default" in value and value["default"] in (None, [], {}):
            del value["default"]
        if value.get("format") == "date-time":
            # It needs an offset from UTC, and our times are those of London.
            del value["format"]
        if "patternProperties" in value:
            value["additionalProperties"] = False
    for inner in _inner(value):
        _tidy(inner)


def _inner(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
