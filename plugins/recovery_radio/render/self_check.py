"""The recovery capital self-check: ten sentences, and what can help with each.

BARC-10 (Vilsaint and others, 2017): each answer counts from 1 to 6, and the score is their sum. The
sentences are shown as they were tested, and are no words of the interface: a translation of a
questionnaire has to be tested like the questionnaire.

Sources: https://doi.org/10.1016/j.drugalcdep.2017.03.022, PhenX protocol 590502 ("freely available;
permission not required for use").
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.render.catalogue import Link, need_lists

STEPS = range(1, 7)
"""What an answer counts, from strongly disagree to strongly agree."""


class _Sentence(NamedTuple):
    text: str
    needs: tuple[str, ...]
    """Needs of the vocabulary that meet it, the nearest first."""
    pages: tuple[str, ...] = ()
    """Pages that help with it, if the station has them."""


_SENTENCES = (
    _Sentence(
        "There are more important things to me in life than using substances.",
        ("talk-now", "drugs", "drinking"),
    ),
    _Sentence("In general I am happy with my life.", ("talk-now", "group-near-me")),
    _Sentence(
        "I have enough energy to complete the tasks I set myself.",
        ("health-checks", "food-and-warmth"),
    ),
    _Sentence(
        "I am proud of the community I live in and feel part of it.",
        ("group-near-me",),
        ("events/index.md", "recovery-communities.md"),
    ),
    _Sentence("I get lots of support from friends.", ("group-near-me", "family-and-friends")),
    _Sentence(
        "I regard my life as challenging and fulfilling without the need for using drugs or"
        " alcohol.",
        ("work-and-training", "group-near-me"),
        ("small-sparks.md",),
    ),
    _Sentence(
        "My living space has helped to drive my recovery journey.",
        ("somewhere-to-live", "safe-from-abuse"),
        ("recovery/housing.md",),
    ),
    _Sentence(
        "I take full responsibility for my actions.",
        ("money-and-rights", "just-out-of-prison"),
    ),
    _Sentence(
        "I am happy dealing with a range of professional people.",
        ("money-and-rights",),
        ("recovery/appointment.md", "recovery/rights.md"),
    ),
    _Sentence(
        "I am making good progress on my recovery journey.",
        ("drugs", "drinking", "group-near-me"),
        ("recovery/aftercare.md",),
    ),
)


class Item(NamedTuple):
    """A sentence of the check."""

    number: int
    text: str
    help: tuple[Link, ...]
    """Where to find what it speaks of. The same for every answer: none is the wrong one."""


def items(
    vocabulary: Vocabulary, services: Iterable[Service], pages: dict[str, Link]
) -> Iterator[Item]:
    """Give the ten sentences in their order.

    Args:
        vocabulary: The station's.
        services: Those that are shown. A list that would be empty is left out.
        pages: The station's pages by their path.
    """
    lists = need_lists(vocabulary.needs, list(services))
    for number, sentence in enumerate(_SENTENCES, 1):
        links = [lists[key] for key in sentence.needs if key in lists]
        links += [pages[path] for path in sentence.pages if path in pages]
        yield Item(number, sentence.text, tuple(links))
