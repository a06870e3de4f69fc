"""Phone numbers in all their writings, and what only looks like one."""

from pathlib import Path

import pytest

from recovery_radio.verify.phone_numbers import digits_of, find_numbers

LINES = Path(__file__).with_name("phone_lines.txt").read_text("utf-8").splitlines()
WITH = [tuple(line[2:].split(" | ", 1)) for line in LINES if line.startswith("+")]
WITHOUT = [line[2:] for line in LINES if line.startswith("-")]


def digits_in(text: str) -> list[str]:
    return [number.digits for number in find_numbers(text)]


@pytest.mark.parametrize(("digits", "line"), WITH)
def test_a_number_is_found_however_it_is_written(digits: str, line: str) -> None:
    assert digits_in(line) == [digits.replace(" ", "")]


@pytest.mark.parametrize("line", WITHOUT)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert digits_in(line) == []


def test_several_numbers_are_found_in_the_order_of_the_text() -> None:
    text = "Ring 999, or 0300 123 6600\n0808 808 8000. Text SHOUT to 85258."

    assert digits_in(text) == ["999", "03001236600", "08088088000", "85258"]


def test_a_number_may_go_on_in_the_next_line_and_hold_spaces_that_do_not_break() -> None:
    assert digits_in("on 0300\n123 6600 or 0808\u00a0808\u202f8000") == [
        "03001236600",
        "08088088000",
    ]


def test_a_number_keeps_its_place_and_its_writing() -> None:
    [number] = find_numbers("See https://a.example/03001236600 or ring +44 (0)300 123-6600.")

    assert (number.start, number.written) == (42, "+44 (0)300 123-6600")


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("+44 1632 960123", "01632960123"),
        ("+44 (0) 1632 960123", "01632960123"),
        ("0044 1632 960123", "01632960123"),
        ("(01632) 960-123", "01632960123"),
        ("116 123", "116123"),
        ("+353 1 555 1234", "35315551234"),
    ],
)
def test_digits_are_those_that_are_dialled_in_the_uk(written: str, digits: str) -> None:
    assert digits_of(written) == digits
