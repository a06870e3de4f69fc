"""The words that scripts say, put into them when a site is built."""

from gettext import NullTranslations

import pytest

from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.scripts import put_words, texts_of

POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


class Said(NullTranslations):
    """Says what it is told to say."""

    def __init__(self, said: dict[str, str]) -> None:
        super().__init__()
        self.said = said

    def gettext(self, message: str) -> str:
        return self.said.get(message, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        form = 0 if n == 1 else 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
        return self.said.get(f"{form}", many)


def words(said: dict[str, str]) -> Words:
    return Words("pl", "ltr", Said(said), POLISH)


def test_an_english_station_has_its_scripts_as_they_are_written() -> None:
    script = 'say(/*_*/"Hello"); say(/*_*/`Hello ${name}`); f(/*_tag*/"en-GB", "Hello");'

    assert put_words(script, ENGLISH) == script


def test_a_marked_text_is_said_in_the_language_and_others_stay() -> None:
    made = put_words('f(/*_*/"Yes", "Yes", /*_tag*/"en-GB")', words({"Yes": "Tak"}))

    assert made == 'f(/*_*/"Tak", "Yes", /*_tag*/"pl")'


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ('a "b" \\ c', r'"a \"b\" \\ c"'),
        ("line\nbreak", r'"line\nbreak"'),
        ("${x} `y`", '"${x} `y`"'),
        ("گھر", '"گھر"'),
    ],
)
def test_no_translation_ends_the_text_that_it_stands_in(said: str, written: str) -> None:
    assert put_words('/*_*/"Yes"', words({"Yes": said})) == f"/*_*/{written}"


def test_values_keep_their_place_in_a_translation_and_nothing_else_is_computed() -> None:
    said = {"At ${time} on ${day}": "${day}: `$` \\ ${time}"}
    made = put_words("/*_*/`At ${time} on ${day}`", words(said))

    assert made == "/*_*/`${day}: \\`\\$\\` \\\\ ${time}`"


def test_a_text_that_counts_has_as_many_forms_as_the_language() -> None:
    script = "/*_*/[`${n} mile`, `${n} miles`][+(n !== 1)]"
    made = put_words(script, words({"0": "${n} mila", "1": "${n} mile", "2": "${n} mil"}))

    rule = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    assert made == f"/*_*/[`${{n}} mila`, `${{n}} mile`, `${{n}} mil`][+({rule})]"


def test_the_texts_of_a_script_are_those_with_a_mark() -> None:
    script = 'a(/*_*/"One", "Two", /*_tag*/"en-GB"); /*_*/[`${n} x`, `${n} xs`][+(n !== 1)]'

    assert list(texts_of(script)) == ["One", ("${n} x", "${n} xs")]
