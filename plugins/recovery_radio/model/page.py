"""A page of `site/pages`, and the Html that only the sanitiser makes."""

from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from markupsafe import Markup
from pydantic import Field

from recovery_radio.model.entry import Day, Entry, Part, Source
from recovery_radio.model.hours import Nation
from recovery_radio.model.module import Module, Words
from recovery_radio.model.text import PlainText, Slug, Title


class Html(Markup):
    """Markup that has been through the sanitiser. Nothing else may construct it."""


GRACE = timedelta(days=30)
"""How long a page may be published after its review was due. It says so from the first day."""
NATIONS: tuple[Nation, ...] = ("ENG", "WLS", "SCT", "NIR")
MARK = r" ?\[\^([a-z0-9-]+)\]"
"""How a text marks a claim, by its name: `[^second-dose]`. A space before it is not shown."""


class NamedSource(Source):
    """A source of a page, which its claims may name."""

    id: Slug | None = None
    """Short name, for the claims of this page."""


class Claim(Part):
    """A fact that somebody acts on. The text marks it with its name: `[^second-dose]`.

    What it does not say for itself, the page says for it.
    """

    sources: tuple[Slug, ...] = Field(min_length=1)
    """Which of the page's sources say so, by their `id`."""
    nations: tuple[Nation, ...] = Field(default=NATIONS, min_length=1)
    """Where it holds, if not everywhere: `ENG`, `WLS`, `SCT`, `NIR`. It is printed beside it."""
    approved_by: Title | None = None
    """Role and name of the clinician who approved it, if not the page's."""
    reviewed: Day | None = None
    """Day on which it was last held against its sources, if not with the page."""
    review_due: Day | None = None
    """Day from which the page says that it is stale, if before the page's own."""


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
    needs: tuple[Slug, ...] = ()
    """Needs of the vocabulary: places that meet one are listed at the end of the page."""
    sources: tuple[NamedSource, ...] = ()
    """Where the facts were read. A page of kind `guidance` or `training` has at least one."""
    claims: dict[Slug, Claim] = {}
    """Facts that somebody acts on, each by a short name that the text marks: `[^second-dose]`."""
    reviewed: Day | None = None
    """Day on which the facts were last held against the sources."""
    review_due: Day | None = None
    """Day from which the page says that it is stale."""
    approved_by: Title | None = None
    """Role and name of the clinician who approved the page. Without one the page says so."""
    module: Module | None = None
    """Of a page of kind `training`: what makes it a module of the training pack."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    """Code of the language of its words, such as `cy`, if it is not the station's."""


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

    @property
    def has_health_facts(self) -> bool:
        """Whether people act on what it says, so that it has sources, claims and reviews."""
        return self.kind in ("guidance", "training")

    def line_of(self, words: Words) -> int:
        """Give the line of the file on which a text of the module begins."""
        # Several lines begin below their key.
        return self.origin.line(words.key) + ("\n" in words.text)

    @property
    def due(self) -> date | None:
        """Day of the next review: the page's own, or that of a claim if it comes first."""
        days = [self.review_due, *(claim.review_due for claim in self.claims.values())]
        return min((day for day in days if day), default=None)

    def is_stale(self, today: date) -> bool:
        """Tell whether the page says that it may be out of date."""
        return self.due is not None and self.due <= today

    @property
    def approvers(self) -> tuple[str, ...]:
        """Clinicians who approved single claims, in the order of those."""
        named = (claim.approved_by for claim in self.claims.values())
        return tuple(dict.fromkeys(name for name in named if name and name != self.approved_by))

    @property
    def marks(self) -> "dict[str, Mark]":
        """What the text shows for each claim."""
        numbers = {source.id: number for number, source in enumerate(self.sources, 1)}
        return {
            name: Mark(
                tuple(numbers[key] for key in claim.sources if key in numbers),
                claim.nations if set(claim.nations) != set(NATIONS) else (),
            )
            for name, claim in self.claims.items()
        }


class Mark(NamedTuple):
    """What stands beside a claim."""

    sources: tuple[int, ...]
    """Numbers of its sources in the page's list, from 1."""
    nations: tuple[Nation, ...] = ()
    """Where it holds; empty if everywhere."""


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
