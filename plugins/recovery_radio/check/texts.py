"""Every text of an entry, whatever it is made of, with the key under which it was written."""

from collections.abc import Iterator

from pydantic import BaseModel

from recovery_radio.model.entry import Entry
from recovery_radio.model.service import Service

_NO_WORDS = frozenset({"email", "file", "minutes", "online", "phone", "postcode", "report", "web"})


def texts_of(entry: Entry, *keys: str) -> Iterator[tuple[str, str]]:
    """Give the dotted key and the text of everything in an entry that is text.

    Args:
        entry: What an author wrote.
        keys: The first parts of the keys to look under; all, if there are none.
    """
    for key in keys or type(entry).model_fields:
        if key != "origin":
            yield from _texts(getattr(entry, key), key)


def words_of(entry: Entry, *keys: str) -> Iterator[tuple[str, str]]:
    """Give what of this is words to read: no addresses, no numbers to ring."""
    return (row for row in texts_of(entry, *keys) if row[0].rpartition(".")[2] not in _NO_WORDS)


def words_about(service: Service) -> Iterator[tuple[str, str]]:
    """Give what is told about a service: no names, no addresses, no words of the vocabulary."""
    yield from texts_of(service, "summary", "expect", "bring", "gp_note", "tell_patient", "alert")
    for key, text in texts_of(service, "places"):
        if key.endswith((".travel", ".label", ".note")):
            yield key, text


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{key}.{name}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{key}.{index}")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{key}.{name}")
