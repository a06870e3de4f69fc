"""Lengths, sizes, days, hours and phone links, as a reader sees them."""

import re
from datetime import date, datetime
from itertools import pairwise

import pytest

from recovery_radio.model.times import LONDON
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render import words


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0.4, "0 s"),
        (45.2, "45 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (89.9, "1 min"),
        (90.0, "2 min"),
        (145.2, "2 min"),
        (3569.0, "59 min"),
        (3599.0, "1 h"),
        (3900.0, "1 h 5 min"),
        (7200.0, "2 h"),
    ],
)
def test_a_length_is_rounded_to_the_nearest_minute(length: float, said: str) -> None:
    assert words.minutes(length) == said


def test_a_length_never_says_sixty_minutes_or_sixty_seconds() -> None:
    said = {words.minutes(tenth / 10) for tenth in range(75_000)}

    assert not {text for text in said if re.search(r"\b60\b", text)}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 kB"),
        (84_600, "85 kB"),
        (99_999, "100 kB"),
        (100_000, "0.1 MB"),
        (1_234_567, "1.2 MB"),
        (10_800_000, "10.8 MB"),
    ],
)
def test_a_size_counts_in_thousands_as_phone_plans_do(count: int, said: str) -> None:
    assert words.megabytes(count) == said


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(0, "0:00"), (65_999, "1:05"), (600_000, "10:00"), (3_723_000, "1:02:03")],
)
def test_a_time_of_a_recording_reads_as_in_a_player(milliseconds: int, said: str) -> None:
    assert words.clock(milliseconds) == said


def test_a_written_time_becomes_whole_seconds() -> None:
    assert words.seconds("14:30") == 870
    assert words.seconds("1:02:03.999") == 3723


def test_a_day_is_written_out_in_english_whatever_the_machine_speaks() -> None:
    assert words.day(date(2026, 11, 21)) == "21 November 2026"
    assert words.day(datetime(2026, 3, 1, 23, 30, tzinfo=LONDON)) == "1 March 2026"


def test_every_month_has_its_own_name() -> None:
    assert len({words.day(date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("01632 960123", "tel:+441632960123"),
        ("0808 157 0999", "tel:+448081570999"),
        ("999", "tel:999"),
        ("116 123", "tel:116123"),
    ],
)
def test_a_phone_link_dials_from_anywhere_and_keeps_short_numbers_short(
    phone: str, link: str
) -> None:
    assert words.tel(phone) == link
    assert words.sms(phone) == link.replace("tel:", "sms:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text LISTEN to 85258", "Text LISTEN to 85258."),
        ("Free.", "Free."),
        ("day and night", "Day and night."),
    ],
)
def test_a_sentence_starts_with_a_capital_and_has_one_full_stop(text: str, said: str) -> None:
    assert words.sentence(text) == said


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Bognor Regis", "bognor-regis"),
        ("King's Lynn", "kings-lynn"),
        ("St. Mary-le-Bow & Co", "st-mary-le-bow-co"),
        ("Tŷ Gŵyr", "ty-gwyr"),
        ("  A–Z  ", "a-z"),
    ],
)
def test_a_name_becomes_a_piece_of_an_address(name: str, address: str) -> None:
    assert words.slug(name) == address


def test_names_in_other_scripts_get_addresses_of_their_own() -> None:
    addresses = [words.slug(name) for name in ("अल्फा", "बीटा", "İ", "лес")]

    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", address) for address in addresses)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("00:00", "midnight"),
        ("00:30", "12:30am"),
        ("09:05", "9:05am"),
        ("10:00", "10am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("23:59", "11:59pm"),
        ("24:00", "midnight"),
    ],
)
def test_a_time_of_the_clock_follows_the_nhs_style(time: str, said: str) -> None:
    assert words.hour(time) == said


def test_hours_with_a_break_are_said_one_after_the_other() -> None:
    assert words.span("10:00-12:00, 13:00-16:30") == "10am to midday, 1pm to 4:30pm"


def test_a_day_without_an_end_is_said_in_two_words() -> None:
    assert words.span("00:00-24:00") == "all day"


def test_languages_and_nations_are_named_and_an_unknown_code_is_shown_as_it_is() -> None:
    assert words.language("bfi") == "British Sign Language"
    assert words.language("yo") == "yo"
    assert words.nation("NIR") == "Northern Ireland"


def test_the_list_of_languages_is_in_the_order_of_its_codes() -> None:
    assert all(before < after for before, after in pairwise(words.LANGUAGES))


def test_templates_find_every_filter_under_its_own_name() -> None:
    filters = {**words.PLAIN_FILTERS, **words.SPOKEN_FILTERS}

    assert {name: filter_.__name__ for name, filter_ in filters.items()} == {
        name: name for name in filters
    }
    assert words.filters_in(ENGLISH).keys() == filters.keys()


POLISH, URDU = Words("pl"), Words("ur", "rtl")


def test_days_times_and_languages_are_written_as_a_language_writes_them() -> None:
    when = date(2026, 11, 21)

    assert words.day(when, POLISH) == "21 listopada 2026"
    assert words.day_of_week(when, POLISH) == "sobota 21 listopada"
    assert words.weekdays(POLISH)[0] == "poniedziałek"
    assert words.span("10:00-12:00, 13:00-16:30", POLISH) == "10:00 to midday, 13:00 to 16:30"
    assert words.language("cy", POLISH) == "walijski"
    assert words.language("bfi", POLISH) == "British Sign Language"


def test_a_phone_number_keeps_its_order_where_lines_run_from_right_to_left() -> None:
    assert words.in_order("01632 960123") == "01632 960123"
    assert words.in_order("01632 960123", URDU) == "01632\N{NO-BREAK SPACE}960123"


def test_a_language_runs_one_way_and_of_an_unknown_one_its_letters_decide() -> None:
    assert [words.direction(code) for code in ("pl", "ar", "rom")] == ["ltr", "rtl", "auto"]
