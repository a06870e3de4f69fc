"""`radio words`: a work list of pages, and never a gate."""

from pathlib import Path

from click.testing import CliRunner

from recovery_radio.cli.main import main
from sites import PLAIN, edit, write_files

LONG = edit(PLAIN, ("Hello.\n", f"{'many words and more ' * 12}end.\n"))


def test_hard_pages_are_listed_and_stop_nothing(tmp_path: Path) -> None:
    root = write_files(tmp_path, LONG)

    run = CliRunner().invoke(main, ["words", "--config", str(root / "mkdocs.yml")])

    lines = run.output.splitlines()
    assert run.exit_code == 0
    assert lines[1].endswith("site/pages/index.md")
    assert "site/pages/index.md:5: 49 words: many words" in lines[2]
    assert lines[-1] == "1 page has more than 20 words a sentence. The grade is years of school."


def test_a_page_that_cannot_be_read_is_missed_aloud(tmp_path: Path) -> None:
    root = write_files(tmp_path, edit(PLAIN, ("title: About", "titel: About")))

    run = CliRunner().invoke(main, ["words", "--config", str(root / "mkdocs.yml")])

    assert run.exit_code == 1
    assert "site/pages/about.md has mistakes and is not counted" in run.output
