"""The rules and the tables behind them: each is used, each is tested, and each is in the manual."""

import ast
import re
from pathlib import Path

import pytest

from recovery_radio.verify.lint.finding import RULES, table_of_rules
from recovery_radio.verify.lint.sources import source_of
from recovery_radio.verify.lint.tags import TAGS
from recovery_radio.verify.lint.words import CATEGORIES, WORDS, nearest

ROOT = Path(__file__).parents[3]
LINT = ROOT / "plugins/recovery_radio/verify/lint"
TESTS = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
USED = {
    node.value
    for path in LINT.glob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Constant) and re.fullmatch(r"feed(-[a-z0-9]+)+", str(node.value))
}


def test_every_rule_is_used_and_none_is_missing() -> None:
    assert set(RULES) == USED


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_seen_by_a_test(code: str) -> None:
    assert f'"{code}"' in TESTS


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_to_write_and_who_says_so(code: str) -> None:
    rule = RULES[code]

    assert rule.about.endswith(".")
    assert rule.repair.endswith((".", ")."))
    assert rule.source.startswith("https://")


def test_the_manual_has_the_rules_as_the_command_prints_them() -> None:
    page = (ROOT / "site/pages/manual/feed-linter.md").read_text("utf-8")

    assert table_of_rules() in page, "paste the output of `radio lint-feed --rules`"


def test_no_code_of_the_linter_is_a_code_of_the_other_messages() -> None:
    messages = (ROOT / "site/pages/manual/messages.md").read_text("utf-8")

    assert not set(RULES) & set(re.findall(r"^### `([a-z0-9-]+)`$", messages, re.MULTILINE))


@pytest.mark.parametrize("name", TAGS)
def test_every_tag_has_a_page_and_stands_in_tags_that_exist(name: str) -> None:
    assert source_of(name).startswith("https://")
    assert set(TAGS[name].parents) <= set(TAGS)
    assert set(TAGS[name].holds) <= set(TAGS)
    assert TAGS[name].file in {"", *TAGS[name].needs}


def test_the_page_of_a_podcast_tag_is_named_after_it() -> None:
    pages = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/"

    assert source_of("podcast:alternateEnclosure") == f"{pages}alternate-enclosure.md"
    assert source_of("podcast:guid") == f"{pages}guid.md"


def test_the_lists_are_whole() -> None:
    assert (len(CATEGORIES), sum(map(len, CATEGORIES.values()))) == (19, 91)
    assert (len(WORDS["language"]), len(set(WORDS["language"]))) == (183, 183)
    assert "Mental Health" in CATEGORIES["Health & Fitness"]


def test_the_nearest_word_is_found_whatever_its_capitals() -> None:
    assert nearest("MENTAL HELTH", CATEGORIES["Health & Fitness"]) == "Mental Health"
    assert nearest("quite another", CATEGORIES["Health & Fitness"]) == ""
