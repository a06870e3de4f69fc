"""Show notes to Markdown that our prose takes without a complaint.

By markdownify, with rules of our own for what our prose does not take: pictures from elsewhere (each
would tell its host who reads), links without encryption, and signs that Markdown would take for
markup.
"""

import html
import re
from typing import Any, NamedTuple

from markdownify import MarkdownConverter

from recovery_radio.migrate.words import MARKUP, clean, to_plain
from recovery_radio.model.text import is_https_url

_NO_TEXT = ("script", "style", "iframe", "object", "noscript", "form", "audio", "video")
_ADDRESS = re.compile(r"https://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")
_INLINE = re.compile(r"([\\`*_\[\]{}])")
# What begins a heading, a list, a quotation, a rule or an admonition, at the start of a line.
_START = re.compile(r"^(\s*)(#|[-+>=]|!!!|\?\?\?)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)\.", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


class Notes(NamedTuple):
    """Show notes in Markdown."""

    text: str
    dropped: tuple[str, ...]
    """What was left out or changed, each in a few words."""


def to_markdown(markup: str) -> Notes:
    """Turn show notes into Markdown that our prose takes without a complaint."""
    markup = clean(markup, lines=True)
    if not MARKUP.search(markup):
        markup = _as_html(markup)
    converter = _Converter()
    try:
        text = converter.convert(markup)
    except RecursionError:
        return Notes(_Converter().convert(_as_html(to_plain(markup))), ("its layout",))
    return Notes(clean(text, lines=True), tuple(dict.fromkeys(converter.dropped)))


def _as_html(text: str) -> str:
    """Turn plain text into HTML: its paragraphs, its lines and the addresses in it."""
    safe = html.escape(text, quote=False)
    linked = _ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', safe)
    paragraphs = re.split(r"\n\s*\n", linked.strip())
    return "".join(f"<p>{'<br>'.join(p.splitlines())}</p>" for p in paragraphs)


class _Converter(MarkdownConverter):
    """markdownify, for our prose."""

    def __init__(self) -> None:
        super().__init__(heading_style="atx", bullets="-")
        self.dropped: list[str] = []

    def convert_soup(self, soup: Any) -> str:
        for element in soup(_NO_TEXT):
            self.dropped.append(f"a part made with <{element.name}>")
            element.decompose()
        return str(super().convert_soup(soup))

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _INLINE.sub(r"\\\1", _ENTITY.sub("&amp;", text).replace("<", "&lt;"))
        text = _START.sub(lambda found: f"{found[1]}{_escaped(found[2])}", text)
        return _NUMBERED.sub(r"\1\\.", text)

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        address = str(el.get("href") or "").strip()
        if is_https_url(address) or address.startswith(("mailto:", "tel:")):
            el["href"] = address
            el.attrs.pop("title", None)
            # Its stubs leave out the methods for single elements.
            return str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]
        if address.startswith("http:"):
            self.dropped.append(f"the link to {address}, which is not https; its address is shown")
            shown = self.escape(address, parent_tags)
            return text if shown in text else f"{text} ({shown})"
        if address and not address.startswith("#"):
            self.dropped.append(f"the link to {address}")
        return text

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
        self.dropped.append(f"the picture {el.get('src') or ''}".strip())
        return self.escape(str(el.get("alt") or ""), parent_tags)


def _escaped(sign: str) -> str:
    return "&#61;" if sign == "=" else f"\\{sign}"
