"""Gaps: what nothing in a town meets, and no more."""

from pathlib import Path

from recovery_radio.render.catalogue import shown_services
from recovery_radio.render.gaps import gaps_of
from sites import NOW, PLAIN, SERVICE, edit, read_station

NEEDS = edit(
    PLAIN,
    (
        "needs:\n",
        "needs:\n  kit: {label: New kit, explanation: Clean kit., offers: [kit]}\n",
    ),
    ("kinds: {drop-in", "kinds: {exchange: {label: Exchange, explanation: Kit.}, drop-in"),
    ("offers: {peer-support:", "offers: {kit: {label: Kit, explanation: Kit.}, peer-support:"),
)
OTHER = edit(
    SERVICE,
    ("harbour.yml", "other.yml"),
    ("kind: drop-in", "kind: exchange"),
    ("offers: [peer-support]", "offers: [kit]"),
    ("  - town: Crawley", "  - town: Bognor Regis"),
)


def gaps(tmp_path: Path, *entries: str) -> list[tuple[str, list[str]]]:
    hub, problems = read_station(tmp_path, NEEDS, *entries)
    assert problems == []
    found = gaps_of(hub, shown_services(hub, NOW.date()))
    return [(gap.town, [need.label for need in gap.needs]) for gap in found]


def test_what_another_town_has_is_a_gap_here(tmp_path: Path) -> None:
    here = edit(OTHER, ("serves: [Crawley]", "serves: [Bognor Regis]"))

    assert gaps(tmp_path, SERVICE, here) == [
        ("Bognor Regis", ["Talk to somebody"]),
        ("Crawley", ["New kit"]),
    ]


def test_a_need_that_no_place_meets_anywhere_is_no_gap_of_a_town(tmp_path: Path) -> None:
    assert gaps(tmp_path, SERVICE) == []


def test_a_town_that_nobody_serves_from_there_is_not_listed(tmp_path: Path) -> None:
    # The other service has its door in Bognor Regis, and serves Crawley.
    assert gaps(tmp_path, SERVICE, OTHER) == [("Crawley", ["New kit"])]


def test_a_town_that_has_all_is_not_listed_and_a_closed_place_counts_for_nothing(
    tmp_path: Path,
) -> None:
    both = edit(SERVICE, ("offers: [peer-support]", "offers: [peer-support, kit]"))
    closed = edit(OTHER, ("example: true", "status: closed\nexample: true"))

    assert gaps(tmp_path / "all", both) == []
    assert gaps(tmp_path / "closed", SERVICE, closed) == []
