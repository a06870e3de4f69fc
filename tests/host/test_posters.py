"""Posters: a station that has their page gets one for each place that it has."""

from pathlib import Path

from lxml import html

from sites import build_site

PAGE = """
-- site/pages/posters.md --
---
title: Posters
summary: Sheets to print.
---
Ask before you put one up.
"""


def test_without_their_page_there_are_no_posters(tmp_path: Path) -> None:
    assert not (build_site(tmp_path) / "posters").exists()


def test_each_poster_has_a_code_and_strips_that_say_nothing_but_the_address(
    tmp_path: Path,
) -> None:
    public = build_site(tmp_path, PAGE)

    assert {p.name for p in (public / "posters").iterdir()} == {
        "index.html",
        "talk",
        "near-you",
        "listen",
    }
    for key in ("talk", "near-you", "listen"):
        page = html.parse(public / f"posters/{key}/index.html")
        strips = page.xpath("//*[@class='rr-poster__strips']/li/text()")
        assert set(strips) == {"tiny.example"}
        assert len(strips) == 10
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert f'href="../posters/{key}/"' in (public / "posters/index.html").read_text()
        assert b"<svg" in (public / f"posters/{key}/code.svg").read_bytes()


def test_numbers_are_on_one_poster_with_the_day_on_which_it_is_to_be_replaced(
    tmp_path: Path,
) -> None:
    public = build_site(tmp_path, PAGE)

    talk = (public / "posters/talk/index.html").read_text()
    assert "<strong>116 123</strong>" in talk
    assert "Print a new sheet after 31 December 2026." in talk
    assert "116 123" not in (public / "posters/listen/index.html").read_text()
