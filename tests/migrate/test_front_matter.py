"""Settings written as the station's own loader reads them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.migrate.front_matter import write_document, write_settings
from recovery_radio.migrate.registers import with_entry
from recovery_radio.read.front_matter import split_document
from recovery_radio.read.strict_yaml import parse_yaml

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
SCALAR = st.one_of(
    TEXT, st.booleans(), st.integers(0, 10**9), st.floats(0, 10**6).map(lambda n: round(n, 3))
)
KEY = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True).filter(
    lambda k: k not in ("true", "false", "null")
)
INNER = st.dictionaries(KEY, SCALAR, min_size=1, max_size=4)
SETTINGS = st.dictionaries(
    KEY,
    st.one_of(SCALAR, INNER, st.lists(TEXT, max_size=4), st.lists(INNER, min_size=1, max_size=3)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(SETTINGS)
def test_whatever_a_feed_says_comes_back_as_it_was_and_of_its_own_kind(
    values: dict[str, Any],
) -> None:
    read, problems = parse_yaml(write_settings(values), "index.md")

    assert problems == []
    assert read is not None
    assert read.values == values


@pytest.mark.parametrize("text", ["true", "null", "~", "", "01", "7", "1.5", "- a", "a: b", "#c", "'", '"', "---", "{a}", "[a]", "!x", "&x", "*x", "a\\b"])  # fmt: skip
def test_no_text_becomes_anything_else(text: str) -> None:
    document, problems = split_document(
        write_document({"title": text}, "Notes\n\n---\nmore"), "a.md"
    )

    assert problems == []
    assert document is not None
    assert document.settings.values == {"title": text}
    assert document.text == "Notes\n\n---\nmore\n"


@pytest.mark.parametrize(
    "old", ["", "a:\n  title: A\n", "# words\na: {title: A}", "a:\n  title: A\n\n\n"]
)
def test_a_register_gains_an_entry_and_loses_no_character(old: str) -> None:
    new = with_entry(old, "back-on-track", {"title": 'Back: "on" track', "summary": "#1"})

    assert new.startswith(old)
    read, problems = parse_yaml(new, "series.yml")
    assert problems == []
    assert read is not None
    assert read.values["back-on-track"] == {"title": 'Back: "on" track', "summary": "#1"}
