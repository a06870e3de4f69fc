"""The table of words to avoid: whole, and each row of use to an author."""

import pytest

from recovery_radio.model.wording import Rule
from recovery_radio.read.wording import read_wording

WORDING = read_wording()
RULES = (*WORDING.judging, *WORDING.promises, *WORDING.methods)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stems[0])
def test_each_rule_tells_what_to_write_and_why_in_a_sentence(rule: Rule) -> None:
    assert rule.instead.endswith(".")
    assert rule.why.endswith(".")
    assert rule.stems
    assert all(stem == stem.lower() for stem in rule.stems)


def test_names_and_hard_topics_are_found_as_whole_words() -> None:
    assert WORDING.names.search("the misuse of drugs act 1971")
    assert not WORDING.names.search("alcoholics anonymously")
    assert WORDING.hard.search("after an overdose")
    assert not WORDING.hard.search("a dose")


@pytest.mark.parametrize(
    "rule", [*WORDING.judging, *WORDING.promises], ids=lambda rule: rule.stems[0]
)
def test_what_the_word_guide_shows_is_what_the_check_finds(rule: Rule) -> None:
    assert rule.said
    for words in rule.said:
        assert any(stem in words for stem in rule.stems), words
        assert rule.pattern.search(words), words


def test_the_word_guide_shows_no_detail_that_somebody_could_copy() -> None:
    assert not [rule.said for rule in WORDING.methods if rule.said]
