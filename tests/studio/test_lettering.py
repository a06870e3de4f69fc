"""Lettering: what the typeface that comes along can write, and what it cannot."""

import pytest
from PIL import ImageFont

from recovery_radio.studio.lettering import TYPEFACE, Space, can_write, fit, font


@pytest.mark.parametrize(
    "text",
    [
        'Steps & "hope"',
        "“What’s next?” – £10 … €5",
        "Ŵyn a’r tŷ, Siân",
        "Zażółć gęślą jaźń",
        "Çığ, İstanbul",
        "Tiếng Việt",
        "Cafe\u0301",
    ],
)
def test_titles_in_latin_script_can_be_written(text: str) -> None:
    assert can_write(text)


@pytest.mark.parametrize(
    "text", ["پہلا دن", "Первый день", "ਪਹਿਲਾ ਦਿਨ", "প্রথম দিন", "第一天", "Day 🔥"]
)
def test_what_would_come_out_as_boxes_is_known_before(text: str) -> None:
    assert not can_write(text)


def test_the_typeface_and_its_licence_come_with_the_package() -> None:
    assert ImageFont.truetype(TYPEFACE, 20).getname() == ("Cabin", "Bold")
    assert "SIL Open Font License" in (TYPEFACE.parent / "OFL.txt").read_text("utf-8")


def test_a_text_fits_into_its_space_without_losing_a_letter() -> None:
    space = Space(width=630, height=340, largest=104, smallest=40)
    text = "What we asked for, and what came of it in Llanfairpwllgwyngyllgogerychwyrndrobwll"

    size, lines = fit(text, space)

    assert all(font(size).getlength(line) <= space.width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
