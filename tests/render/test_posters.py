"""Posters: only such as lead somewhere, and numbers that are known in most places first."""

from datetime import date, timedelta
from pathlib import Path

from recovery_radio.model.register import TRUSTED
from recovery_radio.render.posters import POSTERS, lines_for, numbers_until, posters_for, spoken
from sites import read_station


def test_a_poster_needs_the_page_that_it_leads_to() -> None:
    assert [p.key for p in posters_for(["help-now/", "find-help/", "listen/", ""])] == [
        "talk",
        "near-you",
        "listen",
    ]
    assert len(list(posters_for(p.leads_to for p in POSTERS))) == len(POSTERS)


def test_only_the_poster_about_talking_has_numbers_and_only_for_a_crisis(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path)
    (line,) = hub.helplines.values()
    national = line.model_copy(update={"name": "All", "nations": ("ENG", "WLS", "SCT", "NIR")})
    web = line.model_copy(update={"number": None})
    other = line.model_copy(update={"use": "family"})
    talk, *rest = POSTERS

    assert lines_for(talk, [line, web, other, national]) == [national, line]
    assert lines_for(talk, [line] * 9) == [line] * 4
    assert [lines_for(poster, [line]) for poster in rest] == [[], [], []]


def test_a_sheet_with_numbers_says_when_it_comes_off_the_wall(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path)
    (line,) = hub.helplines.values()
    older = line.model_copy(update={"checked": line.checked - timedelta(days=9)})

    assert numbers_until([line, older]) == date(2026, 11, 1) - timedelta(days=9) + TRUSTED
    assert numbers_until([]) is None


def test_an_address_is_as_short_as_people_type_it() -> None:
    assert spoken("https://kindling.example/find-help/") == "kindling.example/find-help"
