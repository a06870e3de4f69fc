"""Referral sheets: who stands on them, in which order, and how much of it the paper holds."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from languages import URDU
from recovery_radio.model.hub import Hub
from recovery_radio.model.service import Service
from recovery_radio.render.catalogue import shown_services
from recovery_radio.render.referral_facts import facts_of
from recovery_radio.render.referrals import ROOM, Sheet, plan_sheets, referral_sheets
from sites import PLAIN, SERVICE, edit, read_station

TODAY = date(2026, 11, 21)
NEEDS = edit(
    PLAIN,
    ("kinds: {drop-in", "kinds: {helpline: {label: Helpline, explanation: They answer.}, drop-in"),
    ("kinds: [drop-in]}", "kinds: [drop-in], offers: [peer-support]}"),
)
Station = Callable[..., tuple[Hub, Sequence[Service]]]


@pytest.fixture
def station(tmp_path: Path) -> Station:
    def read(*entries: str) -> tuple[Hub, Sequence[Service]]:
        hub, problems = read_station(tmp_path, NEEDS, *entries)
        assert problems == []
        return hub, shown_services(hub, TODAY)

    return read


def entry(name: str, *changes: tuple[str, str]) -> str:
    start = ("harbour.yml", f"{name.lower()}.yml"), ('Harbour & "friends"', name)
    return edit(SERVICE, *start, *changes)


def in_town(town: str, serves: str = "") -> tuple[tuple[str, str], ...]:
    return (
        ("town: Crawley", f"town: {town}\n    county: West Sussex"),
        ("serves: [Crawley]", f"serves: [{serves or town}]"),
    )


def afar(serves: str) -> tuple[tuple[str, str], ...]:
    places = SERVICE[SERVICE.index("places:") : SERVICE.index("serves:")]
    return (places, "mode: [phone]\n"), ("serves: [Crawley]", f"serves: [{serves}]")


def sheet_of(hub: Hub, services: Sequence[Service], town: str = "Crawley") -> Sheet:
    [sheet] = [s for s in referral_sheets(hub, services, TODAY) if s.plan.town == town]
    return sheet


def names(sheet: Sheet) -> dict[str, list[str]]:
    return {group.heading: [r.service.name for r in group.referrals] for group in sheet.groups}


def test_the_near_ones_come_first_then_the_county_then_the_country(station: Station) -> None:
    hub, services = station(
        entry("Near", *in_town("Crawley")),
        entry("Visits", *in_town("Horsham", "Horsham, Crawley")),
        entry("County", *in_town("Horsham", "West Sussex")),
        entry("Elsewhere", *in_town("Horsham")),
        entry("England", *afar("England")),
        entry("Everywhere", *afar("UK")),
        entry("Scotland", *afar("Scotland")),
    )

    assert names(sheet_of(hub, services)) == {
        "In Crawley": ["Near", "Visits"],
        "Elsewhere in West Sussex": ["County"],
        "By phone, online or across the country": ["England", "Everywhere"],
    }


def test_each_town_and_need_has_a_sheet_and_a_place_in_the_plan(station: Station) -> None:
    hub, services = station(entry("Near", *in_town("Crawley")), entry("Far", *in_town("Horsham")))

    plans = list(plan_sheets(hub, services, TODAY))
    assert [(plan.url, plan.entries) for plan in plans] == [
        ("referrals/crawley/talk/", 1),
        ("referrals/horsham/talk/", 1),
    ]
    assert [sheet.plan for sheet in referral_sheets(hub, services, TODAY)] == plans


def test_what_is_doubtful_comes_last_with_a_warning(station: Station) -> None:
    hub, services = station(
        entry("A-paused", ("cost: free", "cost: free\nstatus: paused")),
        entry("B-expired", ("on: 2026-11-01, by", "on: 2025-10-01, by")),
        entry("C-offers", ("kind: drop-in", "kind: helpline")),
        entry("D-kind"),
    )

    referrals = sheet_of(hub, services).referrals
    assert [(each.service.name, each.warning) for each in referrals] == [
        ("D-kind", ""),
        ("C-offers", ""),
        ("A-paused", "Paused: not taking people at the moment."),
        ("B-expired", "Not confirmed since 1 October 2025: ring first."),
    ]


def test_gaps_are_counted_by_entry_and_by_fact(station: Station) -> None:
    told = ("cost: free", "tell_patient: Tea.\ncost: free")
    known = ("    postcode: RH10 0AA\n", "    postcode: RH10 0AA\n    access: {childcare: yes}\n")
    hub, services = station(entry("One", told, known), entry("Two", told), entry("Three"))

    sheet = sheet_of(hub, services)
    assert sheet.incomplete == 2
    assert sheet.gaps == [("Access", 2), ("Tell the patient", 1)]


def test_news_are_told_until_they_are_over(station: Station) -> None:
    alert = "cost: free\nalert: {{text: The door has moved., until: {}}}"
    hub, services = station(
        entry("New", ("cost: free", alert.format("2026-11-21"))),
        entry("Old", ("cost: free", alert.format("2026-11-20"))),
    )

    news = {each.service.name: each.news for each in sheet_of(hub, services).referrals}
    assert news == {"New": "The door has moved.", "Old": ""}


def test_bank_holidays_are_those_of_the_town_s_nation(station: Station) -> None:
    hub, services = station(
        entry("English"),
        entry("Scottish", ("town: Crawley", "town: Ayr\n    nation: SCT"), ("[Crawley]", "[Ayr]")),
    )

    scottish = sheet_of(hub, services, "Ayr")
    assert (scottish.nation, date(2026, 11, 30) in scottish.holidays) == ("Scotland", True)
    english = sheet_of(hub, services)
    assert (english.nation, date(2026, 11, 30) in english.holidays) == ("England", False)
    assert date(2026, 12, 28) in english.holidays


def test_of_several_doors_those_of_the_town_are_told(station: Station) -> None:
    second = "  - town: Horsham\n    address: [2 Example Way]\nserves:"
    hub, services = station(entry("Both", ("serves:", second)))

    def where(town: str) -> str:
        facts = {fact.label: fact for fact in sheet_of(hub, services, town).referrals[0].facts}
        return " ".join(line.text for line in facts["Where"].lines)

    assert where("Crawley") == "1 Example Street, Crawley RH10 0AA."
    assert where("Horsham") == "2 Example Way, Horsham."


@pytest.mark.parametrize("count", [1, 2, 7, 20, 60])
def test_no_sheet_holds_more_than_its_paper_and_nobody_is_lost(
    station: Station, count: int
) -> None:
    near = [f"Near-{n:02}" for n in range(count)]
    county = ["County-0", "County-1", "County-2"]
    hub, services = station(
        *(entry(name, *in_town("Crawley")) for name in near),
        *(entry(name, *in_town("Horsham", "West Sussex")) for name in county),
        entry("Afar", *afar("UK")),
    )

    sheet = sheet_of(hub, services)
    shown = {each.service.name for each in sheet.referrals}
    queue = [*near, "Afar", *county]
    assert sum(each.letters for each in sheet.referrals) <= ROOM["small"]
    assert shown == set(queue[: len(shown)])
    assert [service.name for service, _ in sheet.more] == queue[len(shown) :]
    assert (count < 20) == (not sheet.more)


def test_what_the_paper_has_no_room_for_is_named_with_town_and_number(station: Station) -> None:
    near = (entry(f"Near-{n:02}", *in_town("Crawley")) for n in range(60))
    line = ('phone: "01632 960123"', "helpline: samaritans")
    hub, services = station(*near, entry("County", *in_town("Horsham", "West Sussex")), entry("Line", *afar("UK"), line))  # fmt: skip

    ways = {service.name: where for service, where in sheet_of(hub, services).more}
    assert ways["County"] == "Horsham, 01632 960123"
    assert ways["Line"] == "116 123"
    [sheet] = [s for s in referral_sheets(hub, services, TODAY, URDU) if s.plan.town == "Crawley"]
    assert {s.name: way for s, way in sheet.more}["Line"] == "116\N{NO-BREAK SPACE}123"


def test_a_sheet_with_one_entry_has_it_however_much_it_says(station: Station) -> None:
    hub, services = station(entry("Long", ("cost: free", f"gp_note: {'word ' * 399}\ncost: free"), ("summary: Tea and a chat.", "summary: Tea.\nexpect: Tea."), ("contact: {", f"tell_patient: {'tea ' * 499}\nbring: Tea.\nalert: {{text: {'news ' * 399}, until: 2026-12-01}}\ncontact: {{")))  # fmt: skip

    sheet = sheet_of(hub, services)
    assert sheet.referrals[0].letters > ROOM["small"]
    assert [each.service.name for each in sheet.referrals] == ["Long"]
    assert sheet.size == "small"


def test_few_words_are_printed_large_and_in_full(station: Station) -> None:
    hub, services = station(entry("One"))

    sheet = sheet_of(hub, services)
    assert (sheet.size, sheet.is_short, sheet.groups[0].in_full) == ("large", True, True)
    hub, services = station(*(entry(f"Near-{n}") for n in range(9)))
    sheet = sheet_of(hub, services)
    assert (sheet.is_short, sheet.groups[0].in_full) == (False, False)


def test_the_facts_of_an_entry_are_the_same_on_every_sheet(station: Station) -> None:
    hub, services = station(entry("Near"), entry("Afar", *afar("UK")), entry("Far", *in_town("Horsham")))  # fmt: skip

    by_name = {service.name: service for service in services}
    for sheet in referral_sheets(hub, services, TODAY):
        for referral in sheet.referrals:
            service = by_name[referral.service.name]
            assert referral.facts == facts_of(service, service.places, hub, TODAY)
