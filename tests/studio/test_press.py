"""Drawing a tree as a PDF, with a template of a few lines."""

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from recovery_radio.studio import press as studio_press
from recovery_radio.studio.press import Document, Unprintable, keep_pdf, print_pdf

TEMPLATE = """
#let pack = json(bytes(sys.inputs.pack))
#set document(title: pack.title, author: pack.author)
#set text(lang: pack.language, region: pack.region, font: ("Cabin", "Libertinus Serif"))
= #pack.title
#let draw(leaf) = if type(leaf) == str { text(leaf) } else { leaf.kids.map(draw).join() }
#draw(pack.body)
"""
DOCUMENT = Document(
    template=TEMPLATE,
    body={"tag": "p", "kids": ["one"]},
    drawings={},
    title='Words & "signs"',
    author="Tiny",
    language="en-GB",
    dated=date(2026, 11, 1),
)


def press(*texts: Any, **changes: Any) -> bytes:
    body = {"tag": "p", "kids": list(texts)}
    return print_pdf(DOCUMENT._replace(body=body, **changes))


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def test_what_is_typed_is_drawn_and_never_run() -> None:
    typed = '#import "x" *not bold* [x] \\ $1$ <label> @ref'
    pdf = read(press(typed))

    assert typed in pdf.pages[0].extract_text()
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == (DOCUMENT.title, "Tiny")


def test_letters_of_many_languages_are_drawn() -> None:
    text = "Ŵyl ŷ, Łódź, İstanbul, Việt, Ελλάδα, Київ, 10 €, ½, “quote” – it’s"

    assert text in read(press(text)).pages[0].extract_text()


@pytest.mark.parametrize(("tag", "shown"), [("en-GB", "en-GB"), ("cy", "cy"), ("zh-Hant-TW", "zh")])
def test_the_language_is_named(tag: str, shown: str) -> None:
    pdf = read(press("x", language=tag))

    assert pdf.root_object["/Lang"] == shown


def test_a_letter_that_no_typeface_has_is_named() -> None:
    with pytest.raises(Unprintable) as caught:
        press("Sleep \U0001f634")

    assert caught.value.letters == "\U0001f634"


def test_what_nests_too_deeply_is_refused() -> None:
    leaf: Any = "deep"
    for _ in range(200):
        leaf = {"tag": "b", "kids": [leaf]}

    with pytest.raises(Unprintable, match="recursion"):
        press(leaf)


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        studio_press, "_PRESS", (sys.executable, "-c", "import time; time.sleep(60)")
    )
    monkeypatch.setattr(studio_press, "_PATIENCE", 0.5)

    with pytest.raises(Unprintable, match=r"not done after 0\.5 seconds"):
        press("x")


def test_what_the_machine_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    end = "import os, sys; sys.stdin.read(); os.kill(os.getpid(), 9)"
    monkeypatch.setattr(studio_press, "_PRESS", (sys.executable, "-c", end))

    with pytest.raises(Unprintable, match="ended it with signal 9"):
        press("x")


def test_the_same_document_gives_the_same_bytes_and_another_day_gives_others() -> None:
    assert press("x") == press("x")
    assert press("x") != press("x", dated=date(2026, 11, 2))


def test_nothing_outside_the_document_can_be_read() -> None:
    with pytest.raises(Unprintable):
        press("x", template=TEMPLATE + '#read("/etc/hostname")')


def test_what_was_drawn_before_is_kept_and_what_changed_is_drawn_anew(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    made = keep_pdf(folder, DOCUMENT)
    [kept] = folder.iterdir()
    assert made == kept.read_bytes() == print_pdf(DOCUMENT)

    kept.write_bytes(b"remembered")
    assert keep_pdf(folder, DOCUMENT) == b"remembered"

    other = DOCUMENT._replace(title="Other")
    assert read(keep_pdf(folder, other)).pages[0].extract_text()
    [kept] = folder.iterdir()
    assert kept.read_bytes() != b"remembered"


def test_a_folder_that_cannot_be_written_holds_up_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")

    assert keep_pdf(tmp_path / "kept", DOCUMENT).startswith(b"%PDF")
