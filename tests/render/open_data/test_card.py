"""Cards to keep: read back with a parser, and honest about what they are."""

import re
from pathlib import Path
from typing import Any

import vobject

from languages import URDU, speak
from open_data import REAL, harbour
from recovery_radio.render.open_data.card import render_card
from recovery_radio.render.open_data.data import INVENTED
from sites import SERVICE


def card(root: Path, *changes: tuple[str, str], text: str = REAL) -> Any:
    directory, service = harbour(root, *changes, text=text)
    made = render_card(directory, service)
    assert made.count("\n") == made.count("\r\n") > 5
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    return vobject.readOne(made)


def test_a_card_reads_back_as_it_was_written(tmp_path: Path) -> None:
    made = card(
        tmp_path,
        ("{phone:", "{text: '07700 900001', email: hi@harbour.example, web: 'https://harbour.example/', phone:"),
    )  # fmt: skip

    assert made.version.value == "3.0"
    assert made.fn.value == 'Harbour & "friends"'
    assert made.org.value == ["The Hub"]
    assert [(tel.value, tel.params["TYPE"]) for tel in made.tel_list] == [
        ("01632 960123", ["WORK", "VOICE"]),
        ("07700 900001", ["CELL", "MSG"]),
    ]
    assert made.email.value == "hi@harbour.example"
    assert [url.value for url in made.url_list] == [
        "https://harbour.example/",
        "https://tiny.example/services/harbour/",
    ]
    assert (made.adr.value.street, made.adr.value.city, made.adr.value.code) == (
        "1 Example Street",
        "Crawley",
        "RH10 0AA",
    )
    assert made.uid.value == "https://tiny.example/services/harbour/"
    assert made.note.value == (
        "Tea and a chat. Checked on 1 November 2026. "
        "Hours and everything else: https://tiny.example/services/harbour/"
    )


def test_commas_semicolons_and_lines_stay_in_their_place(tmp_path: Path) -> None:
    made = card(
        tmp_path,
        ("address: [1 Example Street]", 'address: ["Flat 2; rear", "1 Example Street"]'),
        ("summary: Tea and a chat.", 'summary: "Tea; chat, and BEGIN:VCARD."'),
    )

    assert made.adr.value.street == "Flat 2; rear, 1 Example Street"
    assert made.note.value.startswith("Tea; chat, and BEGIN:VCARD.")


def test_an_invented_service_says_so_and_a_hidden_one_has_a_town_only(tmp_path: Path) -> None:
    made = card(tmp_path, ("town: Crawley", "town: Crawley\n    hide_address: true"), text=SERVICE)

    assert made.note.value.startswith("This entry is invented")
    assert (made.adr.value.street, made.adr.value.code, made.adr.value.city) == ("", "", "Crawley")


def test_a_number_that_takes_texts_only_is_not_kept_as_one_to_ring(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, ('{phone: "01632 960123"}', "{helpline: samaritans}"))
    line = directory.helplines["samaritans"].model_copy(update={"text_to": "85258"})
    made = vobject.readOne(render_card(directory._replace(helplines={"samaritans": line}), service))

    assert [(tel.value, tel.params["TYPE"]) for tel in made.tel_list] == [
        ("116 123", ["WORK", "VOICE"]),
        ("85258", ["CELL", "MSG"]),
    ]


def test_the_note_is_in_the_language_of_the_station(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path, ("cost: free", "cost: free\nstatus: paused"))
    said = vobject.readOne(render_card(directory, service, URDU)).note.value

    assert said.startswith(speak("ur", INVENTED))
    assert not re.search("invented|taking|Checked|November|everything", said)
