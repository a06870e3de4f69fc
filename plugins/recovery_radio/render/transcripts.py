"""The words of a recording as files, in each of the forms that podcast apps read.

All are written from cues, so that they say the same, and nothing else of an author's file. The
HTML form is the episode's own page, from its heading "Transcript" on: times, names and paragraphs
stand there in `<time>`, `<cite>` and `<p>`, as the namespace wants it. A file of its own would be
the same words a second time for search engines, without the player and without the help beside it.

SubRip has no way to write `<`, and apps take what follows it for markup. So angle brackets become
the single quotation marks that look like them.

Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from recovery_radio.model.transcript import Cue
from recovery_radio.render.turns import turns
from recovery_radio.render.vtt import render_vtt, write_time

# Two lines of 32 characters: what a caption shows at once on a phone.
_LINE = re.compile(r"(.{1,32})(?: |$)")
_TOO_LONG = re.compile(r"([^ ]{32})(?=[^ ])")
_LINES_PER_CARD = 2
_NOT_IN_SRT = str.maketrans("<>", "\u2039\u203a")


class Form(NamedTuple):
    """A form of transcript that is a file."""

    name: str
    """Of the file, beside the episode's page."""
    type: str
    """Its media type."""
    render: Callable[[Sequence[Cue]], str]


def render_srt(cues: Sequence[Cue]) -> str:
    """Write SubRip: at most two lines of 32 characters, and a speaker's name where it changes.

    A cue with more words than that becomes several, each with its share of the time.
    """
    cards = (card for cue, text in _told(cues) for card in _cards(cue, text))
    blocks = [
        f"{number}\n{write_time(start, ',')} --> {write_time(end, ',')}\n{text}\n"
        for number, (start, end, text) in enumerate(cards, 1)
    ]
    return "\n".join(blocks)


def render_json(cues: Iterable[Cue]) -> str:
    """Write the JSON form; times are in seconds."""
    segments = [
        ({"speaker": cue.speaker} if cue.speaker else {})
        | {"startTime": cue.start / 1000, "endTime": cue.end / 1000, "body": cue.text}
        for cue in cues
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False) + "\n"


def render_text(cues: Iterable[Cue]) -> str:
    """Write plain text: a paragraph a turn, with the speaker's name where it changes."""
    paragraphs = (
        f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text for turn in turns(cues)
    )
    return "\n\n".join(paragraphs) + "\n"


FORMS = (
    Form("transcript.vtt", "text/vtt", render_vtt),
    Form("transcript.srt", "application/x-subrip", render_srt),
    Form("transcript.json", "application/json", render_json),
    Form("transcript.txt", "text/plain", render_text),
)
"""The best one first."""
WORDS_ON_PAGE = ("#transcript", "text/html")
"""Where the words stand on the page, and its media type."""


def _told(cues: Iterable[Cue]) -> Iterator[tuple[Cue, str]]:
    speaker = ""
    for cue in cues:
        changed = cue.speaker and cue.speaker != speaker
        speaker = cue.speaker
        yield cue, f"{cue.speaker}: {cue.text}" if changed else cue.text


def _cards(cue: Cue, text: str) -> Iterator[tuple[int, int, str]]:
    words = _TOO_LONG.sub(r"\1 ", text.translate(_NOT_IN_SRT))
    lines = _LINE.findall(words)
    cards = [lines[at : at + _LINES_PER_CARD] for at in range(0, len(lines), _LINES_PER_CARD)]
    total, said, start = sum(map(len, lines)), 0, cue.start
    for card in cards:
        said += sum(map(len, card))
        end = cue.start + (cue.end - cue.start) * said // total
        yield start, end, "\n".join(card)
        start = end
