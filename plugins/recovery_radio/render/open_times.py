"""When a door is open in the next weeks, for the reader's device, which knows what time it is.

Instants are sent, not times of the clock: whatever time zone a device is set to, now is now.
`open.js` reads them. Beyond the last of them it says that the hours are not confirmed.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from recovery_radio.model.opening import Opening, bank_holidays, openings
from recovery_radio.model.place import Place
from recovery_radio.model.service import Service
from recovery_radio.model.times import LONDON

HORIZON = timedelta(days=35)
"""How far ahead hours are told."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def open_times(service: Service, place: Place, today: date) -> str:
    """Write when a door is open from the start of a day on.

    Returns:
        Minutes in base 36, with commas between: when the day begins, since 1970; then how long
        each spell lasts, up to the horizon. `+` after it means open, `!` that one has to ask since
        it is a bank holiday, `?` that one has to ask, and nothing shut. Empty if the hours are not
        known, are not to be told, or nobody has made sure of them for too long.
    """
    if not _told(service, place, today):
        return ""
    start, end = (datetime.combine(day, time(), LONDON) for day in (today, today + HORIZON))
    holidays = bank_holidays(place.nation, today - timedelta(days=1), today + HORIZON)
    at, last = _minutes(start), _minutes(end)
    told = [_base36(at)]
    for opening in openings(place.timing, start, end):
        opens, shuts = max(_minutes(opening.start), at), min(_minutes(opening.end), last)
        if opens > at:
            told.append(_base36(opens - at))
        told.append(_base36(shuts - opens) + _mark(opening, holidays))
        at = shuts
    return ",".join([*told, _base36(last - at)] if at < last else told)


def open_assets(services: Iterable[Service], today: date) -> tuple[str, ...]:
    """Name the script that a page needs which shows these services."""
    tells = any(_told(service, place, today) for service in services for place in service.places)
    return ("open.js",) if tells else ()


def _told(service: Service, place: Place, today: date) -> bool:
    known = place.hours not in (None, "by-appointment")
    return known and not place.hide_address and service.tells_open(today)


def _mark(opening: Opening, holidays: dict[date, str]) -> str:
    if opening.certain:
        return "+"
    return "!" if holidays.get(opening.start.date()) == opening.note else "?"


def _minutes(when: datetime) -> int:
    return int(when.timestamp()) // 60


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
