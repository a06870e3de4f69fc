"""What every file that an author writes has in common."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from recovery_radio.model.problem import Origin
from recovery_radio.model.text import HttpsUrl, Title


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
    looked_up: date
    """Day on which we read it."""
