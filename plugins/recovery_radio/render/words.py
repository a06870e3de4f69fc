"""Words for what templates print: lengths, sizes, days, opening hours, phone links.

Each function takes one plain value and gives text; the host registers all of `FILTERS` with
Jinja. Month and day names are written here, since those of the standard library change with
the locale of the machine that builds.

Times of the clock follow the NHS content style guide (`10am to 4:30pm`, `midday`); phone links
follow RFC 3966 and use the international form, which also dials from a phone on a foreign network.

Sources: https://service-manual.nhs.uk/content/numbers-measurements-dates-time,
https://www.rfc-editor.org/rfc/rfc3966
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from recovery_radio.model.times import parse_timestamp

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
NATIONS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
LANGUAGES = {
    "ar": "Arabic",
    "bfi": "British Sign Language",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "cs": "Czech",
    "cy": "Welsh",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Farsi",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "gu": "Gujarati",
    "hi": "Hindi",
    "hu": "Hungarian",
    "isg": "Irish Sign Language",
    "it": "Italian",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ne": "Nepali",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def minutes(length: float) -> str:
    """Say how long a recording is: `2 min`, `1 h 5 min` or, below a minute, `45 s`.

    Args:
        length: Seconds.
    """
    whole = int(length + 0.5)
    if whole < 60:
        return f"{whole} s"
    hours, rest = divmod(int(length / 60 + 0.5), 60)
    return " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (rest, "min")) if n)


def megabytes(count: int) -> str:
    """Say how much a file costs to download, such as `1.2 MB`: a thousand kB, as phone plans count.

    Args:
        count: Bytes.
    """
    if count < 100_000:
        return f"{max(1, (count + 500) // 1000)} kB"
    return f"{count / 1_000_000:.1f} MB"


def clock(milliseconds: int) -> str:
    """Write a time of a recording as a player shows it: `1:05`, or `1:02:03` from an hour on."""
    left, rest = divmod(milliseconds // 1000, 60)
    hours, left = divmod(left, 60)
    return f"{hours}:{left:02}:{rest:02}" if hours else f"{left}:{rest:02}"


def seconds(timestamp: str) -> int:
    """Turn `m:ss` or `h:mm:ss`, with or without thousandths, into whole seconds."""
    return parse_timestamp(timestamp) // 1000


def day(when: date) -> str:
    """Write a day, or the day of a date-time, such as `21 November 2026`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def tel(phone: str) -> str:
    """Make the link that dials a UK number.

    Args:
        phone: In its national form, digits and spaces.

    Returns:
        `tel:+44…` for a number with a leading 0; the bare digits for a short one such as 999,
        which has no international form.
    """
    digits = phone.replace(" ", "")
    return f"tel:+44{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def sms(phone: str) -> str:
    """Make the link that writes a text message to a UK number, as `tel` does for calls."""
    return f"sms:{tel(phone).removeprefix('tel:')}"


def sentence(text: str) -> str:
    """Start a text with a capital and end it with a full stop, whether it has them or not."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def slug(name: str) -> str:
    """Turn a name into a piece of an address: small letters, digits and single hyphens.

    A name without a Latin letter or digit is spelt by its code points, so that two such names
    never share an address.
    """
    letters = unicodedata.normalize("NFKD", name.lower())
    kept = (char for char in letters if not unicodedata.combining(char) and char not in "'’`")
    words = re.findall(r"[a-z0-9]+", "".join(kept))
    return "-".join(words or [f"{ord(char):x}" for char in name if char.isalnum()])


def hour(time: str) -> str:
    """Write a time of the clock in words: `10:00` as `10am`, `12:00` as `midday`.

    Args:
        time: `HH:MM`, up to `24:00`.
    """
    hours, minute = int(time[:2]), time[3:]
    if minute == "00" and hours in (0, 12, 24):
        return "midday" if hours == 12 else "midnight"
    shown = str(hours % 12 or 12) + ("" if minute == "00" else f":{minute}")
    return shown + ("pm" if 12 <= hours < 24 else "am")


def span(hours: str) -> str:
    """Write opening hours in words: `10:00-12:00, 13:00-16:30` as `10am to midday, 1pm to 4:30pm`."""
    return ", ".join(
        "all day"
        if part in ("00:00-24:00", "00:00-00:00")
        else " to ".join(map(hour, part.split("-")))
        for part in hours.split(", ")
    )


def language(code: str) -> str:
    """Name a language in English; one that is not in the list is shown by its code."""
    return LANGUAGES.get(code, code)


def nation(code: str) -> str:
    """Name a nation of the UK, given `ENG`, `WLS`, `SCT` or `NIR`."""
    return NATIONS[code]


FILTERS: Mapping[str, Callable[..., object]] = {
    "minutes": minutes,
    "megabytes": megabytes,
    "clock": clock,
    "seconds": seconds,
    "day": day,
    "tel": tel,
    "sms": sms,
    "sentence": sentence,
    "slug": slug,
    "span": span,
    "language": language,
    "nation": nation,
}
"""Filter names, as templates use them."""
