"""What a build costs, beside other generators with the same words, and beside our aims.

    python benchmarks/build.py --episodes 1000 --rounds 3

Every round builds every site once, in turn, each from a cleaned folder: what else the machine does
meanwhile falls on all of them alike. Ratios last; seconds are this machine's and this hour's.

Wall seconds are a clock's around the process. CPU seconds and peak memory are the kernel's for the
process and its children; the peak is that of the largest one.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import content

HERE = Path(__file__).parent
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
MODULES = "eleventy-modules"
_MIB = 2**20 if sys.platform == "darwin" else 2**10


class Variant(NamedTuple):
    """One way to build."""

    command: list[str]
    site: str
    output: str
    """What it writes, relative to its site; removed before each run."""
    result: str
    """What is weighed, relative to its site."""


VARIANTS = {
    "ours": Variant(
        [sys.executable, "-m", "recovery_radio.cli.main", "build", "--config", "mkdocs.yml"],
        "ours",
        "public",
        "public",
    ),
    "pagefind": Variant(
        [sys.executable, str(HERE / "index.py"), "public"],
        "ours",
        "public/pagefind",
        "public/pagefind",
    ),
    "minimal": Variant(
        [sys.executable, "-m", "mkdocs", "--quiet", "build"], "minimal", "site", "site"
    ),
    "material": Variant(
        [sys.executable, "-m", "mkdocs", "--quiet", "build"], "material", "site", "site"
    ),
    "hugo": Variant(["hugo", "--quiet"], "hugo", "public", "public"),
    "eleventy": Variant(
        ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], "eleventy", "_site", "_site"
    ),
}


class Run(NamedTuple):
    """What one build took and gave."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds."""
    peak: float
    """MiB."""
    size: int
    """Bytes of everything."""
    pages: int
    page_size: float
    """Bytes of HTML to a page."""


Runs = dict[int, dict[str, list[Run]]]
"""By number of episodes and by variant."""


def available(work: Path, wanted: list[str]) -> list[str]:
    """Say what cannot be run here, fetch what can be, and give the rest."""
    missing: dict[str, str] = {}
    if "hugo" in wanted and not shutil.which("hugo", path=PATH):
        missing["hugo"] = "Hugo is not installed; Debian's package is `hugo`"
    if "eleventy" in wanted:
        if not shutil.which("node", path=PATH) or not shutil.which("npm", path=PATH):
            missing["eleventy"] = "Eleventy needs node and npm"
        elif not _install_eleventy(work / MODULES):
            missing["eleventy"] = "npm could not install Eleventy"
    if "pagefind" in wanted and "ours" not in wanted:
        missing["pagefind"] = "Pagefind indexes our site, which was not asked for"
    for reason in missing.values():
        print(f"Left out: {reason}.")
    return [variant for variant in VARIANTS if variant in wanted and variant not in missing]


def _install_eleventy(folder: Path) -> bool:
    if (folder / "node_modules/@11ty/eleventy").is_dir():
        return True
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "generators/eleventy-modules.json", folder / "package.json")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PATH": PATH}, check=False)
    return done.returncode == 0


def prepare(work: Path, episodes: int, variants: list[str]) -> None:
    """Write the sites afresh.

    In processes of their own: a process starts out with its parent's memory, so that a large
    parent would be taken for a large child.
    """
    root = work / str(episodes)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    count: list[str | Path] = ["--episodes", str(episodes)]
    # Ours is always written: its transcripts tell what must be found in every site.
    subprocess.run([sys.executable, HERE / "station.py", root / "ours", *count], check=True)
    peers = [variant for variant in variants if variant not in ("ours", "pagefind")]
    if peers:
        writer: list[str | Path] = [sys.executable, HERE / "peers.py", root, *count, "--variants"]
        subprocess.run([*writer, *peers], check=True)
    if "eleventy" in peers:
        (root / "eleventy/node_modules").symlink_to((work / MODULES / "node_modules").resolve())


def measure(root: Path, variant: Variant) -> Run:
    """Build one site from a cleaned folder.

    Raises:
        SystemExit: The build failed; its words are printed.
    """
    site = root / variant.site
    shutil.rmtree(site / variant.output, ignore_errors=True)
    if variant.output == "public":
        shutil.rmtree(site / ".cache", ignore_errors=True)
    epoch = str(int(content.BUILT.timestamp()))
    env = {**os.environ, "PATH": PATH, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    program = shutil.which(variant.command[0], path=PATH) or variant.command[0]
    log = root / "build.log"
    with log.open("wb") as words:
        start = time.monotonic()
        process = subprocess.Popen(
            [program, *variant.command[1:]], cwd=site, env=env, stdout=words, stderr=words
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(variant.command)} in {site} failed:\n{_tail(log)}")
    weighed = _weigh(site / variant.result)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _MIB, *weighed)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-20:])


