"""The strict loader: YAML 1.2 values, lines of keys, and every refusal."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from recovery_radio.model.problem import Problem
from recovery_radio.read.strict_yaml import Values, parse_yaml


def read(text: str, first_line: int = 1) -> Values:
    values, problems = parse_yaml(text, "a.yml", first_line)
    assert problems == []
    assert values is not None
    return values


def refuse(text: str, first_line: int = 1) -> Problem:
    values, problems = parse_yaml(text, "a.yml", first_line)
    assert values is None
    [problem] = problems
    return problem


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("01617654321", "01617654321"),
        ("10:00", "10:00"),
        ("1:30:00", "1:30:00"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("2026-03-12", "2026-03-12"),
        ("2026-03-12 18:00", "2026-03-12 18:00"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        (".5", ".5"),
        ("1.", "1."),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("<<", "<<"),
        ("=", "="),
        ("NO", "NO"),
        ("0", 0),
        ("42", 42),
        ("-7", -7),
        ("9" * 18, 999_999_999_999_999_999),
        ("9" * 19, "9" * 19),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ('"42"', "42"),
        ("'true'", "true"),
        ('""', ""),
        ('"\\u00e9"', "é"),
        ("[]", []),
        ("{}", {}),
        ("[a, 1, [b]]", ["a", 1, ["b"]]),
        ("plain text # and a comment", "plain text"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
    ],
)
def test_a_value_is_what_its_author_meant(written: str, value: object) -> None:
    found = read(f"key: {written}\n").values["key"]

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("key", ["yes", "null", "1", "10:00", "2026-03-12", "'quoted'", "<<"])
def test_a_key_is_always_text(key: str) -> None:
    assert list(read(f"{key}: a").values) == [key.strip("'")]


def test_every_key_and_every_entry_of_a_list_knows_its_line() -> None:
    text = """\
title: A
consent:
  level: b

  channels:
    - site
    # a comment
    - feed
people:
  - alias: C
    role: host
  - {alias: D, role: guest}
flow: {a: 1, b: [2,
  3]}
"""

    assert read(text, first_line=2).origin.lines == {
        "title": 2,
        "consent": 3,
        "consent.level": 4,
        "consent.channels": 6,
        "consent.channels.0": 7,
        "consent.channels.1": 9,
        "people": 10,
        "people.0": 11,
        "people.0.alias": 11,
        "people.0.role": 12,
        "people.1": 13,
        "people.1.alias": 13,
        "people.1.role": 13,
        "flow": 14,
        "flow.a": 14,
        "flow.b": 14,
        "flow.b.0": 14,
        "flow.b.1": 15,
    }


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: &x b", 1, "yaml-alias"),
        ("a: 1\nb: &x [1]", 2, "yaml-alias"),
        ("a: 1\nb: *x", 2, "yaml-alias"),
        ("&x a: b", 1, "yaml-alias"),
        ("a: !!str 1", 1, "yaml-tag"),
        ("a: !!python/object/apply:os.system [id]", 1, "yaml-tag"),
        ("a: !local {b: 1}", 1, "yaml-tag"),
        ("a: 1\nb:\n  c: 1\n  c: 2", 4, "duplicate-key"),
        ("a: [{b: 1, b: 2}]", 1, "duplicate-key"),
        ("'a': 1\na: 2", 2, "duplicate-key"),
        ("a:" + " [" * 9, 1, "too-deep"),
        ("a: " + "[" * 40_000, 1, "too-deep"),
        ("- " * 10_000, 1, "too-deep"),
        ("a: 1\n---\nb: 2", 2, "bad-yaml"),
        ("a: 1\n...\nb: 2", 3, "bad-yaml"),
        ("? [a]\n: b", 1, "bad-yaml"),
        ("? {a: 1}\n: b", 1, "bad-yaml"),
        ("a: b: c", 1, "bad-yaml"),
        ("a: 1\n\tb: 2", 2, "bad-yaml"),
        ("a: 'x\nb: 1\n", 3, "bad-yaml"),
        ("a: [1, 2\nb: 3\n", 2, "bad-yaml"),
        ("a: 1\n b: 2", 2, "bad-yaml"),
        ("a: @x", 1, "bad-yaml"),
        ("a: %x", 1, "bad-yaml"),
        ("a: 1\nnonsense\nb: 2", 3, "bad-yaml"),
        ("", 1, "bad-yaml"),
        ("# nothing\n", 1, "bad-yaml"),
        ("- a\n- b", 1, "bad-yaml"),
        ("just words", 1, "bad-yaml"),
        ("é: 1\nb: \x01", 2, "control-character"),
        ("é: \ufffe", 1, "control-character"),
    ],
)
def test_what_is_not_taken_is_named_with_its_line(text: str, line: int, code: str) -> None:
    problem = refuse(text, first_line=2)

    assert (problem.path, problem.line, problem.code) == ("a.yml", line + 1, code)
    assert problem.what.endswith(".")
    assert problem.repair.endswith(".")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c", "Put quotes around a text that holds a colon."),
        ("a: 1\n\tb: 2", "Indent with spaces."),
        ("a: @x", "Put quotes around a text that starts with a sign."),
        ("a: 'x", "Close the quotes on the line where they open."),
        ("a: [1, 2", "Close every bracket that you open."),
        ("a: 1\nnonsense\nb: 2", "Each line needs a key, a colon and a space."),
    ],
)
def test_a_slip_of_the_pen_comes_with_its_repair(text: str, hint: str) -> None:
    assert refuse(text).repair == hint


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x7f\x85"), max_size=20)
PLAIN_DATA: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(TEXTS, PLAIN_DATA, min_size=1, max_size=4), st.booleans())
def test_what_another_program_writes_is_read_back(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=1000)
    values, problems = parse_yaml(text, "a.yml")

    if problems:
        # Only depth is refused, and texts for which YAML 1.1 and 1.2 differ are put in quotes.
        assert [problem.code for problem in problems] == ["too-deep"]
    else:
        assert values is not None
        assert values.values == data


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@,? \n0"), max_size=40))
def test_no_text_whatever_ends_in_anything_but_values_or_a_problem(text: str) -> None:
    values, problems = parse_yaml(text, "a.yml")

    assert (values is None) == bool(problems)
    assert all(1 <= problem.line <= text.count("\n") + 2 for problem in problems)
