"""The repository's own station, copied and built as a maintainer would publish it."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("episodes", "services_directory", "site", "mkdocs.yml")


def copy_station(folder: Path) -> Path:
    """Copy the station's own files, and nothing else of the repository."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, copy_function=shutil.copy2)
        else:
            shutil.copy(source, folder / part)
    return folder


def run_radio(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Type a command of `radio` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "recovery_radio.cli.main", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
