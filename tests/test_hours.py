"""When a door is open, by our engine and by an evaluator that nobody here wrote, half hour by half hour.

The other one is `opening_hours` of Node.js. It gets texts that were written by hand, and knows the
bank holidays of each nation by itself. A night that a bank holiday takes away, or leaves, has no
text of its own in that syntax; it is asked for in two: the evenings, and the small hours.
"""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from pydantic import TypeAdapter

from podcasts import run_node
from recovery_radio.model.hours import Closure, Hours, Nation, osm_hours
from recovery_radio.model.opening import Timing, bank_holidays, openings

START, END = datetime(2027, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
COUNT = (END - START) // HALF_HOUR
STATES: dict[Nation, str] = {
    "ENG": "England",
    "WLS": "Wales",
    "SCT": "Scotland",
    "NIR": "Northern Ireland",
}
CHRISTMAS = {
    "from": "2027-12-24",
    "to": "2028-01-02",
    "instead": {"2027-12-25": "11:00-14:00", "2027-12-31": "20:00-22:00"},
}
AUGUST = {"from": "2027-08-09", "to": "2027-08-22"}


PROCLAIMED: dict[Nation, set[date]] = {"SCT": {date(2026, 6, 15)}}
"""Royal Proclamation of 3 February 2026, on gov.uk too. The other evaluator does not know it yet."""


class Case(NamedTuple):
    """Hours as an author writes them, and the same said to the other evaluator by hand."""

    hours: Any
    bank_holidays: str
    texts: tuple[str, ...]
    """The door is open if one of them says so."""
    closures: tuple[dict[str, Any], ...] = ()

    def timing(self, nation: Nation) -> Timing:
        hours = TypeAdapter[Hours](Hours).validate_python(self.hours)
        closures = tuple(Closure.model_validate(each) for each in self.closures)
        return Timing(hours, self.bank_holidays, nation, closures)


WEEKDAYS = {"mon-fri": "10:00-16:00"}
CASES = [
    # Days and rows of days.
    Case(WEEKDAYS, "open", ("Mo-Fr 10:00-16:00",)),
    Case(WEEKDAYS, "closed", ("Mo-Fr 10:00-16:00; PH off",)),
    Case(WEEKDAYS, "ask", ("Mo-Fr 10:00-16:00; PH Mo-Fr 10:00-16:00 unknown",)),
    Case(WEEKDAYS, "11:00-13:30", ("Mo-Fr 10:00-16:00; PH 11:00-13:30",)),
    Case(
        {"mon-fri": "10:00-16:00", "wed": "10:00-19:30"},
        "closed",
        ("Mo,Tu,Th,Fr 10:00-16:00; We 10:00-19:30; PH off",),
    ),
    Case({"fri-mon": "09:30-12:00"}, "closed", ("Mo,Fr,Sa,Su 09:30-12:00; PH off",)),
    Case({"sun": "10:00-16:00"}, "ask", ("Su 10:00-16:00; PH Su 10:00-16:00 unknown",)),
    Case(
        {"mon-fri": "09:30-12:30, 13:30-17:00", "sat": "10:00-11:00, 12:00-13:00, 14:00-15:00"},
        "closed",
        ("Mo-Fr 09:30-12:30,13:30-17:00; Sa 10:00-11:00,12:00-13:00,14:00-15:00; PH off",),
    ),
    Case(
        {"tue": "10:00-12:00", "thu": "17:00-20:30"},
        "10:00-12:00, 14:00-16:00",
        ("Tu 10:00-12:00; Th 17:00-20:30; PH 10:00-12:00,14:00-16:00",),
    ),
    # Some days of a month.
    Case({"sat-1st,3rd": "10:00-12:00"}, "closed", ("Sa[1,3] 10:00-12:00; PH off",)),
    Case({"fri-last": "18:00-21:00"}, "open", ("Fr[-1] 18:00-21:00",)),
    Case({"mon-5th": "18:00-21:00"}, "open", ("Mo[5] 18:00-21:00",)),
    Case({"mon-last": "18:00-21:00"}, "closed", ("Mo[-1] 18:00-21:00; PH off",)),
    Case({"wed-2nd,4th": "10:00-11:30"}, "ask", ("We[2,4] 10:00-11:30; PH We[2,4] 10:00-11:30 unknown",)),
    Case(
        {"sat": "10:00-16:00", "sat-1st": "10:00-12:00"},
        "open",
        ("Sa 10:00-16:00; Sa[1] 10:00-12:00",),
    ),
    Case(
        {"mon-fri": "10:00-16:00", "fri": "10:00-14:00", "fri-last": "12:00-20:00"},
        "closed",
        ("Mo-Th 10:00-16:00; Fr 10:00-14:00; Fr[-1] 12:00-20:00; PH off",),
    ),
    Case(
        {"tue": "10:00-12:00", "tue-1st": "10:00-11:00", "tue-last": "10:00-13:00"},
        "open",
        ("Tu 10:00-12:00; Tu[1] 10:00-11:00; Tu[-1] 10:00-13:00",),
    ),
    # Past midnight, and through the changes of the clock.
    Case({"fri-sat": "22:00-02:00"}, "open", ("Fr,Sa 22:00-02:00",)),
    Case(
        {"fri": "22:00-04:00", "sat": "10:00-12:00"},
        "open",
        ("Fr 22:00-04:00, Sa 10:00-12:00",),
    ),
    Case(
        {"mon-sun": "22:00-02:00"},
        "closed",
        ("Mo-Su 22:00-24:00; PH off", "Mo-Su 00:00-02:00; PH +1 day off"),
    ),
    Case(
        {"mon-sun": "20:00-08:00"},
        "ask",
        (
            "Mo-Su 20:00-24:00; PH 20:00-24:00 unknown",
            "Mo-Su 00:00-08:00; PH +1 day 00:00-08:00 unknown",
        ),
    ),
    Case(
        {"mon-sun": "21:00-07:00"},
        "19:00-05:00",
        (
            "Mo-Su 21:00-24:00; PH 19:00-24:00",
            "Mo-Su 00:00-07:00; PH +1 day 00:00-05:00",
        ),
    ),
    Case({"sat": "18:00-00:00", "sun": "00:00-06:30"}, "open", ("Sa 18:00-24:00; Su 00:00-06:30",)),
    Case({"sat-sun": "00:00-03:00"}, "open", ("Sa-Su 00:00-03:00",)),
    Case({"sun": "01:00-05:00"}, "open", ("Su 01:00-05:00",)),
    Case({"sun": "02:00-03:30"}, "open", ("Su 02:00-03:30",)),
    Case({"sat": "16:00-01:00"}, "open", ("Sa 16:00-01:00",)),
    Case({"sun": "00:00-24:00"}, "closed", ("Su 00:00-24:00; PH off",)),
    # Always.
    Case("always", "open", ("24/7",)),
    Case("always", "closed", ("24/7; PH off",)),
    Case("24/7", "ask", ("24/7; PH 00:00-24:00 unknown",)),
    # Closures.
    Case(WEEKDAYS, "closed", ("Mo-Fr 10:00-16:00; PH off; 2027 Aug 09-2027 Aug 22 off",), (AUGUST,)),
    Case(
        WEEKDAYS,
        "10:00-12:00",
        (
            "Mo-Fr 10:00-16:00; PH 10:00-12:00; 2027 Dec 24-2028 Jan 02 off; "
            "2027 Dec 25 11:00-14:00; 2027 Dec 31 20:00-22:00; 2027 Aug 09-2027 Aug 22 off",
        ),
        (CHRISTMAS, AUGUST),
    ),
    Case(
        {"mon-sun": "20:00-08:00"},
        "open",
        (
            "Mo-Su 20:00-24:00; 2027 Aug 09-2027 Aug 22 off",
            "Mo-Su 00:00-08:00; 2027 Aug 10-2027 Aug 23 off",
        ),
        (AUGUST,),
    ),
    Case("always", "ask", ("24/7; PH 00:00-24:00 unknown; 2027 Aug 09-2027 Aug 22 off",), (AUGUST,)),
    # The syntax of OpenStreetMap, where an author writes it.
    Case("Mo-Fr 10:00-16:00; Sa[1,3] 10:00-12:00", "closed", ("Mo-Fr 10:00-16:00; Sa[1,3] 10:00-12:00; PH off",)),
    Case("Mar-Sep Mo-Fr 10:00-16:00", "ask", ("Mar-Sep Mo-Fr 10:00-16:00; PH Mar-Sep Mo-Fr 10:00-16:00 unknown",)),
    Case("Oct-Mar Mo-Su 20:00-08:00", "open", ("Oct-Mar Mo-Su 20:00-08:00",)),
    Case('Tu 10:00-12:00 unknown "ring first"', "closed", ('Tu 10:00-12:00 unknown "ring first"; PH off',)),
    Case(
        'Mo-Fr 10:00-16:00; We 13:00-16:00 unknown "if staff are in"',
        "closed",
        ('Mo-Fr 10:00-16:00; We 13:00-16:00 unknown "if staff are in"; PH off',),
    ),
    Case("Mo-Su 08:00-20:00; Dec 24-26 off", "open", ("Mo-Su 08:00-20:00; Dec 24-26 off",)),
    Case("Th[2] 10:00-12:00,13:00-15:00", "10:00-10:30", ("Th[2] 10:00-12:00,13:00-15:00; PH 10:00-10:30",)),
    Case(
        "Mo-Su 18:00-03:00",
        "closed",
        ("Mo-Su 18:00-24:00; PH off", "Mo-Su 00:00-03:00; PH +1 day off"),
    ),
    Case("Mo-Fr 00:00-24:00", "closed", ("Mo-Fr 00:00-24:00; PH off",)),
    Case("Jun 15-Sep 01 Sa,Su 10:00-17:00; Jul Sa off", "open", ("Jun 15-Sep 01 Sa,Su 10:00-17:00; Jul Sa off",)),
]  # fmt: skip


def ask(
    texts: list[tuple[str, tuple[str, ...]]],
    folder: Path,
    years: tuple[datetime, datetime] = (START, END),
) -> list[str]:
    """Ask the other evaluator: for each state and its texts one digit a half hour."""
    path = folder / "cases.json"
    doors = [{"state": state, "texts": each} for state, each in texts]
    instants = {"from": years[0].timestamp() * 1000, "to": years[1].timestamp() * 1000}
    path.write_text(json.dumps({**instants, "step": 1_800_000, "doors": doors}), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        answers: list[str] = run_node("hours.mjs", [path])[path]
    return answers


def by_us(timing: Timing) -> str:
    """Say the same by our engine: 0 closed, 1 open, 2 unknown."""
    seen = bytearray(b"0" * COUNT)
    for opening in openings(timing, START, END):
        first, past = (
            max(0, -int(-(at.timestamp() - START.timestamp()) // 1800))
            for at in (opening.start, opening.end)
        )
        past = min(past, COUNT)
        seen[first:past] = (b"1" if opening.certain else b"2") * (past - first)
    return seen.decode()


def differing(ours: str, theirs: str) -> list[str]:
    assert len(ours) == len(theirs) == COUNT
    return [
        f"{START + n * HALF_HOUR:%a %d %b %Y %H:%M} UTC: {a}, not {b}"
        for n, (a, b) in enumerate(zip(ours, theirs, strict=True))
        if a != b
    ]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[tuple[str, ...], Nation], str]:
    asked = [(case.texts, nation) for case in CASES for nation in STATES]
    found = ask([(STATES[nation], texts) for texts, nation in asked], tmp_path_factory.mktemp("h"))
    return dict(zip(asked, found, strict=True))


@pytest.mark.parametrize("nation", get_args(Nation))
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.hours} {case.bank_holidays}")
def test_both_say_the_same_of_every_half_hour_of_two_years(
    case: Case, nation: Nation, answers: dict[tuple[tuple[str, ...], Nation], str]
) -> None:
    ours = by_us(case.timing(nation))

    assert "1" in ours or "2" in ours
    assert differing(ours, answers[case.texts, nation]) == []


def test_both_know_the_same_bank_holidays(tmp_path: Path) -> None:
    years = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC))
    found = ask([(state, ("PH 12:00-12:30",)) for state in STATES.values()], tmp_path, years)

    for nation, theirs in zip(STATES, found, strict=True):
        days = {(years[0] + n * HALF_HOUR).date() for n in range(len(theirs)) if theirs[n] == "1"}
        assert days | PROCLAIMED.get(nation, set()) == set(
            bank_holidays(nation, years[0].date(), date(2030, 12, 31))
        )


