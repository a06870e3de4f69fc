"""A door to knock on: where it is, when it opens and what decides whether somebody comes.

Fares, childcare, opening hours and a door shared with a needle exchange were named in the
Doncaster, West Kent and West Sussex studies, so they are fields and not small print.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    ModelWrapValidatorHandler,
    Tag,
    model_validator,
)

from recovery_radio.model.entry import Part
from recovery_radio.model.hours import Closure, Hours, Nation, Span
from recovery_radio.model.opening import HOLIDAY_WORDS, Timing
from recovery_radio.model.text import HttpsUrl, PlainText, Postcode, Slug, Title, refusal

Answer = Literal["yes", "no", "ask"]
Holidays = Annotated[
    Annotated[Literal["open", "closed", "ask"], Tag("(word)")] | Annotated[Span, Tag("(span)")],
    Discriminator(
        lambda value: "(span)" if isinstance(value, str) and value[:1].isdigit() else "(word)"
    ),
]
"""What happens on bank holidays: a word, or times such as `10:00-12:00`."""


def _geo(value: object) -> object:
    """Say what is wrong with two numbers, before each of them is looked at by itself."""
    if not isinstance(value, list | tuple):
        return value
    if [type(number) for number in value] not in _NUMBERS:
        what = "is not two numbers."
    elif _in_uk(*value):
        return value
    elif _in_uk(*reversed(value)):
        turned = f"Write `geo: [{value[1]}, {value[0]}]`."
        raise refusal("bad-geo", "has the longitude first.", turned)
    else:
        what = "is not in the UK."
    repair = "Write the latitude, then the longitude, such as `[53.381, -1.470]`."
    raise refusal("bad-geo", what, repair)


def _in_uk(latitude: float, longitude: float) -> bool:
    return 49 <= latitude <= 61 and -9 <= longitude <= 2


_NUMBERS = ([float, float], [float, int], [int, float], [int, int])
_Latitude = Annotated[float, Field(ge=49, le=61)]
_Longitude = Annotated[float, Field(ge=-9, le=2)]
Geo = Annotated[tuple[_Latitude, _Longitude], BeforeValidator(_geo)]
"""Latitude and longitude."""


class Session(Part):
    """Hours with a purpose of their own, such as a women's afternoon or a meeting."""

    label: Title
    """What it is."""
    hours: Hours
    """When it is, in the same forms as the hours of the place."""
    kind: Slug | None = None
    """Term of the vocabulary's `kinds`, if it is of another kind than the service."""
    who: tuple[Slug, ...] = ()
    """Terms of the vocabulary's `who`, if it is for fewer people than the service."""
    online: HttpsUrl | None = None
    """Address of the meeting, if it is held online."""


class Place(Part):
    """A door to knock on."""

    name: Title | None = None
    """What is written on the door, if it is not the service's name."""
    address: tuple[PlainText, ...] = ()
    """Lines of the address, without town and postcode."""
    town: Title
    """Town, which decides on which list the service stands."""
    county: Title | None = None
    """Ceremonial county."""
    postcode: Postcode | None = None
    """Postcode."""
    geo: Geo | None = None
    """Latitude and longitude, such as `[53.381, -1.470]`, if the postcode is not exact enough."""
    nation: Nation = "ENG"
    """Nation, which decides the bank holidays."""
    hide_address: bool = False
    """For refuges and dry houses: the town is shown, sessions that are online, and nothing else."""
    travel: PlainText | None = None
    """Which bus or train, and how far to walk."""
    access: dict[Slug, Answer] = {}
    """Terms of the vocabulary's `access`. What is absent is unknown, and is shown as unknown."""
    space: dict[Slug, Answer] = {}
    """Terms of the vocabulary's `space`, such as `shared-door: no`. Absent means unknown."""
    hours: Hours | None = None
    """When the door is open. Absent means unknown."""
    sessions: tuple[Session, ...] = ()
    """Hours with a purpose of their own."""
    bank_holidays: Holidays = "ask"
    """On bank holidays: `open`, `closed`, `ask`, or other hours such as `"10:00-12:00"`."""
    closures: tuple[Closure, ...] = ()
    """Days on which it is shut."""

    @property
    def timing(self) -> Timing:
        """Everything that decides when its door is open."""
        return Timing(self.hours, self.bank_holidays, self.nation, self.closures)

    @model_validator(mode="wrap")
    @classmethod
    def _hide(cls, data: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        """Forget where a hidden place is and when people come and go there.

        It is done here, so that nothing made from it can tell.
        """
        place = validate(data)
        if not place.hide_address:
            return place
        nothing = dict.fromkeys(("name", "county", "postcode", "geo", "travel"))
        lists = {
            "address": (),
            "closures": (),
            "sessions": tuple(session for session in place.sessions if session.online),
        }
        timed = place.hours not in (None, "always", "by-appointment")
        told = {
            "hours": "by-appointment" if timed else place.hours,
            "bank_holidays": place.bank_holidays if place.bank_holidays in HOLIDAY_WORDS else "ask",
        }
        return place.model_copy(update={**nothing, **lists, **told})
