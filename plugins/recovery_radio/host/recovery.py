"""What the pages on recovery show beside their own words."""

from typing import Any

from recovery_radio.host.station import OpenStation
from recovery_radio.render.catalogue import Link, by_town
from recovery_radio.render.self_check import STEPS, items
from recovery_radio.render.word_guide import advice

_OUTSIDE = ("just-out-of-prison", "naloxone", "somewhere-to-live")
"""Needs of the first days after prison."""
_LINES = ("crisis", "drugs-alcohol", "safety")


def self_check(opened: OpenStation) -> dict[str, Any]:
    """Give the sentences and what can help with each."""
    hub = opened.hub
    pages = {page.path: Link(page.title, page.url) for page in hub.pages}
    return {"items": list(items(hub.vocabulary, opened.services, pages)), "steps": STEPS}


def leaving_prison(opened: OpenStation) -> dict[str, Any]:
    """Give the places of the pack, by town, and the lines to ring."""
    hub, today = opened.hub, opened.now.date()
    needs = [hub.vocabulary.needs[key] for key in _OUTSIDE if key in hub.vocabulary.needs]
    places = [
        service
        for service in opened.services
        if service.places
        and service.is_confirmed(today)
        and any(need.is_met_by(service) for need in needs)
    ]
    lines = [line for line in hub.helplines.values() if line.use in _LINES and line.number]
    return {"towns": list(by_town(places)), "pack_lines": lines, "lines": hub.helplines}


def word_guide(opened: OpenStation) -> dict[str, Any]:
    """Give the table of words."""
    wording = opened.hub.wording
    return {"judging": list(advice(wording.judging)), "promises": list(advice(wording.promises))}
