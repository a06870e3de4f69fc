"""What reading and checking a directory of 500 services costs, beside reading its YAML alone.

    python benchmarks/directory.py --entries 500 --rounds 3

The entries are those of the example station, copied until there are enough, each copy with hours of
its own, so that no answer is found in a cache because another entry asked before. Ours is what a
build does with them: the gate, the strict loader, the model, the hours and all checks, in one
process. The plain reader is PyYAML's `CSafeLoader` on the same files, which is the least that
reading them can cost: it checks nothing, and turns some phone numbers into others. Each run is a
process of its own, in turn.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
import yaml

from recovery_radio.check.run import run_checks
from recovery_radio.model.problem import Severity
from recovery_radio.read.hub import Folders, read_hub

STATION = Path(__file__).parents[1]
SHARED = ("organisations", "vocabulary")
# The day of the example station's facts.
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
_TIME = re.compile(r"\b([01][0-9]|2[0-3]):([0-5][0-9])\b")


def write_directory(root: Path, count: int) -> None:
    """Write a station that has services and the registers they refer to, and nothing else."""
    source = STATION / "services_directory"
    entries = [path for path in sorted(source.glob("*.yml")) if path.stem not in SHARED]
    target = root / "services_directory"
    target.mkdir(parents=True)
    for name in SHARED:
        shutil.copy(source / f"{name}.yml", target)
    shutil.copytree(STATION / "site/data", root / "site/data")
    for folder in ("episodes", "site/pages"):
        (root / folder).mkdir(parents=True)
    for number in range(count):
        entry, turn = entries[number % len(entries)], number // len(entries)
        text = _later(entry.read_text("utf-8"), turn)
        (target / f"{entry.stem}-{turn}.yml").write_text(text, "utf-8")


def _later(text: str, minutes: int) -> str:
    """Move all hours by some minutes, as far as none of them crosses an hour."""
    if any(int(minute) + minutes > 59 for _, minute in _TIME.findall(text)):
        return text
    return _TIME.sub(lambda time: f"{time[1]}:{int(time[2]) + minutes:02}", text)


def read_ours(root: Path) -> int:
    """Read and check everything; give the number of services."""
    hub, _, problems = read_hub(root, Folders(), None, map)
    problems += run_checks(hub, NOW)
    # The station has no pages, and every page leads to some of them.
    wrong = [p for p in problems if p.severity is Severity.ERROR and p.code != "missing-page"]
    if wrong:
        raise SystemExit(f"The entries are not in order: {wrong[0]}")
    return len(hub.services)


def read_plainly(root: Path) -> int:
    """Read the YAML of the same files, and check nothing; give the number of services."""
    paths = [*root.glob("services_directory/*.yml"), *root.glob("site/data/*.yml")]
    for path in paths:
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return sum(path.parent.name == "services_directory" for path in paths) - len(SHARED)


_READERS: dict[str, Callable[[Path], int]] = {"ours": read_ours, "plain": read_plainly}


def run_one(reader: str, root: Path) -> None:
    """Run one reader in this process, and print its figures as JSON."""
    wall, cpu = time.perf_counter(), time.process_time()
    count = _READERS[reader](root)
    print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu, count]))


def main() -> None:
    """Read the options, run both readers in turn and print a table of medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=500, help="services; default 500")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; default 3")
    parser.add_argument("--reader", choices=_READERS, help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reader:
        run_one(options.reader, options.root)
        return
    runs: dict[str, list[list[float]]] = {name: [] for name in _READERS}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "station"
        write_directory(root, options.entries)
        for _ in range(options.rounds):
            for name, found in runs.items():
                command = [sys.executable, __file__, "--reader", name, "--root", str(root)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                found.append(json.loads(done.stdout))
    print("| reader | wall s | CPU s | services |")
    print("|---|---|---|---|")
    for name, found in runs.items():
        wall, cpu, count = (median(column) for column in zip(*found, strict=True))
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {count:.0f} |")
    ratios = [ours[1] / plain[1] for ours, plain in zip(runs["ours"], runs["plain"], strict=True)]
    print(f"\nOurs takes {median(ratios):.1f} times as long as reading the YAML alone.")


if __name__ == "__main__":
    main()
