"""Places at the end of a page: few, spread over the towns, confirmed, and a way to all."""

from datetime import timedelta
from pathlib import Path

import pytest

from recovery_radio.model.hub import Hub
from recovery_radio.model.service import Service
from recovery_radio.render.near_you import NearYou, near_you
from sites import NOW, SERVICE, read_station

TODAY = NOW.date()


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), SERVICE)
    assert problems == []
    return hub


def service(hub: Hub, name: str, *towns: str, **changes: object) -> Service:
    harbour = hub.services[0]
    doors = tuple(harbour.places[0].model_copy(update={"town": town}) for town in towns)
    own = {"id": name.lower().replace(" ", "-"), "name": name, "places": doors}
    return harbour.model_copy(update={**own, **changes})


def found(hub: Hub, *services: Service, needs: tuple[str, ...] = ("talk",)) -> NearYou | None:
    return near_you(needs, hub.vocabulary, services, TODAY)


def told(near: NearYou | None) -> dict[str, list[str]]:
    assert near
    return {group.heading: [item.id for item in group.items if isinstance(item, Service)] for group in near.groups}  # fmt: skip


def test_places_that_meet_the_need_are_listed_by_town_and_lead_to_the_whole_list(hub: Hub) -> None:
    near = found(
        hub,
        service(hub, "There", "Horsham"),
        service(hub, "Here", "Crawley"),
        service(hub, "Line", mode=("phone",)),
        service(hub, "Other", "Crawley", kind="pharmacy", offers=("kit",)),
    )

    assert told(near) == {"Crawley": ["here"], "Horsham": ["there"], "By phone or online": ["line"]}
    assert near
    assert [tuple(link) for link in near.lists] == [("Talk to somebody", "services/needs/talk/")]
    assert near.left_out == 0


def test_no_town_is_told_twice_before_each_was_told_once(hub: Hub) -> None:
    many = [service(hub, f"Big {number}", "Brighton") for number in range(20)]
    few = [service(hub, f"Small {number}", f"Town {number}") for number in range(5)]

    near = found(hub, *many, *few)

    assert told(near)["Brighton"] == ["big-0", "big-1", "big-2"]
    assert len(told(near)) == 6
    assert near
    assert near.left_out == 17


def test_a_service_with_two_doors_is_told_once(hub: Hub) -> None:
    near = found(hub, service(hub, "Both", "Crawley", "Horsham"))

    assert told(near) == {"Crawley": ["both"]}
    assert near
    assert near.left_out == 0


def test_what_nobody_has_confirmed_is_not_told_but_counts_among_the_others(hub: Hub) -> None:
    old = hub.services[0].checked.model_copy(update={"on": TODAY - timedelta(days=400)})

    near = found(
        hub,
        service(hub, "Sure", "Crawley"),
        service(hub, "Doubtful", "Crawley", status="unconfirmed"),
        service(hub, "Expired", "Horsham", checked=old),
    )

    assert told(near) == {"Crawley": ["sure"]}
    assert near
    assert near.left_out == 2


def test_without_a_need_or_a_place_there_is_no_list(hub: Hub, tmp_path: Path) -> None:
    assert found(hub, service(hub, "Here", "Crawley"), needs=()) is None
    assert found(hub, service(hub, "Here", "Crawley"), needs=("unheard-of",)) is None
    assert found(hub, service(hub, "Other", "Crawley", kind="pharmacy", offers=("kit",))) is None
