"""The station's own words: what to say instead, and help beside hard topics.

What a guest says in a recording is theirs: it is told of, and never rewritten.
"""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from recovery_radio.check.lists import misworded_items
from recovery_radio.check.texts import texts_of, words_about, words_of
from recovery_radio.check.wording import Found, find_wording, own_words
from recovery_radio.model.entry import Entry
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Page
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Organisation
from recovery_radio.model.voice import Said

_HELP = ("](helpline:", "help-now", "999")
_MINUTE = 60_000
_OF_EPISODE = ("title", "summary", "chapters", "soundbites", "content_notes", "cover", "notice")
"""Keys under which an episode has words, besides its notes."""
_THEIRS: dict[type[Entry], tuple[str, ...]] = {
    Helpline: ("name", "sources"),
    Organisation: ("name",),
    Said: ("said",),
}
"""Keys of registers under which others' words stand: official names, and what people said."""


class _Text(NamedTuple):
    """Something that the station says."""

    path: str
    line: int
    """On which it begins."""
    words: str

    def line_of(self, place: int) -> int:
        """Give the line of a place in the words."""
        return self.line + self.words.count("\n", 0, place)


def check_language(hub: Hub) -> Iterator[Problem]:
    """Check everything that a reader meets, but names and words that are others'."""
    for text in _texts(hub):
        for found in find_wording(text.words, hub.wording):
            yield _problem(text.path, text.line_of(found.start), found, Severity.WARNING)
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
        yield from _of_page(page)
    for episode in hub.episodes:
        yield from _of_episode(episode)
    for service in hub.services:
        yield from _fields(service, words_about(service))
    # What else people type for a term, its `also`, is theirs and is not shown.
    terms = texts_of(hub.vocabulary)
    shown = (row for row in terms if row[0].endswith((".label", ".explanation")))
    yield from _fields(hub.vocabulary, shown)
    registers = (hub.organisations, hub.helplines, hub.series, hub.topics, hub.sparks, *hub.say)
    for entry in chain.from_iterable(register.values() for register in registers):
        theirs = _THEIRS.get(type(entry), ())
        own = (row for row in words_of(entry) if not row[0].startswith(theirs))
        yield from _fields(entry, own)


def _of_page(page: Page) -> Iterator[_Text]:
    yield from _fields(page, words_of(page, "title", "summary"))
    yield _Text(page.origin.path, page.text_line, page.text)
    for words in page.module.texts() if page.module else ():
        yield _Text(page.origin.path, page.line_of(words), words.text)


def _of_episode(episode: Episode) -> Iterator[_Text]:
    yield from _fields(episode, words_of(episode, *_OF_EPISODE))
    yield _Text(episode.origin.path, episode.notes_line, episode.notes)


def _fields(entry: Entry, texts: Iterable[tuple[str, str]]) -> Iterator[_Text]:
    for key, words in texts:
        yield _Text(entry.origin.path, entry.origin.line(key), words)


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
    texts = list(_of_page(page))
    if page.path == "help-now.md" or any(sign in text.words for sign in _HELP for text in texts):
        return
    for text in texts:
        if found := hub.wording.hard.search(own_words(text.words, hub.wording)):
            yield _no_help(text.path, text.line_of(found.start()), found[0])
            return


def _help_on_episode(episode: Episode, hub: Hub) -> Iterator[Problem]:
    if episode.helplines or any(sign in episode.notes for sign in _HELP):
        return
    own = (text.words for text in _of_episode(episode))
    said = (cue.text for cue in episode.words.cues)
    for words in chain(own, said):
        if found := hub.wording.hard.search(own_words(words, hub.wording)):
            yield _no_help(episode.origin.path, episode.origin.line("helplines"), found[0])
            return


def _no_help(path: str, line: int, topic: str) -> Problem:
    what = f"It speaks of {topic}, and gives nobody to turn to."
    repair = (
        "Add a helpline, such as `[](helpline:samaritans)`, or a link to the page for help now."
    )
    return Problem(path, line, what, repair, "no-help-box", Severity.WARNING)
