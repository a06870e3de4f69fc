"""Transcripts as WebVTT, for podcast apps and the captions of players.

Written anew from cues, so that nothing of an author's file goes public but words, times and
speakers. Lines are broken at 65 characters, which podcast apps show whole.

Sources: https://www.w3.org/TR/webvtt1/#file-structure,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

import re
from collections.abc import Iterable

from recovery_radio.model.transcript import Cue

_LINE = re.compile(r"(.{1,65}|[^ ]+)(?: |$)")


def render_vtt(cues: Iterable[Cue]) -> str:
    """Render a transcript; times are exact to the millisecond.

    Args:
        cues: In order of their times, each with words.
    """
    blocks = ["WEBVTT\n"]
    for cue in cues:
        voice = f"<v {_escape(cue.speaker)}>" if cue.speaker else ""
        words = _escape("\n".join(_LINE.findall(cue.text)))
        blocks.append(f"{write_time(cue.start)} --> {write_time(cue.end)}\n{voice}{words}\n")
    return "\n".join(blocks)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_time(milliseconds: int, point: str = ".") -> str:
    """Write a time of a recording such as `01:02:03.004`; hours have two digits or more."""
    seconds, fraction = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:03}"
