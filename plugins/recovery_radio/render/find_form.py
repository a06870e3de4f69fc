"""The choices of the page `find-help`: what somebody can filter by, the most used first.

A choice that no service answers is left out. A count says how many services there are if this is
the first choice; from then on the reader's device counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recovery_radio.model.answers import access_of
from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.words import ENGLISH, Words, mark
from recovery_radio.render.facets import ANY, ANYONE, needs_met, people_of, towns_of
from recovery_radio.render.find_list import CHUNKS_FROM, term_numbers

FREE = "free"
_GROUPS = {"need": "needs", "who": "who", "about": "substances", "in": "how_in", "by": "mode"}
"""Parts of the vocabulary, by the name of a choice."""
_ASKED = {
    "need": (mark("What do you need?"), mark("Anything")),
    "who": (mark("Who is it for?"), mark("Anyone")),
    "about": (mark("Which drug, or drink?"), mark("Any drug or drink")),
    "in": (mark("How do you get in?"), mark("Any way")),
    "by": (mark("How do you use it?"), mark("Any way")),
}
"""What is asked, and what it says if nothing is chosen."""


class Option(NamedTuple):
    """One choice."""

    value: str
    """How the address names it."""
    number: int
    """How the list names it: the number of a word, or of a town."""
    label: str
    explanation: str
    services: int | None
    """How many services there are; none if the device has to load more to tell."""


class Choice(NamedTuple):
    """Choices of which one can be made, or several."""

    name: str
    """How the address names it."""
    label: str
    nothing: str
    """What it says if nothing is chosen."""
    options: Sequence[Option]


class FindForm(NamedTuple):
    """Everything to choose from."""

    need: Choice
    town: Choice
    more: Sequence[Choice]
    place: Choice
    """Of these, several go together."""
    free: Option | None


def find_form(
    services: Sequence[Service], vocabulary: Vocabulary, words: Words = ENGLISH
) -> FindForm:
    """Make the choices for the services that are shown."""
    numbers = term_numbers(vocabulary)
    counts = Counter(word for service in services for word in _words_of(service, vocabulary))
    is_whole = len(services) < CHUNKS_FROM

    def options(*groups: str) -> list[Option]:
        return [
            Option(key, number, term.label, term.explanation, count if is_whole else None)
            for (group, key), number in numbers.items()
            if group in groups and (count := counts[group, key])
            for term in [getattr(vocabulary, group)[key]]
        ]

    lists = {
        name: Choice(name, words.say(label), words.say(nothing), options(_GROUPS[name]))
        for name, (label, nothing) in _ASKED.items()
    }
    towns = [
        Option(town, number, town, "", counts["town", town] if is_whole else None)
        for number, town in enumerate(towns_of(services))
    ]
    free = [option for option in options("cost") if option.value == FREE]
    return FindForm(
        need=lists.pop("need"),
        town=Choice("town", words.say("Which town?"), words.say("Anywhere"), towns),
        more=[choice for choice in lists.values() if choice.options],
        place=Choice("has", words.say("About the place"), "", options("access", "space")),
        free=free[0] if free else None,
    )


def _words_of(service: Service, vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """Give everything that finds a service, each as the group and key of a word, or as a town."""
    towns = {*service.towns, *service.serves}
    substances = vocabulary.substances if ANY in service.substances else service.substances
    places = service.places
    said: Mapping[str, Iterable[str]] = {
        "needs": needs_met(service, vocabulary),
        "who": people_of(service),
        "substances": (word for word in substances if word != ANY),
        "how_in": service.how_in,
        "mode": service.mode,
        "cost": (service.cost,),
        "access": _certain(access_of(place) for place in places),
        "space": _certain(place.space for place in places),
        "town": towns,
    }
    return {(group, word) for group, words in said.items() for word in words if word != ANYONE}


def _certain(places: Iterable[Mapping[str, str]]) -> set[str]:
    return {word for answers in places for word, answer in answers.items() if answer == "yes"}
