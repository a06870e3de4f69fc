"""Where to get near you what a page speaks of: a few places, and the ways to all of them.

A page is read in every town, so no town is told twice before each has been told once.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, zip_longest
from typing import NamedTuple

from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.catalogue import Group, Link, by_town, need_lists

_SHOWN = 8


class NearYou(NamedTuple):
    """The places at the end of a page."""

    groups: Sequence[Group]
    """Places by town."""
    lists: Sequence[Link]
    """The whole list of each need."""
    left_out: int
    """How many more there are on those lists."""


def near_you(
    needs: Iterable[str],
    vocabulary: Vocabulary,
    services: Iterable[Service],
    today: date,
    words: Words = ENGLISH,
) -> NearYou | None:
    """Choose places that meet any of the needs; none if there is none.

    Args:
        needs: Keys of the vocabulary's needs, as the page names them.
        vocabulary: The station's.
        services: Those that are shown, the most trusted first.
        today: Day on which the page is made. A place that nobody has confirmed is left out.
        words: What the interface says.
    """
    terms = {key: vocabulary.needs[key] for key in needs if key in vocabulary.needs}
    listed = [s for s in services if any(need.is_met_by(s) for need in terms.values())]
    meeting = [service for service in listed if service.is_confirmed(today)]
    if not meeting:
        return None
    chosen = list(_in_turn(by_town(meeting, words)))[:_SHOWN]
    lists = list(need_lists(terms, listed).values())
    return NearYou(list(_put_together(chosen)), lists, len(listed) - len(chosen))


def _in_turn(groups: Iterable[Group]) -> Iterator[tuple[str, Service]]:
    """Give one place of each town, then a second one of each, no place twice."""
    rows = [[(group.heading, item) for item in group.items] for group in groups]
    seen: set[str] = set()
    for town, item in filter(None, chain(*zip_longest(*rows))):
        if isinstance(item, Service) and item.id not in seen:
            seen.add(item.id)
            yield town, item


def _put_together(chosen: Sequence[tuple[str, Service]]) -> Iterator[Group]:
    for town in dict.fromkeys(town for town, _ in chosen):
        yield Group(town, [service for where, service in chosen if where == town])
