"""The generators that we stand beside, each with the benchmark's words and settings of its own.

    python benchmarks/peers.py FOLDER --episodes 1000 --variants minimal hugo

Makes `FOLDER/minimal`, `FOLDER/hugo` and so on, ready to build. What surrounds the text is about
as small as it can be, but for Material's own; it lies in `generators/`. Hugo and Eleventy also
write a feed; plain MkDocs and Material do not.
"""

import argparse
import shutil
from pathlib import Path

import yaml
from documents import make_documents

SETTINGS = Path(__file__).parent / "generators"
PAGES = {"minimal": "docs", "material": "docs", "hugo": "content", "eleventy": "docs"}
"""Where each generator wants its pages."""


def write_sites(root: Path, episodes: int, variants: list[str]) -> None:
    """Write one folder for each variant.

    Args:
        root: Where to put the folders.
        episodes: How many episodes; there are half as many services.
        variants: Some of `PAGES`.
    """
    for variant in variants:
        shutil.copytree(SETTINGS / variant, root / variant)
    for document in make_documents(episodes):
        front = yaml.dump(document.settings, Dumper=yaml.CSafeDumper, allow_unicode=True)
        text = f"---\n{front}---\n\n{document.text}"
        for variant in variants:
            path = Path(document.path)
            if variant == "hugo" and path.name == "index.md":
                # To Hugo, `index.md` is a page without children.
                path = path.with_name("_index.md")
            file = root / variant / PAGES[variant] / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


def main() -> None:
    """Write the sites from the command line."""
    parser = argparse.ArgumentParser(description="Write the sites of the other generators.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--episodes", type=int, default=1000)
    parser.add_argument("--variants", nargs="+", choices=PAGES, default=list(PAGES))
    options = parser.parse_args()
    write_sites(options.folder, options.episodes, options.variants)


if __name__ == "__main__":
    main()
