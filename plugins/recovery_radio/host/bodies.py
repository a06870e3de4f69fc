"""From page sources to the HTML inside a page.

All bodies are made before MkDocs begins, over all cores: what a page says is a pure function of
its source, and only the frame around it needs MkDocs.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from recovery_radio.check.prose import check_prose
from recovery_radio.host.limits import TooSlow, within_limit
from recovery_radio.host.spread import spread
from recovery_radio.model.page import Html, Prose
from recovery_radio.model.problem import Problem
from recovery_radio.render.prose import ProseRenderer
from recovery_radio.render.turns import turns
from recovery_radio.render.words import FILTERS


class PageSource(NamedTuple):
    """One page of the site, before it is rendered."""

    uri: str
    """What MkDocs calls it: a path ending in `.md`."""
    url: str
    """Address, relative to the site's root."""
    title: str
    summary: str
    kind: str
    """Filter of the search: programme, service, guidance, training or page."""
    template: str
    """Template of its body."""
    context: Mapping[str, Any]
    updated: date | None = None
    path: str = ""
    """File to name in problems; empty for a page without prose."""
    folder: str = ""
    """Folder that links in its prose start from, relative to all pages."""
    text: str = ""
    """Its prose, in Markdown."""
    text_line: int = 1


class Body(NamedTuple):
    """A page's inside, made. It waits compressed until MkDocs asks for it."""

    packed: bytes
    prose: Prose

    @property
    def html(self) -> str:
        """What to put into the frame."""
        return zlib.decompress(self.packed).decode()


def base_of(url: str) -> str:
    """Give the way from a page's address to the site's root, without a slash at its end."""
    return "/".join([".."] * url.count("/")) or "."


def body_environment(folders: Sequence[str]) -> Environment:
    """Make the environment of body templates: escaped, and strict about names."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS, turns=turns)
    return environment


def make_bodies(
    sources: list[PageSource], environment: Environment, renderer: ProseRenderer
) -> tuple[dict[str, Body], list[Problem]]:
    """Render the inside of every page.

    Returns:
        Bodies by the name that MkDocs uses, and the problems of their texts.
    """
    bodies: dict[str, Body] = {}
    problems: list[Problem] = []
    made: Iterable[Body] = spread(partial(_make, environment, renderer), sources)
    for source, body in zip(sources, made, strict=True):
        bodies[source.uri] = body
        problems += check_prose(source.path, source.text, source.text_line, body.prose)
    return bodies, problems


def _make(environment: Environment, renderer: ProseRenderer, source: PageSource) -> Body:
    base = base_of(source.url)
    prose = Prose(Html(""), ())
    if source.text:
        render = partial(renderer.render, source.text, source.folder, base)
        try:
            prose = within_limit(render, len(source.text))
        except TooSlow:
            prose = Prose(Html(""), (), failed="The text takes too long to read.")
    template = environment.get_template(source.template)
    html = template.render(source.context, prose=prose, base_url=base)
    return Body(zlib.compress(html.encode(), 1), prose)
