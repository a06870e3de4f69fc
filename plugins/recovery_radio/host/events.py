"""Events and alliances: the list, a page an event, calendars, and who stands together in a town.

A station has the pages of its events if it has written the list, `events/index.md`.
"""

from collections.abc import Iterator
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.model.answers import FROM_HOURS
from recovery_radio.render.event_calendars import event_calendars
from recovery_radio.render.events import EVENTS, Date, dates_of

EVENTS_PAGE = f"{EVENTS}index.md"
EVENT_ASSETS = ("voice.css",)


def event_list(opened: OpenStation) -> dict[str, Any]:
    """Give what is to come, and what was."""
    return {"dates": dates_of(opened.hub.say.events, opened.now, opened.words)}


def communities(opened: OpenStation) -> dict[str, Any]:
    """Give the alliance of each town, with what is on there."""
    coming = (
        dates_of(opened.hub.say.events, opened.now, opened.words).coming
        if opened.has_page(EVENTS_PAGE)
        else ()
    )
    alliances = sorted(
        opened.hub.say.alliances.items(), key=lambda item: (item[1].town, item[1].name)
    )
    return {
        "alliances": [
            (key, alliance, [date for date in coming if date.event.town == alliance.town])
            for key, alliance in alliances
        ]
    }


def event_pages(opened: OpenStation) -> Iterator[PageSource]:
    """Give a page for each event."""
    words = opened.hub.vocabulary.access.items()
    # The time of an event says whether it is in the evening.
    access = {key: term for key, term in words if key not in FROM_HOURS}
    if opened.has_page(EVENTS_PAGE):
        for date in _dates(opened):
            yield PageSource(
                uri=f"{date.url}index.md",
                url=date.url,
                title=date.event.title,
                summary=date.event.about,
                kind="page",
                template="radio/event.html",
                context={
                    "date": date,
                    "over": date.event.is_over(opened.now),
                    "access": access,
                },
                updated=date.event.checked,
                assets=EVENT_ASSETS,
            )


def event_files(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give the calendar of each event, and of all."""
    if opened.has_page(EVENTS_PAGE):
        shown = {date.key: date.event for date in _dates(opened)}
        yield from event_calendars(shown, opened.station.url, opened.words)


def _dates(opened: OpenStation) -> list[Date]:
    dates = dates_of(opened.hub.say.events, opened.now, opened.words)
    return [*dates.coming, *dates.past]
