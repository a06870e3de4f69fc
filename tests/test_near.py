"""`near.js`, run by Node.js with the file that a station really gets: what people type, and how far it is."""

import gzip
import json
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from read.test_centres import AREAS, miles, read_sample
from recovery_radio.model.whereabouts import Point
from recovery_radio.read.centres import read_centres
from recovery_radio.render.postcodes import render_places

SCRIPT = Path(__file__).parents[1] / "plugins/recovery_radio/theme/assets/radio/near.js"
RUNNER = """
import { readFileSync } from "node:fs";
const { source, places, calls } = JSON.parse(readFileSync(0, "utf-8"));
const near = await import(`data:text/javascript,${encodeURIComponent(source)}`);
// JSON has no undefined; a call that fails says so instead of ending the others.
const answers = calls.map(([name, ...args]) => near[name](...args, ...(name === "locate" ? [places] : [])));
process.stdout.write(JSON.stringify(answers));
"""
TOWNS = {
    "Bognor Regis": (50.783, -0.675),
    "Crawley": (51.113, -0.183),
    "Doncaster": (53.523, -1.133),
    "Fraserburgh": (57.693, -2.005),
    "Gravesend": (51.441, 0.369),
    "Maidstone": (51.275, 0.523),
    "Tonbridge": (51.196, 0.273),
    "Wrexham": (53.046, -2.993),
}
CENTRES = read_centres(AREAS)._replace(
    towns={name: Point(*place, approximate=True) for name, place in TOWNS.items()}
)
PLACES = json.loads(render_places(CENTRES))


def ask(*calls: tuple[Any, ...], places: Any = PLACES) -> list[Any]:
    """Call functions of the script, each with its name first; `locate` gets the places as well."""
    node = shutil.which("node", path=sysconfig.get_path("scripts"))
    assert node, "Node.js is missing. `make clients` installs it."
    asked = {"source": SCRIPT.read_text("utf-8"), "places": places, "calls": calls}
    command = [node, "--input-type=module", "--eval", RUNNER]
    run = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    answers: list[Any] = json.loads(run.stdout)
    return answers


def understood(*texts: str, places: Any = PLACES) -> dict[str, str]:
    """Say how each text is understood: as a label and a precision, or as a problem."""
    answers = ask(*(("locate", text) for text in texts), places=places)
    return {
        text: answer.get("problem") or f"{answer['label']}: {answer['precision']}"
        for text, answer in zip(texts, answers, strict=True)
    }


