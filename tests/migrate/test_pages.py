"""Feeds that are cut into pages."""

import pytest

from migrate.server import Files
from recovery_radio.migrate import pages
from recovery_radio.migrate.pages import fetch_show


def page(*guids: str, more: str = "") -> bytes:
    link = f'<a:link rel="next" href="{more}"/>' if more else ""
    items = "".join(f"<item><guid>{guid}</guid></item>" for guid in guids)
    return f'<rss xmlns:a="http://www.w3.org/2005/Atom"><channel>{link}{items}</channel></rss>'.encode()


def test_all_pages_are_read_and_what_stands_on_two_of_them_is_taken_once(server: Files) -> None:
    server.files |= {
        "/feed.xml": page("5", "4", more="old/2.xml"),
        "/old/2.xml": page("4", "3", more=f"{server.url}/old/1.xml"),
        "/old/1.xml": page("2", "1", "1"),
    }

    show, missing = fetch_show(f"{server.url}/feed.xml")

    # Twice on one page is a fault of the feed, which the import reports.
    assert [item.guid for item in show.items] == ["5", "4", "3", "2", "1", "1"]
    assert missing == ""


def test_pages_that_lead_in_a_circle_come_to_an_end(server: Files) -> None:
    server.files |= {"/feed.xml": page("2", more="a.xml"), "/a.xml": page("1", more="feed.xml")}

    show, missing = fetch_show(f"{server.url}/feed.xml")

    assert [item.guid for item in show.items] == ["2", "1"]
    assert missing == ""


def test_more_pages_than_anybody_has_are_told_of(
    server: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_MOST_PAGES", 2)
    server.files |= {
        "/feed.xml": page("3", more="b.xml"),
        "/b.xml": page("2", more="a.xml"),
        "/a.xml": page("1"),
    }

    show, missing = fetch_show(f"{server.url}/feed.xml")

    assert [item.guid for item in show.items] == ["3", "2"]
    assert missing == f"{server.url}/a.xml: there are more than 2 pages"


def test_a_page_that_cannot_be_had_is_told_of(server: Files) -> None:
    server.files |= {"/feed.xml": page("2", more="gone.xml")}

    show, missing = fetch_show(f"{server.url}/feed.xml")

    assert [item.guid for item in show.items] == ["2"]
    assert missing == f"{server.url}/gone.xml: the server answered 404"
