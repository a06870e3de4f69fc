"""The forms to print, and the ways to tell a station that something is wrong."""

from pathlib import Path

import pytest
from lxml import html

from sites import PLAIN, SERVICE, build_site, edit


def links_of(page: html.HtmlElement) -> list[str]:
    return [str(link) for link in page.xpath("//main//a/@href")]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    root = tmp_path_factory.mktemp("station")
    phone = ("{email: hello@tiny.example}", '{email: hello@tiny.example, phone: "01632 960900"}')
    return build_site(root, edit(PLAIN, phone), SERVICE)


def test_every_entry_leads_to_a_mail_a_phone_and_a_form(public: Path) -> None:
    page = html.parse(public / "services/harbour/index.html").getroot()
    links = links_of(page)

    assert [link for link in links if link.startswith("mailto:hello@tiny.example?subject=")]
    assert "tel:+441632960900" in links
    assert "../../services/report/" in links


def test_the_form_asks_for_what_an_entry_holds_and_sends_nothing(public: Path) -> None:
    page = html.parse(public / "services/report/index.html").getroot()
    text = " ".join(page.text_content().split())

    for words in ("What is wrong?", "When the door is open", "What people call it", "Childcare"):
        assert words in text
    assert 'Give it to anybody from Tiny & "small" radio, read it to us on 01632 960900' in text
    assert page.xpath("//form | //input | //textarea | //button[@type='submit']") == []
    assert [h.text for h in page.xpath("//main//h2")] == ["Something is wrong", "A service to add"]


def test_a_station_without_a_phone_offers_none(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    for path in ("services/harbour", "services/report"):
        page = html.parse(public / path / "index.html").getroot()
        assert "Ring us" not in page.text_content()
        assert "None" not in page.text_content()
