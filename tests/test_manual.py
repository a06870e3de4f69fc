"""The manual says everything that the product can do, and nothing else."""

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
from recovery_radio.host.search import SearchConfig

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins/recovery_radio"
MANUAL = ROOT / "site/pages/manual"
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(MANUAL.glob("*.md")))
HEADINGS = re.findall(r"^### `([a-z0-9-]+)`$", (MANUAL / "messages.md").read_text("utf-8"), re.M)
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+|not-utf8")


def codes_in(path: Path) -> Iterator[str]:
    """Find every constant that could only be the code of a message.

    A code stands in one call, row or tuple with a sentence, or in brackets at a sentence's end.
    """
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        values = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
        texts = [v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
        if any(" " in text or "what" in text for text in texts) or len(values) > 3:
            yield from (text for text in texts if CODE.fullmatch(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"\[([a-z]+(?:-[a-z0-9]+)+)\]$", node.value)


CODES = sorted({code for path in PACKAGE.rglob("*.py") for code in codes_in(path)})


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_settings_is_the_one_that_the_models_give(kind: str) -> None:
    assert table_of(KINDS[kind]) in TEXT, f"paste the output of `radio fields {kind}`"


@pytest.mark.parametrize("config", [ContentConfig, DirectoryConfig, FeedConfig, SearchConfig])
def test_every_option_of_mkdocs_yml_is_in_the_manual(config: type) -> None:
    settings = (MANUAL / "settings.md").read_text("utf-8")
    for name, _ in getattr(config, "_schema"):  # noqa: B009  MkDocs has no public list of options.
        assert f"| `{name}` |" in settings


def test_every_command_and_option_is_in_the_manual_and_no_others() -> None:
    page = (MANUAL / "commands.md").read_text("utf-8")
    found = {f"radio {name}" for name, command in main.commands.items() if not hasattr(command, "commands")}
    groups = [c for c in main.commands.values() if isinstance(c, click.Group)]
    found |= {f"radio {group.name} {name}" for group in groups for name in group.commands}
    named = {" ".join(w for w in row.split() if w.islower()) for row in re.findall(r"^\| `(radio [^`]+)`", page, re.M)}
    assert named == found
    commands = [*main.commands.values(), *(c for g in groups for c in g.commands.values()), main]
    options = {o for c in commands for p in c.params for o in p.opts if o.startswith("--")}
    assert set(re.findall(r"^\| `(--[a-z-]+)", page, re.M)) == options


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_heading_in_the_manual(code: str) -> None:
    assert code in HEADINGS


def test_the_manual_names_no_code_that_does_not_exist_and_each_once() -> None:
    assert sorted(HEADINGS) == sorted(set(HEADINGS))
    assert not set(HEADINGS) - set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_seen_by_a_test(code: str) -> None:
    tests = [p.read_text("utf-8") for p in (ROOT / "tests").rglob("test_*.py") if p != Path(__file__)]
    assert any(re.search(rf'["\[]{code}["\]]', text) for text in tests)
