"""Hours in OpenStreetMap's syntax: which texts are taken, and which could be read two ways."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours
from pydantic_core import PydanticCustomError

from recovery_radio.model.osm import check_osm


def refused(text: str) -> PydanticCustomError:
    with pytest.raises(PydanticCustomError) as caught:
        check_osm(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("always", "always"),
        ("by-appointment", "by-appointment"),
        ("24/7", "always"),
        ("Mo-Fr 10:00-16:00", "Mo-Fr 10:00-16:00"),
        ("Mar-Sep Mo-Fr 10:00-16:00", "Mar-Sep Mo-Fr 10:00-16:00"),
        ("Fr 22:00-02:00", "Fr 22:00-02:00"),
        ("Fr 22:00-02:00, Sa 10:00-12:00", "Fr 22:00-02:00, Sa 10:00-12:00"),
        ("Fr 22:00-24:00; Sa 10:00-12:00", "Fr 22:00-24:00; Sa 10:00-12:00"),
        ('Mo 10:00-12:00 unknown "PH, week 3 or sunrise"',) * 2,
        ('Mo 10:00-12:00; Dec 24 off "closed early; 18:00+"',) * 2,
    ],
)
def test_what_has_one_meaning_is_taken_as_it_is_written(text: str, taken: str) -> None:
    assert check_osm(text) == taken


@pytest.mark.parametrize(
    ("text", "code", "repair"),
    [
        ("Mon-Fri 9-5", "bad-osm-hours", "`Mo-Fr 10:00-16:00`"),
        ("Day and night", "bad-osm-hours", "`always`"),
        ("", "bad-osm-hours", "`by-appointment`"),
        ("Mo 10:00-12:00; " * 20, "bad-osm-hours", "`Mo-Fr 10:00-16:00`"),
        ("Mo 10:00-12:00; PH off", "uneven-hours", "`bank_holidays`"),
        ("SH Mo 10:00-12:00", "uneven-hours", "`bank_holidays`"),
        ("Mo sunrise-12:00", "uneven-hours", "times of the clock"),
        ("Mo 10:00+", "uneven-hours", "when it shuts"),
        ("Mo 10:00-12:00 || Tu 10:00-12:00", "uneven-hours", "each rule"),
        ("easter 10:00-12:00", "uneven-hours", "`closures`"),
        ("week 01-53/2 Mo 10:00-12:00", "uneven-hours", "`Mo[1,3]`"),
        ("Mo 10:00-16:00/01:30", "uneven-hours", "each span"),
        ("off", "uneven-hours", "`status: paused`"),
        ('Mo 10:00-12:00 "by appointment"', "comment-hours", "`unknown`"),
        ('Mo 10:00-12:00 unknown "PH"; Tu 10:00-12:00 "ring"', "comment-hours", "`unknown`"),
        ("Fr 22:00-02:00; Sa 10:00-12:00", "cut-hours", "`,`"),
        ("Fr 22:00-26:00; Sa 10:00-12:00", "cut-hours", "`,`"),
    ],
)
def test_a_text_whose_meaning_is_open_is_refused(text: str, code: str, repair: str) -> None:
    error = refused(text)

    assert error.type == code
    assert repair in (error.context or {})["repair"]


def test_a_text_of_200_characters_is_taken_and_a_longer_one_is_not() -> None:
    long = 'Mo 10:00-12:00 unknown "' + "a" * 175 + '"'
    assert len(long) == 200
    assert check_osm(long) == long

    assert refused(long.replace("aa", "aaa", 1)).type == "bad-osm-hours"


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00"])
def test_no_comment_hides_a_character(hidden: str) -> None:
    assert refused(f'Mo 10:00-12:00 unknown "ring{hidden}first"').type == "bad-osm-hours"


def test_a_message_repeats_no_more_than_the_start_of_a_text() -> None:
    assert "a" * 61 not in str((refused("a" * 150).context or {})["what"])


_SPANS = st.sampled_from(["10:00-12:00", "22:00-02:00", "00:00-24:00", "18:00+", "sunrise-12:00"])
_DAYS = st.sampled_from(["Mo", "Mo-Fr", "Sa[1]", "PH", "week 2 Mo", "Jan-Mar Tu"])
_RULES = st.lists(st.builds("{} {}".format, _DAYS, _SPANS), min_size=1, max_size=4)


@given(_RULES, st.sampled_from(["; ", ", ", " || "]))
def test_what_is_taken_can_be_evaluated_and_has_neither_holidays_nor_the_sun(
    rules: list[str], between: str
) -> None:
    with suppress(PydanticCustomError):
        taken = check_osm(between.join(rules))
        assert not any(word in taken for word in ("PH", "week", "sunrise", "+", "||"))
        assert OpeningHours("24/7" if taken == "always" else taken)
