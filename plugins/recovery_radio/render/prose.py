"""Markdown to sanitised HTML.

Python-Markdown, with the station's own extensions, but not through MkDocs' pages: one instance
serves every text (MkDocs makes one a page), texts can be spread over processes, one text that
defeats the parser is one problem instead of the end of the build, and links may name episodes,
services and helplines. HTML that an author writes is shown as text.
"""

import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import markdown.util
from markdown.extensions.toc import slugify
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from recovery_radio.model.page import Heading, Html, Prose
from recovery_radio.model.picture import Sizes
from recovery_radio.model.text import is_https_url
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.claims import NO_MARKS, Claims, Marks
from recovery_radio.render.links import Targets
from recovery_radio.render.sanitise import sanitise

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CONTACTS = ("mailto:", "tel:", "sms:")
# The page's title is its only heading of the first level, and below the fourth none has a look.
_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}
# Every pattern of these begins with a mark.
_PATTERNS = (
    "backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference",
    "short_image_ref", "autolink", "automail", "linebreak", "entity", "em_strong", "em_strong2",
    "not_strong", "rr-shown", "rr-claims",
)  # fmt: skip
_MARK = re.compile(r"[`\\\[<&*_]|  \n")
_TEXT_WIDTH = "(width < 46rem) calc(100vw - 2rem), 44rem"
"""What `radio.css` gives a text: the whole of a narrow screen, less its margins."""
_OURS = ("episode:", "service:", "helpline:", "page:")
# Python-Markdown keeps `\_` in a code of its own until its very last step.
_unescape = UnescapeTreeprocessor().unescape


class _Job:
    """The text at hand: where it stands, and what was found in it."""

    def __init__(self) -> None:
        self.start("", "", NO_MARKS)

    def start(self, folder: str, base: str, marks: Marks) -> None:
        self.folder, self.base, self.marks = folder, base, marks
        self.broken: list[str] = []
        self.dropped: list[str] = []


