"""A local or national service, who runs it, and the words in which it is described.

Source for the shape: the findings of the Doncaster, West Kent and West Sussex studies (fares,
childcare, opening hours, a shared door), and the NHS Directory of Services profile.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from recovery_radio.model.entry import Day, Entry, Part, Source
from recovery_radio.model.text import Email, HttpsUrl, Phone, PlainText, Postcode, Slug, Title

Answer = Literal["yes", "no", "ask"]
Weekdays = Annotated[
    str, Field(pattern=r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$")
]
"""A day such as `mon`, or days such as `mon-fri`."""
Span = Annotated[
    str,
    Field(
        pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d(, ([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)*$"
    ),
]
"""Opening hours such as `10:00-16:00`, or `10:00-12:00, 13:00-16:00`."""
Nation = Literal["ENG", "WLS", "SCT", "NIR"]


class Age(Part):
    """Ages that are welcome."""

    min: int | None = Field(default=None, ge=0, le=120)
    """Youngest."""
    max: int | None = Field(default=None, ge=0, le=120)
    """Oldest."""


class ForWhom(Part):
    """Whom the service is for."""

    who: tuple[Slug, ...] = ("anyone",)
    """Terms of the vocabulary's `who`."""
    age: Age | None = None
    """Ages that are welcome, if there is a limit."""


class Session(Part):
    """Hours with a purpose of their own, such as a women's afternoon."""

    label: Title
    """What it is."""
    days: dict[Weekdays, Span]
    """When it is."""


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
    nation: Nation = "ENG"
    """Nation, which decides the bank holidays."""
    hide_address: bool = False
    """For refuges and dry houses: the town is shown and nothing else."""
    travel: PlainText | None = None
    """Which bus or train, and how far to walk."""
    access: dict[Slug, Answer] = {}
    """Terms of the vocabulary's `access`. What is absent is unknown, and is shown as unknown."""
    space: tuple[Slug, ...] = ()
    """Terms of the vocabulary's `space`, such as `needle-exchange-on-site`."""
    hours: (
        Annotated[
            Annotated[dict[Weekdays, Span], Tag("(week)")]
            | Annotated[Literal["always", "by-appointment"], Tag("(word)")],
            Discriminator(lambda value: "(week)" if isinstance(value, dict) else "(word)"),
        ]
        | None
    ) = None
    """When the door is open. Absent means unknown."""
    sessions: tuple[Session, ...] = ()
    """Hours with a purpose of their own."""
    bank_holidays: Literal["open", "closed", "ask"] = "ask"
    """What happens on bank holidays."""


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
    """What a GP needs to know to refer. Shown in the training pack too."""
    places: tuple[Place, ...] = ()
    """Its doors. None for a service by phone or online."""
    online: bool = False
    """Whether it can be used by phone or online from anywhere in its area."""
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
    def review_due(self) -> date:
        """Day from which the facts count as stale."""
        months = int(self.review_every.split()[0])
        year, month = divmod(self.checked.on.year * 12 + self.checked.on.month - 1 + months, 12)
        # The 28th exists in every month: nobody is late because February is short.
        return date(year, month + 1, min(self.checked.on.day, 28))


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


class Term(Part):
    """A word of the vocabulary."""

    label: Title
    """At most four words, shown to the public."""
    explanation: PlainText
    """One sentence in plain words."""


class Need(Term):
    """A reason to look for help, which gathers services of several kinds on one page."""

    kinds: tuple[Slug, ...] = ()
    """Kinds of service that answer it."""
    offers: tuple[Slug, ...] = ()
    """Offers that answer it."""
    who: tuple[Slug, ...] = ()
    """Services for these people answer it."""

    def is_met_by(self, service: ServiceEntry) -> bool:
        """Tell whether the service answers the need."""
        return (
            service.kind in self.kinds
            or not set(self.offers).isdisjoint(service.offers)
            or not set(self.who).isdisjoint(service.for_whom.who)
        )


class Vocabulary(Entry):
    """`services_directory/vocabulary.yml`: every word that an entry may use."""

    kinds: dict[Slug, Term]
    """What a service is."""
    offers: dict[Slug, Term]
    """What can be had there."""
    who: dict[Slug, Term]
    """Whom it is for."""
    substances: dict[Slug, Term]
    """What it helps with."""
    how_in: dict[Slug, Term]
    """Ways in."""
    access: dict[Slug, Term]
    """What makes it possible to come."""
    space: dict[Slug, Term]
    """What the place is like."""
    cost: dict[Slug, Term]
    """What it costs."""
    needs: dict[Slug, Need]
    """Reasons to look for help, each with a page of its own."""
