"""The tables of the manual."""

import pytest
from click.testing import CliRunner
from pydantic import BaseModel, Field

from recovery_radio.cli.fields import KINDS, table_of
from recovery_radio.cli.main import main


class Inner(BaseModel):
    """Inside."""

    one: int = 1
    """Counts a | b."""
    start: str = Field(alias="from")
    """Where it
    begins."""


class Outer(BaseModel):
    """Outside."""

    origin: str = ""
    """Not an author's."""
    parts: tuple[Inner, ...]
    """Several."""


class Longer(Outer):
    """Extends the other."""

    last: str | None = None
    """Comes last."""


def test_a_table_has_a_row_for_every_setting_and_those_of_its_parts() -> None:
    assert table_of(Longer) == (
        "| setting | needed | what it is |\n"
        "| --- | --- | --- |\n"
        "| `parts` | yes | Several. |\n"
        "| `parts.one` | no | Counts a \\| b. |\n"
        "| `parts.from` | yes | Where it begins. |\n"
        "| `last` | no | Comes last. |\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_setting_of_every_kind_of_file_is_explained_in_a_sentence(kind: str) -> None:
    run = CliRunner().invoke(main, ["fields", kind])

    assert run.exit_code == 0
    assert run.output == table_of(KINDS[kind])
    rows = run.output.splitlines()[2:]
    assert rows
    for row in rows:
        _, key, needed, words, _ = row.replace("\\|", "").split("|")
        assert key.strip().strip("`")
        assert needed.strip() in ("yes", "no")
        assert words.strip().endswith((".", "…"))


def test_choices_are_listed() -> None:
    assert "One of: `draft`, `published`, `withdrawn`. |" in table_of(KINDS["episode"])


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    run = CliRunner().invoke(main, ["fields", "episodes"])

    assert run.exit_code == 2
    assert "'vocabulary'" in run.output
