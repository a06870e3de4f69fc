"""Large directories of invented services, for what must hold at any size.

The words are the example station's vocabulary. Services depend on their number only, so that the
first 500 are the same whether 500 or 1,600 are made. Answers are spread as people give them: a kind
of service has its usual offers and ways in, an organisation its usual building, a few timetables
serve most doors, many facts are unknown, and every fourth service has a second door.
"""

import random
import shutil
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from recovery_radio.host.bodies import body_environment
from recovery_radio.host.content import THEME
from recovery_radio.model.problem import Origin
from recovery_radio.model.service import Service
from recovery_radio.model.station import Team
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.read.centres import read_centres
from recovery_radio.read.entries import read_vocabulary
from recovery_radio.render.find_form import find_form
from recovery_radio.render.find_list import Directory, find_files
from recovery_radio.render.postcodes import own_areas, render_places, with_towns
from station import ROOT

TODAY = date(2026, 11, 21)
TOWNS: Mapping[str, tuple[str, str, str, float, float]] = {
    # Town: county, nation, district, latitude, longitude.
    "Doncaster": ("South Yorkshire", "ENG", "DN1", 53.523, -1.133),
    "Sheffield": ("South Yorkshire", "ENG", "S1", 53.381, -1.470),
    "Leeds": ("West Yorkshire", "ENG", "LS1", 53.797, -1.548),
    "Hull": ("East Yorkshire", "ENG", "HU1", 53.744, -0.336),
    "York": ("North Yorkshire", "ENG", "YO1", 53.959, -1.081),
    "Lincoln": ("Lincolnshire", "ENG", "LN1", 53.235, -0.546),
    "Nottingham": ("Nottinghamshire", "ENG", "NG1", 52.954, -1.149),
    "Derby": ("Derbyshire", "ENG", "DE1", 52.922, -1.474),
    "Crawley": ("West Sussex", "ENG", "RH10", 51.113, -0.183),
    "Horsham": ("West Sussex", "ENG", "RH12", 51.063, -0.328),
    "Bognor Regis": ("West Sussex", "ENG", "PO21", 50.783, -0.675),
    "Brighton": ("East Sussex", "ENG", "BN1", 50.829, -0.141),
    "Maidstone": ("Kent", "ENG", "ME14", 51.275, 0.523),
    "Gravesend": ("Kent", "ENG", "DA11", 51.441, 0.369),
    "Tonbridge": ("Kent", "ENG", "TN9", 51.196, 0.273),
    "Canterbury": ("Kent", "ENG", "CT1", 51.279, 1.080),
    "Wrexham": ("Clwyd", "WLS", "LL13", 53.046, -2.993),
    "Cardiff": ("South Glamorgan", "WLS", "CF10", 51.481, -3.179),
    "Peterhead": ("Aberdeenshire", "SCT", "AB42", 57.505, -1.784),
    "Glasgow": ("Lanarkshire", "SCT", "G1", 55.861, -4.250),
    "Newry": ("County Down", "NIR", "BT34", 54.175, -6.340),
}
TIMETABLES: tuple[Any, ...] = (
    {"mon-fri": "10:00-16:00"},
    {"mon-fri": "09:00-17:00"},
    {"mon-thu": "09:30-17:00", "fri": "09:30-16:30"},
    {"mon-fri": "08:30-18:00", "sat": "09:00-13:00"},
    {"mon": "18:30-20:00"},
    {"tue": "19:00-20:30"},
    {"wed": "13:00-15:00"},
    {"thu": "17:00-21:00"},
    {"sat-1st,3rd": "10:00-12:00"},
    {"mon-sun": "11:00-15:00"},
    {"fri": "22:00-02:00", "sat": "22:00-02:00"},
    {"tue": "10:00-12:00, 13:00-16:00", "thu": "10:00-12:00, 13:00-16:00"},
    "always",
    "by-appointment",
    None,
    None,
)
_FRAME = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Find help</title>
<link rel="stylesheet" href="../assets/radio/radio.css">
<link rel="stylesheet" href="../assets/radio/fields.css">
<link rel="stylesheet" href="../assets/radio/search.css">
<link rel="stylesheet" href="../assets/radio/find.css">
<link rel="icon" href="data:,">
<script type="module" src="../assets/radio/find.js"></script></head>
<body><main class="md-typeset">{form}</main></body></html>"""
_FIRST = """Harbour Signal Copper Lantern Meadow Quarry Willow Anchor Bridge Kettle Orchard Tide
Beacon Castle Mill Chapel Station Market Hearth Compass Larkspur Foundry Weir Cedar Northgate
Granary Lock Swift Pebble Thistle""".split()
_SECOND = """House Steps Room Hub Project Circle Table Path Point Gate Yard Corner Trust Bench
Works""".split()


def make_directory(count: int) -> tuple[tuple[Service, ...], Vocabulary]:
    """Make the first services, and give the vocabulary they are written in."""
    vocabulary, problems = read_vocabulary(ROOT, "services_directory/vocabulary.yml")
    assert problems == []
    assert vocabulary is not None
    return tuple(_service(number, vocabulary) for number in range(count)), vocabulary


def write_directory(folder: Path, services: Sequence[Service], vocabulary: Vocabulary) -> Path:
    """Write the page `find-help` of a directory, its list, and the scripts: no station around it."""
    centres = with_towns(read_centres(own_areas(services)), services)
    files = dict(find_files(Directory(services, vocabulary, centres, TODAY)))
    files["assets/radio/places.json"] = render_places(centres)
    shutil.copytree(THEME / "assets", folder / "assets")
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    environment = body_environment([str(THEME)])
    environment.globals["pages"] = frozenset()
    form = environment.get_template("radio/partials/find-form.html").render(
        form=find_form(services, vocabulary),
        lines=(),
        national=(),
        team=Team(email="hello@example.org", phone="01632 960900"),
        base_url="..",
    )
    (folder / "find-help").mkdir()
    (folder / "find-help/index.html").write_text(_FRAME.format(form=form), "utf-8")
    return folder


def _service(number: int, vocabulary: Vocabulary) -> Service:
    dice = random.Random(f"service {number}")
    words = vocabulary.model_dump()
    national = number % 20 == 0
    kind, organisation = dice.choice(list(words["kinds"])), f"organisation-{dice.randrange(120)}"
    town, twin = dice.choice(list(TOWNS)), dice.choice(list(TOWNS))
    towns = [] if national else [town, twin] if number % 4 == 0 else [town]
    nations = dice.choice((["UK"], ["UK"], ["Scotland"], ["England", "Wales"]))
    turn, rest = divmod(number, len(_FIRST) * len(_SECOND))
    name = f"{_FIRST[rest % len(_FIRST)]} {_SECOND[rest // len(_FIRST)]}"
    return Service.model_validate(
        {
            "origin": Origin("services_directory/x.yml", {}, 1),
            "id": f"{town} {name}{f' {turn}' if turn else ''}".lower().replace(" ", "-"),
            "name": f"{name} {dice.choice((kind.replace('-', ' '), town, 'Group'))}",
            "organisation": organisation,
            "kind": kind,
            "summary": "A place to come to.",
            "offers": _usual(dice, kind, words["offers"], 5),
            "for_whom": {"who": dice.choice((["anyone"], _usual(dice, kind, words["who"], 2)))},
            "substances": dice.choice((["any"], _usual(dice, kind, words["substances"], 2))),
            "how_in": _usual(dice, kind, words["how_in"], 3),
            "mode": ["phone", "online"] if national else _usual(dice, kind, words["mode"], 2),
            "places": [_place(dice, each, organisation, words) for each in towns],
            "serves": nations if national else [town, TOWNS[town][0]],
            "contact": {"phone": f"01632 {960000 + dice.randrange(1000)}"},
            "cost": dice.choice(("free", "free", "free", *words["cost"])),
            "status": dice.choice(("active",) * 18 + ("paused", "unconfirmed")),
            "checked": {
                "on": TODAY - timedelta(days=int(dice.random() ** 2 * 420)),
                "by": "phone",
                "who": "volunteer",
            },
        }
    )


def _usual(dice: random.Random, kind: str, words: Mapping[str, Any], most: int) -> list[str]:
    """Give some of what services of a kind usually say."""
    usual = random.Random(kind).sample(list(words), min(most + 1, len(words)))
    return sorted(dice.sample(usual, dice.randint(1, most)))


def _place(
    dice: random.Random, town: str, organisation: str, words: Mapping[str, Any]
) -> dict[str, Any]:
    county, nation, district, latitude, longitude = TOWNS[town]
    sessions = [{"label": "Group", "hours": {"wed": "13:00-15:00"}, "who": ["women"]}]
    return {
        "town": town,
        "county": county,
        "nation": nation,
        "postcode": f"{district} {dice.randint(1, 9)}AA",
        "geo": (latitude + dice.uniform(-0.02, 0.02), longitude + dice.uniform(-0.03, 0.03)),
        "hide_address": dice.random() < 0.04,
        "access": _answers(dice, organisation, words["access"]),
        "space": _answers(dice, organisation, words["space"]),
        "hours": dice.choice(TIMETABLES),
        "sessions": sessions if dice.random() < 0.1 else [],
        "bank_holidays": dice.choice(("closed", "closed", "ask", "open")),
    }


def _answers(dice: random.Random, organisation: str, words: Mapping[str, Any]) -> dict[str, str]:
    usual = random.Random(organisation)
    answers = {word: usual.choice(("yes", "yes", "no", "ask", "", "", "")) for word in words}
    return {word: answer for word, answer in answers.items() if answer and dice.random() < 0.85}
