"""What the interface says."""

from recovery_radio.model.words import ENGLISH, Words, mark


def test_without_a_translation_the_english_is_said_with_its_values() -> None:
    assert ENGLISH.say("Help in %(town)s", town="Crawley") == "Help in Crawley"
    assert ENGLISH.say("100 %") == "100 %"
    assert mark("Closed") == "Closed"


def test_a_number_chooses_the_form_and_stands_in_it() -> None:
    said = [ENGLISH.say_count("%(n)s week", "%(n)s weeks", n) for n in (0, 1, 2)]

    assert said == ["0 weeks", "1 week", "2 weeks"]
    assert [ENGLISH.form_of(n) for n in (0, 1, 2)] == [1, 0, 1]


def test_only_the_english_of_britain_is_written_the_british_way() -> None:
    assert ENGLISH.is_english
    assert not Words("cy").is_english
