"""Words for what templates print: lengths, sizes, days, opening hours, phone links.

Each function takes one plain value and gives text; the host registers all of `filters_in` with
Jinja. Month and day names are written here, since those of the standard library change with
the locale of the machine that builds; in other languages they are Babel's.

Times of the clock follow the NHS content style guide (`10am to 4:30pm`, `midday`); phone links
follow RFC 3966 and use the international form, which also dials from a phone on a foreign network.

Sources: https://service-manual.nhs.uk/content/numbers-measurements-dates-time,
https://www.rfc-editor.org/rfc/rfc3966
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from datetime import time as clock_time
from functools import partial

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_day_names

from recovery_radio.model.times import parse_timestamp
from recovery_radio.model.words import ENGLISH, Words, mark

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
NATIONS = {
    "ENG": mark("England"),
    "WLS": mark("Wales"),
    "SCT": mark("Scotland"),
    "NIR": mark("Northern Ireland"),
}
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


def minutes(length: float, words: Words = ENGLISH) -> str:
    """Say how long a recording is: `2 min`, `1 h 5 min` or, below a minute, `45 s`.

    Args:
        length: Seconds.
        words: What the interface says.
    """
    whole = int(length + 0.5)
    if whole < 60:
        return words.say("%(seconds)s s", seconds=whole)
    hours, rest = divmod(int(length / 60 + 0.5), 60)
    told = [words.say("%(hours)s h", hours=hours)] if hours else []
    return " ".join([*told, words.say("%(minutes)s min", minutes=rest)] if rest else told)


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


def day(when: date, words: Words = ENGLISH) -> str:
    """Write a day, or the day of a date-time, such as `21 November 2026`."""
    if not words.is_english:
        return format_date(when, "long", _locale(words))
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def month(when: date, words: Words = ENGLISH) -> str:
    """Write the month of a day by its name alone, such as `November`."""
    if not words.is_english:
        return format_date(when, "LLLL", _locale(words))
    return MONTHS[when.month - 1]


def month_and_year(when: date, words: Words = ENGLISH) -> str:
    """Write the month of a day, such as `November 2026`."""
    if not words.is_english:
        return format_skeleton("yMMMM", when, locale=_locale(words))
    return f"{month(when)} {when.year}"


def day_of_week(when: date, words: Words = ENGLISH) -> str:
    """Write a day of the coming weeks, such as `Saturday 21 November`."""
    if not words.is_english:
        # Babel has no pattern with the whole name of the day for every language.
        rest = format_skeleton("MMMMd", when, locale=_locale(words))
        return f"{weekdays(words)[when.weekday()]} {rest}"
    return f"{tuple(DAYS.values())[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def weekdays(words: Words = ENGLISH) -> tuple[str, ...]:
    """Name the days of the week, Monday first."""
    if not words.is_english:
        # Babel 2.18 mixes up languages in "stand-alone", if it is asked about several.
        names = get_day_names("wide", "format", _locale(words))
        return tuple(names[number] for number in range(7))
    return tuple(DAYS.values())


def _locale(words: Words) -> Locale:
    return Locale.parse(words.tag, sep="-")


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


def in_order(phone: str, words: Words = ENGLISH) -> str:
    """Keep a phone number in the order of its digits where lines run from right to left.

    There a blank would put the second half of `01632 960123` before the first, and somebody would
    ring a wrong number. Between digits a no-break space belongs to the number.

    Source: https://www.unicode.org/reports/tr9/#W4
    """
    return phone if words.direction == "ltr" else phone.replace(" ", "\N{NO-BREAK SPACE}")


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


def hour(time: str, words: Words = ENGLISH) -> str:
    """Write a time of the clock in words: `10:00` as `10am`, `12:00` as `midday`.

    Args:
        time: `HH:MM`, up to `24:00`.
        words: What the interface says.
    """
    hours, minute = int(time[:2]), time[3:]
    if minute == "00" and hours in (0, 12, 24):
        return words.say("midday") if hours == 12 else words.say("midnight")
    if not words.is_english:
        return format_time(clock_time.fromisoformat(time), "short", locale=_locale(words))
    shown = str(hours % 12 or 12) + ("" if minute == "00" else f":{minute}")
    return shown + ("pm" if 12 <= hours < 24 else "am")


def span(hours: str, words: Words = ENGLISH) -> str:
    """Write opening hours in words: `10:00-12:00, 13:00-16:30` as `10am to midday, 1pm to 4:30pm`."""
    return ", ".join(_spell(part, words) for part in hours.split(", "))


def _spell(hours: str, words: Words) -> str:
    if hours in ("00:00-24:00", "00:00-00:00"):
        return words.say("all day")
    start, end = (hour(time, words) for time in hours.split("-"))
    return words.say("%(start)s to %(end)s", start=start, end=end)


def language(code: str, words: Words = ENGLISH) -> str:
    """Name a language; one that nobody has a name for is shown by its code."""
    own = "" if words.is_english else _locale(words).languages.get(code, "")
    return own or LANGUAGES.get(code, code)


def direction(code: str) -> str:
    """Say which way a language is written; of one that nobody knows, its letters decide."""
    try:
        return Locale.parse(code).text_direction
    except UnknownLocaleError:
        return "auto"


def nation(code: str, words: Words = ENGLISH) -> str:
    """Name a nation of the UK, given `ENG`, `WLS`, `SCT` or `NIR`."""
    return words.say(NATIONS[code])


PLAIN_FILTERS: Mapping[str, Callable[..., object]] = {
    "megabytes": megabytes,
    "clock": clock,
    "seconds": seconds,
    "tel": tel,
    "sms": sms,
    "sentence": sentence,
    "slug": slug,
    "direction": direction,
}
"""By the name that templates use, those that are the same in every language."""
SPOKEN_FILTERS: Mapping[str, Callable[..., object]] = {
    "minutes": minutes,
    "day": day,
    "span": span,
    "in_order": in_order,
    "language": language,
    "nation": nation,
}
"""Those that take the words of the interface as well."""


def filters_in(words: Words) -> Mapping[str, Callable[..., object]]:
    """Give all filters, as the templates of a station call them."""
    spoken = {name: partial(function, words=words) for name, function in SPOKEN_FILTERS.items()}
    return {**PLAIN_FILTERS, **spoken}
