"""Every text of the station, rendered, before any page is made of them.

Drafts included: a draft with a link that leads nowhere is told of before the day it goes out.
"""

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from recovery_radio.check.prose import check_prose
from recovery_radio.host.limits import TooSlow, within_limit
from recovery_radio.host.spread import spread
from recovery_radio.model.hub import Hub
from recovery_radio.model.module import DESK_AID
from recovery_radio.model.page import Html, Mark, Page, Prose
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
    key: str = ""
    """Key of the front matter, for a text that stands there."""

    @property
    def name(self) -> str:
        """What the rendered text goes by."""
        return name_of(self.path, self.key)


def name_of(path: str, key: str) -> str:
    """Give the name of a text of a file's front matter; without a key, that of its own text."""
    return f"{path}#{key}" if key else path


def base_of(url: str) -> str:
    """Give the way from a page's address to the site's root, without a slash at its end."""
    return "/".join([".."] * url.count("/")) or "."


def render_texts(hub: Hub, renderer: ProseRenderer) -> tuple[dict[str, Prose], list[Problem]]:
    """Render the text of every page and episode.

    Returns:
        The texts by `name_of` their file and key, and their problems.
    """
    texts = [
        _Text(p.origin.path, p.text_line, p.text, posixpath.dirname(p.path), p.url, p.marks)
        for p in hub.pages
    ]
    texts += [
        _Text(e.origin.path, e.notes_line, e.notes, e.url.rstrip("/"), e.url) for e in hub.episodes
    ]
    texts += [text for page in hub.pages for text in _of_module(page)]
    # Those that are public are no dead links to begin with.
    hidden = {f"episode:{episode.slug}" for episode in hub.episodes}
    hidden |= {f"episode:{tombstone.slug}" for tombstone in hub.tombstones}
    proses: dict[str, Prose] = {}
    problems: list[Problem] = []
    for text, prose in zip(texts, spread(partial(_render, renderer), texts), strict=True):
        proses[text.name] = prose
        problems += check_prose(text.path, text.text, text.line, prose, hidden)
    return proses, problems


def _of_module(page: Page) -> Iterator[_Text]:
    for words in page.module.texts() if page.module else ():
        if words.is_markdown:
            path, line = page.origin.path, page.line_of(words)
            on_aid = words.key.startswith("module.desk_aid.")
            url = f"{page.url}{DESK_AID}" if on_aid else page.url
            folder = posixpath.dirname(page.path)
            yield _Text(path, line, words.text, folder, url, page.marks, words.key)


def _render(renderer: ProseRenderer, text: _Text) -> Prose:
    render = partial(renderer.render, text.text, text.folder, base_of(text.url), text.marks)
    try:
        return within_limit(render, len(text.text))
    except TooSlow:
        return Prose(Html(""), (), failed="The text takes too long to read.")