WHOLE = {
    "RH10 1AA": "RH10 1AA: sector",
    "rh10 1aa": "RH10 1AA: sector",
    "rh101aa": "RH10 1AA: sector",
    "  Rh10  1Aa ": "RH10 1AA: sector",
    "RH10-1AA": "RH10 1AA: sector",
    "R H 1 0 1 A A": "RH10 1AA: sector",
    "RH1 01AA": "RH10 1AA: sector",
    "RH1 1AA": "RH1 1AA: sector",
    "rh11aa": "RH1 1AA: sector",
    "PO21 1AA": "PO21 1AA: sector",
    # From other areas only the district is known.
    "E1 4NS": "E1: district",
    "e14ns": "E1: district",
    "W1A 1AA": "W1A: district",
    "EC1A 1BB": "EC1A: district",
    "sw1a2aa": "SW1A: district",
    "M1 1AE": "M1: district",
    "CR2 6XH": "CR2: district",
    # A sector that does not exist, in a district that does.
    "DN1 0AA": "DN1: district",
}
BEGUN = {
    "RH10": "RH10: district",
    "rh1": "RH1: district",
    "RH10 1": "RH10 1: sector",
    "RH10 1A": "RH10 1A: sector",
    "rh10 1a": "RH10 1A: sector",
    "rh101a": "RH10 1A: sector",
    # Without a space this is the longer district; with it the space decides.
    "RH11": "RH11: district",
    "RH1 1": "RH1 1: sector",
    "SE19": "SE19: district",
    "SE1 9": "SE1: district",
    "E14": "E14: district",
    "E10A": "E1: district",
    "W1A": "W1A: district",
}
SLIPS = {
    "RH1O 1AA": "RH10 1AA: sector",
    "RHI0 1AA": "RH10 1AA: sector",
    "RHIO 1AA": "RH10 1AA: sector",
    "RH10 11A": "RH10 1IA: sector",
    "rhl0 1aa": "RH10 1AA: sector",
    "RH10 IAA": "RH10 1AA: sector",
    "RH1O IAA": "RH10 1AA: sector",
    "P021 1AA": "PO21 1AA: sector",
    "p0211aa": "PO21 1AA: sector",
    "PO2I": "PO21: district",
    "DNI 1AB": "DN1 1AB: sector",
    "S014 2AB": "SO14: district",
    "0X1 1AA": "OX1: district",
    "1G1 1AA": "IG1: district",
    "L1 5AB": "L1: district",
    "LL11 1AB": "LL11 1AB: sector",
    "OL1 1AA": "OL1: district",
}
REFUSED = {
    "BT1 1AA": "northern-ireland",
    "bt34": "northern-ireland",
    "BT": "not-a-postcode",
    "JE2 3AB": "channel-islands-or-man",
    "gy1 1aa": "channel-islands-or-man",
    "IM1 1AA": "channel-islands-or-man",
    "1M1 1AA": "channel-islands-or-man",
    "RH99 1AA": "unknown",
    "ZZ1 1AA": "unknown",
    "QQ9": "unknown",
    "GX11 1AA": "unknown",
    "": "not-a-postcode",
    " ": "not-a-postcode",
    "1": "not-a-postcode",
    "12345": "not-a-postcode",
    "90210": "not-a-postcode",
    "RH10 1AAA": "not-a-postcode",
    # Without a single digit it may be a town.
    "RHIO IAA": "not-a-postcode",
    "RH10 1A1A": "not-a-postcode",
    "R": "not-a-postcode",
    "<b>": "not-a-postcode",
    "🦊": "not-a-postcode",
    "01632 960123": "not-a-postcode",
    "constructor": "not-a-postcode",
    "__proto__": "not-a-postcode",
    "x" * 500: "not-a-postcode",
}
TYPED_TOWNS = {
    "Crawley": "Crawley: town",
    "crawley": "Crawley: town",
    " CRAWLEY ": "Crawley: town",
    "Crawly": "Crawley: town",
    "Crwaley": "Crawley: town",
    "Crawlley": "Crawley: town",
    "Craw": "Crawley: town",
    "Crawl": "Crawley: town",
    "Bognor": "Bognor Regis: town",
    "bognor regis": "Bognor Regis: town",
    "Bogner Regis": "Bognor Regis: town",
    "Boggnor": "Bognor Regis: town",
    "bognor-regis": "Bognor Regis: town",
    "Donncaster": "Doncaster: town",
    "Doncastor": "Doncaster: town",
    "Dancester": "Doncaster: town",
    "Madistone": "Maidstone: town",
    "Tunbridge": "Tonbridge: town",
    "tonbrige": "Tonbridge: town",
    "Gravesned": "Gravesend: town",
    "Wrexam": "Wrexham: town",
    "Frazerburgh": "Fraserburgh: town",
    # Places that we do not list are not taken for those that we do.
    "Tunbridge Wells": "not-a-postcode",
    "Brighton": "not-a-postcode",
    "Hull": "not-a-postcode",
    "Oil": "not-a-postcode",
    "Lancaster": "not-a-postcode",
    "London": "not-a-postcode",
    "cr": "not-a-postcode",
}


@pytest.mark.parametrize(
    "cases", [WHOLE, BEGUN, SLIPS, REFUSED, TYPED_TOWNS], ids=lambda cases: next(iter(cases))
)
def test_what_people_type_is_understood(cases: dict[str, str]) -> None:
    assert understood(*cases) == cases


def test_towns_that_are_equally_near_are_not_guessed() -> None:
    towns = {"Marsden": [53.6, -1.9], "Marston": [51.8, -1.2], "Newport": [51.6, -3.0]}

    assert understood("Marsten", "Mars", "Marsdon", places={**PLACES, "towns": towns}) == {
        "Marsten": "not-a-postcode",
        "Mars": "not-a-postcode",
        "Marsdon": "not-a-postcode",
    }
    assert understood("Marsden", "newprot", places={**PLACES, "towns": towns}) == {
        "Marsden": "Marsden: town",
        "newprot": "Newport: town",
    }


def test_a_station_without_places_still_understands_every_district() -> None:
    places = json.loads(render_places(read_centres(frozenset())))

    assert understood("RH10 1AA", "Crawley", places=places) == {
        "RH10 1AA": "RH10: district",
        "Crawley": "not-a-postcode",
    }


