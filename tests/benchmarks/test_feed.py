"""The benchmark of the feed writes what it says, and both writers write as many items."""

import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks/feed.py"


def test_both_writers_write_all_items_and_ours_keeps_its_documents_small() -> None:
    command = [sys.executable, str(BENCHMARK), "--items", "350", "--rounds", "1"]

    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in run.stdout.splitlines()
        if line.startswith(("| ours", "| plain"))
    ]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        # The newest hundred, and three full pages of the oldest: some items are in both.
        ("ours", "4", "400"),
        ("plain", "1", "350"),
    ]
    assert int(rows[0][-1]) <= 300
    assert "times as long as the plain writer" in run.stdout
