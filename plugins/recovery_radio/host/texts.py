"""Every text of the station, rendered, before any page is made of them.

Drafts included: a draft with a link that leads nowhere is told of before the day it goes out.
"""

import posixpath
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from recovery_radio.check.prose import check_prose
from recovery_radio.host.limits import TooSlow, within_limit
from recovery_radio.host.spread import spread
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Html, Mark, Prose
from recovery_radio.model.problem import Problem
from recovery_radio.render.prose import ProseRenderer


class _Text(NamedTuple):
    path: str
    line: int
    text: str
    folder: str
    """Folder that its links start from, relative to all pages."""
    url: str
    marks: Mapping[str, Mark] = MappingProxyType({})


def base_of(url: str) -> str:
    """Give the way from a page's address to the site's root, without a slash at its end."""
    return "/".join([".."] * url.count("/")) or "."


def render_texts(hub: Hub, renderer: ProseRenderer) -> tuple[dict[str, Prose], list[Problem]]:
    """Render the text of every page and episode.

    Returns:
        The texts by the path of their file, and their problems.
    """
    texts = [
        _Text(p.origin.path, p.text_line, p.text, posixpath.dirname(p.path), p.url, p.marks)
        for p in hub.pages
    ]
    texts += [
        _Text(e.origin.path, e.notes_line, e.notes, e.url.rstrip("/"), e.url) for e in hub.episodes
    ]
    # Those that are public are no dead links to begin with.
    hidden = {f"episode:{episode.slug}" for episode in hub.episodes}
    hidden |= {f"episode:{tombstone.slug}" for tombstone in hub.tombstones}
    proses: dict[str, Prose] = {}
    problems: list[Problem] = []
    for text, prose in zip(texts, spread(partial(_render, renderer), texts), strict=True):
        proses[text.path] = prose
        problems += check_prose(text.path, text.text, text.line, prose, hidden)
    return proses, problems


def _render(renderer: ProseRenderer, text: _Text) -> Prose:
    render = partial(renderer.render, text.text, text.folder, base_of(text.url), text.marks)
    try:
        return within_limit(render, len(text.text))
    except TooSlow:
        return Prose(Html(""), (), failed="The text takes too long to read.")
