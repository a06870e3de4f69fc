"""The manual says everything that the product can do, and nothing else.

These tests need nothing else than the sources of both: no built site and no browser.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from recovery_radio.cli.fields import KINDS, table_of
from recovery_radio.cli.main import main
from recovery_radio.host.content import ContentConfig
from recovery_radio.host.directory import DirectoryConfig
from recovery_radio.host.feed import FeedConfig
from recovery_radio.host.open_data import OpenDataConfig
from recovery_radio.host.search import SearchConfig

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins/recovery_radio"
MANUAL = ROOT / "site/pages/manual"
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(MANUAL.glob("*.md")))
HEADINGS = re.findall(
    r"^### `([a-z0-9-]+)`$", (MANUAL / "messages.md").read_text("utf-8"), re.MULTILINE
)
CODE = re.compile(r"[a-z]+[0-9]*(-[a-z0-9]+)*")
IN_BRACKETS = re.compile(r"\[([a-z]+(?:-[a-z0-9]+)+)\]$")
PLACES = {
    "PydanticCustomError": 0,
    "refusal": 0,
    "_matching": 1,
    "Fault": 2,
    "problem": 3,
    "refuse": 3,
    "_Refused": 3,
    "Problem": 4,
}
"""Which argument of a call is the code of a message."""
PASSED_ON = {
    "code",
    "found[1]",
    "self.code",
    "refused.code",
    "detail['type']",
    "finding.code",
    "*_REFUSALS[answer]",
}
"""Codes that come out of another call or of a table; the linter's have tests of their own."""


def calls_in(tree: ast.AST) -> Iterator[ast.expr]:
    """Find the calls that make a message, and give of each the argument that is its code."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        place = PLACES.get(getattr(node.func, "attr", getattr(node.func, "id", "")))
        if place is not None:
            starred = any(isinstance(value, ast.Starred) for value in node.args[:place])
            yield node.args[-1 if starred else place]


def rows_in(tree: ast.AST) -> Iterator[ast.expr]:
    """Find what stands in the tables of messages: in rows of three of which one is a sentence."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3:
            inner = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
            if any(isinstance(text, str) and " " in text for text in inner):
                yield from node.elts


def strings_in(value: ast.expr) -> Iterator[str]:
    """Give the texts that a value may be, without looking inside what it is made from."""
    if isinstance(value, ast.IfExp):
        yield from (*strings_in(value.body), *strings_in(value.orelse))
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def codes_in(path: Path) -> Iterator[str]:
    """Find every code that a module gives: in a call, in a table, or in brackets after a sentence."""
    tree = ast.parse(path.read_text("utf-8"))
    for value in (*calls_in(tree), *rows_in(tree)):
        yield from filter(CODE.fullmatch, strings_in(value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from IN_BRACKETS.findall(node.value)


MODULES = sorted(PACKAGE.rglob("*.py"))
CODES = sorted({code for path in MODULES for code in codes_in(path)})


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_settings_is_the_one_that_the_models_give(kind: str) -> None:
    assert table_of(KINDS[kind]) in TEXT, f"paste the output of `radio fields {kind}`"


@pytest.mark.parametrize(
    "config", [ContentConfig, DirectoryConfig, FeedConfig, OpenDataConfig, SearchConfig]
)
def test_every_option_of_mkdocs_yml_is_in_the_manual(config: type) -> None:
    settings = (MANUAL / "settings.md").read_text("utf-8")
    for name, _ in getattr(config, "_schema"):  # noqa: B009  MkDocs has no public list of options.
        assert f"| `{name}` |" in settings


def test_every_command_and_option_is_in_the_manual_and_no_others() -> None:
    page = (MANUAL / "commands.md").read_text("utf-8")
    found = {
        f"radio {name}"
        for name, command in main.commands.items()
        if not hasattr(command, "commands")
    }
    groups = [c for c in main.commands.values() if isinstance(c, click.Group)]
    found |= {f"radio {group.name} {name}" for group in groups for name in group.commands}
    named = {
        " ".join(w for w in row.split() if w.islower())
        for row in re.findall(r"^\| `(radio [^`]+)`", page, re.MULTILINE)
    }
    assert named == found
    commands = [*main.commands.values(), *(c for g in groups for c in g.commands.values()), main]
    options = {o for c in commands for p in c.params for o in p.opts if o.startswith("--")}
    assert set(re.findall(r"^\| `(--[a-z-]+)", page, re.MULTILINE)) == options


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_takes_a_code_from_where_these_tests_do_not_look(path: Path) -> None:
    given = calls_in(ast.parse(path.read_text("utf-8")))
    hidden = {ast.unparse(code) for code in given if not [*strings_in(code)]} - PASSED_ON

    assert not hidden, "write the code where it is given, or teach `codes_in` to find it"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_heading_in_the_manual(code: str) -> None:
    assert code in HEADINGS


def test_the_manual_names_no_code_that_does_not_exist_and_each_once() -> None:
    assert sorted(HEADINGS) == sorted(set(HEADINGS))
    assert not set(HEADINGS) - set(CODES)


TESTS = "\n".join(
    path.read_text("utf-8")
    for path in (ROOT / "tests").rglob("test_*.py")
    if path != Path(__file__)
)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_seen_by_a_test(code: str) -> None:
    assert re.search(rf'["\[]{code}["\]]', TESTS), "no test names it"
