"""E-mails that are begun for a reader, and pasted into an entry by an editor."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from recovery_radio.check.run import run_checks
from recovery_radio.model.place import Place
from recovery_radio.model.service import Contact, Service, ServiceEntry
from recovery_radio.read.strict_yaml import parse_yaml
from recovery_radio.render.reports import NEW, WRONG, Line, new_mail, wrong_mail
from sites import NOW, SERVICE, edit, read_station

SITE = "https://tiny.example/radio/"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), SERVICE)
    assert problems == []
    return hub.services[0]


def opened(link: str) -> tuple[str, str, str]:
    """Read a link as a mail program does: to whom, about what, and the text."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    fields = parse_qs(parts.query, strict_parsing=True)
    return parts.path, fields["subject"][0], fields["body"][0]


def test_the_mail_says_which_entry_it_is_about_where_it_stands_and_when_it_was_checked(
    service: Service,
) -> None:
    to, subject, body = opened(wrong_mail("hello+radio@tiny.example", service, SITE))

    assert to == "hello%2Bradio@tiny.example"
    assert subject == "Something is wrong: harbour"
    assert body.split("\r\n")[-3:] == [
        "# harbour",
        "# https://tiny.example/radio/services/harbour/",
        "# Checked on 2026-11-01",
    ]


def test_the_mail_has_three_lines_to_fill_in(service: Service) -> None:
    _, _, body = opened(wrong_mail("hello@tiny.example", service, SITE))
    lines = [line for line in body.split("\r\n") if line and not line.startswith("#")]

    assert lines == ["hours: ", "phone: ", "alert: "]
    assert "\n" not in body.replace("\r\n", "")


@pytest.mark.parametrize("line", [*WRONG, *NEW])
def test_every_line_is_a_setting_of_an_entry(line: Line) -> None:
    settings = {*ServiceEntry.model_fields, *Place.model_fields, *Contact.model_fields}

    assert line.key in settings


def test_what_comes_back_is_pasted_into_the_entry(service: Service, tmp_path: Path) -> None:
    _, _, body = opened(wrong_mail("hello@tiny.example", service, SITE))
    answered = edit(
        body,
        ("hours: ", 'hours: {mon-fri: "09:00-15:00"}'),
        ("phone: ", 'phone: "01632 960777"'),
        ("alert: ", "alert: {text: The door is round the back., until: 2026-12-24}"),
    )
    values, problems = parse_yaml(answered, "mail")
    assert values is not None
    assert problems == []
    hours, phone, alert = answered.split("\r\n\r\n")[1:4]
    pasted = edit(
        SERVICE,
        ('    hours:\n      mon-fri: "10:00-16:00"\n', _indented(hours)),
        ('contact: {phone: "01632 960123"}\n', f"contact:\n{_indented(phone)}"),
        ("cost: free\n", f"cost: free\n{alert}\n"),
    )

    hub, problems = read_station(tmp_path, pasted)

    assert problems + run_checks(hub, NOW) == []
    mended = hub.services[0]
    assert mended.places[0].hours == {"mon-fri": "09:00-15:00"}
    assert mended.contact.phone == "01632 960777"
    assert mended.alert is not None
    assert mended.alert.text == "The door is round the back."


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.replace("\r\n", "\n").split("\n"))


def test_a_service_to_add_is_asked_for_in_the_order_of_its_file() -> None:
    to, subject, body = opened(new_mail("hello@tiny.example"))
    keys = [line.partition(":")[0] for line in body.split("\r\n") if line and line[0] != "#"]

    assert (to, subject) == ("hello@tiny.example", "A service to add")
    assert keys == [line.key for line in NEW]
    assert "refuge" in body
    values, problems = parse_yaml(body, "mail")
    assert values is not None
    assert problems == []
