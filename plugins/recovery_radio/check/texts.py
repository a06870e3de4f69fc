"""Every text of an entry, whatever it is made of, with the key under which it was written."""

from collections.abc import Iterator

from pydantic import BaseModel

from recovery_radio.model.entry import Entry

_NO_WORDS = frozenset({"email", "minutes", "online", "phone", "postcode", "report", "web"})


def texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Give the dotted key and the text of everything in an entry that is text."""
    return _texts(entry, "")


def words_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Give what of this is words to read: no addresses, no numbers to ring."""
    return (row for row in texts_of(entry) if row[0].rpartition(".")[2] not in _NO_WORDS)


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "origin":
                yield from _texts(getattr(value, name), f"{key}.{name}" if key else name)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{key}.{index}")
