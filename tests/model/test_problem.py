"""Problems: where they are and how they read."""

import pytest

from recovery_radio.model.problem import Origin, Problem

ORIGIN = Origin("a.yml", {"consent": 4, "consent.expires": 6, "topics": 9, "topics.1": 11}, 2)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("consent.expires", 6),
        ("consent.level", 4),
        ("consent.a.b.c", 4),
        ("topics.1", 11),
        ("topics.0", 9),
        ("title", 2),
        ("", 2),
    ],
)
def test_a_key_without_a_line_has_that_of_what_is_around_it(key: str, line: int) -> None:
    assert ORIGIN.line(key) == line


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = ORIGIN.problem("consent.expires", "`expires` is wrong.", "Mend it.", "bad-date")

    assert str(problem) == "a.yml:6: `expires` is wrong. Mend it. [bad-date]"


def test_problems_sort_by_place() -> None:
    late, early = (Problem("a.md", line, "z", "z", "z") for line in (10, 9))

    assert sorted([Problem("b.md", 1, "a", "a", "a"), late, early])[:2] == [early, late]


def test_what_a_problem_quotes_can_start_no_line_and_colour_no_terminal() -> None:
    problem = Problem("a.md", 1, "`x` cannot be '\n::error::\x1b[31m\u202e'.", "Été & 日本.", "bad")

    assert (
        str(problem)
        == "a.md:1: `x` cannot be '\\u000a::error::\\u001b[31m\\u202e'. Été & 日本. [bad]"
    )
