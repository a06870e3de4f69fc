"""A page of `site/pages`, and the Html that only the sanitiser makes."""

from typing import Annotated, Literal, NamedTuple

from markupsafe import Markup
from pydantic import Field

from recovery_radio.model.entry import Day, Entry, Source
from recovery_radio.model.text import PlainText, Slug, Title


class Html(Markup):
    """Markup that has been through the sanitiser. Nothing else may construct it."""


class PageSettings(Entry):
    """Front matter of a page. Template, scripts and headers are never a page's to choose."""

    title: Title
    """What the page is called."""
    summary: Annotated[PlainText, Field(max_length=300)]
    """One sentence, shown in search results."""
    kind: Literal["page", "guidance", "training", "manual"] = "page"
    """`guidance` is for harm minimisation and health, `training` for GPs."""
    topics: tuple[Slug, ...] = ()
    """Some of `site/data/topics.yml`."""
    sources: tuple[Source, ...] = ()
    """Where the facts were read. A page of kind `guidance` or `training` has at least one."""
    reviewed: Day | None = None
    """Day on which the facts were last held against the sources."""
    review_due: Day | None = None
    """Day from which the page says that it is stale."""
    approved_by: Title | None = None
    """Role and name of the clinician who approved the page. Without one the page says so."""


class Page(PageSettings):
    """A page with its text."""

    path: str
    """Relative to `site/pages`, such as `harm-minimisation/naloxone.md`."""
    text: str
    """Markdown."""
    text_line: int
    """Line of the file on which it begins."""

    @property
    def url(self) -> str:
        """Address, relative to the site's root; empty for the home page."""
        stem = self.path.removesuffix(".md")
        return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


class Heading(NamedTuple):
    """A heading of a text, for its table of contents."""

    level: int
    id: str
    text: str


class Prose(NamedTuple):
    """A text after rendering, with what a check wants to know about it."""

    html: Html
    headings: tuple[Heading, ...]
    broken: tuple[str, ...] = ()
    """Link targets that lead nowhere."""
    dropped: tuple[str, ...] = ()
    """What the sanitiser left out, such as `<script>`."""
    failed: str = ""
    """Why the text could not be rendered at all; empty if it could."""
