"""The training pack as a PDF and as a package, in a small station."""

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from pypdf import PdfReader

from recovery_radio.host.build import Failed
from recovery_radio.host.build import build_site as build_whole_site
from sites import EPISODE, PLAIN, build_site, edit, write_files
from training import MODULE, PACK

SECOND = edit(
    MODULE,
    ("gp-training/drinking.md", "gp-training/second.md"),
    ('title: Drinking & "talking"', "title: The second"),
    ("  number: 1", "  number: 2"),
    ("title: Ask about drinking", "title: The second aid"),
    ("reviewed: 2026-11-01", "reviewed: 2026-11-03"),
    ("review_due: 2027-11-01", "review_due: 2027-11-02"),
)
TABLE = """
| Instead of | Try |
|---|---|
| a label | "a person" |

> What she said.

Read on in [the second](second.md), or [elsewhere](../help-now.md).
"""
PDF, PACKAGE = "gp-training/pack.pdf", "gp-training/pack-scorm.zip"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("a"), EPISODE, MODULE + TABLE, SECOND, PACK)


@pytest.fixture(scope="module")
def pdf(public: Path) -> PdfReader:
    return PdfReader(public / PDF, strict=True)


def elements(node: Any) -> Iterator[Any]:
    found = node.get_object()
    if isinstance(found, list):
        for each in found:
            yield from elements(each)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from elements(found["/K"])


def words(text: str) -> str:
    return " ".join(text.split())


def addresses(pdf: PdfReader) -> set[str]:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", ())]
    actions = [note["/A"].get_object() for note in notes if "/A" in note]
    return {action["/URI"] for action in actions if "/URI" in action}


def test_the_pdf_is_tagged_and_says_its_title_and_its_language(pdf: PdfReader) -> None:
    root = pdf.root_object

    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("For GPs", 'Tiny & "small" radio')
    assert pdf.viewer_preferences is not None
    assert pdf.viewer_preferences.display_doctitle
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()


def test_a_screen_reader_meets_headings_lists_tables_and_quotations(pdf: PdfReader) -> None:
    tags = Counter(element["/S"] for element in elements(pdf.root_object["/StructTreeRoot"]["/K"]))

    assert tags["/H1"] == 4  # Two modules, what is in it, and what is on the web.
    assert {"/H2", "/H3", "/P", "/L", "/LI", "/BlockQuote", "/Link", "/TOC"} <= tags.keys()
    assert (tags["/Table"], tags["/TH"], tags["/TD"]) == (1, 2, 2)
    [code] = [e for e in elements(pdf.root_object["/StructTreeRoot"]["/K"]) if e["/S"] == "/Figure"]
    assert code["/Alt"] == "Code to scan: it opens https://tiny.example/gp-training/"


def test_the_bookmarks_are_the_modules_in_their_order(pdf: PdfReader) -> None:
    modules = [entry for entry in pdf.outline if not isinstance(entry, list)]

    assert [entry.title for entry in modules] == ['Drinking & "talking"', "The second"]
    for entry in modules:
        page = pdf.pages[pdf.get_destination_page_number(entry)]
        assert entry.title in words(page.extract_text())


def test_each_desk_aid_has_one_page_to_itself(pdf: PdfReader) -> None:
    texts = [words(page.extract_text()) for page in pdf.pages]

    for title in ("Desk aid 1: Ask about drinking", "Desk aid 2: The second aid"):
        [page] = [text for text in texts[1:] if title in text]
        for line in ("Ask everybody.", "Listen & wait.", "seeing things", "do not say stop"):
            assert line in page
        assert "No clinician has approved it yet." in page
        assert "Answers" not in page


def test_a_desk_aid_says_the_days_of_its_own_module(pdf: PdfReader) -> None:
    texts = [words(page.extract_text()) for page in pdf.pages]

    for title, reviewed, due in (
        ("Desk aid 1: Ask about drinking", "1 November 2026", "1 November 2027"),
        ("Desk aid 2: The second aid", "3 November 2026", "2 November 2027"),
    ):
        [page] = [text for text in texts[1:] if title in text]
        assert f"radio, reviewed {reviewed}." in page
        assert f"Throw it away after {due}." in page