class _Shown(InlineProcessor):
    """Shows a tag as the text that it is."""

    def __init__(self, job: _Job, md: markdown.Markdown) -> None:
        super().__init__(HTML_RE, md)
        self.job = job

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        if not m[1].startswith("</"):
            self.job.dropped.append(m[1])
        text = m[1].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return self.md.htmlStash.store(text), m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Leads links and pictures where they belong, and keeps account of those that lead nowhere."""

    def __init__(self, job: _Job, targets: Targets) -> None:
        super().__init__()
        self.job, self.targets = job, targets

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag in _HEADINGS:
                element.tag = _HEADINGS[element.tag]

    def _link(self, element: Element) -> None:
        href = _unescape(element.get("href", ""))
        # Python-Markdown writes an e-mail address in angle brackets in entities of its own.
        if href.startswith(("#", markdown.util.AMP_SUBSTITUTE)):
            return
        if href.startswith(_CONTACTS):
            return
        if is_https_url(href):
            element.set("rel", "noreferrer")
            return
        path, hash_, fragment = href.partition("#")
        target = self.targets.get(self._name(path))
        if target is None:
            self.job.broken.append(href)
            element.attrib.pop("href", None)
            return
        element.set("href", self._url(target.url) + hash_ + fragment)
        if not len(element) and not element.text:
            element.text = target.text

    def _name(self, path: str) -> str:
        if path.startswith(_OURS):
            return path
        if _SCHEME.match(path) or path.startswith("/"):
            return ""
        return f"page:{posixpath.normpath(posixpath.join(self.job.folder, path))}"

    def _url(self, url: str) -> str:
        return url if _SCHEME.match(url) else f"{self.job.base}/{url}"

    def _picture(self, element: Element) -> None:
        src = _unescape(element.get("src", ""))
        kind, _, path = self._name(src).partition(":")
        target = self.targets.get(f"file:{path}") if kind == "page" else None
        if target is None:
            self.job.broken.append(src)
            element.attrib.pop("src", None)
            return
        element.set("src", self._url(target.url))
        element.set("loading", "lazy")
        if target.sizes:
            _offer(element, target.sizes, self.job.base)


def _offer(element: Element, sizes: Sizes, base: str) -> None:
    """Let a browser choose a size of a picture, and know its shape before it is loaded."""
    element.set("width", str(sizes.width))
    element.set("height", str(sizes.height))
    if sizes.jpeg:
        element.set("src", f"{base}/{sizes.address(sizes.jpeg[-1], 'jpg')}")
    if sizes.avif:
        image = Element("img", element.attrib)
        element.tag, element.attrib = "picture", {}
        choice = {"type": "image/avif", "srcset": sizes.srcset(base), "sizes": _TEXT_WIDTH}
        element.extend([Element("source", choice), image])


class _Plain(Treeprocessor):
    """Spares a text without marks the search for each kind of them.

    Most sentences have none, and looking for them is half of Python-Markdown's work.
    """

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = markdown.util.AtomicString(element.text)


class ProseRenderer:
    """Renders texts, one after the other."""

    def __init__(
        self,
        targets: Targets,
        extensions: Sequence[str],
        options: Mapping[str, Mapping[str, Any]],
        words: Words = ENGLISH,
    ) -> None:
        """Prepare.

        Args:
            targets: What a link may lead to.
            extensions: Names of Python-Markdown's extensions.
            options: Their options, by name.
            words: What the interface says.
        """
        self._targets, self._extensions, self._words = targets, list(extensions), words
        self._options = {name: dict(option) for name, option in options.items()} | {
            "toc": {"slugify": _slugify, "toc_depth": "2-4"},
            "tables": {"use_align_attribute": True},
        }
        self._job = _Job()
        self._markdown = self._parser()

    def _parser(self) -> markdown.Markdown:
        parser = markdown.Markdown(extensions=self._extensions, extension_configs=self._options)
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
        parser.inlinePatterns.register(_Shown(self._job, parser), "rr-shown", 90)
        # Before references and links, which begin with a bracket, too.
        parser.inlinePatterns.register(Claims(self._job, parser, self._words), "rr-claims", 175)
        # After inline markup, which makes links (20), and before headings get their names (5).
        parser.treeprocessors.register(_Links(self._job, self._targets), "rr-links", 10)
        # An extension's patterns may begin with anything.
        if sum(name in parser.inlinePatterns for name in _PATTERNS) == len(parser.inlinePatterns):
            # Before inline markup.
            parser.treeprocessors.register(_Plain(parser), "rr-plain", 30)
        return parser

    def render(self, text: str, folder: str, base: str, marks: Marks = NO_MARKS) -> Prose:
        """Render one text.

        Args:
            text: Markdown.
            folder: Folder of the page relative to all pages, to resolve links from.
            base: Way from the page's address to the site's root, without a slash at its end.
            marks: What to show for the claims of the page, by their names.
        """
        self._job.start(folder, base, marks)
        try:
            markup = sanitise(self._markdown.reset().convert(text))
        except (RecursionError, ValueError):
            self._markdown = self._parser()
            return Prose(Html(""), (), failed="The text is nested too deeply to be read.")
        except BaseException:
            # A parser that was interrupted remembers where it was.
            self._markdown = self._parser()
            raise
        tokens: list[dict[str, Any]] = getattr(self._markdown, "toc_tokens", [])
        return Prose(
            markup,
            tuple(Heading(t["level"], t["id"], html.unescape(t["name"])) for t in _flat(tokens)),
            tuple(self._job.broken),
            tuple(self._job.dropped),
        )


def _flat(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for token in tokens for one in (token, *_flat(token["children"]))]


def _slugify(value: str, separator: str) -> str:
    # The page's own elements have names, too; a heading must not take one of theirs.
    return f"s{separator}{slugify(value, separator)}"
