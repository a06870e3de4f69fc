"""A module of the training pack: what somebody can do afterwards, a case, questions, a desk aid.

It stands in the front matter of its page, whose text is what the module teaches. The case is a
way of steps: each choice has its feedback, and leads to a later step or ends the case. What was
chosen is kept nowhere.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from recovery_radio.model.entry import Part
from recovery_radio.model.text import Paragraphs, PlainText, Slug, Title
from recovery_radio.model.times import Timestamp, parse_timestamp
from recovery_radio.model.transcript import Cue

START = "start"
"""Name of the first step of every case."""
DESK_AID = "desk-aid/"
"""Where the desk aid lies, below the page of its module."""
# The certificate prints those of all modules on one side of A4.
Outcome = Annotated[PlainText, Field(max_length=120)]
Line = Annotated[PlainText, Field(max_length=200)]


class Voice(Part):
    """A stretch of a programme in which somebody speaks as a patient, or for one."""

    episode: Slug
    """Name of the programme's folder."""
    start: Timestamp = Field(alias="from")
    """When the stretch begins."""
    end: Timestamp = Field(alias="to")
    """When it is over. The words in between are taken from the transcript."""

    @property
    def milliseconds(self) -> tuple[int, int]:
        """Its start and its end."""
        return parse_timestamp(self.start), parse_timestamp(self.end)

    def said(self, cues: Iterable[Cue]) -> list[Cue]:
        """Give those that begin in it. They may begin a little after it does."""
        start, end = self.milliseconds
        return [cue for cue in cues if start <= cue.start < end]


class Choice(Part):
    """Something that a reader may say or do."""

    say: PlainText
    """The words, or what is done, without markup."""
    feedback: PlainText
    """What comes of it, and why."""
    verdict: Literal["good", "fair", "poor"]
    """How it does, told to the reader in words."""
    next: Slug | None = None
    """Step that follows. Without one the case ends here."""


class Step(Part):
    """A point of the case at which the reader decides."""

    ask: PlainText
    """What has happened since, and the question."""
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=4)
    """What the reader may choose, in the order in which it is shown."""


class Case(Part):
    """A composed patient, and what the reader does."""

    opening: Paragraphs
    """Who comes, and why. Say that the case is composed."""
    steps: dict[Slug, Step] = Field(min_length=1, max_length=12)
    """By name. The first is called `start`."""

    @property
    def in_order(self) -> tuple[str, ...]:
        """Names of the steps that can be reached, each after all that lead to it.

        In a case that goes round, which the check refuses, some choice leads backwards.
        """
        done: list[str] = []
        seen: set[str] = set()

        def visit(name: str) -> None:
            if name in seen or name not in self.steps:
                return
            seen.add(name)
            # The last choice first, so that what follows the first choice comes first.
            for choice in reversed(self.steps[name].choices):
                visit(choice.next or "")
            done.append(name)

        visit(START)
        return tuple(reversed(done))


class Answer(Part):
    """An answer to choose."""

    say: PlainText
    """The answer, without markup."""
    feedback: PlainText
    """Why it is right or wrong."""
    right: bool = False
    """Whether it is the right one. Of each question one is."""


class Question(Part):
    """A question with one right answer."""

    ask: PlainText
    """The question."""
    answers: tuple[Answer, ...] = Field(min_length=3, max_length=4)
    """What the reader may answer, in the order in which it is shown."""
    claim: Slug | None = None
    """Claim of the page that the right answer rests on; its sources are shown."""


class Box(Part):
    """A box of a desk aid."""

    heading: Title
    """A few words."""
    lines: tuple[Line, ...] = Field(min_length=1, max_length=12)
    """Short lines. In a box of kind `do-not` each begins with `do not`."""
    kind: Literal["plain", "do", "do-not", "emergency"] = "plain"
    """How the box looks, and what is said before its heading to those who listen."""


class DeskAid(Part):
    """One side of A4 to keep beside the screen."""

    title: Title
    """What it is called."""
    boxes: tuple[Box, ...] = Field(min_length=3, max_length=8)
    """In the order in which they are needed."""


class Words(NamedTuple):
    """A text of a module."""

    key: str
    """Where it stands in the front matter: `module.quiz.0.ask`."""
    text: str
    is_markdown: bool


class Module(Part):
    """What makes a page a module of the training pack."""

    number: int = Field(ge=1)
    """Its place in the pack, from 1."""
    minutes: int = Field(ge=1, le=60)
    """How long it takes."""
    outcomes: tuple[Outcome, ...] = Field(min_length=1, max_length=4)
    """What somebody can do afterwards. Each goes on from "After this you can"."""
    voice: Voice | None = None
    """A stretch of a programme to hear first."""
    case: Case
    """What the reader decides in."""
    quiz: tuple[Question, ...] = Field(min_length=4, max_length=6)
    """Questions with feedback for every answer."""
    desk_aid: DeskAid
    """What stays on the desk."""

    def texts(self) -> Iterator[Words]:
        """Give everything that a reader meets, in the order of the page."""
        for index, outcome in enumerate(self.outcomes):
            yield Words(f"module.outcomes.{index}", outcome, False)
        yield Words("module.case.opening", self.case.opening, True)
        for name, step in self.case.steps.items():
            key = f"module.case.steps.{name}"
            yield Words(f"{key}.ask", step.ask, True)
            yield from _choices(f"{key}.choices", step.choices)
        for number, question in enumerate(self.quiz):
            key = f"module.quiz.{number}"
            yield Words(f"{key}.ask", question.ask, True)
            yield from _choices(f"{key}.answers", question.answers)
        yield Words("module.desk_aid.title", self.desk_aid.title, False)
        for number, box in enumerate(self.desk_aid.boxes):
            key = f"module.desk_aid.boxes.{number}"
            yield Words(f"{key}.heading", box.heading, False)
            for index, line in enumerate(box.lines):
                yield Words(f"{key}.lines.{index}", line, True)


def _choices(key: str, choices: Iterable[Choice | Answer]) -> Iterator[Words]:
    for index, choice in enumerate(choices):
        yield Words(f"{key}.{index}.say", choice.say, False)
        yield Words(f"{key}.{index}.feedback", choice.feedback, True)
