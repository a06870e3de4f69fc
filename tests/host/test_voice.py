"""The pages of a say in decisions and of events, in a tiny station that has written them."""

import re
from pathlib import Path

import pytest

from having_a_say import PAGES, SAY
from sites import SERVICE, build_site, edit


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("say"), SERVICE, PAGES, SAY)


def words(site: Path, path: str) -> str:
    """Give the words of a page's main part, with one space between them."""
    html = (site / path / "index.html").read_text("utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("have-your-say", "Rung 4 of 6: You plan it with them"),
        ("have-your-say", "Already decided Two evenings a week. Still open Which two."),
        ("have-your-say", "Without a computer Ring us. What is paid Fares are paid."),
        ("have-your-say", "Result by 15 January 2027"),
        ("have-your-say", "Own words."),
        ("have-your-say/council", "7 of 9 seats are taken. 2 are empty."),
        ("have-your-say/council", "Everybody on it is elected by people who use services."),
        ("have-your-say/council", "11 September 2026 : 7 for, 1 against. Answer: Agreed."),
        ("have-your-say/commitments", "Kept A kit for everybody."),
        ("have-your-say/you-said", "We did a part A clinic in the library. Why not all: The lease"),
        ("have-your-say/surveys", "Getting there Crawley · An invented example"),
        ("have-your-say/surveys/there", "Longer not shown I do not know fewer than 5"),
        ("have-your-say/surveys/there", "96 of 128 people answered."),
        ("have-your-say/pilots", "Over. Do more people come?"),
        ("events", "Winter walk Saturday 5 December 2026, 10:30am to 2:30pm"),
        ("events/walk", "Childcare: Ask first"),
        ("events/walk", "Families No"),
        ("recovery-communities", "Organiser Recovery organiser · 01632 960531"),
        ("recovery-communities", "Winter walk , Saturday 5 December 2026"),
    ],
)
def test_a_page_tells_what_its_register_says(path: str, told: str, site: Path) -> None:
    assert told in words(site, path)


def test_the_list_of_a_town_leads_to_its_alliance(site: Path) -> None:
    html = (site / "services/towns/crawley/index.html").read_text("utf-8")

    assert 'href="../../../recovery-communities/#alliance-crawley"' in html
    assert 'id="alliance-crawley"' in (site / "recovery-communities/index.html").read_text("utf-8")


def test_keys_of_entries_take_no_id_of_their_page(tmp_path: Path) -> None:
    twins = SAY.replace("\nclinic:\n", "\nopen:\n")
    start = SAY.index("\ncrawley:\n")
    twins += SAY[start:].replace("crawley:", "old-town:", 1).replace("Crawley rec", "Aged rec")

    public = build_site(tmp_path, SERVICE, PAGES, twins)

    for path in ("have-your-say", "recovery-communities"):
        ids = re.findall(r'\sid="([^"]+)"', (public / path / "index.html").read_text("utf-8"))
        assert len(ids) == len(set(ids))
    html = (public / "services/towns/crawley/index.html").read_text("utf-8")
    assert 'href="../../../recovery-communities/#alliance-old-town"' in html


def test_calendars_lie_beside_the_pages_of_their_events(site: Path) -> None:
    assert (site / "events/walk/calendar.ics").is_file()
    assert 'href="calendar.ics"' in (site / "events/walk/index.html").read_text("utf-8")
    assert (site / "events/calendar.ics").is_file()


def test_what_is_not_known_is_said_and_never_left_out(tmp_path: Path) -> None:
    facts = "  drug_and_alcohol_free: yes\n  families: no\n  fares: Ring first\n"
    plain = edit(SAY, (facts, ""), ("  access: {childcare: ask}\n", ""))

    told = words(build_site(tmp_path, PAGES, plain), "events/walk")

    assert "No drugs, no alcohol Not known Families Not known Help with fares Not known." in told
    assert "Not known: Childcare. Please ask." in told


def test_a_cancelled_event_says_so_on_the_list_on_its_page_and_in_calendars(
    tmp_path: Path,
) -> None:
    text = edit(SAY, ("checked: 2026-11-16", "checked: 2026-11-16\n  cancelled: Flood."))
    site = build_site(tmp_path, PAGES, text)

    assert "Winter walk Cancelled" in words(site, "events")
    assert "Cancelled. Flood." in words(site, "events/walk")
    assert "STATUS:CANCELLED" in (site / "events/walk/calendar.ics").read_text("utf-8")
    assert "STATUS:CANCELLED" in (site / "events/calendar.ics").read_text("utf-8")


def test_what_is_late_or_unanswered_says_so_by_the_day_of_the_build(tmp_path: Path) -> None:
    start = SAY.index("  reply:")
    reply = SAY[start : SAY.index("  example: true", start)]
    text = edit(
        SAY,
        (reply, ""),
        ("closes: 2026-12-11\n  result_due: 2027-01-15", "closes: 2026-09-01\n  result_due: 2026-10-01"),
        ("  kept: 2026-06-12\n", ""),
    )  # fmt: skip
    site = build_site(tmp_path, PAGES, text)

    assert "Unanswered. 199 days" in words(site, "have-your-say/you-said")
    assert "No result yet. It was due on 1 October 2026." in words(site, "have-your-say")
    assert "Late: 1" in words(site, "have-your-say/commitments")
    assert "1 has had no answer for 90 days." in words(site, "have-your-say")


def test_a_station_that_has_not_written_the_pages_has_none_of_them(tmp_path: Path) -> None:
    site = build_site(tmp_path, SERVICE, SAY)

    assert not (site / "events").exists()
    assert not (site / "have-your-say").exists()
    town = (site / "services/towns/crawley/index.html").read_text("utf-8")
    assert "recovery-communities" not in town
