"""What an author probably meant, so that a message says what to write and not only what is wrong."""

import re
from datetime import datetime

# Of two numbers the day comes first, as people write in the UK.
_DAYS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_LONGEST = 60

ONCE = {
    "online": "mode: [in-person, online]",
    "days": 'hours: {mon-fri: "10:00-16:00"}',
    "area": "serves: [Crawley]",
    "bus": "travel: Bus 7 stops outside.",
    "region": "nation: ENG",
}
"""What is written now for settings that had another name once, or have one in other directories."""


def meant_day(value: object) -> str:
    """Give the day that `1 March 2026` or `01/03/2026` means; empty if that is nobody's guess."""
    text = _ORDINAL.sub("", str(value)).strip()
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007  Only its day is used.
        except ValueError:
            continue
    return ""


def meant_list(value: object) -> str:
    """Write a single value as the list that it should have been; empty if it is no single value."""
    if isinstance(value, bool | dict | list) or value is None or len(str(value)) > _LONGEST:
        return ""
    return f"[{value}]"
