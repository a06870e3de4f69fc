"""Pages on recovery: what each shows beside its words."""

from pathlib import Path

from lxml import html

from recovery_radio.read.wording import read_wording
from sites import EPISODE, SERVICE, build_site

GUIDE = """
-- site/pages/recovery/words.md --
---
title: Words
summary: What to say instead.
---
Choose one row.
"""


def test_the_word_guide_is_the_table_of_the_check_and_passes_it(tmp_path: Path) -> None:
    # Under --strict a single judging word of the station's own would stop the build.
    public = build_site(tmp_path, GUIDE, SERVICE, EPISODE)

    rows = html.parse(public / "recovery/words/index.html").xpath("//tbody/tr")
    wording = read_wording()
    assert len(rows) == len(wording.judging) + len(wording.promises)
    first = [" ".join(cell.text_content().split()) for cell in rows[0]]
    assert first[0] == "“an addict”“addicts”"
    assert first[1].startswith("Better: Write what people do")
    assert first[2].startswith("Because: It makes a whole person")


def test_a_station_without_these_pages_has_none_of_them(tmp_path: Path) -> None:
    assert not (build_site(tmp_path, SERVICE) / "recovery").exists()


def test_the_pack_leaves_out_places_where_there_are_none(tmp_path: Path) -> None:
    page = (
        "-- site/pages/recovery/leaving-prison.md --\n---\ntitle: Out\nsummary: A pack.\n---\nGo."
    )
    public = build_site(tmp_path, page)

    text = (public / "recovery/leaving-prison/index.html").read_text("utf-8")
    assert 'id="numbers"' in text
    assert 'id="places"' not in text
