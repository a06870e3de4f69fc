"""The benchmark's station is one that authors could have written: not a problem in it."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from recovery_radio.check.run import run_checks
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.catalogue import public_episodes

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
BUILT = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Hub, list[Problem]]:
    root = tmp_path_factory.mktemp("station")
    program = [sys.executable, str(BENCHMARKS / "station.py"), str(root), "--episodes", "60"]
    subprocess.run(program, check=True)
    hub, _, problems = read_hub(root, Folders(), None, map)
    return hub, problems


def test_every_file_can_be_read_and_fits_the_others(read: tuple[Hub, list[Problem]]) -> None:
    hub, problems = read

    found = problems + run_checks(hub, BUILT)
    # An invented word of a transcript may spell one that is told of, such as "cured".
    assert [problem for problem in found if problem.severity is not Severity.NOTICE] == []


def test_it_is_as_large_as_it_says(read: tuple[Hub, list[Problem]]) -> None:
    hub, _ = read
    words = [sum(len(cue.text.split()) for cue in episode.words.cues) for episode in hub.episodes]
    notes = [len(episode.notes.split()) for episode in hub.episodes]

    assert len(public_episodes(hub, BUILT)) == 60
    assert len(hub.services) == 30
    assert set(words) == {1500}
    assert all(35 <= len(episode.words.cues) <= 48 for episode in hub.episodes)
    assert 580 <= sum(notes) / 60 <= 630
