"""The benchmark of the check of words runs, finds what it planted, and keeps to its limit."""

import re
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks/language.py"


def test_three_hundred_pages_are_checked_in_two_seconds_of_the_processor() -> None:
    command = [sys.executable, str(BENCHMARK), "--pages", "300", "--rounds", "1"]

    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert re.match(r"300 pages, 2[0-9]{3} findings\n", run.stdout)
    assert "times the floor" in run.stdout
