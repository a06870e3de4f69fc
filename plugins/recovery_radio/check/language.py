"""The station's own words: what to say instead, and help beside hard topics.

What a guest says in a recording is theirs: it is told of, and never rewritten.
"""

import posixpath
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from recovery_radio.check.lists import misworded_items
from recovery_radio.check.texts import words_of
from recovery_radio.check.wording import Found, find_wording, own_words
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Origin, Problem, Severity
from recovery_radio.model.service import Service

_HELP = ("](helpline:", "help-now", "999")
_MINUTE = 60_000


class _Text(NamedTuple):
    """Something that the station says."""

    path: str
    line: int
    """On which it begins."""
    words: str


def check_language(hub: Hub) -> Iterator[Problem]:
    """Check everything that a reader meets."""
    for text in _texts(hub):
        for found in find_wording(text.words, hub.wording):
            line = text.line + text.words.count("\n", 0, found.start)
            yield _problem(text.path, line, found, Severity.WARNING)
    for page in hub.pages:
        if page.kind != "manual":
            yield from _lists(page)
            yield from _help_on_page(page, hub)
    for episode in hub.episodes:
        yield from _spoken(episode, hub)
        yield from _help_on_episode(episode, hub)


def _problem(path: str, line: int, found: Found, severity: Severity, place: str = "") -> Problem:
    what = f"{place}'{found.words}': {found.rule.why}"
    if severity is Severity.NOTICE:
        repair = "A guest's words stay as they are; in your own, see the manual for a better one."
    else:
        repair = found.rule.instead
    if found.kind == "judging":
        return Problem(path, line, what, repair, "judging-word", severity)
    if found.kind == "promises":
        return Problem(path, line, what, repair, "promise", severity)
    return Problem(path, line, what, repair, "method-detail", severity)


def _texts(hub: Hub) -> Iterator[_Text]:
    """Give everything but official names and what is spoken."""
    for page in hub.pages:
        yield from _fields(page.origin, title=page.title, summary=page.summary)
        yield _Text(page.origin.path, page.text_line, page.text)
        for words in page.module.texts() if page.module else ():
            yield _Text(page.origin.path, page.line_of(words), words.text)
    for episode in hub.episodes:
        yield from _fields(episode.origin, title=episode.title, summary=episode.summary)
        for number, chapter in enumerate(episode.chapters):
            yield from _fields(episode.origin, **{f"chapters.{number}.title": chapter.title})
        yield _Text(episode.origin.path, episode.notes_line, episode.notes)
    for service in hub.services:
        yield from _service(service)
    for organisation in hub.organisations.values():
        yield from _fields(organisation.origin, about=organisation.about)
    for line in hub.helplines.values():
        yield from _fields(line.origin, about=line.about)
    for series in hub.series.values():
        yield from _fields(series.origin, title=series.title, summary=series.summary)
    for topic in hub.topics.values():
        yield from _fields(topic.origin, label=topic.label, summary=topic.summary)
    for entry in chain.from_iterable(register.values() for register in hub.say):
        # What people said stands in their own words.
        yield from _fields(entry.origin, **{k: t for k, t in words_of(entry) if k != "said"})


def _service(service: Service) -> Iterator[_Text]:
    own = ("summary", "expect", "bring", "gp_note", "tell_patient")
    yield from _fields(service.origin, **{key: getattr(service, key) or "" for key in own})
    if service.alert:
        yield from _fields(service.origin, **{"alert.text": service.alert.text})
    for index, place in enumerate(service.places):
        for number, session in enumerate(place.sessions):
            key = f"places.{index}.sessions.{number}.label"
            yield from _fields(service.origin, **{key: session.label})


def _fields(origin: Origin, **texts: str) -> Iterator[_Text]:
    for key, words in texts.items():
        yield _Text(origin.path, origin.line(key), words)


def _lists(page: Page) -> Iterator[Problem]:
    for number, words, forbids in misworded_items(page.text):
        line = page.text_line + number
        if forbids:
            what = f"An item of a do-not list sounds like advice when it is read alone: '{words}'."
            repair = "Begin each item with `do not`, in small letters."
        else:
            what = f"An item of a do list forbids something: '{words}'."
            repair = "Move it to a list with the heading `Do not`."
        yield Problem(page.origin.path, line, what, repair, "do-not-list", Severity.WARNING)


def _spoken(episode: Episode, hub: Hub) -> Iterator[Problem]:
    folder = posixpath.dirname(episode.origin.path)
    path = f"{folder}/{episode.transcript}" if episode.transcript else episode.origin.path
    for cue in episode.words.cues:
        minutes, rest = divmod(cue.start, _MINUTE)
        place = f"At {minutes}:{rest // 1000:02} somebody says "
        for found in find_wording(cue.text, hub.wording):
            yield _problem(path, 1, found, Severity.NOTICE, place)


def _help_on_page(page: Page, hub: Hub) -> Iterator[Problem]:
    origin = page.origin
    texts = [(origin.line(key), getattr(page, key)) for key in ("title", "summary")]
    texts.append((page.text_line, page.text))
    if page.module:
        texts += [(page.line_of(words), words.text) for words in page.module.texts()]
    if page.path == "help-now.md" or any(sign in text for sign in _HELP for _, text in texts):
        return
    for line, text in texts:
        if found := hub.wording.hard.search(own_words(text, hub.wording)):
            yield _no_help(origin.path, line + text.count("\n", 0, found.start()), found[0])
            return


def _help_on_episode(episode: Episode, hub: Hub) -> Iterator[Problem]:
    if episode.helplines or any(sign in episode.notes for sign in _HELP):
        return
    said = (cue.text for cue in episode.words.cues)
    notes = (note.label for note in episode.content_notes)
    for words in (episode.title, episode.summary, *notes, episode.notes, *said):
        if found := hub.wording.hard.search(own_words(words, hub.wording)):
            yield _no_help(episode.origin.path, episode.origin.line("helplines"), found[0])
            return


def _no_help(path: str, line: int, topic: str) -> Problem:
    what = f"It speaks of {topic}, and gives nobody to turn to."
    repair = (
        "Add a helpline, such as `[](helpline:samaritans)`, or a link to the page for help now."
    )
    return Problem(path, line, what, repair, "no-help-box", Severity.WARNING)
