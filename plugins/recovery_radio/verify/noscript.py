"""Whether readers with and without scripting get the same page.

With scripting on, `<noscript>` holds text up to the first `</noscript`, wherever that stands;
with scripting off it holds markup. `<noscript><p title="</noscript><img onerror=…>">` is a
harmless paragraph for one and a script for the other. If what stands in between is nothing but
text and whole tags of a few kinds, both readings end at the same place, and one is enough.

Source: https://html.spec.whatwg.org/multipage/scripting.html#the-noscript-element
"""

import re

_NOSCRIPT = re.compile(
    r"<noscript(?=[\s/>])(.*?)(?:</noscript(?=[\s/>])|\Z)", re.IGNORECASE | re.DOTALL
)
_PLAIN = re.compile(
    r"\s*>"
    r"(?:[^<]"
    r"|</?(?:p|a|ul|ol|li|strong|em|br|div|span|section|nav|h[1-6])"
    r"(?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*\s*>"
    r")*"
)


def reads_alike(text: str) -> bool:
    """Tell whether a page has the same elements with scripting on and off."""
    return "<noscript" not in text.lower() or all(
        _PLAIN.fullmatch(found[1]) for found in _NOSCRIPT.finditer(text)
    )
