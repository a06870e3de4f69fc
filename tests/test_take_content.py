"""What a suggested change may bring into the station that checks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / ".github/take_content.py"
BEFORE = {
    "episodes/first/index.md": "First",
    "episodes/second/index.md": "Second",
    "services_directory/harbour.yml": "name: Harbour",
    "site/pages/listen.md": "Listen",
    "mkdocs.yml": "site_name: Ours",
}


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    for path, text in BEFORE.items():
        write(folder / path, text)
    return folder


@pytest.fixture
def suggestion(tmp_path: Path, station: Path) -> Path:
    folder = tmp_path / "suggestion"
    shutil.copytree(station, folder)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def test_content_is_taken_and_everything_else_stays_ours(suggestion: Path, station: Path) -> None:
    write(suggestion / "episodes/third/index.md", "Third")
    write(suggestion / "episodes/third/talk.mp3", "\x00\r\nsound")
    write(suggestion / "services_directory/harbour.yml", "name: New harbour")
    write(suggestion / "mkdocs.yml", "site_name: Theirs")
    write(suggestion / "plugins/recovery_radio/host/content.py", "import os")
    shutil.rmtree(suggestion / "episodes/second")

    code, said = take(suggestion, station)

    assert code == 0
    assert contents(station) == {
        "episodes/first/index.md": "First",
        "episodes/third/index.md": "Third",
        "episodes/third/talk.mp3": "\x00\r\nsound",
        "services_directory/harbour.yml": "name: New harbour",
        "site/pages/listen.md": "Listen",
        "mkdocs.yml": "site_name: Ours",
    }
    assert not (station / "episodes/second").exists()
    assert "Content files to check: 4." in said
    assert "  mkdocs.yml\n  plugins/recovery_radio/host/content.py" in said


def test_a_folder_may_become_a_file_and_a_file_a_folder(suggestion: Path, station: Path) -> None:
    shutil.rmtree(suggestion / "episodes/second")
    write(suggestion / "episodes/second", "Now a file")
    (suggestion / "site/pages/listen.md").unlink()
    write(suggestion / "site/pages/listen.md/index.md", "Now a folder")

    code, _ = take(suggestion, station)

    assert code == 0
    assert (station / "episodes/second").read_text("utf-8") == "Now a file"
    assert (station / "site/pages/listen.md/index.md").read_text("utf-8") == "Now a folder"


def test_links_are_refused_all_at_once_and_nothing_is_taken(
    suggestion: Path, station: Path
) -> None:
    (suggestion / "episodes/first/cover.jpg").symlink_to("/etc/hostname")
    (suggestion / "site/data").symlink_to("../plugins")
    write(suggestion / "site/pages/new.md", "New")
    (suggestion / "episodes/other").mkdir()
    git(suggestion / "episodes/other", "init", "--quiet")
    git(suggestion / "episodes/other", "commit", "--quiet", "--allow-empty", "--message", "Other")

    code, said = take(suggestion, station)

    assert code == 1
    assert said.splitlines() == [
        "episodes/first/cover.jpg: This is a link to another place. Add the file itself instead.",
        "episodes/other: This is a link to another repository. Add the file itself instead.",
        "site/data: This is a link to another place. Add the file itself instead.",
    ]
    assert contents(station) == BEFORE


@pytest.mark.parametrize(
    "name", ["episodes/first/.gitattributes", "site/pages/.gitmodules", "site/data/.GitAttributes"]
)
def test_what_steers_git_is_refused(suggestion: Path, station: Path, name: str) -> None:
    write(suggestion / name, "* filter=lfs")

    code, said = take(suggestion, station)

    assert code == 1
    assert said == f"{name}: A file of this name would steer git. Take it out.\n"


def test_a_path_out_of_the_station_is_refused(suggestion: Path, station: Path) -> None:
    # Git makes no such tree from files, but takes one that was made by hand.
    blob = git(suggestion, "hash-object", "-w", "mkdocs.yml").strip()
    up = tree(suggestion, f"100644 blob {blob}\tevil.yml")
    episodes = tree(suggestion, f"040000 tree {up}\t..")
    top = tree(suggestion, f"040000 tree {episodes}\tepisodes")
    made = git(suggestion, "commit-tree", top, "-p", "HEAD", "-m", "Climb").strip()
    git(suggestion, "update-ref", "HEAD", made)

    code, said = run(suggestion, station)

    assert code == 1
    assert said == "episodes/../evil.yml: A file of this name would steer git. Take it out.\n"
    assert not (station / "evil.yml").exists()


def test_a_name_cannot_forge_a_line_of_the_report(suggestion: Path, station: Path) -> None:
    (suggestion / "site/pages/a\n::error::b.md").symlink_to("/etc/hostname")

    _, said = take(suggestion, station)

    assert said.startswith(r"site/pages/a\u000a::error::b.md: This is a link")


def take(suggestion: Path, station: Path) -> tuple[int, str]:
    """Save the suggestion as the merge that GitHub makes, and bring it to the station."""
    commit(suggestion)
    return run(suggestion, station)


def run(suggestion: Path, station: Path) -> tuple[int, str]:
    command = [sys.executable, str(SCRIPT), str(suggestion), str(station)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.returncode, done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "Change")


def tree(folder: Path, entry: str) -> str:
    return git(folder, "mktree", feed=f"{entry}\n").strip()


def git(folder: Path, *arguments: str, feed: str | None = None) -> str:
    settings = ["-c", "user.name=Test", "-c", "user.email=test@kindling.example"]
    # Not the person's own settings, which may sign commits or run hooks.
    settings += ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]
    command = ["git", "-C", str(folder), *settings, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, input=feed)
    return done.stdout


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}
