"""What the check of words costs on 300 pages, beside the least that such a check can cost.

    python benchmarks/language.py --pages 300 --rounds 5

Pages have 1,000 invented words each, and in every tenth sentence one that the table knows. The
floor reads the same pages from their files and goes over each once with one pattern of the same
words' beginnings. Both are timed in turn in one process, by the processor's time.
"""

import argparse
import random
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
from recovery_radio.check.wording import find_wording
from recovery_radio.read.wording import read_wording

LIMIT_SECONDS = 2.0
_WORDS = (
    "the a to of and in it is for you we they on with at not be this that from have what one when"
    " people help worker nurse group town tea week day phone talk door kit bag letter friend house"
    " ring call come ask need take give start feel better slow early late kind safe warm"
).split()
_HITS = (
    "addicts",
    "drug users",
    "it always works",
    "she got clean",
    "substance misuse",
    "a junkie",
)


def make_pages(count: int) -> list[str]:
    """Make pages of 1,000 words, the same each time."""
    chance = random.Random(6)  # noqa: S311  nothing is secret here.
    return [
        "\n\n".join(
            " ".join(chance.choices(_WORDS, k=12))
            + (f" {chance.choice(_HITS)}." if number % 10 == 0 else ".")
            for number in range(80)
        )
        for _ in range(count)
    ]


def main() -> None:
    """Read the options, time both in turn and print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=300, help="pages; default 300")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each; default 5")
    options = parser.parse_args()
    wording = read_wording()
    stems = {s for kind in wording[:3] for rule in kind for s in rule.stems}
    floor = re.compile("|".join(sorted(map(re.escape, stems))))
    taken: dict[str, list[float]] = {"ours": [], "floor": []}
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.md" for number in range(options.pages)]
        for path, text in zip(paths, make_pages(options.pages), strict=True):
            path.write_text(text, "utf-8")
        for _ in range(options.rounds):
            started = time.process_time()
            found = sum(sum(1 for _ in find_wording(p.read_text("utf-8"), wording)) for p in paths)
            taken["ours"].append(time.process_time() - started)
            started = time.process_time()
            for path in paths:
                floor.findall(path.read_text("utf-8").lower())
            taken["floor"].append(time.process_time() - started)
    ours, least = median(taken["ours"]), median(taken["floor"])
    print(f"{options.pages} pages, {found} findings")
    print(f"ours {ours:.2f} s, floor {least:.2f} s: {ours / least:.1f} times the floor")
    limit = LIMIT_SECONDS * options.pages / 300
    print(f"limit {limit:.2f} s: {'kept' if ours <= limit else 'MISSED'}")
    sys.exit(0 if ours <= limit else 1)


if __name__ == "__main__":
    main()