def test_cover_and_foot_say_the_oldest_review(pdf: PdfReader) -> None:
    cover, *others = [words(page.extract_text()) for page in pdf.pages]

    assert "Last reviewed on 1 November 2026. Next review due on 1 November 2027." in cover
    assert sum("Reviewed 1 November 2026." in text for text in others) == len(others)


def test_every_text_of_a_module_is_in_the_pdf(public: Path, pdf: PdfReader) -> None:
    printed = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    [main] = html.parse(public / "gp-training/drinking/index.html").xpath("//main")
    # What leads on, how to press, and what the PDF says in other words.
    for name in ("rr-keep", "rr-onward", "rr-step__after", "rr-how", "rr-kicker", "rr-facts"):
        for part in main.find_class(name):
            part.drop_tree()
    for part in main.xpath(
        ".//nav | .//button | .//section[@class='rr-sources']//li | .//p[@class='rr-review']"
    ):
        part.drop_tree()
    for part in main.find_class("rr-print"):
        part.drop_tree()

    texts = {"".join(text.split()) for text in main.itertext() if text.strip()}
    missing = {text for text in texts if text not in printed}
    assert len(texts) > 40
    assert missing == set()


def test_words_in_another_language_are_marked_as_such(tmp_path: Path) -> None:
    spoken = edit(EPISODE, ("series: stories", "series: stories\nlanguage: pl"))
    welsh = edit(MODULE, ("kind: training", "kind: training\nlanguage: cy"))
    public = build_site(tmp_path, spoken, welsh, PACK)
    reader = PdfReader(public / PDF, strict=True)

    tags = elements(reader.root_object["/StructTreeRoot"]["/K"])
    assert {"cy", "pl"} <= {str(element["/Lang"]) for element in tags if "/Lang" in element}


def test_a_choice_leads_to_the_page_with_what_comes_of_it(pdf: PdfReader) -> None:
    texts = [words(page.extract_text()) for page in pdf.pages]
    told = next(at for at, text in enumerate(texts, 1) if "Well done!” Better not." in text)
    asked = next(text for text in texts if "He shakes in the morning." in text)

    assert f"“Well done!” If you choose B, turn to page {told}" in asked


def test_links_lead_to_the_web_or_stay_in_the_pdf(pdf: PdfReader) -> None:
    found = addresses(pdf)

    assert "https://tiny.example/help-now/" in found
    assert "https://ministry.example/talking" in found
    assert "https://tiny.example/gp-training/second/" in found  # Printed under its desk aid.
    assert not any(address.startswith("../") for address in found)
    [page] = [page for page in pdf.pages if "Read on in the second" in words(page.extract_text())]
    notes = [note.get_object() for note in page["/Annots"]]
    assert any("/Dest" in note or "/D" in note.get("/A", {}) for note in notes)


def test_no_text_is_cut_off_at_the_edge_of_a_page(tmp_path: Path) -> None:
    endless = "x" * 300
    wordy = edit(MODULE, ("He sleeps badly.", f"He sleeps badly. {endless}"))
    public = build_site(tmp_path, EPISODE, wordy, PACK)
    reader = PdfReader(public / PDF)
    width, found = float(reader.pages[0].mediabox.width), 0

    def visit(text: str, user: Any, _matrix: Any, _font: Any, size: float) -> None:
        nonlocal found
        found += text.count("x")
        assert user[4] + len(text.strip()) * size * 0.3 < width

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert found >= 300


def test_both_files_are_the_same_at_every_build(public: Path, tmp_path: Path) -> None:
    again = build_site(tmp_path, EPISODE, MODULE + TABLE, SECOND, PACK)

    for path in (PDF, PACKAGE):
        before, after = ((each / path).read_bytes() for each in (public, again))
        assert hashlib.sha256(before).hexdigest() == hashlib.sha256(after).hexdigest(), path


def test_both_files_are_dated_by_the_newest_review(public: Path, pdf: PdfReader) -> None:
    assert pdf.metadata is not None
    assert str(pdf.metadata.creation_date) == "2026-11-03 00:00:00+00:00"
    with zipfile.ZipFile(public / PACKAGE) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 3, 0, 0, 0)}


def test_the_manifest_lists_what_is_in_the_package_and_each_module_once(public: Path) -> None:
    with zipfile.ZipFile(public / PACKAGE) as package:
        names = package.namelist()
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
    listed = [str(href) for href in manifest.xpath("//*[local-name()='file']/@href")]

    assert names[0] == "imsmanifest.xml"
    assert sorted(listed) == sorted(names[1:])
    titles = manifest.xpath("//*[local-name()='item']/*[local-name()='title']/text()")
    assert titles == ['1. Drinking & "talking"', "2. The second"]
    assert set(manifest.xpath("//*[local-name()='masteryscore']/text()")) == {"80"}


