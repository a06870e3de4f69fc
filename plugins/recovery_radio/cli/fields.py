"""`radio fields`: the settings of each kind of file, as a table in Markdown.

Taken from the models, so that the manual (whose tables are this output) cannot say otherwise.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any, get_args

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from recovery_radio.model.alliance import Alliance
from recovery_radio.model.entry import Source
from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.event import Event
from recovery_radio.model.module import Module
from recovery_radio.model.page import PageSettings
from recovery_radio.model.register import Helpline, Series, Topic
from recovery_radio.model.service import Organisation, ServiceEntry
from recovery_radio.model.spark import SparkYear
from recovery_radio.model.station import Channel
from recovery_radio.model.survey import Survey
from recovery_radio.model.vocabulary import Need, Term, Vocabulary
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said

KINDS: dict[str, type[BaseModel]] = {
    "episode": EpisodeSettings,
    "service": ServiceEntry,
    "page": PageSettings,
    "module": Module,
    "organisation": Organisation,
    "vocabulary": Vocabulary,
    "term": Term,
    "need": Need,
    "helpline": Helpline,
    "series": Series,
    "topic": Topic,
    "small-sparks": SparkYear,
    "source": Source,
    "channel": Channel,
    "notice": Notice,
    "group": Group,
    "commitment": Commitment,
    "said": Said,
    "survey": Survey,
    "pilot": Pilot,
    "event": Event,
    "alliance": Alliance,
}
# These recur in several kinds of file, or are long, and have a table of their own.
_SHARED = (Source, Term, Need, Module)


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
def fields(kind: str) -> None:
    """Print the settings of one KIND of file."""
    click.echo(table_of(KINDS[kind]), nl=False)


def table_of(model: type[BaseModel]) -> str:
    """Write the table of a model's settings, those of its parts included."""
    rows = ["| setting | needed | what it is |", "| --- | --- | --- |", *_rows(model, "")]
    return "\n".join(rows) + "\n"


def _rows(model: type[BaseModel], prefix: str) -> Iterator[str]:
    words = docstrings(model)
    for name, field in model.model_fields.items():
        if name == "origin":
            continue
        key = prefix + (field.alias or name)
        needed = "yes" if field.is_required() else "no"
        text = words[name].replace("|", "\\|")
        yield f"| `{key}` | {needed} | {text}{_choices(field)} |"
        # A value may have one of several forms that share some settings.
        parts = [part for part in parts_of(field.annotation) if part not in _SHARED]
        rows = (row for part in parts for row in _rows(part, f"{key}."))
        yield from {row.split("|")[1]: row for row in rows}.values()


def _choices(field: FieldInfo) -> str:
    values = [v for v in get_args(field.annotation) if isinstance(v, str)]
    return f" One of: {', '.join(f'`{v}`' for v in values)}." if values else ""


def parts_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models that a value is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_of(inner)


def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Give the text below each field of a class and of those that it extends."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if not issubclass(cls, BaseModel) or cls is BaseModel:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, text in zip(body.body, body.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                value = ast.literal_eval(text.value)
                found[ast.unparse(field.target)] = " ".join(str(value).split())
    return found
