"""What a service's page says of its doors: when they open, what they are like, and how to ask."""

import re
from collections.abc import Callable

import pytest

from sites import SERVICE, build_site, edit

DAYS = '    hours:\n      mon-fri: "10:00-16:00"\n'
SESSIONS = """    hours: by-appointment
    sessions:
      - label: Evening & "late"
        hours: {tue: "19:00-20:30"}
        who: [anyone]
        kind: drop-in
      - label: On a screen
        hours: {sun: "19:00-20:30"}
        online: https://harbour.example/meet
"""
DOORS = {
    "days": DAYS,
    "always": "    hours: always\n",
    "appointment": "    hours: by-appointment\n",
    "months": '    hours: "Mar-Oct Mo 10:00-12:00; Nov-Feb Mo 10:00-11:00"\n',
    "unknown": "",
    "sessions": SESSIONS,
    "closed": DAYS
    + "    bank_holidays: ask\n"
    + "    closures: [{from: 2026-12-24, to: 2026-12-27, note: Christmas & rest}]\n",
    "facts": "    access: {childcare: ask}\n    travel: Bus 7 & a walk.\n",
    "hidden": "    hide_address: true\n" + SESSIONS,
}


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Give what the page of a service says of its place, each run of spaces as one."""
    entries = [_entry(name, (DAYS, door)) for name, door in DOORS.items()]
    old = ("checked: {on: 2026-11-01", "checked: {on: 2025-06-01")
    entries.append(_entry("old", old))
    site = build_site(tmp_path_factory.mktemp("doors"), *entries, strict=False)

    def read(name: str) -> str:
        page = (site / f"services/{name}/index.html").read_text("utf-8")
        found = re.search(r"(<h3>.*?)<h2", page[page.index("Where and when") :], re.DOTALL)
        assert found
        return " ".join(found[1].split())

    return read


def _entry(name: str, *changes: tuple[str, str]) -> str:
    address = ("    address: [1 Example Street]\n    postcode: RH10 0AA\n", "")
    hidden = [address] if name == "hidden" else []
    return edit(SERVICE, ("harbour.yml", f"{name}.yml"), *changes, *hidden)


def test_days_are_a_table_of_the_week(say: Callable[[str], str]) -> None:
    page = say("days")
    assert page.count('<th scope="row">') == 7
    assert '<th scope="row">Monday</th><td>10am to 4pm</td>' in page
    assert '<th scope="row">Sunday</th><td>Closed</td>' in page
    assert "hours change from week to week" not in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("always", "<p>Day and night, every day.</p>"),
        ("appointment", "<p>By appointment.</p>"),
        ("unknown", "<p>Not known. Please ask before you go.</p>"),
        ("old", "<p>Not confirmed. Please ask before you go.</p>"),
    ],
)
def test_hours_without_days_are_a_sentence(
    name: str, words: str, say: Callable[[str], str]
) -> None:
    page = say(name)
    assert words in page
    assert "<table" not in page
    # By appointment, or who knows when, nothing can be said of bank holidays.
    assert ("Bank holidays:" in page) is (name == "always")


def test_hours_that_change_with_the_month_are_dated(say: Callable[[str], str]) -> None:
    page = say("months")
    assert "<p>The hours change from week to week. These are the next two:</p>" in page
    assert "rr-hours--dated" in page


def test_sessions_say_whom_they_are_for_and_where(say: Callable[[str], str]) -> None:
    page = say("sessions")
    assert "<strong>Evening &amp; &#34;late&#34;:</strong> Tuesday 7pm to 8:30pm. Drop-in." in page
    assert "For: Anyone." in page
    assert '<a href="https://harbour.example/meet" rel="noreferrer">Join online</a>' in page
    assert "Bank holidays:" in page


def test_closures_and_bank_holidays_are_told(say: Callable[[str], str]) -> None:
    page = say("closed")
    assert "24 December 2026" in page
    assert "Christmas &amp; rest" in page
    assert "<strong>Bank holidays:</strong>" in page


def test_what_is_known_of_a_door_and_what_is_not_are_both_said(say: Callable[[str], str]) -> None:
    page = say("facts")
    assert "<strong>Getting there:</strong> Bus 7 &amp; a walk." in page
    assert 'class="rr-access--ask"' in page
    assert "<strong>Ask first</strong>" in page
    assert "Not known:" not in page
    assert "Not known: Childcare. Please ask." in say("days")


def test_of_a_hidden_door_the_town_is_said_and_what_is_online(say: Callable[[str], str]) -> None:
    page = say("hidden")
    assert "Crawley</span>. The address is kept private" in page
    assert "<strong>On a screen:</strong> Sunday 7pm to 8:30pm." in page
    for word in ("Evening", "Opening hours", "Example Street", "RH10", "Access"):
        assert word not in page
