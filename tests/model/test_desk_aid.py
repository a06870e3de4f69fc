"""How much of a side of A4 a desk aid takes; tests/browser/test_modules.py prints some."""

from pathlib import Path

import pytest

from recovery_radio.model.desk_aid import SIDE, height_of, size_of
from recovery_radio.model.page import Page
from sites import EPISODE, edit, read_station
from training import MODULE

LINE = "lines: [do not say stop at once]"


def page_of(root: Path, lines: list[str]) -> Page:
    text = edit(MODULE, (LINE, f"lines: [{', '.join(lines)}]"))
    hub, problems = read_station(root, EPISODE, text)
    assert problems == []
    return next(page for page in hub.pages if page.module)


@pytest.mark.parametrize(
    ("lines", "size"),
    [(["do not " + "a " * 15] * 12, "large"), (["do not " + "a " * 45] * 12, "medium"), (["do not " + "a " * 52] * 12, "small")],
)  # fmt: skip
def test_letters_are_the_largest_that_fit(lines: list[str], size: str, tmp_path: Path) -> None:
    page = page_of(tmp_path, lines)

    assert size_of(page) == size
    assert height_of(page, size) <= SIDE
    heights = [height_of(page, each) for each in ("large", "medium", "small")]
    assert heights == sorted(heights, reverse=True)


def test_what_is_not_printed_takes_no_room(tmp_path: Path) -> None:
    plain = page_of(tmp_path / "plain", ["do not advise stopping at once too early"])
    words = "'do not advise **[stopping at once](../help-now.md)**[^sudden-stop] too early'"
    marked = page_of(tmp_path / "marked", [words])

    assert height_of(marked) == height_of(plain)


def test_a_page_that_is_no_module_has_no_desk_aid(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path)

    assert height_of(hub.pages[0]) == 0
