"""What Lighthouse says of each kind of page, on a slow phone.

    PYTHONPATH=tests .venv/bin/python benchmarks/lighthouse.py

Its own settings for phones: four times slower than this machine, 1.6 Mbit/s, 150 ms. Pages are
served without compression, so a web host is faster. Lighthouse comes from npm into the work folder,
by the lock in `generators/lighthouse`; it is 176 MB and no part of the tests.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from browser.get_browser import find_browser
from browser.kinds import KINDS
from browser.serving import serving

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
AIMS = {"accessibility": 100, "performance": 95}
MAIN = (
    "home",
    "help now",
    "find help",
    "listen",
    "search",
    "guidance",
    "training",
    "referral sheet",
    "programme",
    "service",
    "town",
    "this week",
)
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"


def install(work: Path) -> Path:
    """Fetch Lighthouse as the lock says, and give its program."""
    program = work / "node_modules/lighthouse/cli/index.js"
    if not program.is_file():
        shutil.copytree(HERE / "generators/lighthouse", work, dirs_exist_ok=True)
        _run([BIN / "npm", "ci"], work)
    return program


def ask(program: Path, url: str, browser: str) -> dict[str, Any]:
    """Give Lighthouse's report of one page."""
    command = [BIN / "node", program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    only = f"--only-categories={','.join(AIMS)}"
    report: dict[str, Any] = json.loads(_run([*command, only], program.parent, browser))
    return report


def _run(command: list[str | Path], folder: Path, browser: str = "") -> str:
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "CHROME_PATH": browser}
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[1]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def row(report: dict[str, Any]) -> tuple[dict[str, int], str]:
    """Give the scores of a report, and its times in words."""
    scores = {name: round(100 * report["categories"][name]["score"]) for name in AIMS}
    audits = report["audits"]
    times = [
        audits[name]["numericValue"] / 1000
        for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    ]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    return scores, "".join(f"{time:9.2f}" for time in times) + f"{shift:8.3f}"


def failed(report: dict[str, Any]) -> list[str]:
    """Name what costs a page its full mark for accessibility."""
    parts = report["categories"]["accessibility"]["auditRefs"]
    return [each["id"] for each in parts if report["audits"][each["id"]]["score"] == 0]


def main() -> int:
    """Print a table, and give 1 if an aim is missed."""
    parser = argparse.ArgumentParser(description="Ask Lighthouse about every main kind of page.")
    parser.add_argument("--site", type=Path, default=HERE.parent / "public")
    parser.add_argument("--work", type=Path, default=HERE.parent / ".cache/benchmarks/lighthouse")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=MAIN, metavar="KIND")
    options = parser.parse_args()
    program, browser = install(options.work.resolve()), find_browser()
    if browser is None:
        parser.error("There is no browser. `make browser` installs one.")
    missed = 0
    print(f"{'':16}{'access.':>9}{'perform.':>9}{'FCP s':>9}{'LCP s':>9}{'TBT s':>9}{'CLS':>8}")
    with serving(options.site) as address:
        for kind in options.kinds:
            report = ask(program, address + KINDS[kind], browser)
            scores, times = row(report)
            print(
                f"{kind:16}{scores['accessibility']:9}{scores['performance']:9}{times}", flush=True
            )
            print("".join(f"  {name}\n" for name in failed(report)), end="")
            missed += any(scores[name] < least for name, least in AIMS.items())
    print(f"Aims: {AIMS}. Pages that miss one: {missed}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