def _weigh(folder: Path) -> tuple[int, int, float]:
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    pages = [size for path, size in sizes.items() if path.suffix == ".html"]
    return sum(sizes.values()), len(pages), sum(pages) / max(len(pages), 1)


def check_words(root: Path, variant: Variant, episodes: int) -> None:
    """Make sure that a build made what was asked for, and not something quicker.

    Raises:
        SystemExit: A page or the end of a transcript is missing.
    """
    for number in (0, episodes // 2, episodes - 1):
        slug = content.episode_slug(number)
        transcript = (root / f"ours/episodes/{slug}/transcript.vtt").read_text("utf-8")
        words = transcript.strip().rpartition(">")[2]
        page = root / variant.site / variant.result / f"episodes/{slug}/index.html"
        if not page.is_file() or words not in page.read_text("utf-8"):
            raise SystemExit(f"{page} is missing, or lacks the end of its transcript.")


def take_turns(work: Path, sizes: list[int], rounds: int, variants: list[str]) -> Runs:
    """Run all builds and say each figure as it comes."""
    runs: Runs = {size: defaultdict(list) for size in sizes}
    for size in sizes:
        print(f"Writing the sites of {size} episodes.", flush=True)
        prepare(work, size, variants)
        for number in range(1, rounds + 1):
            for name in variants:
                run = measure(work / str(size), VARIANTS[name])
                if name != "pagefind":
                    check_words(work / str(size), VARIANTS[name], size)
                runs[size][name].append(run)
                print(f"  round {number}, {name}: {run.wall:.2f} s", flush=True)
    return runs


def middle(runs: list[Run]) -> Run:
    """Give the median of each figure."""
    return Run._make(median(figures) for figures in zip(*runs, strict=True))


def table(runs: Runs) -> Iterator[str]:
    """Lay out the medians, with wall time beside minimal MkDocs and Hugo."""
    for size, by_variant in runs.items():
        middles = {name: middle(found) for name, found in by_variant.items()}
        yield f"\n{size} episodes, {size // 2} services"
        yield (
            f"{'':10}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}{'MB':>8}{'pages':>8}"
            f"{'B/page':>9}{'x minimal':>11}{'x Hugo':>9}"
        )
        for name, run in middles.items():
            ratios = [
                f"{run.wall / middles[other].wall:.2f}" if other in middles else "-"
                for other in ("minimal", "hugo")
            ]
            yield (
                f"{name:10}{run.wall:9.2f}{run.cpu:9.2f}{run.peak:10.0f}{run.size / 1e6:8.1f}"
                f"{run.pages:8.0f}{run.page_size:9.0f}{ratios[0]:>11}{ratios[1]:>9}"
            )


def aims(runs: Runs) -> Iterator[tuple[str, float, float]]:
    """Give each aim that these runs can speak of: what it is, what was found, the most allowed."""
    middles = {
        (size, name): middle(found)
        for size, by_variant in runs.items()
        for name, found in by_variant.items()
    }
    for size in (size for size in runs if size >= 1000):
        ours = middles.get((size, "ours"))
        minimal, hugo = middles.get((size, "minimal")), middles.get((size, "hugo"))
        if ours and minimal:
            yield f"{size}: wall beside minimal MkDocs", ours.wall / minimal.wall, 0.6
            yield f"{size}: memory beside minimal MkDocs", ours.peak / minimal.peak, 1.5
        if ours and hugo:
            yield f"{size}: wall beside Hugo", ours.wall / hugo.wall, 4.0
    few, many = middles.get((1000, "ours")), middles.get((5000, "ours"))
    if few and many:
        yield "wall of 5,000 beside 1,000", many.wall / few.wall, 5.2
        change = abs(many.page_size / few.page_size - 1) * 100
        yield "change of bytes to a page, %", change, 2.0


def main() -> None:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description="Time builds of the same words.")
    parser.add_argument("--episodes", type=int, nargs="+", default=[1000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=HERE.parent / ".cache/benchmarks")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    options = parser.parse_args()
    variants = available(options.work, options.variants)
    runs = take_turns(options.work, options.episodes, options.rounds, variants)
    print(*table(runs), sep="\n")
    print("\nAims, which are for 1,000 episodes and more")
    for what, found, most in aims(runs):
        verdict = "reached" if found <= most else "MISSED"
        print(f"  {what:34}{found:8.2f}, at most {most:.2f}: {verdict}")


if __name__ == "__main__":
    main()
