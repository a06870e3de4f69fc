"""The pages on which people have a say: what their templates are given, and a page a survey.

A station has them if it has written them, in `have-your-say/`.
"""

from collections.abc import Iterator
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.gaps import gaps_of
from recovery_radio.render.voice import (
    bars_of,
    coming,
    sort_commitments,
    sort_groups,
    sort_notices,
    sort_pilots,
    sort_said,
)

SAY = "have-your-say/"
"""Folder of these pages, and where they lie."""
_SURVEYS = f"{SAY}surveys"
SURVEYS_PAGE = f"{_SURVEYS}.md"
"""The list of surveys."""
VOICE_ASSETS = ("voice.css",)
SURVEY_ASSETS = (*VOICE_ASSETS, "bars.css")


def notices(opened: OpenStation) -> dict[str, Any]:
    """Give the notices, and how much there is behind the other pages."""
    today = opened.now.date()
    return {
        "notices": sort_notices(opened.hub.say.notices, today),
        "unanswered": len(sort_said(opened.hub.say.said, today).unanswered),
        "free_seats": sum(max(group.free, 0) for group in opened.hub.say.groups.values()),
    }


def council(opened: OpenStation) -> dict[str, Any]:
    """Give the groups in which people have seats."""
    today = opened.now.date()
    groups = sort_groups(opened.hub.say.groups)
    days = [(coming(g.next_election, today), coming(g.next_meeting, today)) for g in groups]
    return {"groups": [(g, *both) for g, both in zip(groups, days, strict=True)]}


def commitments(opened: OpenStation) -> dict[str, Any]:
    """Give the promises by state."""
    return {"promises": sort_commitments(opened.hub.say.commitments, opened.now.date())}


def you_said(opened: OpenStation) -> dict[str, Any]:
    """Give what people said, with and without answers."""
    return {"replies": sort_said(opened.hub.say.said, opened.now.date())}


def pilots(opened: OpenStation) -> dict[str, Any]:
    """Give what is being tried out."""
    return {"pilots": sort_pilots(opened.hub.say.pilots, opened.now.date())}


def gaps(opened: OpenStation) -> dict[str, Any]:
    """Give what is missing in each town."""
    return {"gaps": gaps_of(opened.hub, opened.services)}


def surveys(opened: OpenStation) -> dict[str, Any]:
    """Give the surveys, the newest first."""
    rows = opened.hub.say.surveys.items()
    newest = sorted(rows, key=lambda row: (row[1].end, row[0]), reverse=True)
    return {"surveys": [(f"{_SURVEYS}/{key}/", survey) for key, survey in newest]}


def survey_pages(opened: OpenStation) -> Iterator[PageSource]:
    """Give a page for each survey, with its charts and tables."""
    if not opened.has_page(SURVEYS_PAGE):
        return
    for url, survey in surveys(opened)["surveys"]:
        yield PageSource(
            uri=f"{url}index.md",
            url=url,
            title=survey.title,
            summary=survey.about,
            kind="page",
            template="radio/survey.html",
            context={
                "survey": survey,
                "questions": [(q, bars_of(q, opened.words)) for q in survey.questions],
            },
            updated=survey.end,
            assets=SURVEY_ASSETS,
        )
