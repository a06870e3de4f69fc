"""The benchmark of the directory reads what it says, and both readers read the same entries."""

import importlib.util
import subprocess
import sys
from pathlib import Path

from recovery_radio.check.run import run_checks
from recovery_radio.model.problem import Severity
from recovery_radio.read.hub import Folders, read_hub
from sites import NOW

BENCHMARK = Path(__file__).parents[2] / "benchmarks/directory.py"
ENTRIES = 150


def test_both_readers_read_all_entries() -> None:
    command = [sys.executable, str(BENCHMARK), "--entries", str(ENTRIES), "--rounds", "1"]

    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    rows = [line for line in run.stdout.splitlines() if line.startswith(("| ours", "| plain"))]
    assert [row.split("|")[-2].strip() for row in rows] == [str(ENTRIES)] * 2
    assert "times as long as reading the YAML alone." in run.stdout


def test_each_copy_has_hours_of_its_own_and_not_a_fault(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("directory_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)

    benchmark.write_directory(tmp_path, ENTRIES)

    hub, _, problems = read_hub(tmp_path, Folders(), None, map)
    problems += run_checks(hub, NOW)
    errors = {problem.code for problem in problems if problem.severity is Severity.ERROR}
    assert errors == {"missing-page"}
    first, again = (
        [s.places for s in hub.services if s.id == f"bognor-drop-in-{turn}"] for turn in (0, 1)
    )
    assert first[0][0].hours != again[0][0].hours
