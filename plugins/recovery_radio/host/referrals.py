"""The pages of the referral sheets, and a code to scan for each.

A station has them if it has written the page that leads to them, `referrals/index.md`.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.referrals import START, Plan, plan_sheets, referral_sheets
from recovery_radio.render.subscribe import draw_code

PAGE = f"{START}index.md"
"""The page that leads to the sheets."""


def referral_pages(opened: OpenStation) -> Iterator[PageSource]:
    """Give the page of every sheet."""
    if not opened.has_page(PAGE):
        return
    today = opened.now.date()
    for sheet in referral_sheets(opened.hub, opened.services, today, opened.words):
        need, town, url = sheet.plan.need, sheet.plan.town, sheet.plan.url
        yield PageSource(
            uri=f"{url}index.md",
            url=url,
            title=opened.words.say("%(need)s in %(town)s: for GPs", need=need.label, town=town),
            summary=f"{need.explanation} "
            + opened.words.say("For GPs and practice teams in %(town)s.", town=town),
            kind="training",
            template="radio/referral.html",
            context={
                "sheet": sheet,
                "address": opened.station.url + url,
                "vocabulary": opened.hub.vocabulary,
                "today": today,
            },
            assets=("referral.css",),
        )


def referral_codes(opened: OpenStation) -> Iterator[tuple[str, str]]:
    """Give the code that leads from each sheet's paper back to its page."""
    for plan in _plans(opened):
        yield f"{plan.url}code.svg", draw_code(opened.station.url + plan.url).decode()


def sheets_by_town(opened: OpenStation) -> dict[str, Any]:
    """Give what the page shows that leads to the sheets."""
    towns = groupby(_plans(opened), attrgetter("town"))
    return {"towns": [(town, list(plans)) for town, plans in towns]}


def _plans(opened: OpenStation) -> Iterator[Plan]:
    if opened.has_page(PAGE):
        yield from plan_sheets(opened.hub, opened.services, opened.now.date())
