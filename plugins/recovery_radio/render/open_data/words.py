"""The vocabulary as taxonomies of Open Referral, and the words of a service as its attributes."""

from collections.abc import Iterator, Mapping

from recovery_radio.model.service import Service
from recovery_radio.model.vocabulary import Term
from recovery_radio.render.open_data.data import Directory, Json, without_blanks

TAXONOMIES = {
    "kinds": ("Kind of service", "What a service is."),
    "offers": ("What is offered", "What can be had there."),
    "who": ("For whom", "Whom a service is for."),
    "substances": ("Substances", "What a service helps with."),
    "mode": ("Ways to use it", "Whether one goes there, rings, or is visited."),
    "how_in": ("Ways in", "How a person comes to use a service."),
    "cost": ("Cost", "What a service costs the person who uses it."),
}
"""Lists of the vocabulary that describe a service, with a name and a sentence for strangers.

What describes a place, such as `access`, has answers, and a term without its answer would say
yes where a place says no.
"""


def taxonomies(directory: Directory) -> list[Json]:
    """Give every taxonomy."""
    return [
        {
            "id": directory.identify("taxonomy", key),
            "name": name,
            "description": f"{about} Words of {directory.station.name}.",
        }
        for key, (name, about) in TAXONOMIES.items()
    ]


def terms(directory: Directory) -> list[Json]:
    """Give every term of every taxonomy."""
    return [term(directory, key, word) for key in TAXONOMIES for word in _words(directory, key)]


def term(directory: Directory, key: str, word: str) -> Json:
    """Give one term.

    Args:
        directory: The data.
        key: List of the vocabulary.
        word: Word of that list.
    """
    said = _words(directory, key)[word]
    return without_blanks(
        {
            "id": directory.identify("term", key, word),
            "name": said.label,
            "description": said.explanation,
            "taxonomy": TAXONOMIES[key][0],
            "taxonomy_id": directory.identify("taxonomy", key),
            "term_uri": str(said.maps.oruk) if said.maps.oruk else None,
        }
    )


def attributes(directory: Directory, service: Service) -> list[Json]:
    """Give the words that describe a service, each with its term."""
    own = directory.identify("service", service.id)
    return [
        {
            "id": directory.identify("attribute", service.id, key, word),
            "link_id": own,
            "link_type": "service",
            "taxonomy_term_id": directory.identify("term", key, word),
            "taxonomy_term": term(directory, key, word),
        }
        for key, word in words_of(service)
    ]


def words_of(service: Service) -> Iterator[tuple[str, str]]:
    """Give the words that describe a service, each with the list that has it."""
    for key, words in service.words.items():
        for word in dict.fromkeys(words):
            yield key, word


def _words(directory: Directory, key: str) -> Mapping[str, Term]:
    found: Mapping[str, Term] = getattr(directory.vocabulary, key)
    return found
