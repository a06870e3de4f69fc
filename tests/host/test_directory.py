"""Pages of services and their lists; a station may do without."""

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
    assert [a for a in page.xpath("//main//a/@href") if a.startswith("mailto:")] == [
        "mailto:hello@tiny.example?subject=Mistake%20in%20the%20entry%20harbour"
    ]
    assert "invented" in text


def test_without_the_plugin_there_are_no_pages_of_services(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    public = build_site(tmp_path, edit(PLAIN, ("  - radio/directory\n", "")), SERVICE)

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