def test_what_is_written_for_openstreetmap_means_the_same(tmp_path: Path) -> None:
    weeks = [case._replace(bank_holidays="open", closures=()) for case in CASES]
    texts = [osm_hours(case.timing("ENG").hours or "always") for case in weeks]

    for case, text, theirs in zip(
        weeks, texts, ask([("England", (text,)) for text in texts], tmp_path), strict=True
    ):
        assert differing(by_us(case.timing("ENG")), theirs) == [], text


@pytest.mark.parametrize(
    ("case", "nation"),
    [
        (Case({"mon-fri": "10:00-16:30"}, "closed", ()), "ENG"),
        (Case(WEEKDAYS, "open", ()), "ENG"),
        (Case(WEEKDAYS, "ask", ()), "ENG"),
        (Case(WEEKDAYS, "closed", ()), "SCT"),
        (Case(WEEKDAYS, "closed", ()), "NIR"),
        (Case(WEEKDAYS, "closed", (), (CHRISTMAS,)), "ENG"),
    ],
)
def test_every_slip_would_be_noticed(
    case: Case, nation: Nation, answers: dict[tuple[tuple[str, ...], Nation], str]
) -> None:
    ours = by_us(case.timing(nation))

    assert differing(ours, answers[("Mo-Fr 10:00-16:00; PH off",), "ENG"])
