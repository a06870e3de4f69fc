"""Names that refer to something."""

from recovery_radio.check.known import check_names
from recovery_radio.model.problem import Origin

ORIGIN = Origin(
    "a.yml",
    {"topics": 3, "topics.0": 3, "topics.1": 5, "kind": 7, "access": 8, "access.chairs": 9},
)


def test_a_name_that_is_known_is_no_problem() -> None:
    assert list(check_names(ORIGIN, "topics", ["a", "b"], {"a", "b"}, "topic", "t.yml")) == []


def test_the_nearest_known_name_is_offered_at_the_line_of_the_entry() -> None:
    known = {"alcohol": 1, "opioids": 2}

    [problem] = check_names(ORIGIN, "topics", ["opioids", "alchohol"], known, "topic", "t.yml")

    assert str(problem) == (
        "a.yml:5: There is no topic 'alchohol'. Did you mean `alcohol`? [unknown-name]"
    )


def test_without_a_near_name_the_file_that_keeps_them_is_named() -> None:
    [problem] = check_names(ORIGIN, "kind", ["zzz"], ["drop-in"], "word", "words.yml")

    assert (problem.line, problem.repair) == (7, "Add it to words.yml, or remove it.")


def test_a_key_of_a_group_is_named_at_its_own_line() -> None:
    [problem] = check_names(ORIGIN, "access", ["chairs"], ["step-free"], "word", "words.yml")

    assert problem.line == 9
