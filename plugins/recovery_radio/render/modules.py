"""A module of the training pack as it is shown: one value for its page, the PDF and the package.

Steps are numbered in the order in which a reader may come to them, so that a page that shows all
of them reads forwards, and "go on to step 3" leads down.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from recovery_radio.model.desk_aid import size_of
from recovery_radio.model.entry import Source
from recovery_radio.model.episode import Episode
from recovery_radio.model.module import DESK_AID, Box, Case, Choice, Module, Question, Voice
from recovery_radio.model.page import Html, Page, Prose
from recovery_radio.render.turns import Turn, turns

# What a certificate holds in letters of 11 pt, in Chromium with a wide typeface.
_CERTIFICATE_WIDE, _CERTIFICATE_ROWS = 75, 28
HtmlOf = Callable[[str], Html]
"""Gives what became of a text of the front matter, by its key."""


class Quote(NamedTuple):
    """The patient's voice."""

    episode: Episode
    turns: tuple[Turn, ...]
    start: int
    """Seconds."""
    end: int
    """Seconds."""

    @property
    def url(self) -> str:
        """Address of the programme's page at that time, relative to the site's root."""
        return f"{self.episode.url}#t={self.start}"

    @property
    def is_synthetic(self) -> bool:
        """Whether no person is heard."""
        return self.episode.consent.level == "synthetic"


class ChoiceView(NamedTuple):
    """A choice of a step."""

    say: str
    feedback: Html
    verdict: str
    """`good`, `fair` or `poor`."""
    next: int
    """Number of the step that follows; 0 where the case ends."""


class StepView(NamedTuple):
    """A step of the case."""

    number: int
    """From 1."""
    after: tuple[tuple[int, str], ...]
    """Choices that lead here, each with the number of its step."""
    ask: Html
    choices: tuple[ChoiceView, ...]

    @property
    def id(self) -> str:
        """Its name on the page."""
        return f"step-{self.number}"


class AnswerView(NamedTuple):
    """An answer of a question."""

    say: str
    feedback: Html
    right: bool


class QuestionView(NamedTuple):
    """A question."""

    number: int
    """From 1."""
    ask: Html
    answers: tuple[AnswerView, ...]
    sources: tuple[tuple[int, Source], ...]
    """What the right answer rests on, with the numbers that the page's list gives them."""


class BoxView(NamedTuple):
    """A box of the desk aid."""

    heading: str
    kind: str
    """`plain`, `do`, `do-not` or `emergency`."""
    lines: tuple[Html, ...]


class ModuleView(NamedTuple):
    """A module. Links in its texts are relative to `page.url`; those of boxes to `aid_url`."""

    page: Page
    module: Module
    prose: Prose
    quote: Quote | None
    """Absent where the programme is not public."""
    opening: Html
    steps: tuple[StepView, ...]
    questions: tuple[QuestionView, ...]
    boxes: tuple[BoxView, ...]
    aid_sources: tuple[tuple[int, Source], ...]
    """Those that the boxes name, with the numbers that the page's list gives them."""

    @property
    def aid_size(self) -> str:
        """Size of the desk aid's letters on paper."""
        return size_of(self.page)

    @property
    def aid_url(self) -> str:
        """Address of the desk aid, relative to the site's root."""
        return f"{self.page.url}{DESK_AID}"


def module_view(
    page: Page, module: Module, prose: Prose, html_of: HtmlOf, episodes: Mapping[str, Episode]
) -> ModuleView:
    """Put a module together.

    Args:
        page: Its page.
        module: What the page says about it.
        prose: The page's text.
        html_of: The other texts.
        episodes: Public programmes, by slug.
    """
    return ModuleView(
        page=page,
        module=module,
        prose=prose,
        quote=quote_of(module.voice, episodes),
        opening=html_of("module.case.opening"),
        steps=tuple(_steps(module.case, html_of)),
        questions=tuple(
            _question(number, question, page, html_of)
            for number, question in enumerate(module.quiz)
        ),
        boxes=tuple(_box(n, box, html_of) for n, box in enumerate(module.desk_aid.boxes)),
        aid_sources=tuple(_aid_sources(page, module)),
    )


def modules_of(pages: Iterable[Page]) -> list[tuple[Page, Module]]:
    """Give the modules of a station, in the order of the pack."""
    found = ((page, page.module) for page in pages if page.module)
    return sorted(found, key=lambda each: each[1].number)


def is_crowded(modules: Iterable[Module]) -> bool:
    """Tell whether the outcomes of all modules need small letters to fit on one certificate."""
    outcomes = (outcome for module in modules for outcome in module.outcomes)
    return sum(-(-len(outcome) // _CERTIFICATE_WIDE) for outcome in outcomes) > _CERTIFICATE_ROWS


def _steps(case: Case, html_of: HtmlOf) -> Iterator[StepView]:
    numbers = {name: number for number, name in enumerate(case.in_order, 1)}
    for name, number in numbers.items():
        key = f"module.case.steps.{name}"
        choices = enumerate(case.steps[name].choices)
        yield StepView(
            number,
            tuple(
                (numbers[before], choice.say)
                for before in numbers
                for choice in case.steps[before].choices
                if choice.next == name
            ),
            html_of(f"{key}.ask"),
            tuple(_choice(f"{key}.choices.{n}", choice, numbers, html_of) for n, choice in choices),
        )


def _choice(key: str, choice: Choice, numbers: Mapping[str, int], html_of: HtmlOf) -> ChoiceView:
    following = numbers.get(choice.next or "", 0)
    return ChoiceView(choice.say, html_of(f"{key}.feedback"), choice.verdict, following)


def _question(number: int, question: Question, page: Page, html_of: HtmlOf) -> QuestionView:
    key = f"module.quiz.{number}"
    answers = (
        AnswerView(answer.say, html_of(f"{key}.answers.{n}.feedback"), answer.right)
        for n, answer in enumerate(question.answers)
    )
    mark = page.marks.get(question.claim or "")
    sources = ((n, page.sources[n - 1]) for n in (mark.sources if mark else ()))
    return QuestionView(number + 1, html_of(f"{key}.ask"), tuple(answers), tuple(sources))


def _box(number: int, box: Box, html_of: HtmlOf) -> BoxView:
    key = f"module.desk_aid.boxes.{number}.lines"
    return BoxView(
        box.heading, box.kind, tuple(html_of(f"{key}.{n}") for n, _ in enumerate(box.lines))
    )


def _aid_sources(page: Page, module: Module) -> Iterator[tuple[int, Source]]:
    lines = [line for box in module.desk_aid.boxes for line in box.lines]
    marks = (mark for name, mark in page.marks.items() if f"[^{name}]" in " ".join(lines))
    for number in sorted({number for mark in marks for number in mark.sources}):
        yield number, page.sources[number - 1]


def quote_of(voice: Voice | None, episodes: Mapping[str, Episode]) -> Quote | None:
    """Take the words of a voice out of the transcript of its programme.

    Returns:
        Nothing where the programme, or its transcript, is not public.
    """
    episode = episodes.get(voice.episode) if voice else None
    if not voice or not episode or not episode.shows_words:
        return None
    start, end = voice.milliseconds
    # A time in an address is a whole second.
    said = tuple(turns(voice.said(episode.words.cues)))
    return Quote(episode, said, start // 1000, -(-end // 1000))
