"""Pages of services and their lists; a station may do without."""

from datetime import datetime
from pathlib import Path

import pytest
from lxml import html

from recovery_radio.host.build import Failed, check_station
from sites import PLAIN, SERVICE, build_site, edit, write_files


def test_a_service_has_a_page_that_says_what_a_person_needs(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    page = html.parse(public / "services/harbour/index.html").getroot()
    assert page.findtext(".//h1") == 'Harbour & "friends"'
    assert "tel:+441632960123" in page.xpath("//main//a/@href")
    text = page.text_content()
    for words in (
        "1 Example Street",
        "RH10 0AA",
        "10am to 4pm",
        "Walk in",
        "It costs nothing",
        "1 November 2026",
        "Not known: Childcare",
    ):
        assert words in text
    assert "invented" in text


FULL = edit(
    SERVICE,
    ("example: true", "gp_note: Ring us.\ntell_patient: The kettle is on.\nexample: true"),
    (
        "cost: free",
        "cost: free\nmode: [in-person, phone]\nwaiting_time: {weeks: 3, on: 2026-10-01}\n"
        "capacity: {state: waiting-list, on: 2026-10-02}\n"
        "alert: {text: The door is round the back., until: 2026-12-24}",
    ),
)


def shown(root: Path, monkeypatch: pytest.MonkeyPatch, today: str, *texts: str) -> str:
    """Build on a day, and give the words of the service's page."""
    noon = datetime.fromisoformat(f"{today}T12:00Z")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    page = html.parse(build_site(root, *texts, strict=False) / "services/harbour/index.html")
    return " ".join(page.getroot().text_content().split())


def test_what_changes_is_told_with_its_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(tmp_path, monkeypatch, "2026-11-21", FULL)

    assert "About 3 weeks, as told to us on 1 October 2026." in text
    assert "There is a waiting list, as told to us on 2 October 2026." in text
    assert "News until 24 December 2026: The door is round the back." in text
    assert "What to tell the patient: The kettle is on." in text
    assert "By phone. You ring." in text
    assert "Checked on 1 November 2026 by phone, by: volunteer. To be checked again by" in text


def test_news_is_gone_after_its_last_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "round the back" in shown(tmp_path, monkeypatch, "2026-12-24", FULL)
    assert "round the back" not in shown(tmp_path, monkeypatch, "2026-12-25", FULL)


@pytest.mark.parametrize(
    ("today", "said", "hours"),
    [
        ("2027-04-30", "To be checked again by 1 May 2027.", True),
        ("2027-05-01", "That was to be done again by 1 May 2027.", True),
        ("2027-07-30", "Last confirmed on 1 November 2026. That is a while ago. Ring before", True),
        ("2027-10-31", "Last confirmed on 1 November 2026.", True),
        ("2027-11-01", "Not confirmed since 1 November 2026. Ring before you go.", False),
    ],
)
def test_the_page_says_in_words_how_far_it_can_be_trusted(
    today: str, said: str, hours: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(tmp_path, monkeypatch, today, SERVICE)

    assert said in text
    assert ("10am to 4pm" in text) == hours
    assert ("We show no opening hours" in text) != hours


def test_what_nobody_could_confirm_shows_no_hours_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = edit(SERVICE, ("cost: free", "cost: free\nstatus: unconfirmed"))
    mailed = edit(lost, ('{phone: "01632 960123"}', "{email: tea@hub.example}"))

    assert "10am" not in shown(tmp_path, monkeypatch, "2026-11-21", lost)
    assert "Ask before you go." in shown(tmp_path, monkeypatch, "2026-11-21", mailed)


def test_a_card_says_when_and_by_whom_its_entry_was_checked(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    for path in ("services/a-z/h", "services/towns/crawley", "services/needs/talk"):
        page = html.parse(public / path / "index.html").getroot()
        assert "Checked 1 November 2026, by: volunteer" in page.text_content()


def test_without_the_plugin_there_are_no_pages_of_services(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    public = build_site(
        tmp_path, edit(PLAIN, ("  - radio/directory\n  - radio/open-data\n", "")), SERVICE
    )

    assert not (public / "services").exists()


def test_it_comes_after_the_plugin_that_reads_the_station(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = "  - radio/content: {email: hello@tiny.example}\n"
    text = edit(PLAIN, (first, ""), ("  - radio/directory\n", f"  - radio/directory\n{first}"))
    write_files(tmp_path, text)

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert caplog.messages == ["mkdocs.yml: put `radio/content` first in `plugins`. [bad-config]"]
