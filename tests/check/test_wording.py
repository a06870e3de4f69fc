"""Words that judge, promise or show how: on many labelled lines, and where words are others'."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_radio.check.wording import find_wording
from recovery_radio.read.wording import read_wording

WORDING = read_wording()
KINDS = {"judging": "judging-word", "promises": "promise", "methods": "method-detail"}


def kinds_in(text: str) -> set[str]:
    return {KINDS[found.kind] for found in find_wording(text, WORDING)}


def labelled() -> Iterator[tuple[int, str, str]]:
    """Give each labelled line with its number within its part, from 0, and its label."""
    label, number = "", 0
    path = Path(__file__).with_name("labelled_lines.txt")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            label, number = line[1:-1], 0
        elif line and not line.startswith("#"):
            yield number, label, line
            number += 1


LINES = [*labelled()]


@pytest.mark.parametrize(("half", "name"), [(0, "development"), (1, "held out")])
def test_labelled_lines_are_told_apart_nearly_always(half: int, name: str) -> None:
    rows = [(label, line) for number, label, line in LINES if number % 2 == half]
    pairs = [({label} - {"ok"}, kinds_in(line)) for label, line in rows]
    right = sum(len(meant & found) for meant, found in pairs)
    precision = right / sum(len(found) for _, found in pairs)
    recall = right / sum(len(meant) for meant, _ in pairs)

    assert len(rows) >= 200
    assert precision >= 0.95, f"{name}: {precision:.3f}"
    assert recall >= 0.95, f"{name}: {recall:.3f}"


@pytest.mark.parametrize("label", ["judging-word", "promise", "method-detail", "ok"])
def test_each_label_has_lines_enough_to_say_something(label: str) -> None:
    assert sum(one == label for _, one, _ in LINES) >= 40
    assert len({line for _, _, line in LINES}) == len(LINES)


def test_the_stems_of_a_rule_never_hide_what_its_pattern_fits() -> None:
    rules = (*WORDING.judging, *WORDING.promises, *WORDING.methods)
    for _, _, line in LINES:
        small = line.lower()
        for rule in rules:
            if rule.pattern.search(small):
                assert any(stem in small for stem in rule.stems), (line, rule.stems)


def test_each_finding_says_where_what_and_what_instead() -> None:
    text = "Welcome.\nA group for drug\nusers in town."

    [found] = find_wording(text, WORDING)

    assert (found.start, found.words) == (text.index("drug"), "drug users")
    assert found.rule.instead.startswith("Write `people who use")
    assert found.rule.why.endswith(".")


@pytest.mark.parametrize(
    "theirs",
    [
        'They wrote "addicts" on the wall.',
        "They wrote “addicts” on the wall.",
        "They wrote ‘addicts’ on the wall, didn’t they.",
        "Do not write `addicts` here.",
        "```text\naddicts\n```",
        "See [Help for addicts](https://example.org/addicts).",
        "See https://example.org/help-for-addicts for more.",
        "He wrote *Letters to my addicts*.",
        "The Advisory Council on the Misuse of Drugs met.",
        "Alcoholics Anonymous and the Rehabilitation of Offenders Act.",
        "I am an addict, and I have a name.",
    ],
)
def test_the_words_of_others_and_official_names_are_theirs(theirs: str) -> None:
    assert kinds_in(theirs) == set()


@pytest.mark.parametrize(
    "own",
    [
        'The "drop-in" is for addicts.',
        "The drop-in is for *addicts*.",
        "See [help for addicts](find-help.md).",
        "The misuse of drugs is falling.",
        '"Come in," he said.\n\nAddicts came. "Good," she said.',
        "ADDICTS welcome.",
        "Drug\nmisusers welcome.",
    ],
)
def test_quotation_marks_elsewhere_excuse_nothing(own: str) -> None:
    assert kinds_in(own) == {"judging-word"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can say that you will be cured.",
        "It is a myth that this cures addiction.",
        "The maker says that it always works.",
        "Do not crush the tablets to inject them.",
    ],
)
def test_what_is_denied_reported_or_warned_of_is_no_promise_and_no_recipe(text: str) -> None:
    assert kinds_in(text) == set()


def test_a_denial_ends_with_its_sentence() -> None:
    assert kinds_in("This is no club. It will cure your addiction.") == {"promise"}
