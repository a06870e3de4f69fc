"""Mutual-aid meetings in the Meeting Guide format, which meeting finders read.

The format knows weekly meetings only, so a meeting on the first Saturday of a month is not in it.
A meeting in person needs a postal address, one online the address where it is held. People have
no surnames here (`check.anonymity`).

Source: https://github.com/code4recovery/spec
"""

from collections.abc import Iterator

from recovery_radio.model.service import MUTUAL_AID
from recovery_radio.model.vocabulary import Term
from recovery_radio.render.meetings import Meeting, meetings_of
from recovery_radio.render.open_data.api import as_json
from recovery_radio.render.open_data.data import Directory, Json, without_blanks
from recovery_radio.render.open_data.schedules import patterns
from recovery_radio.render.words import slug

LANGUAGES = {
    "ar": "AR", "bg": "BG", "de": "DE", "es": "S", "fa": "FA", "fr": "FR", "hi": "HI", "hu": "HU",
    "it": "ITA", "lt": "LT", "ne": "NE", "pa": "PUN", "pl": "POL", "pt": "POR", "ru": "RUS",
    "sk": "SK", "tr": "TUR", "uk": "UK",
}  # fmt: skip
"""Types for languages. Their letters are not those of ISO 639: `BE` is for newcomers."""
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LONGEST_SLUG = 64


def render_meetings(directory: Directory) -> str:
    """Write every weekly meeting that somebody can come to."""
    taken: set[str] = set()
    rows = (row for meeting in _meetings(directory) for row in _rows(directory, meeting))
    return as_json([{**row, "slug": _unused(str(row["slug"]), taken)} for row in rows])


def _meetings(directory: Directory) -> Iterator[Meeting]:
    for service in directory.services:
        if service.status == "active" and service.is_confirmed(directory.today):
            for meeting in meetings_of(service):
                has_room = meeting.place.address and meeting.place.postcode
                if meeting.kind == MUTUAL_AID and (meeting.online or has_room):
                    yield meeting


def _rows(directory: Directory, meeting: Meeting) -> Iterator[Json]:
    assert meeting.timing.hours is not None
    for pattern in patterns(meeting.timing.hours, directory.today):
        if pattern.freq == "WEEKLY":
            days = [_DAYS.index(day) for day in pattern.byday.split(",")]
            yield without_blanks(
                {
                    **_what(directory, meeting),
                    "day": sorted(days) if len(days) > 1 else days[0],
                    "time": pattern.opens[:5],
                    "end_time": pattern.closes[:5],
                    "timezone": "Europe/London",
                    **_where(directory, meeting),
                    **_entity(directory),
                }
            )


def _what(directory: Directory, meeting: Meeting) -> Json:
    service = meeting.service
    own = "" if meeting.label == "Meeting" else meeting.label
    return {
        "name": f"{service.name}: {own}" if own else service.name,
        "slug": slug(f"{service.id} {own}"),
        "group": directory.organisations[service.organisation].name,
        "types": _types(directory, meeting),
        "notes": " ".join(filter(None, (directory.warning(service), service.summary))),
        "updated": f"{service.checked.on} 00:00:00",
        "url": directory.page(service),
    }


def _types(directory: Directory, meeting: Meeting) -> list[str]:
    """Give the types of a meeting: what the maps of its words and of its room's answers say."""
    words, place = directory.vocabulary, meeting.place
    terms: list[Term] = [words.kinds[MUTUAL_AID]]
    terms += [words.offers[word] for word in meeting.service.offers]
    terms += [words.who[word] for word in meeting.who]
    if not meeting.online:
        answers = [(words.access, place.access), (words.space, place.space)]
        terms += [
            known[w] for known, given in answers for w, fact in given.items() if fact == "yes"
        ]
    types = [code for term in terms for code in term.maps.meeting_guide]
    types += [LANGUAGES[code] for code in meeting.service.languages if code in LANGUAGES]
    return list(dict.fromkeys(types))


def _where(directory: Directory, meeting: Meeting) -> Json:
    place = meeting.place
    region = {"regions": [place.county, place.town] if place.county else [place.town]}
    if meeting.online:
        return {"conference_url": meeting.online, **region}
    found = directory.locate(place)
    exact = found if found and not found.approximate else None
    return {
        "location": place.name,
        "location_notes": place.travel,
        "address": ", ".join(place.address),
        "city": place.town,
        "state": place.county,
        "postal_code": place.postcode,
        "country": "GB",
        "approximate": "no",
        "latitude": exact.latitude if exact else None,
        "longitude": exact.longitude if exact else None,
        **region,
    }


def _entity(directory: Directory) -> Json:
    station, team = directory.station, directory.team
    return {
        "entity": station.name,
        "entity_email": team.email,
        "entity_website_url": station.url,
        "entity_feedback_emails": [team.email],
    }


def _unused(name: str, taken: set[str]) -> str:
    """Cut a name to size, and number it if another meeting has it."""
    number = 1
    unused = name[:_LONGEST_SLUG].rstrip("-")
    while unused in taken:
        number += 1
        end = f"-{number}"
        unused = name[: _LONGEST_SLUG - len(end)].rstrip("-") + end
    taken.add(unused)
    return unused
