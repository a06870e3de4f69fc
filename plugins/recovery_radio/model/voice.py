"""A say in decisions: notices, seats, promises, answers and pilots.

What the studies asked for is a field and not good will: which rung of the ladder a notice is on,
what has been decided already, and by when an answer is due. Whether something is late or
unanswered is worked out from the day of the build, and nobody can write it away.
"""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from recovery_radio.model.entry import Day, Entry, Part
from recovery_radio.model.reach import Reach
from recovery_radio.model.text import HttpsUrl, PlainText, Title

Rung = Literal["inform", "consult", "engage", "co-design", "co-produce", "user-led"]
"""From the bottom up. Source: the ladder of co-production of Think Local Act Personal, which
builds on https://doi.org/10.1080/01944366908977225 (Arnstein 1969), and its own top rung."""
PATIENCE = timedelta(days=90)
"""How long an answer may take. From then on the page says that there is none."""


class Notice(Entry):
    """A decision, and who may have a say in it. One entry of `site/data/involvement.yml`."""

    title: Title
    """What is to be decided."""
    about: PlainText
    """What it is about, and whom it concerns, in a sentence or two."""
    town: Title | None = None
    """Where it applies, if not everywhere."""
    rung: Rung
    """Rung of the ladder: how much of a say people have."""
    already_decided: tuple[PlainText, ...] = Field(min_length=1)
    """What nobody can change any more, one thing a line."""
    still_open: tuple[PlainText, ...]
    """What can change, one thing a line. Empty, `[]`, on the rung `inform` only."""
    ways: tuple[PlainText, ...] = ()
    """How to take part. At least one, on every rung but `inform`."""
    offline: PlainText
    """How to take part, or to ask, without a computer."""
    expenses: PlainText
    """What is paid: fares, childcare, a meal, the time. Also say if nothing is."""
    closes: Day | None = None
    """Last day to take part. Needed on every rung but `inform`."""
    result_due: Day
    """Day by which the result is told here."""
    result: PlainText | None = None
    """What came of it, and what people's part in it changed."""
    result_on: Day | None = None
    """Day on which it was told."""
    organiser: Reach
    """Who asks, by role, and how to reach them."""
    example: bool = False
    """Whether it is invented. It says so."""

    def state(self, today: date) -> Literal["open", "waiting", "late", "told"]:
        """Tell where it stands on a day."""
        if self.result is not None:
            return "told"
        if self.closes is not None and today <= self.closes:
            return "open"
        return "waiting" if today <= self.result_due else "late"


class Proposal(Part):
    """What a group of elected people put forward, and what became of it."""

    what: PlainText
    """What they ask for."""
    on: Day
    """Day of the vote."""
    for_it: int = Field(ge=0)
    """Votes for it."""
    against: int = Field(ge=0)
    """Votes against it."""
    became: PlainText | None = None
    """What the services or the council answered. Absent while there is no answer."""


class Group(Entry):
    """A body that decides or advises. One entry of `site/data/council.yml`."""

    name: Title
    """What it is called."""
    decides: PlainText
    """What it decides, or on what it is heard."""
    town: Title | None = None
    """Where."""
    elected: bool = False
    """Whether people who use services elect all of it, as in the council model."""
    seats: int = Field(ge=1, le=100)
    """Seats for people who use services."""
    filled: int = Field(ge=0, le=100)
    """How many of them are taken."""
    chosen: PlainText
    """How people come to a seat: by whose vote, for how long."""
    next_election: Day | None = None
    """Next day of voting, or of choosing."""
    stand: PlainText | None = None
    """How to stand, and until when."""
    support: PlainText | None = None
    """What somebody on a seat gets: training, fares, payment, a person to go with."""
    last_meeting: Day | None = None
    """When it last met."""
    next_meeting: Day | None = None
    """When it meets next."""
    minutes: HttpsUrl | None = None
    """Where its minutes can be read."""
    proposals: tuple[Proposal, ...] = ()
    """What it put forward, with the votes."""
    reach: Reach
    """Who answers questions about it, by role."""
    example: bool = False
    """Whether it is invented. It says so."""

    @property
    def free(self) -> int:
        """How many seats are empty."""
        return self.seats - self.filled


class Commitment(Entry):
    """A promise of either side. One entry of `site/data/commitments.yml`."""

    promise: PlainText
    """What was promised, in one sentence."""
    side: Literal["services", "people"]
    """Who promised it: `services` for those who run or pay, `people` for those who use them."""
    by: Title
    """Body or role that promised it."""
    town: Title | None = None
    """Where."""
    made: Day
    """Day of the promise."""
    due: Day
    """By when it was to be done."""
    kept: Day | None = None
    """Day on which it was done."""
    dropped: Day | None = None
    """Day on which it was given up."""
    outcome: PlainText | None = None
    """What became of it. Needed if it was dropped: the reason."""
    example: bool = False
    """Whether it is invented. It says so."""

    def state(self, today: date) -> Literal["kept", "dropped", "late", "running"]:
        """Tell where it stands on a day."""
        if self.kept:
            return "kept"
        if self.dropped:
            return "dropped"
        return "late" if today > self.due else "running"


class Reply(Part):
    """What was answered to something that people said."""

    kind: Literal["did", "in-part", "did-not"]
    """Whether it was done, done in part, or not done."""
    what: PlainText
    """What was done, or what there is instead."""
    why: PlainText | None = None
    """Why not, or why not all of it. Needed for `did-not` and `in-part`."""
    on: Day
    """Day of the answer."""
    by: Title
    """Body or role that answers."""


class Said(Entry):
    """Something that people said. One entry of `site/data/you_said.yml`."""

    said: PlainText
    """What was said, in people's own words where they allow it."""
    on: Day
    """When."""
    way: PlainText
    """By what way: a survey, a meeting, a card in a box. Not by whom."""
    to: Title
    """Body or role that has to answer."""
    town: Title | None = None
    """Where."""
    reply: Reply | None = None
    """The answer, when there is one."""
    example: bool = False
    """Whether it is invented. It says so."""

    def is_unanswered(self, today: date) -> bool:
        """Tell whether an answer has been missing for too long."""
        return self.reply is None and today - self.on > PATIENCE


class Pilot(Entry):
    """Something that is being tried out. One entry of `site/data/pilots.yml`."""

    title: Title
    """What it is called."""
    aim: PlainText
    """What it is to find out, or to change, and for whom."""
    town: Title | None = None
    """Where."""
    started: Day
    """When it began."""
    ends: Day
    """When it ends, or ended."""
    stopped: Day | None = None
    """Day on which it was stopped before its end."""
    learned: PlainText | None = None
    """What was learned. Needed once it is over."""
    run_by: Title
    """Body or role that runs it, and whether peers do."""
    example: bool = False
    """Whether it is invented. It says so."""

    def state(self, today: date) -> Literal["planned", "running", "stopped", "over"]:
        """Tell where it stands on a day."""
        if self.stopped and self.stopped <= today:
            return "stopped"
        if today < self.started:
            return "planned"
        return "running" if today <= self.ends else "over"
