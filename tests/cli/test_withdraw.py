"""`radio withdraw`: what goes, what stays, and what nobody can call back."""

import subprocess
import sys
from pathlib import Path

import pytest

from read.samples import mp3
from sites import EPISODE, LOCAL, PLAIN, edit, write_files
from station import run_radio

FOLDER = "episodes/first-steps"
GUID = "3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa"
OTHER = edit(
    EPISODE, ("first-steps", "other"), (GUID, "other-guid"),
    ("Welcome to", "After [the first](episode:first-steps), and not `episode:first-steps-again`, welcome to"),
)  # fmt: skip


def files_of(root: Path) -> list[str]:
    return sorted(path.name for path in (root / FOLDER).iterdir())


def test_only_identity_and_address_are_left(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, LOCAL, OTHER)
    (tmp_path / FOLDER / "steps.mp3").write_bytes(mp3())
    (tmp_path / FOLDER / "old-cut.mp3").write_bytes(mp3())

    done = run_radio(tmp_path, "withdraw", "first-steps", "--yes")

    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path) == ["index.md"]
    text = (tmp_path / FOLDER / "index.md").read_text("utf-8")
    assert text == f'---\nguid: "{GUID}"\nstatus: withdrawn\n---\n'
    assert "podcast apps keep what they have downloaded" in done.stdout
    assert "the history of the repository" in done.stdout
    assert "This line still speaks of it: episodes/other/index.md:" in done.stdout
    assert done.stdout.count("This line still") == 1
    assert run_radio(tmp_path, "check").returncode == 0


def test_a_recording_in_a_store_is_named_so_that_somebody_deletes_it(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)

    done = run_radio(tmp_path, "withdraw", "first-steps", "--yes")

    assert "Delete its recording in the store: https://cdn.example/first-steps.mp3" in done.stdout


def test_it_asks_first_and_no_is_no(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    before = (tmp_path / FOLDER / "index.md").read_bytes()
    command = [sys.executable, "-m", "recovery_radio.cli.main", "withdraw", "first-steps"]

    asked = subprocess.run(
        command, cwd=tmp_path, input="n\n", capture_output=True, text=True, check=False
    )

    assert asked.returncode == 1
    assert "all words, and transcript.vtt. " in asked.stdout.replace("\n", " ")
    assert (tmp_path / FOLDER / "index.md").read_bytes() == before
    assert files_of(tmp_path) == ["index.md", "transcript.vtt"]


def test_a_programme_with_mistakes_can_be_withdrawn_too(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        PLAIN,
        edit(EPISODE, ("series: stories", "seires: stories"), ("2028-01-01", "soon")),
    )

    assert run_radio(tmp_path, "withdraw", "first-steps", "--yes").returncode == 0
    assert run_radio(tmp_path, "check").returncode == 0


def test_typed_twice_it_removes_what_was_left(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    run_radio(tmp_path, "withdraw", "first-steps", "--yes")
    text = (tmp_path / FOLDER / "index.md").read_text("utf-8")
    (tmp_path / FOLDER / "left.vtt").write_text("WEBVTT\n", "utf-8")

    assert run_radio(tmp_path, "withdraw", "first-steps", "--yes").returncode == 0
    assert files_of(tmp_path) == ["index.md"]
    assert (tmp_path / FOLDER / "index.md").read_text("utf-8") == text


@pytest.mark.parametrize("name", ["nothing", "../site", ".", "first-steps/..", "FIRST-STEPS"])
def test_what_is_no_programme_is_left_alone(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)

    refused = run_radio(tmp_path, "withdraw", name, "--yes")

    assert refused.returncode == 1
    assert "There is no programme" in refused.stderr
    assert files_of(tmp_path) == ["index.md", "transcript.vtt"]


def test_without_an_identity_nothing_is_removed(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, edit(EPISODE, (f"guid: {GUID}\n", "")))

    refused = run_radio(tmp_path, "withdraw", "first-steps", "--yes")

    assert refused.returncode == 1
    assert "The `guid` in episodes/first-steps/index.md cannot be read" in refused.stderr
    assert files_of(tmp_path) == ["index.md", "transcript.vtt"]


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    (tmp_path / "precious.mp3").write_bytes(mp3())
    (tmp_path / FOLDER / "steps.mp3").symlink_to(tmp_path / "precious.mp3")

    assert run_radio(tmp_path, "withdraw", "first-steps", "--yes").returncode == 0
    assert files_of(tmp_path) == ["index.md"]
    assert (tmp_path / "precious.mp3").is_file()