def test_the_page_of_the_pack_leads_to_both_with_their_sizes(public: Path) -> None:
    [main] = html.parse(public / "gp-training/index.html").xpath("//main")
    links = {link.get("href"): words(link.getparent().text_content()) for link in main.iter("a")}

    kilobytes = round((public / PDF).stat().st_size / 1_000_000, 1)
    assert f"({kilobytes} MB)" in links[f"../{PDF}"]
    assert "SCORM 1.2, " in links[f"../{PACKAGE}"]


def test_a_station_without_modules_has_neither(tmp_path: Path) -> None:
    public = build_site(tmp_path, PACK)

    assert not (public / PDF).exists()
    assert not (public / PACKAGE).exists()


def test_an_approved_pack_does_not_say_that_nobody_approved_it(tmp_path: Path) -> None:
    approved = edit(MODULE, ("review_due:", "approved_by: Dr A. Example, GP\nreview_due:"))
    public = build_site(tmp_path, EPISODE, approved, PACK)
    text = words(" ".join(page.extract_text() for page in PdfReader(public / PDF).pages))

    assert "Approved by Dr A. Example, GP." in text
    assert "o clinician has approved" not in text


def test_a_station_may_draw_its_pdf_in_its_own_way(public: Path, tmp_path: Path) -> None:
    template = files("recovery_radio") / "theme/radio/pack.typ"
    looks = template.read_text("utf-8").replace('rgb("#0f4c4a")', 'rgb("#123456")')
    own = f"-- site/theme/radio/pack.typ --\n{looks}"
    theme = ("theme: {name: material", "theme: {name: material, custom_dir: site/theme")
    write_files(tmp_path, edit(PLAIN, theme), EPISODE, MODULE + TABLE, SECOND, PACK, own)
    build_whole_site(tmp_path / "mkdocs.yml", tmp_path / "public", strict=True)

    assert (tmp_path / "public" / PDF).read_bytes() != (public / PDF).read_bytes()
    assert not list(tmp_path.glob("public/radio/*"))


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("He sleeps badly.", "site/pages/gp-training/second.md"),
        ("title: The second\n", "site/pages/gp-training/second.md"),
        ("summary: Ask, and", "site/pages/gp-training/second.md"),
        ("{title: Talking", "site/pages/gp-training/second.md"),
        ("Thank you.", "episodes/first-steps/transcript.vtt"),
        ("title: For GPs", "site/pages/gp-training/index.md"),
    ],
)
def test_a_letter_that_cannot_be_printed_is_told_to_the_author(
    said: str, path: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    changed = f"{said.rstrip()} \U0001f634{said[len(said.rstrip()) :]}"
    with pytest.raises(Failed):
        build_site(
            tmp_path, *(each.replace(said, changed) for each in (EPISODE, SECOND, PACK)), MODULE
        )

    assert (
        f"{path}:1: The PDF of the training pack cannot show "
        "'\U0001f634'. No typeface that it may use has that. Say it in words. [no-pdf]"
    ) in caplog.text


def test_a_letter_of_the_station_is_not_blamed_on_a_module(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    named = edit(PLAIN, ('"small" radio', '"small" \U0001f634'))
    write_files(tmp_path, named, EPISODE, MODULE, PACK)
    with pytest.raises(Failed):
        build_whole_site(tmp_path / "mkdocs.yml", tmp_path / "public", strict=True)

    assert (
        "mkdocs.yml:1: The PDF of the training pack cannot show '\U0001f634'. "
        "It is in the words of the interface or of the station"
    ) in caplog.text


def test_what_nests_too_deeply_to_be_drawn_is_told_to_the_author(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    deep = "".join(f"{'    ' * level}- level {level}\n" for level in range(40))
    with pytest.raises(Failed):
        build_site(tmp_path, EPISODE, f"{MODULE}\n{deep}", PACK)

    assert (
        "site/pages/gp-training/index.md:1: The PDF of the training pack cannot be drawn: "
    ) in caplog.text
    assert "[no-pdf]" in caplog.text
