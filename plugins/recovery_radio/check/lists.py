"""Lists of what to do and what not to do, in the health service's manner.

Each item of a do-not list begins with `do not`, and no item of a do list does: who hears one item
alone, or scrolls past the heading, must not take a warning for advice.

Source: https://service-manual.nhs.uk/design-system/components/do-and-dont-lists
"""

import re
from collections.abc import Iterator

_NOT = r"do not|don['’]ts?|do nots"
_LABEL = re.compile(
    rf"""\s*(?:\#{{2,6}}\s+|\*\*|!!!\s+\w+\s+")(?P<words>dos?|{_NOT}):?(?:\*\*|")?:?\s*""",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s+(?P<words>\S.*)")
_FORBIDS = re.compile(r"(?:do not|don['’]t|never)\b", re.IGNORECASE)


def is_misworded(words: str, *, forbids: bool) -> bool:
    """Tell whether an item says the opposite of its heading when it is read alone.

    Args:
        words: Of the item.
        forbids: Whether it stands in a do-not list.
    """
    return not words.startswith("do not ") if forbids else bool(_FORBIDS.match(words))


def misworded_items(text: str) -> Iterator[tuple[int, str, bool]]:
    """Find the misworded items of all such lists in a text.

    Args:
        text: Markdown.

    Yields:
        The line, from 0; the item's words; and whether it stands in a do-not list.
    """
    forbids: bool | None = None
    for number, line in enumerate(text.split("\n")):
        if label := _LABEL.fullmatch(line):
            forbids = label["words"].lower() not in ("do", "dos")
        elif item := _ITEM.fullmatch(line):
            if forbids is not None and is_misworded(item["words"], forbids=forbids):
                yield number, item["words"], forbids
        elif line.strip() and not line.startswith((" ", "\t")):
            forbids = None
