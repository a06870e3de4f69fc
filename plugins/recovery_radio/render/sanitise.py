"""The sanitiser: the only maker of `Html`.

A second wall. The first is that authors' HTML is shown as text, so that this one should never
have anything to do; it also holds if a station switches on a Markdown extension that lets
attributes through. nh3 is run until nothing changes, since one pass over tag soup is not stable.

Source: https://docs.rs/ammonia/latest/ammonia/
"""

import nh3

from recovery_radio.model.page import Html

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4",
    "hr", "img", "li", "ol", "p", "picture", "pre", "source", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "aria-label"},
    "abbr": {"title"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "img": {"src", "alt", "title", "loading", "width", "height"},
    "ol": {"start"},
    "source": {"type", "srcset", "sizes"},
    "td": {"align"},
    "th": {"align"},
}
_CLASSES = {
    "div": {"admonition", "note", "tip", "info", "warning", "danger", "important"},
    "p": {"admonition-title"},
    "span": {"rr-claim"},
}
_SCHEMES = {"https", "mailto", "tel", "sms"}
_PASSES = 3

_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    allowed_classes=_CLASSES,
    url_schemes=_SCHEMES,
    link_rel=None,
)


def sanitise(markup: str) -> Html:
    """Reduce markup to what a text needs.

    Raises:
        ValueError: The markup still changes after three passes.
    """
    for _ in range(_PASSES):
        cleaned = _cleaner.clean(markup)
        if cleaned == markup:
            return Html(cleaned)
        markup = cleaned
    raise ValueError("The text cannot be made safe.")
