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
