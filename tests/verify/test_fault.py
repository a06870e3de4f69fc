"""Lines of tags, and texts short enough to quote."""

from recovery_radio.verify.fault import Places, shorten

TEXT = "<p>\n<a href='x'>\n<abbr><A\nhref='y'>\n<a/x>"


def test_the_nth_tag_of_a_name_has_the_line_on_which_it_starts() -> None:
    places = Places(TEXT)

    assert [places.line("a", nth) for nth in (1, 2, 3)] == [2, 3, 5]
    assert places.line("abbr", 1) == 3


def test_a_tag_that_the_parser_made_up_stands_on_the_first_line() -> None:
    assert Places(TEXT).line("tbody", 1) == 1


def test_a_tag_beyond_those_in_the_text_gets_the_last_one_s_line() -> None:
    assert Places(TEXT).line("a", 9) == 5


def test_a_quoted_text_stays_on_one_line_and_short() -> None:
    assert shorten("a\n  b\tc") == "a b c"
    assert shorten("x" * 81) == "x" * 77 + "..."
