"""Pictures: one sentence for each that cannot be published."""

import io
from pathlib import Path

import pytest
from PIL import Image

from read.samples import HOSTILE, png
from recovery_radio.read.picture import check_pictures
from recovery_radio.read.recording import measure_all

NOT_A_PICTURE = "This is not a picture, or it is damaged."
EXPECTED = {
    "author_text.png": None,
    "empty.png": "The picture is empty.",
    "html_renamed.jpg": NOT_A_PICTURE,
    "script.svg": NOT_A_PICTURE,
    "trailer.png": None,
    "truncated.jpg": "The picture ends before its header says.",
    "ztxt_bomb.png": "The picture holds packed text that nobody sees.",
}


@pytest.mark.parametrize("name", sorted(p.name for p in (HOSTILE / "image").iterdir()))
def test_a_hostile_picture_gets_one_sentence(name: str) -> None:
    problems = check_pictures(HOSTILE, [f"image/{name}"])

    found = [(p.path, p.line, p.what, p.code) for p in problems]
    if what := EXPECTED[name]:
        assert found == [(f"image/{name}", 1, what, "bad-picture")]
    else:
        assert found == []


def test_the_others_in_a_batch_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "2.png").write_bytes(png(30, 20))
    (tmp_path / "3.png").write_bytes(png(4001, 20))

    problems = check_pictures(tmp_path, ["1.png", "2.png", "3.png", "gone.png"])

    assert [str(problem) for problem in sorted(problems)] == [
        "1.png:1: The picture ends before its header says. "
        "Save it again as PNG or JPEG, and replace this file. [bad-picture]",
        "3.png:1: The picture is too large. "
        "Make it at most 4000 pixels wide and high, and 3 MB. [bad-picture]",
        "gone.png:1: The picture cannot be opened. "
        "Check its name, and that you may read it. [bad-picture]",
    ]


def test_a_picture_of_another_kind_than_its_name_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG")
    (tmp_path / "cover.png").write_bytes(buffer.getvalue())

    assert [str(problem) for problem in check_pictures(tmp_path, ["cover.png"])] == [
        "cover.png:1: The name ends in `.png`, but the picture is of the kind `.jpg`. "
        "Rename it to end in `.jpg`. [bad-picture]"
    ]


def test_pictures_and_recordings_may_share_a_memory(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    cache = tmp_path / "measured.json"
    assert check_pictures(tmp_path, ["a.png"], cache) == []
    measure_all(tmp_path, [], cache)
    written = cache.stat().st_mtime_ns

    assert check_pictures(tmp_path, ["a.png"], cache) == []
    assert cache.stat().st_mtime_ns == written
