"""The self-check's sentences, and what each leads to."""

from pathlib import Path

import pytest

from recovery_radio.model.hub import Hub
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.catalogue import Link
from recovery_radio.render.self_check import STEPS, items
from sites import PLAIN, SERVICE, edit, read_station
from station import ROOT

LIVE = (
    "needs:\n",
    "needs:\n"
    "  somewhere-to-live: {label: Somewhere to live, explanation: A roof., offers: [peer-support]}\n"
    "  safe-from-abuse: {label: Safe, explanation: Nobody hurts you., kinds: [nothing]}\n",
)


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return read_station(tmp_path, edit(PLAIN, LIVE), SERVICE)[0]


def test_ten_sentences_and_six_answers_make_sums_from_ten_to_sixty(hub: Hub) -> None:
    found = list(items(hub.vocabulary, hub.services, {}))

    assert [item.number for item in found] == list(range(1, 11))
    assert len({item.text for item in found}) == 10
    assert list(STEPS) == [1, 2, 3, 4, 5, 6]


def test_a_sentence_leads_to_lists_and_pages_that_the_station_has(hub: Hub) -> None:
    pages = {"recovery/housing.md": Link("A place to live", "recovery/housing/")}

    home = list(items(hub.vocabulary, hub.services, pages))[6]

    assert home.text == "My living space has helped to drive my recovery journey."
    # Nobody meets the other need, and an empty list helps nobody.
    assert home.help == (
        Link("Somewhere to live", "services/needs/somewhere-to-live/"),
        Link("A place to live", "recovery/housing/"),
    )


def test_where_nothing_is_near_there_are_no_links(hub: Hub) -> None:
    assert not any(item.help for item in items(hub.vocabulary, [], {}))


def test_in_the_example_station_each_sentence_leads_to_places_that_help() -> None:
    hub, _, _ = read_hub(ROOT, Folders(), None, map)

    for item in items(hub.vocabulary, hub.services, {}):
        assert item.help, item.text
