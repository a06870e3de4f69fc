"""Modules of the training pack: a case that ends on every way, questions, a voice, a desk aid."""

from collections.abc import Iterator
from datetime import datetime

from recovery_radio.check.known import check_names
from recovery_radio.check.lists import is_misworded
from recovery_radio.model.desk_aid import SIDE, height_of
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.module import START, Case, Module, Voice
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Origin, Problem, Severity


def check_modules(hub: Hub, now: datetime) -> Iterator[Problem]:
    """Check every module, and that together they are a pack.

    Args:
        hub: The station.
        now: Time of the build, aware.
    """
    episodes = {episode.slug: episode for episode in hub.episodes}
    gone = {tombstone.slug for tombstone in hub.tombstones}
    modules = [(page, page.module) for page in hub.pages if page.module]
    yield from _numbers(modules)
    for page, module in modules:
        origin = page.origin
        if page.kind != "training":
            what = "`module` belongs to a page of kind `training`, and this is none."
            yield origin.problem("module", what, "Write `kind: training`.", "module-kind")
        yield from _case(origin, module.case)
        yield from _quiz(page, module)
        yield from _desk_aid(page, module)
        if module.voice and module.voice.episode not in gone:
            yield from _voice(origin, module.voice, episodes, now)


def _numbers(modules: list[tuple[Page, Module]]) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for page, module in modules:
        number, key = module.number, "module.number"
        if number in seen:
            what = f"Module {number} is {seen[number]} already."
            repair = "Number the modules from 1 on, each once."
            yield page.origin.problem(key, what, repair, "module-number")
        elif number > len(modules):
            what = f"There is a module {number}, and {len(modules)} in all: a number is left out."
            repair = "Number the modules from 1 on, without a gap."
            yield page.origin.problem(key, what, repair, "module-number")
        seen.setdefault(number, page.path)


def _case(origin: Origin, case: Case) -> Iterator[Problem]:
    if "composed" not in case.opening.lower():
        what = "The case does not say that nobody lived it."
        repair = "Begin with `*This case is composed.*`"
        yield origin.problem("module.case.opening", what, repair, "case-not-composed")
    if START not in case.steps:
        what = f"No step of the case is called `{START}`."
        repair = f"Name the step `{START}` at which it begins."
        yield origin.problem("module.case.steps", what, repair, "case-start")
        return
    place = {name: number for number, name in enumerate(case.in_order)}
    for name, step in case.steps.items():
        key = f"module.case.steps.{name}"
        if name not in place:
            what = f"No choice leads to the step '{name}'."
            repair = f"Write `next: {name}` below a choice, or remove the step."
            yield origin.problem(key, what, repair, "case-unreached")
        for index, choice in enumerate(step.choices):
            if choice.next is None:
                continue
            known, where = list(case.steps), f"{key}.choices.{index}.next"
            if choice.next not in known:
                yield from check_names(origin, where, [choice.next], known, "step", "`steps`")
            elif name in place and place[choice.next] <= place[name]:
                what = f"This leads back to the step '{choice.next}', so the case never ends."
                repair = "Lead to a later step, or leave `next` out to end the case here."
                yield origin.problem(where, what, repair, "case-loop")


def _quiz(page: Page, module: Module) -> Iterator[Problem]:
    for number, question in enumerate(module.quiz):
        key = f"module.quiz.{number}"
        right = sum(answer.right for answer in question.answers)
        if right != 1:
            what = f"{'No' if not right else 'More than one'} answer of this question is right."
            repair = "Write `right: true` below one answer."
            yield page.origin.problem(key, what, repair, "quiz-answer")
        if question.claim:
            where, claims = "`claims`", page.claims
            yield from check_names(
                page.origin, f"{key}.claim", [question.claim], claims, "claim", where
            )


def _voice(
    origin: Origin, voice: Voice, episodes: dict[str, Episode], now: datetime
) -> Iterator[Problem]:
    key = "module.voice.episode"
    episode = episodes.get(voice.episode)
    if episode is None:
        yield from check_names(origin, key, [voice.episode], episodes, "programme", "`episodes/`")
        return
    if not episode.is_public(now):
        # It stops no build, or a programme whose consent runs out would stay up for it.
        what = f"The programme '{voice.episode}' is not public, and the voice is left out."
        repair = "Choose another programme, unless this one will be public."
        yield origin.problem(key, what, repair, "voice-left-out", Severity.NOTICE)
    if not episode.shows_words:
        what = f"The programme '{voice.episode}' has no transcript to take the words from."
        yield origin.problem(key, what, "Choose one that has.", "voice-without-words")
        return
    _, end = voice.milliseconds
    if not voice.said(episode.words.cues) or end > episode.audio.seconds * 1000:
        what = f"Nobody speaks in '{voice.episode}' from {voice.start} to {voice.end}."
        repair = 'Write times that the transcript has, such as `from: "0:21"`.'
        yield origin.problem("module.voice.from", what, repair, "voice-times")


def _desk_aid(page: Page, module: Module) -> Iterator[Problem]:
    for number, box in enumerate(module.desk_aid.boxes):
        for index, line in enumerate(box.lines):
            key = f"module.desk_aid.boxes.{number}.lines.{index}"
            if box.kind == "do-not" and is_misworded(line, forbids=True):
                what = f"A line of a do-not box sounds like advice when it is read alone: '{line}'."
                repair = "Begin each line with `do not`, in small letters."
                yield page.origin.problem(key, what, repair, "do-not-list", Severity.WARNING)
            if box.kind == "do" and is_misworded(line, forbids=False):
                what = f"A line of a do box forbids something: '{line}'."
                repair = "Move it to a box with `kind: do-not`."
                yield page.origin.problem(key, what, repair, "do-not-list", Severity.WARNING)
    height = height_of(page)
    if height > SIDE:
        over = -(-100 * (height - SIDE) // SIDE)
        what = f"The desk aid is about {over:.0f} in a hundred longer than one side of A4."
        repair = "Shorten its lines, or leave the least needed box out."
        yield page.origin.problem("module.desk_aid", what, repair, "long-desk-aid")
