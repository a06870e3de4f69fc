"""What feeds write in many ways, read in one: dates, lengths, numbers, types, times and names."""

import re
import unicodedata
from collections.abc import Collection
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from urllib.parse import quote

from recovery_radio.model.episode import AUDIO_TYPES
from recovery_radio.model.text import is_https_url, is_slug
from recovery_radio.model.times import LONDON

_TYPES = {
    "audio/mpeg": "audio/mpeg",
    "audio/mp3": "audio/mpeg",
    "audio/mpeg3": "audio/mpeg",
    "audio/x-mp3": "audio/mpeg",
    "audio/x-mpeg": "audio/mpeg",
    "audio/mp4": "audio/mp4",
    "audio/m4a": "audio/mp4",
    "audio/x-m4a": "audio/mp4",
    "audio/aac": "audio/mp4",
    "audio/ogg": "audio/ogg",
    "audio/opus": "audio/ogg",
    "application/ogg": "audio/ogg",
}
_ROLES = {
    "host": "host", "co-host": "host", "cohost": "host", "guest host": "host",
    "guest": "guest", "reader": "reader", "narrator": "reader", "voice actor": "reader",
    "expert": "expert", "producer": "producer", "executive producer": "producer",
}  # fmt: skip
# Names that a list of programmes or Windows needs for itself.
_RESERVED = re.compile(r"page|con|prn|aux|nul|com[0-9]|lpt[0-9]")
_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,7})(\.\d+)?")


def read_date(text: str) -> datetime | None:
    """Read a date of a feed: RFC 2822 as RSS demands it, or ISO 8601 as others write it.

    Returns:
        An aware time, or nothing if it cannot be read. One without a zone counts as UTC.
    """
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(text)
        except (ValueError, OverflowError, IndexError, TypeError):
            # The older of the two stumbles in many ways over what is no date.
            continue
        if 1900 <= found.year <= 2199:
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def write_moment(moment: datetime) -> str:
    """Write a time as `aired` takes it: a bare day for midnight in London, else to the second."""
    london = moment.astimezone(LONDON)
    day = datetime(london.year, london.month, london.day, tzinfo=LONDON)
    if moment == day and not london.microsecond:
        return day.date().isoformat()
    return london.replace(microsecond=0).isoformat()


def day_of(moment: datetime) -> date:
    """Give the day on which a time falls in London."""
    return moment.astimezone(LONDON).date()


def read_seconds(text: str) -> float:
    """Read a length or a place of a recording: `1471`, `24:31`, `0:24:31.5`. 0 if it is neither."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return 0.0
    hours, minutes, seconds, fraction = found.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(f"{seconds}{fraction or ''}")


def write_timestamp(seconds: float) -> str:
    """Write a place of a recording as `Timestamp` takes it."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{minutes:02}:{seconds:02}" + (f".{thousandths:03}" if thousandths else "")
    return f"{hours}:{text}" if hours else text


def read_number(text: str) -> int | None:
    """Read a number from 1 on; nothing for anything else."""
    return int(text) if re.fullmatch(r"0*[1-9][0-9]{0,8}", text) else None


def audio_type(url: str, written: str) -> str | None:
    """Give the type of a recording: what the ending says, else what is written, else nothing."""
    media = _TYPES.get(written.partition(";")[0].strip().lower())
    return AUDIO_TYPES.get(PurePosixPath(url.split("?")[0]).suffix, media)


def role_of(written: str) -> str | None:
    """Give the role of a person, if it is one that a station knows."""
    return _ROLES.get(written)


def https_address(url: str) -> str | None:
    """Give an address that may be printed, encoded where it was not; nothing if it is no https."""
    if is_https_url(url):
        return url
    encoded = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    return encoded if is_https_url(encoded) else None


def slug_for(title: str, day: str, taken: Collection[str]) -> str:
    """Make a name for a folder from a title, different from those that are taken.

    Args:
        title: The title.
        day: What to be named after instead if the title has no Latin letter or digit.
        taken: Names that are in use.
    """
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    name = "-".join(words)[:56].rstrip("-") or f"programme-{day}"
    if _RESERVED.fullmatch(name) or not is_slug(name):
        name = f"programme-{name}"
    number, base = 1, name
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
