"""Lists: every item is reached, on pages of a bounded size, and nothing lists everything."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.place import Session
from recovery_radio.model.service import ForWhom, Service
from recovery_radio.render.catalogue import (
    Listing,
    episode_lists,
    gone_addresses,
    neighbours,
    public_episodes,
    service_lists,
    shown_services,
)
from sites import EPISODE, NOW, SERVICE, edit, read_station


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), EPISODE, SERVICE)
    assert problems == []
    return hub


def programmes(hub: Hub, count: int) -> list[Episode]:
    """Make episodes, newest first, a day apart."""
    start = datetime(2020, 1, 1, tzinfo=UTC)
    return [
        hub.episodes[0].model_copy(update={"slug": f"e{n}", "aired": start + timedelta(days=n)})
        for n in reversed(range(count))
    ]


def test_the_old_addresses_are_those_of_what_was_public_and_of_what_was_withdrawn(
    tmp_path: Path,
) -> None:
    def programme(slug: str, *changes: tuple[str, str]) -> str:
        return edit(EPISODE, ("first-steps", slug), *changes)

    hub, problems = read_station(
        tmp_path,
        programme("public"),
        programme("draft", ("status: published", "status: draft")),
        programme("future", ("aired: 2026-03-12", "aired: 2026-12-12")),
        programme("over", ("expires: 2028-01-01", "expires: 2026-11-21")),
        programme("withdrawn", ("status: published", "status: withdrawn")),
    )

    assert problems == []
    assert gone_addresses(hub, NOW) == ("episodes/over/", "episodes/withdrawn/")


def doors(
    hub: Hub, *names: str, towns: Sequence[str] = ("Crawley",), **more: object
) -> list[Service]:
    place = hub.services[0].places[0]
    places = tuple(place.model_copy(update={"town": town}) for town in towns)
    return [
        hub.services[0].model_copy(
            update={"id": name.lower(), "name": name, "places": places, **more}
        )
        for name in names
    ]


def at(lists: Sequence[Listing], url: str) -> Listing:
    [found] = [listing for listing in lists if listing.url == url]
    return found


def names_on(listing: Listing) -> dict[str, list[str]]:
    return {
        g.heading: [getattr(i, "slug", getattr(i, "name", "")) for i in g.items]
        for g in listing.groups
    }


@pytest.mark.parametrize(
    ("count", "pages"), [(1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (1000, 34)]
)
def test_a_list_of_programmes_has_pages_of_thirty(count: int, pages: int, hub: Hub) -> None:
    episodes = programmes(hub, count)

    lists = [
        listing for listing in episode_lists(hub, episodes) if listing.url.startswith("episodes/")
    ]

    assert [listing.url for listing in lists] == [
        "episodes/",
        *(f"episodes/page/{n}/" for n in range(2, pages + 1)),
    ]
    shown = [name for listing in lists for name in names_on(listing)[""]]
    assert shown == [episode.slug for episode in episodes]
    assert max(len(names_on(listing)[""]) for listing in lists) <= 30


def test_the_pages_of_a_list_lead_to_each_other(hub: Hub) -> None:
    first, second, third = (
        listing
        for listing in episode_lists(hub, programmes(hub, 61))
        if listing.url.startswith("episodes/")
    )

    assert first.pager == ("", "episodes/page/2/", 1, 3)
    assert second.pager == ("episodes/", "episodes/page/3/", 2, 3)
    assert third.pager == ("episodes/page/2/", "", 3, 3)
    assert [listing.title for listing in (first, third)] == [
        "All programmes",
        "All programmes, page 3",
    ]
    assert at(list(episode_lists(hub, programmes(hub, 1))), "episodes/").pager is None


def test_programmes_are_listed_by_series_and_by_topic(hub: Hub) -> None:
    one, two = programmes(hub, 2)
    series = {**hub.series, "other": hub.series["stories"], "empty": hub.series["stories"]}
    topics = {**hub.topics, "opioids": hub.topics["alcohol"], "empty": hub.topics["alcohol"]}
    hub = hub._replace(series=series, topics=topics)
    two = two.model_copy(update={"series": "other", "topics": ("alcohol", "opioids")})

    lists = list(episode_lists(hub, [one, two]))

    assert names_on(at(lists, "listen/series/stories/")) == {"": ["e1"]}
    assert names_on(at(lists, "listen/series/other/")) == {"": ["e0"]}
    assert names_on(at(lists, "listen/topics/alcohol/")) == {"": ["e1", "e0"]}
    assert names_on(at(lists, "listen/topics/opioids/")) == {"": ["e0"]}
    assert not [listing for listing in lists if "empty" in listing.url]


def test_a_station_without_programmes_still_has_a_list_of_them(hub: Hub) -> None:
    assert [(listing.url, list(listing.groups)) for listing in episode_lists(hub, [])] == [
        ("episodes/", [])
    ]


def test_a_programme_knows_those_before_and_after_it_in_its_series(hub: Hub) -> None:
    episodes = programmes(hub, 4)
    episodes[1] = episodes[1].model_copy(update={"series": "other"})

    around = {
        slug: tuple(e and e.slug for e in pair) for slug, pair in neighbours(episodes).items()
    }

    assert around == {
        "e0": (None, "e1"), "e1": ("e0", "e3"), "e3": ("e1", None), "e2": (None, None),
    }  # fmt: skip


def test_only_public_programmes_are_shown(hub: Hub) -> None:
    episode = hub.episodes[0]
    later = episode.model_copy(update={"aired": NOW + timedelta(minutes=1)})
    draft = episode.model_copy(update={"status": "draft"})

    assert public_episodes(hub._replace(episodes=(later, draft, episode)), NOW) == (episode,)


def test_closed_services_are_not_shown_and_unconfirmed_ones_come_last(hub: Hub) -> None:
    [zebra], [abbey] = doors(hub, "Zebra"), doors(hub, "Abbey", status="unconfirmed")
    [gone], [paused] = doors(hub, "Gone", status="closed"), doors(hub, "Moor", status="paused")

    shown = shown_services(hub._replace(services=(abbey, gone, paused, zebra)), NOW.date())

    assert [service.name for service in shown] == ["Zebra", "Moor", "Abbey"]


def test_services_that_nobody_made_sure_of_for_long_come_last_in_every_list(hub: Hub) -> None:
    ages = {"Abbey": 370, "Bridge": 280, "Cliff": 200, "Dale": 3, "Edge": 190}
    services = [
        service.model_copy(
            update={
                "checked": service.checked.model_copy(
                    update={"on": NOW.date() - timedelta(days=ages[service.name])}
                )
            }
        )
        for service in doors(hub, *ages)
    ]

    shown = shown_services(hub._replace(services=tuple(services)), NOW.date())
    lists = list(service_lists(hub, shown))

    # Fresh and due ones by name, then overdue ones, then those that have expired.
    assert [service.name for service in shown] == ["Cliff", "Dale", "Edge", "Bridge", "Abbey"]
    for url in ("services/towns/crawley/", "services/needs/talk/"):
        names = [name for group in names_on(at(lists, url)).values() for name in group]
        assert names == ["Cliff", "Dale", "Edge", "Bridge", "Abbey"]


def test_services_are_listed_by_letter(hub: Hub) -> None:
    services = doors(hub, "abbey", "Anchor", "24 Hours", "Zebra", "Émile", "“Quoted”", "ßign")

    lists = list(service_lists(hub, services))

    assert names_on(at(lists, "services/a-z/a/")) == {"": ["abbey", "Anchor"]}
    assert names_on(at(lists, "services/a-z/z/")) == {"": ["Zebra"]}
    assert sorted(names_on(at(lists, "services/a-z/other/"))[""]) == sorted(
        ["24 Hours", "Émile", "“Quoted”", "ßign"]
    )
    assert [listing.url for listing in lists if "/a-z/" in listing.url] == [
        "services/a-z/a/", "services/a-z/z/", "services/a-z/other/",
    ]  # fmt: skip


def test_the_first_list_of_services_leads_to_letters_and_towns_and_shows_none(hub: Hub) -> None:
    services = [*doors(hub, "Abbey", towns=["St Ives"]), *doors(hub, "Zebra")]

    start = at(list(service_lists(hub, services)), "services/")

    assert list(start.groups) == []
    assert [tuple(link) for link in start.links] == [
        ("A", "services/a-z/a/"), ("Z", "services/a-z/z/"),
        ("Crawley", "services/towns/crawley/"), ("St Ives", "services/towns/st-ives/"),
    ]  # fmt: skip


def test_the_list_of_a_town_shows_its_doors_who_comes_to_it_and_what_works_from_afar(
    hub: Hub,
) -> None:
    services = [
        *doors(hub, "Here", towns=["Crawley", "Horsham"]),
        *doors(hub, "Comes", towns=["Bognor Regis"], serves=("Crawley",)),
        *doors(hub, "Elsewhere", towns=["Horsham"], serves=("Horsham",)),
        *doors(hub, "Afar", towns=(), mode=("phone",), serves=("UK",)),
        *doors(hub, "Nation", towns=(), mode=("online",), serves=("England", "Wales")),
        *doors(hub, "Other nation", towns=(), mode=("online",), serves=("Scotland",)),
        *doors(hub, "By post", towns=(), serves=("UK",)),
        *doors(hub, "Far county", towns=(), mode=("phone",), serves=("Kent",)),
    ]

    lists = list(service_lists(hub, services))

    assert names_on(at(lists, "services/towns/crawley/")) == {
        "": ["Here"], "They come to you": ["Comes"], "By phone or online": ["Afar", "Nation"],
    }  # fmt: skip


def test_the_list_of_a_need_goes_by_town(hub: Hub) -> None:
    services = [
        *doors(hub, "Two doors", towns=["Horsham", "Crawley"]),
        *doors(hub, "Afar", towns=(), mode=("phone",)),
        *doors(hub, "Not that", kind="pharmacy"),
    ]

    lists = list(service_lists(hub, services))

    assert names_on(at(lists, "services/needs/talk/")) == {
        "Crawley": ["Two doors"], "Horsham": ["Two doors"], "By phone or online": ["Afar"],
    }  # fmt: skip
    unmet = list(service_lists(hub, doors(hub, "Not that", kind="pharmacy")))
    assert not [listing for listing in unmet if "/needs/" in listing.url]


def test_services_are_listed_by_the_people_that_they_are_for(hub: Hub) -> None:
    words = dict.fromkeys(("anyone", "women", "veterans", "men"), hub.vocabulary.who["anyone"])
    hub = hub._replace(vocabulary=hub.vocabulary.model_copy(update={"who": words}))
    place = hub.services[0].places[0]
    session = Session(label="Women's hour", hours={"wed": "13:00-15:00"}, who=("women",))
    [mixed] = doors(hub, "Mixed")
    services = [
        mixed.model_copy(update={"places": (place.model_copy(update={"sessions": (session,)}),)}),
        *doors(hub, "Refuge", towns=["Horsham"], for_whom=ForWhom(who=("women", "veterans"))),
        *doors(hub, "Anyone"),
    ]

    lists = {
        listing.url: names_on(listing)
        for listing in service_lists(hub, services)
        if listing.url.startswith("services/for/")
    }

    assert lists == {
        "services/for/women/": {"Crawley": ["Mixed"], "Horsham": ["Refuge"]},
        "services/for/veterans/": {"Horsham": ["Refuge"]},
    }


def test_no_list_shows_more_than_sixty_services_and_every_one_is_on_some(hub: Hub) -> None:
    services = doors(hub, *(f"S{n:03}" for n in range(150)))

    lists = list(service_lists(hub, services))

    for url in ("services/a-z/s/", "services/towns/crawley/", "services/needs/talk/"):
        pages = [listing for listing in lists if listing.url.startswith(url)]
        sizes = [sum(len(g.items) for g in listing.groups) for listing in pages]
        assert sizes == [60, 60, 30]
        shown = {
            name for listing in pages for names in names_on(listing).values() for name in names
        }
        assert shown == {service.name for service in services}
    assert len({listing.url for listing in lists}) == len(lists)


def test_a_group_that_goes_on_over_the_page_keeps_its_heading(hub: Hub) -> None:
    services = [
        *doors(hub, *(f"A{n:02}" for n in range(50))),
        *doors(hub, *(f"B{n:02}" for n in range(20)), towns=["Horsham"]),
    ]

    pages = [one for one in service_lists(hub, services) if one.url.startswith("services/needs/")]

    assert [{h: len(names) for h, names in names_on(page).items()} for page in pages] == [
        {"Crawley": 50, "Horsham": 10}, {"Horsham": 10},
    ]  # fmt: skip
