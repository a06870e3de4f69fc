"""Plain stations with hostile files in them, from `tests/hostile`."""

import json
from pathlib import Path

from sites import EPISODE, PLAIN, SERVICE, write_files

SAMPLES = Path(__file__).parent / "hostile"
PAGES = sorted((SAMPLES / "markdown").glob("*.md"))
STRINGS: dict[str, str] = json.loads((SAMPLES / "feed/strings.json").read_text("utf-8"))
FOLDER = "site/pages/hostile"


def hostile_page(sample: Path) -> bytes:
    """Give a sample as a page that is in order but for its fault.

    Samples with settings get the one that ours need too; the others get settings.
    """
    raw = sample.read_bytes()
    start = b"---\r\n" if raw.removeprefix(b"\xef\xbb\xbf").startswith(b"---\r\n") else b"---\n"
    if raw.removeprefix(b"\xef\xbb\xbf").startswith(b"---"):
        needed = b"summary: A hostile page.\n"
        if b"title:" not in raw:
            needed += b"title: Hostile\n"
        return raw.replace(start, start + needed, 1)
    return b"---\ntitle: Hostile\nsummary: A hostile page.\n---\n" + raw


def write_hostile(root: Path, samples: list[Path]) -> Path:
    """Write a plain station, with these pages added to it."""
    write_files(root, PLAIN, EPISODE, SERVICE)
    folder = root / FOLDER
    folder.mkdir()
    for sample in samples:
        (folder / name_of(sample)).write_bytes(hostile_page(sample))
    return root


def page_of(sample: Path) -> str:
    """Give the address of a sample's page, relative to the site's root."""
    return f"hostile/{name_of(sample).removesuffix('.md')}/"


def name_of(sample: Path) -> str:
    """Give the name of a sample's file in the station; `nul` would be one no computer takes."""
    return f"sample-{sample.name.replace('_', '-')}"
