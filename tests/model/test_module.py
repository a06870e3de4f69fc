"""What a module is made of, and what it may not be."""

from pathlib import Path

import pytest

from recovery_radio.model.module import Module
from sites import EPISODE, edit, read_station
from training import MODULE


def module_of(root: Path, *changes: tuple[str, str]) -> Module:
    hub, problems = read_station(root, EPISODE, edit(MODULE, *changes))
    assert problems == []
    [module] = [page.module for page in hub.pages if page.module]
    return module


def test_steps_come_after_all_that_lead_to_them(tmp_path: Path) -> None:
    assert module_of(tmp_path).case.in_order == ("start", "silence", "second-visit")


def test_steps_that_cannot_be_reached_are_left_out_and_a_round_comes_to_an_end(
    tmp_path: Path,
) -> None:
    skipped = module_of(tmp_path / "a", ("next: silence", "next: second-visit"))
    assert skipped.case.in_order == ("start", "second-visit")

    again = module_of(tmp_path / "b", ("He takes it and goes.\n            verdict: poor", "He takes it and goes.\n            verdict: poor\n            next: start"))  # fmt: skip
    assert sorted(again.case.in_order) == ["second-visit", "silence", "start"]

    nowhere = module_of(tmp_path / "c", ("      start:", "      first:"))
    assert nowhere.case.in_order == ()


def test_every_text_has_the_key_under_which_it_was_written(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, EPISODE, MODULE)
    [page] = [page for page in hub.pages if page.module]
    lines = MODULE.splitlines()[2:]

    assert page.module
    texts = list(page.module.texts())
    for words in texts:
        place = " ".join(lines[page.line_of(words) - 1 :])
        assert words.text.split("\n")[0] in place, words.key
    keys = {words.key for words in texts if words.is_markdown}
    assert {"module.case.opening", "module.case.steps.silence.choices.1.feedback"} <= keys
    assert "module.quiz.0.answers.0.say" not in keys
    assert len(texts) == len({words.key for words in texts})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("      start:", "      Start:"), "bad-slug"),
        (
            (
                "verdict: fair\n            next: silence",
                "verdict: great\n            next: silence",
            ),
            "bad-choice",
        ),
        (("number: 1", "number: 0"), "out-of-range"),
        (("    - ask & listen", f"    - {'ask & listen ' * 12}"), "too-long"),
        (('from: "0:02"', 'from: "two"'), "bad-time"),
        (("        - {say: Men, feedback: Women drink too.}\n", ""), "too-few"),
        (("            feedback: He goes home.\n", ""), "missing-field"),
        (("        kind: do-not", "        kind: never"), "bad-choice"),
    ],
)
def test_a_module_is_refused_that_is_not_whole(
    change: tuple[str, str], code: str, tmp_path: Path
) -> None:
    _, problems = read_station(tmp_path, EPISODE, edit(MODULE, change))

    assert [problem.code for problem in problems] == [code]
    assert problems[0].path == "site/pages/gp-training/drinking.md"
    assert problems[0].line >= 15
