"""A tiny station with a search, and with programmes of several ages."""

from pathlib import Path

import pytest

from recovery_radio.render import search_parts
from sites import EPISODE, PLAIN, SERVICE, build_site, edit

SEARCHED = edit(PLAIN, ("  - radio/directory\n", "  - radio/directory\n  - radio/search\n"))
_SPOKEN = {2021: "lighthouse", 2022: "saxophone", 2023: "marmalade", 2024: "hedgehog"}
"""A word that is said in the programme of a year, and nowhere else."""


def programme(year: int, spoken: str) -> str:
    """Write a programme in which one word is said after a minute, and its year is in the title."""
    return edit(
        EPISODE,
        ("episodes/first-steps/", f"episodes/of-{year}/"),
        ('title: Steps & "hope"', f"title: The programme of {year}"),
        ("2026-03-12", f"{year}-03-12"),
        ("approved: 2026-03-01", f"approved: {year}-03-01"),
        ("3f1c2b1e-2222", f"3f1c2b1e-{year}"),
        (
            "<v Guest>Thank you.\n",
            f"<v Guest>Thank you.\n\n01:05.000 --> 01:09.000\n<v Host>A {spoken}!\n",
        ),
    )


def build_aged_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a station of four programmes: the newest is recent, the others make two parts."""
    monkeypatch.setattr(search_parts, "RECENT", 1)
    monkeypatch.setattr(search_parts, "PER_PART", 2)
    programmes = [programme(year, spoken) for year, spoken in _SPOKEN.items()]
    return build_site(root, SEARCHED, *programmes, SERVICE)
