"""What every file that an author writes has in common."""

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from recovery_radio.model.problem import Origin
from recovery_radio.model.text import HttpsUrl, Title

_DAY = re.compile(r"(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _day(value: object) -> object:
    # pydantic takes a number for seconds since 1970, and a year 9999 for one that has a next.
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date_form", "not a day")


Day = Annotated[date, BeforeValidator(_day)]
"""A day, such as `2026-03-12`."""


class Part(BaseModel):
    """A value inside a file: frozen, typed, and with no keys but its own."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", strict=False, coerce_numbers_to_str=False
    )


class Entry(Part):
    """A whole file, which remembers where each of its keys was written."""

    origin: Origin


class Source(Part):
    """Where a fact was taken from."""

    title: Title
    """Title of the page or document."""
    publisher: Title
    """Who published it."""
    year: int
    """Year of publication, or of the last review that the source names."""
    url: HttpsUrl
    """Where it can be read."""
    looked_up: Day
    """Day on which we read it."""
