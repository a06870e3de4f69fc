"""What a page may consist of: the elements and attributes that can do no harm by themselves.

Allow-lists, since browsers gain elements and attributes that load or run things faster than
anybody's list of forbidden ones. Addresses are judged in `links`; here is only the markup.
A template that needs a new harmless name adds it here.

Sources: https://html.spec.whatwg.org/multipage/indices.html,
https://developer.mozilla.org/en-US/docs/Web/SVG/Reference/Element
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache

from recovery_radio.verify.fault import Fault, shorten

SVG_ELEMENTS = frozenset(
    "svg g path circle ellipse rect line polyline polygon title desc defs symbol use text tspan"
    " linearGradient radialGradient stop clipPath mask".split()
)
PLAIN_ELEMENTS = SVG_ELEMENTS | frozenset(
    "html head title link body noscript"
    " header footer main nav section article aside search h1 h2 h3 h4 h5 h6 hgroup address"
    " p hr pre blockquote ol ul li dl dt dd figure figcaption div menu"
    " a em strong small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup"
    " i b u mark bdi bdo span br wbr ins del"
    " picture source img audio video track"
    " table caption colgroup col tbody thead tfoot tr td th"
    " form label input button select datalist optgroup option output progress meter"
    " fieldset legend details summary dialog".split()
)
"""Elements that need no further look; `element_fault` knows when a script or meta may stand."""
_PAINT = frozenset(
    "fill stroke clip-path mask color stop-color marker-start marker-mid marker-end".split()
)
_SVG_ATTRIBUTES = frozenset(
    "viewBox d stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset"
    " stroke-miterlimit stroke-opacity fill-rule fill-opacity clip-rule opacity"
    " cx cy r rx ry x y x1 y1 x2 y2 dx dy fx fy points transform preserveAspectRatio pathLength"
    " text-anchor font-size font-weight font-family dominant-baseline vector-effect focusable"
    " gradientUnits gradientTransform spreadMethod offset stop-opacity clipPathUnits maskUnits"
    " version xmlns xmlns:xlink".split()
)
_PLAIN_ATTRIBUTES = _SVG_ATTRIBUTES | frozenset(
    "class lang dir title hidden tabindex role translate inert spellcheck"
    " charset http-equiv name property content media type rel target download hreflang referrerpolicy"
    " crossorigin integrity as async defer nomodule"
    " alt width height sizes loading decoding fetchpriority controls preload loop muted kind"
    " srclang label default cite datetime start reversed value span colspan rowspan scope"
    " headers abbr open popover popovertarget popovertargetaction"
    " for form list method enctype novalidate autocomplete autocapitalize enterkeyhint inputmode"
    " rows placeholder required disabled readonly checked selected multiple min max step low high"
    " optimum minlength maxlength pattern size"
    " itemscope itemtype itemprop itemid itemref".split()
)
_PLAIN_FAMILIES = ("data-", "aria-")

LINKS = frozenset({"href", "xlink:href", "action"})
LOADS = frozenset({"src", "srcset", "poster", "imagesrcset"})

_META_NAMES = frozenset(
    "viewport description author generator robots referrer color-scheme theme-color"
    " application-name format-detection".split()
)
_META_FAMILIES = ("og:", "article:", "twitter:", "pagefind:", "apple-mobile-web-app-")
_SAFE_PAINT = re.compile(r"[^\\(]*|url\(#[\w.-]+\)|(rgb|rgba|hsl|hsla|var)\([^\\(]*\)")


@lru_cache(maxsize=4096)
def names_to_judge(*names: str) -> tuple[str, ...]:
    """Give those of an element's attributes whose value decides; few elements have any."""
    return tuple(
        name
        for name in names
        if name not in _PLAIN_ATTRIBUTES and not name.startswith(_PLAIN_FAMILIES)
    )


def element_fault(tag: str, attributes: Mapping[str, str | None], text: str = "") -> Fault | None:
    """Say why an element that is not of the plain ones may not stand on a page.

    Args:
        tag: Its name.
        attributes: Its attributes. The address in `src` is judged in `links`.
        text: What is written between the tags of a script or a textarea.
    """
    if tag == "style":
        return _style("a <style> element")
    if tag == "meta":
        return _meta_fault(attributes)
    # To write in. What stood in one would be text here, and might be markup to another parser.
    if tag == "textarea" and not text:
        return None
    if tag != "script":
        return Fault(
            f"has the element <{shorten(tag)}>, which no page here needs.",
            "Take it out of the text or template that wrote it.",
            "unsafe-element",
        )
    is_data = attributes.get("type") == "application/ld+json"
    if is_data and not _is_json(text):
        return Fault(
            "has data for search engines that are no JSON.",
            "Correct the template that writes them; `tojson` escapes them.",
            "bad-data-block",
        )
    # In a drawing, a script runs its text in spite of `src`, or what `href` names.
    is_file = "src" in attributes and not text.strip()
    if (is_data or is_file) and not {"href", "xlink:href"} & attributes.keys():
        return None
    return Fault(
        "has a script written into the page.",
        "Move it to a file of the theme, and load it with <script src>.",
        "inline-script",
    )


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def attribute_fault(tag: str, name: str, value: str) -> Fault | None:
    """Say why an attribute that `names_to_judge` gave may not stand on a page."""
    if name.startswith("on"):
        return Fault(
            f"has a script in the attribute `{shorten(name)}` of <{tag}>.",
            "Take the attribute out, and listen for the event in a script of the theme.",
            "event-handler",
        )
    if name == "style":
        return _style(f"the attribute `style` on <{tag}>")
    if name in _PAINT and _SAFE_PAINT.fullmatch(value):
        return None
    why = "whose value may load something" if name in _PAINT else "which no page here needs"
    return Fault(
        f"has the attribute `{shorten(name)}` on <{shorten(tag)}>, {why}.",
        "Take it out of the text or template that wrote it.",
        "unsafe-attribute",
    )


def _style(where: str) -> Fault:
    return Fault(
        f"has {where}.",
        "Give the element a class, and write its look into a style sheet of the theme.",
        "inline-style",
    )


def _meta_fault(attributes: Mapping[str, str | None]) -> Fault | None:
    if "http-equiv" in attributes:
        name = attributes["http-equiv"] or ""
        is_known = name.lower() == "content-security-policy"
    elif "charset" in attributes:
        name = attributes["charset"] or ""
        is_known = name.lower() == "utf-8"
    else:
        name = attributes.get("name") or attributes.get("property") or ""
        is_known = name.lower() in _META_NAMES or name.lower().startswith(_META_FAMILIES)
    if is_known:
        return None
    return Fault(
        f"has a <meta> for `{shorten(name)}`, which no page here needs.",
        "Take it out of the text or template that wrote it.",
        "unsafe-element",
    )
