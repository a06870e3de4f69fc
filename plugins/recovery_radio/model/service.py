"""A local or national service, who runs it, and the words in which it is described.

Source for the shape: the findings of the Doncaster, West Kent and West Sussex studies (fares,
childcare, opening hours, a shared door), and the NHS Directory of Services profile.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from recovery_radio.model.entry import Day, Entry, Part, Source
from recovery_radio.model.freshness import Freshness, Trust, trust_from
from recovery_radio.model.place import Place
from recovery_radio.model.text import Email, HttpsUrl, Phone, PlainText, Slug, Title, refusal

MUTUAL_AID = "mutual-aid"
"""Term of the vocabulary's `kinds`, for groups in which people are anonymous."""
Mode = Literal["in-person", "phone", "online", "home-visit", "mobile"]


class Age(Part):
    """Ages that are welcome."""

    min: int | None = Field(default=None, ge=0, le=120)
    """Youngest."""
    max: int | None = Field(default=None, ge=0, le=120)
    """Oldest."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            what = f"begins at {self.min} and ends at {self.max}."
            raise refusal("out-of-range", what, "Write the younger age as `min`.")
        return self


class ForWhom(Part):
    """Whom the service is for."""

    who: tuple[Slug, ...] = ("anyone",)
    """Terms of the vocabulary's `who`."""
    age: Age | None = None
    """Ages that are welcome, if there is a limit."""


class Contact(Part):
    """How to reach the service without going there."""

    helpline: Slug | None = None
    """A line of `site/data/helplines.yml`, so that its number is written once."""
    phone: Phone | None = None
    """Phone number, in quotes."""
    text: Phone | None = None
    """Number for text messages, in quotes."""
    email: Email | None = None
    """E-mail address."""
    web: HttpsUrl | None = None
    """Web page."""


class Checked(Part):
    """When the facts were last confirmed."""

    on: Day
    """Day."""
    by: Literal["phone", "visit", "email", "web"]
    """How."""
    who: Title
    """Role of the person who did it, never a name."""


class WaitingTime(Part):
    """How long people waited lately."""

    weeks: int = Field(ge=0)
    """Weeks from asking to the first appointment."""
    on: Day
    """Day on which this was said."""


class Capacity(Part):
    """Whether people can start there at the moment."""

    state: Literal["open", "waiting-list", "full"]
    """Whether new people are taken."""
    on: Day
    """Day on which this was said."""


class Alert(Part):
    """News that changes what somebody does today."""

    text: PlainText
    """One sentence, such as that the door has moved."""
    until: Day
    """Last day on which it is shown."""


class ServiceEntry(Entry):
    """One file `services_directory/<id>.yml`."""

    name: Annotated[PlainText, Field(max_length=120)]
    """What people call it."""
    organisation: Slug
    """Who runs it, from `organisations.yml`."""
    kind: Slug
    """What it is, from the vocabulary."""
    summary: Annotated[PlainText, Field(max_length=180)]
    """One sentence that tells a person whether to go there."""
    offers: tuple[Slug, ...] = Field(min_length=1)
    """What can be had there, from the vocabulary."""
    for_whom: ForWhom = ForWhom()
    """Who may come."""
    substances: tuple[Slug, ...] = ("any",)
    """Terms of the vocabulary's `substances`."""
    how_in: tuple[Slug, ...] = Field(min_length=1)
    """Ways in, from the vocabulary: `walk-in`, `self-referral`, `gp-referral` …"""
    run_by: Literal["staff", "staff-with-peers", "peers-with-staff", "peers"] | None = None
    """Who runs it, from staff-led to peer-led."""
    expect: PlainText | None = None
    """What happens when somebody comes for the first time."""
    bring: PlainText | None = None
    """What to bring."""
    gp_note: PlainText | None = None
    """How a GP refers, and what the service needs to know. Shown in the training pack too."""
    tell_patient: PlainText | None = None
    """What a GP can say to somebody about it, in plain words."""
    mode: tuple[Mode, ...] = Field(default=("in-person",), min_length=1)
    """Ways to use it: `in-person`, `phone`, `online`, `home-visit`, `mobile` (it comes round)."""
    places: tuple[Place, ...] = ()
    """Its doors. None for a service by phone or online."""
    serves: tuple[Title, ...] = Field(min_length=1)
    """Towns, counties or nations whose people may use it; `UK` for everybody."""
    contact: Contact
    """How to reach it."""
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ("en",)
    """Languages that are spoken, as codes: `en`, `pl`, `bfi` for British Sign Language."""
    cost: Slug
    """What it costs, from the vocabulary."""
    waiting_time: WaitingTime | None = None
    """How long people waited lately."""
    capacity: Capacity | None = None
    """Whether people can start there at the moment."""
    alert: Alert | None = None
    """News that changes what somebody does today."""
    status: Literal["active", "paused", "closed", "unconfirmed"] = "active"
    """Closed ones are not shown."""
    checked: Checked
    """When the facts were last confirmed."""
    review_every: Literal["3 months", "6 months", "12 months"] = "6 months"
    """How long the facts are trusted."""
    sources: tuple[Source, ...] = ()
    """Where the facts were read. Every service that really exists has at least one."""
    example: bool = False
    """Invented, to show the format. The page says so."""


class Service(ServiceEntry):
    """A service as it is published."""

    id: Slug
    """Name of its file. It may never be used for another service."""

    @property
    def url(self) -> str:
        """Address of its page, relative to the site's root."""
        return f"services/{self.id}/"

    @property
    def towns(self) -> tuple[str, ...]:
        """Towns in which it has a door, in order of mention."""
        return tuple(dict.fromkeys(place.town for place in self.places))

    @property
    def afar(self) -> bool:
        """Whether it can be used by phone or online from anywhere in its area."""
        return "phone" in self.mode or "online" in self.mode

    @property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """What it says of itself in words of the vocabulary, by the list that has them."""
        return {
            "kinds": (self.kind,),
            "offers": self.offers,
            "who": self.for_whom.who,
            "substances": self.substances,
            "mode": self.mode,
            "how_in": self.how_in,
            "cost": (self.cost,),
        }

    @property
    def trust(self) -> Trust:
        """The days on which its facts change their state."""
        return trust_from(self.checked.on, int(self.review_every.split()[0]))

    def freshness(self, today: date) -> Freshness:
        """Tell how far its facts may be trusted on a day."""
        return self.trust.state(today)

    def is_confirmed(self, today: date) -> bool:
        """Tell whether somebody knows that it still runs as described; else no hours are shown."""
        return self.status != "unconfirmed" and self.freshness(today) is not Freshness.EXPIRED

    def tells_open(self, today: date) -> bool:
        """Tell whether a page may say that it is open now."""
        trusted = self.freshness(today) in (Freshness.FRESH, Freshness.DUE)
        return trusted and self.status == "active"


class Organisation(Entry):
    """Who runs services. One entry of `services_directory/organisations.yml`."""

    name: PlainText
    """Its name."""
    about: PlainText
    """One sentence."""
    web: HttpsUrl | None = None
    """Web page."""
    phone: Phone | None = None
    """Phone number to ring when facts are to be confirmed."""
    example: bool = False
    """Invented, to show the format."""
