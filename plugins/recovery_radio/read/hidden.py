"""Addresses that must not be told, looked for in the other words of their file.

`model.place` forgets the address of a hidden place. What a summary, a note or the file's own name
repeats of it, only the file as it was written can show.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from recovery_radio.model.problem import Problem, Severity
from recovery_radio.read.strict_yaml import Values

_FORGOTTEN = ("address", "geo", "name", "postcode", "travel")
_SHOWN = ("town", "county")
# A house number alone gives nothing away, and is in many words.
_LEAST = 5
_HOUSE_NUMBER = re.compile(r"\d+[a-z]?\b", re.IGNORECASE)
# As the model reads it, which takes `yes` for true; whatever else stands there hides as well.
_OPEN = ("false", "no", "n", "f", "off", "0")


def check_hidden(values: Values) -> Iterator[Problem]:
    """Find what gives away a place whose file says `hide_address: true`."""
    places = values.values.get("places")
    numbered = list(enumerate(places)) if isinstance(places, list) else []
    hidden = {
        f"places.{index}": set(_secrets(place)) - {_plain(str(values.values.get("name")))}
        for index, place in numbered
        if isinstance(place, dict) and _hides(place)
    }
    forgotten = tuple(f"{key}.{name}" for key in hidden for name in _FORGOTTEN)
    told = [row for row in _texts(values.values, "") if not row[0].startswith(forgotten)]
    path = PurePosixPath(values.origin.path).stem
    for key, secrets in hidden.items():
        if secrets:
            what = "This place is hidden on the site, and its address stands in this file."
            repair = "If others can see the file, take the address out of it."
            place = f"{key}.hide_address"
            yield values.origin.problem(place, what, repair, "hidden-address", Severity.NOTICE)
        for where, text in told:
            if any(secret in _plain(text) for secret in secrets):
                what = "These words give away the address of a place that is hidden."
                repair = "Write them without house, street and postcode."
                yield values.origin.problem(where, what, repair, "hidden-address")
        if any(secret in _plain(path) for secret in secrets):
            what = "The name of this file gives away the address of a place that is hidden."
            yield Problem(values.origin.path, 1, what, "Rename the file.", "hidden-address")


def _hides(place: dict[str, Any]) -> bool:
    return str(place.get("hide_address", "no")).casefold() not in _OPEN


def _secrets(place: dict[str, Any]) -> Iterator[str]:
    """Give what nobody may read, letters and digits only: a street without its number."""
    shown = {_plain(str(place.get(key))) for key in _SHOWN}
    told = {key: place[key] for key in _FORGOTTEN if key in place and key != "travel"}
    for _, text in _texts(told, ""):
        for part in text.split(","):
            street = _plain(_HOUSE_NUMBER.split(part)[-1])
            secret = street if len(street) >= _LEAST else _plain(part)
            if len(secret) >= _LEAST and secret not in shown:
                yield secret


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Give what can tell of a place, with the dotted name of its key.

    These are every text and every number with a fraction. A whole number is no street, no postcode
    and no position.
    """
    if isinstance(value, str | float):
        yield path, str(value)
    if isinstance(value, list):
        value = dict(enumerate(value))
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from _texts(part, f"{path}.{key}" if path else str(key))
