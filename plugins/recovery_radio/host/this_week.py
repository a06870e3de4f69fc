"""What is on this week: group sessions by day, of the whole station and of each town."""

from collections.abc import Iterator

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.calendars import has_calendar, render_calendars
from recovery_radio.render.facets import towns_of
from recovery_radio.render.meetings import Meeting, meetings_of
from recovery_radio.render.timetable import make_timetable
from recovery_radio.render.words import slug

_URL = "services/this-week/"


def week_pages(opened: OpenStation) -> Iterator[PageSource]:
    """Give the timetable of the station, and one for every town."""
    today, words = opened.now.date(), opened.words
    known = [m for s in opened.services if s.tells_open(today) for m in meetings_of(s, words)]
    there = [meeting for meeting in known if not meeting.online]
    towns = [(town, _url(town)) for town in sorted({m.place.town for m in there})]
    online = [meeting for meeting in known if meeting.online]
    yield _page(opened, "", there, online, towns)
    # Every list of a town leads to its timetable, also where nothing is known.
    for town in towns_of(opened.services):
        here = [meeting for meeting in there if meeting.place.town == town]
        yield _page(opened, town, here, [], towns)


def _url(town: str) -> str:
    return f"{_URL}{slug(town)}/" if town else _URL


def _page(
    opened: OpenStation,
    town: str,
    there: list[Meeting],
    online: list[Meeting],
    towns: list[tuple[str, str]],
) -> PageSource:
    url = _url(town)
    today, words = opened.now.date(), opened.words
    title = words.say("What is on this week")
    if town:
        title = words.say("What is on this week in %(town)s", town=town)
    return PageSource(
        uri=f"{url}index.md",
        url=url,
        title=title,
        summary=words.say("Groups and meetings in the next seven days, day by day."),
        kind="page",
        template="radio/this-week.html",
        context={
            "title": title,
            "town": town,
            "towns": towns,
            "url": url,
            "there": make_timetable(there, today, words),
            "online": make_timetable(online, today, words),
            "vocabulary": opened.hub.vocabulary,
            "today": today,
        },
        assets=("week.css", "week.js"),
    )


def calendar_files(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give a calendar for every service with group sessions, and one of all of them."""
    today = opened.now.date()
    chosen = [service for service in opened.services if has_calendar(service, today)]
    return render_calendars(chosen, opened.station.url, opened.words)
