"""What search engines are told: nothing invented, nothing hidden, nothing stale."""

import gzip
import json
from pathlib import Path
from typing import Any

from open_data import REAL, harbour
from recovery_radio.render.open_data.linked import linked_data


def linked(root: Path, *changes: tuple[str, str]) -> Any:
    directory, service = harbour(root, *changes, text=REAL)
    return linked_data(directory, service)


def place(root: Path, *changes: tuple[str, str]) -> Any:
    return linked(root, *changes)["availableChannel"]["serviceLocation"][0]


def test_a_real_service_is_described_with_its_doors(tmp_path: Path) -> None:
    made = linked(tmp_path)

    assert {k: v for k, v in made.items() if k != "availableChannel"} == {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": "https://tiny.example/services/harbour/",
        "name": 'Harbour & "friends"',
        "description": "Tea and a chat.",
        "serviceType": "Drop-in",
        "provider": {"@type": "Organization", "name": "The Hub"},
        "areaServed": ["Crawley"],
    }
    channel = made["availableChannel"]
    assert channel["servicePhone"] == {"@type": "ContactPoint", "telephone": "01632 960123"}
    assert channel["serviceLocation"][0]["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
            "opens": "10:00",
            "closes": "16:00",
            "validThrough": "2027-07-29",
        }
    ]


def test_an_invented_service_is_not_described(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)

    assert linked_data(directory, service) is None


def test_hours_that_may_mislead_are_left_out(tmp_path: Path) -> None:
    hours = 'mon-fri: "10:00-16:00"'
    for change in (
        (hours, f'{hours}\n      sat-1st: "10:00-12:00"'),
        (f"\n      {hours}", " by-appointment"),
        (f"\n      {hours}", ' "Mar-Oct We 10:00-14:00"'),
        # Overdue, and so not to be called open.
        ("on: 2026-11-01", "on: 2026-02-01"),
        ("cost: free", "cost: free\nstatus: paused"),
    ):
        assert "openingHoursSpecification" not in place(tmp_path, change), change


CLOSURES = (
    "serves:",
    "    closures:\n      - {from: 2026-12-24, to: 2027-01-02}\n"
    '      - {from: 2027-02-01, to: 2027-02-05, instead: {2027-02-04: "10:00-12:00, 18:00-00:30",\n'
    '         2027-02-02: "20:00-24:00"}}\n'
    "      - {from: 2026-01-01, to: 2026-01-02}\nserves:",
)


def special(root: Path, *changes: tuple[str, str]) -> list[str]:
    found = place(root, CLOSURES, *changes)["specialOpeningHoursSpecification"]
    assert {each["@type"] for each in found} == {"OpeningHoursSpecification"}
    return [
        f"{each['validFrom']} {each['validThrough']} {each['opens']}-{each['closes']}"
        for each in found
    ]


def test_closures_to_come_are_hours_without_length_save_on_days_with_hours(tmp_path: Path) -> None:
    assert special(tmp_path) == [
        "2026-12-24 2027-01-02 00:00-00:00",
        "2027-02-01 2027-02-01 00:00-00:00",
        "2027-02-02 2027-02-02 20:00-23:59",
        "2027-02-03 2027-02-03 00:00-00:00",
        "2027-02-04 2027-02-04 10:00-12:00",
        "2027-02-04 2027-02-04 18:00-00:30",
        "2027-02-05 2027-02-05 00:00-00:00",
    ]


def test_who_may_not_be_called_open_is_not_on_such_a_day_either(tmp_path: Path) -> None:
    told = special(tmp_path, ("cost: free", "cost: free\nstatus: paused"))

    assert len(told) == 4
    assert all(each.endswith(" 00:00-00:00") for each in told)


def test_a_number_that_takes_texts_only_is_none_to_ring(tmp_path: Path) -> None:
    made = linked(tmp_path, ('{phone: "01632 960123"}', '{text: "07700 900001"}'))

    assert "servicePhone" not in made["availableChannel"]


def test_only_what_there_is_for_certain_is_told(tmp_path: Path) -> None:
    for answer, features in (("yes", [True]), ("no", []), ("ask", [])):
        access = f"    access: {{childcare: {answer}}}\n    SERVES"
        made = place(tmp_path, ("serves:", access.replace("    SERVES", "serves:")),
                     ('    hours:\n      mon-fri: "10:00-16:00"\n', ""))  # fmt: skip
        assert [each["value"] for each in made.get("amenityFeature", [])] == features


def test_of_a_hidden_place_there_is_the_town(tmp_path: Path) -> None:
    hidden = "postcode: RH10 0AA\n    geo: [51.2, -0.2]\n    hide_address: true"
    made = place(tmp_path, ("postcode: RH10 0AA", hidden))

    assert made["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Crawley",
        "addressCountry": "GB",
    }
    assert "geo" not in made


def test_it_is_light(tmp_path: Path) -> None:
    more = (
        "    county: West Sussex\n    geo: [51.2, -0.2]\n    access: {childcare: yes}\n    hours:"
    )
    made = linked(tmp_path, ("    hours:", more))

    assert len(gzip.compress(json.dumps(made).encode())) <= 600
