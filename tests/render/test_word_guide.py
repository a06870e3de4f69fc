"""The word guide says what the check says."""

import re

from recovery_radio.model.wording import NOTHING, Rule
from recovery_radio.read.wording import read_wording
from recovery_radio.render.word_guide import Advice, advice


def test_a_row_says_what_people_meet_what_to_say_and_why() -> None:
    rule = Rule(
        re.compile("blue moon"), ("moon",), "Write `a moon`.", "`Blue` is a colour.", ("blue moon",)
    )

    assert list(advice([rule])) == [
        Advice(("blue moon",), "Write “a moon”.", "“Blue” is a colour.")
    ]


def test_detail_that_somebody_could_copy_is_not_shown() -> None:
    assert list(advice([Rule(NOTHING, (), "Take it out.", "It is a recipe.")])) == []


def test_every_row_of_the_check_that_may_be_shown_is_in_the_guide() -> None:
    wording = read_wording()

    for rules in (wording.judging, wording.promises):
        assert [row.said for row in advice(rules)] == [rule.said for rule in rules]
    assert list(advice(wording.methods)) == []
