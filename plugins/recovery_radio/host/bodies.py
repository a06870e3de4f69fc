"""From page sources to the HTML inside a page.

All bodies are made before MkDocs begins, over all cores: what a page says is a pure function of
its source, and only the frame around it needs MkDocs.
"""

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from recovery_radio.host.language import speak
from recovery_radio.host.spread import spread
from recovery_radio.host.texts import base_of
from recovery_radio.model.answers import access_of
from recovery_radio.model.licence import TERMS
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.door import door
from recovery_radio.render.hours_in_words import hours_in_words
from recovery_radio.render.turns import turns
from recovery_radio.render.words import filters_in


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
    listed: bool = True
    """Whether search engines, the site's own search and the sitemap are told of it."""
    assets: tuple[str, ...] = ()
    """Style sheets and scripts in `assets/radio/` that this page needs and others do not."""


class Body(NamedTuple):
    """A page's inside, made. It waits compressed until MkDocs asks for it."""

    packed: bytes

    @property
    def html(self) -> str:
        """What to put into the frame."""
        return zlib.decompress(self.packed).decode()


def body_environment(folders: Sequence[str], words: Words = ENGLISH) -> Environment:
    """Make the environment of body templates: escaped, and strict about names."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    speak(environment, words)
    spoken = {
        "door": partial(door, words=words),
        "hours_in_words": partial(hours_in_words, words=words),
    }
    environment.filters.update(filters_in(words), turns=turns, access_of=access_of, **spoken)
    environment.globals.update(icon=icons_of(environment), terms=TERMS)
    return environment


def icons_of(environment: Environment) -> Callable[[str], Markup]:
    """Give what templates call `icon`: one of Material's drawings, by its name."""

    @cache
    def icon(name: str) -> Markup:
        # Read once and not included: an include costs a page more than its own few bytes.
        drawing = environment.get_template(f".icons/material/{name}.svg").render().strip()
        # Within a page it needs no namespace, and a size: without styles it would fill the page.
        sized = drawing.replace('xmlns="http://www.w3.org/2000/svg"', 'width="24" height="24"')
        return Markup(sized)  # noqa: S704

    return icon


def make_bodies(sources: list[PageSource], environment: Environment) -> dict[str, Body]:
    """Render the inside of every page.

    Returns:
        Bodies by the name that MkDocs uses.
    """
    made: Iterable[Body] = spread(partial(_make, environment), sources)
    return {source.uri: body for source, body in zip(sources, made, strict=True)}


def _make(environment: Environment, source: PageSource) -> Body:
    template = environment.get_template(source.template)
    html = template.render(source.context, base_url=base_of(source.url))
    return Body(zlib.compress(html.encode(), 1))
