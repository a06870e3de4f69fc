"""Opening hours in the syntax of OpenStreetMap: which of them we take.

They are for what days cannot say, such as months. We take the part of which two evaluators that
know nothing of each other say the same (tests/test_hours.py), that needs no place on
the globe, and whose meaning an author sees at once.

Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re

from opening_hours import OpeningHours, validate

from recovery_radio.model.text import find_unsafe, refusal

_UNEVEN = {
    r"^(24/7 )?closed$": ("is never open", "Leave `hours` out, or write `status: paused`."),
    r"PH|SH": ("names holidays", "Bank holidays have a setting of their own: `bank_holidays`."),
    r"sunrise|sunset|dawn|dusk": ("follows the sun", "Write times of the clock."),
    r"\d\+": ("has no end", "Write when it shuts, such as `Fr 18:00-23:00`."),
    r"\|\|": ("has a second choice, `||`", "Write each rule with its own days and hours."),
    r"easter": ("follows Easter", "Write the days in `closures`, year by year."),
    r"week": ("counts weeks", "Write days of the month, such as `Mo[1,3]`."),
    r":\d\d/": ("repeats within a day", "Write each span, such as `Mo 10:00-11:00,12:00-13:00`."),
}
_PLAINER = (
    'Write days such as `mon-fri: "10:00-16:00"`, or `always`, or `by-appointment`, or hours as '
    "in OpenStreetMap, such as `Mo-Fr 10:00-16:00`."
)


def check_osm(text: str) -> str:
    """Take opening hours, or say what is wrong with them.

    Returns:
        The text, save that `24/7` becomes `always`.

    Raises:
        PydanticCustomError: They cannot be read, or mean something else than they seem to.
    """
    if text in ("always", "by-appointment"):
        return text
    if len(text) > 200 or find_unsafe(text) or not validate(text):
        raise refusal("bad-osm-hours", f"cannot be read: '{text[:60]}'.", _PLAINER)
    parsed = str(OpeningHours(text))
    rules = re.sub(r'"[^"]*"', '""', parsed)
    for pattern, (what, repair) in _UNEVEN.items():
        if re.search(pattern, rules):
            raise refusal("uneven-hours", f"{what}: '{text[:60]}'.", repair)
    if re.search(r'(?<!unknown )(?<!closed )""', rules):
        what = f"has a comment, and would still be shown as open: '{text[:60]}'."
        raise refusal("comment-hours", what, 'Write `unknown` before it: `unknown "ring first"`.')
    if ";" in rules and any(map(_wraps, re.findall(r"(\d\d:\d\d)-(\d\d:\d\d)", rules))):
        what = f"runs past midnight, and a rule after `;` would end it there: '{text[:60]}'."
        raise refusal("cut-hours", what, "Put `,` between the rules instead of `;`.")
    return "always" if parsed == "24/7" else text


def _wraps(span: tuple[str, str]) -> bool:
    return span[1] < span[0] or span[1] > "24:00"