def test_a_problem_says_in_words_what_to_do_instead() -> None:
    texts = ("BT1 1AA", "GY1 1AA", "IM1 1AA", "JE2 3AB", "RH99 1AA", "elsewhere")
    words = [answer["words"] for answer in ask(*(("locate", text) for text in texts))]

    afar = "We have no distances for {}. Look at what covers the whole UK, or choose a town from the list."
    assert words == [
        afar.format("Northern Ireland"),
        afar.format("Guernsey"),
        afar.format("the Isle of Man"),
        afar.format("Jersey"),
        "We know no postcode RH99. Look again, or choose a town from the list.",
        "We know no such postcode or town. Look again, or choose a town from the list.",
    ]


def test_a_postcode_is_read_without_the_table_too() -> None:
    texts = ("rh101aa", "RH10 1", "RHI0", "E14", "W1A 1AA", "SW1A1AA", "hello", "")

    assert ask(*(("parsePostcode", text) for text in texts)) == [
        {"area": "RH", "district": "RH10", "inward": "1AA"},
        {"area": "RH", "district": "RH10", "inward": "1"},
        {"area": "RH", "district": "RH10", "inward": ""},
        {"area": "E", "district": "E14", "inward": ""},
        {"area": "W", "district": "W1A", "inward": "1AA"},
        {"area": "SW", "district": "SW1A", "inward": "1AA"},
        None,
        None,
    ]


def test_the_device_finds_every_postcode_of_the_sample_where_the_table_has_it() -> None:
    sample = read_sample()
    found = ask(*(("locate", known.postcode) for known in sample))

    near = 0
    for known, answer in zip(sample, found, strict=True):
        point = Point(answer["lat"], answer["lon"])
        held = CENTRES.find(known.postcode)
        assert held is not None
        assert point == pytest.approx((*held[:2], False), abs=1e-9)
        assert answer["label"] == known.postcode
        near += miles(point, known.place) <= 1
    assert near >= 950


def test_the_beginning_of_a_postcode_has_the_middle_of_its_sector() -> None:
    (begun,) = ask(("locate", "RH1 4"))
    points = [point for name, point in CENTRES.sectors["RH1"] if name[0] == "4"]

    assert len(points) > 2
    assert begun["lat"] == pytest.approx(sum(p.latitude for p in points) / len(points))
    assert begun["lon"] == pytest.approx(sum(p.longitude for p in points) / len(points))


def test_a_district_and_a_town_are_where_the_file_says() -> None:
    district, town = ask(("locate", "SW1A 1AA"), ("locate", "maidstone"))

    assert Point(district["lat"], district["lon"], True) == pytest.approx(CENTRES.districts["SW1A"])
    assert (town["lat"], town["lon"]) == TOWNS["Maidstone"]


def test_distances_are_those_of_a_sphere() -> None:
    names = ("lat", "lon")
    pairs = [(a, b) for a in TOWNS.values() for b in TOWNS.values()]
    told = ask(*(("miles", dict(zip(names, a, strict=True)), dict(zip(names, b, strict=True))) for a, b in pairs))  # fmt: skip

    assert told == pytest.approx([miles(Point(*a), Point(*b)) for a, b in pairs], rel=1e-4)
    # Land's End to John o' Groats is 603 miles by every gazetteer.
    assert ask(("miles", {"lat": 50.066, "lon": -5.715}, {"lat": 58.644, "lon": -3.025})) == [
        pytest.approx(603, abs=2)
    ]


def test_distances_are_said_no_more_exactly_than_they_are_known() -> None:
    exact = {0: "Under half a mile away", 0.49: "Under half a mile away", 0.5: "About 1 mile away"}
    exact |= {1.49: "About 1 mile away", 1.5: "About 2 miles away", 3.2: "About 3 miles away"}
    exact |= {19.4: "About 19 miles away", 22.4: "About 20 miles away", 22.6: "About 25 miles away"}
    exact |= {233.3: "About 235 miles away"}
    rough = {
        0: "Under 3 miles away",
        2.49: "Under 3 miles away",
        2.5: "About 3 miles away",
        7.7: "About 8 miles away",
    }

    assert ask(*(("say", miles) for miles in exact)) == [*exact.values()]
    assert ask(*(("say", miles, True) for miles in rough)) == [*rough.values()]


def test_it_is_small_and_knows_no_way_to_ask_or_to_keep_anything() -> None:
    source = SCRIPT.read_text("utf-8")

    assert len(gzip.compress(source.encode(), mtime=0)) <= 2550
    code = re.sub(r"/\*\*.*?\*/|//.*?$", "", source, flags=re.DOTALL | re.MULTILINE)
    assert "unpack" in code
    names = "fetch|import|location|history|navigator|document|window|globalThis|self|localStorage"
    assert not re.search(
        rf"\b({names}|sessionStorage|XMLHttpRequest|WebSocket|Image|Worker)\b", code
    )
