"""A transcript as a person reads it: a paragraph a turn, and a long turn in pieces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recovery_radio.model.transcript import Cue
from recovery_radio.render.words import clock

_LONGEST = 30_000
"""Milliseconds after which a turn goes on in a new paragraph, with a time to jump to."""


class Turn(NamedTuple):
    """A paragraph of a transcript."""

    seconds: int
    clock: str
    """Its start, such as `1:05`."""
    speaker: str
    """Empty where the paragraph before has the same speaker."""
    text: str


def turns(cues: Iterable[Cue]) -> Iterator[Turn]:
    """Gather cues into paragraphs."""
    start, speaker, told = 0, "", ""
    words: list[str] = []
    for cue in cues:
        if words and (cue.speaker != speaker or cue.start - start >= _LONGEST):
            yield Turn(start // 1000, clock(start), told, " ".join(words))
            words = []
        if not words:
            start, told = cue.start, "" if cue.speaker == speaker else cue.speaker
            speaker = cue.speaker
        words.append(cue.text)
    if words:
        yield Turn(start // 1000, clock(start), told, " ".join(words))
