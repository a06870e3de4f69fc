"""PDF files of a finished site."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from recovery_radio.model.problem import Problem
from recovery_radio.studio.press import Document, print_pdf
from recovery_radio.verify.site import verify_site
from verify.finished import URL, Site

PACK = "gp-training/pack.pdf"
TEMPLATE = """
#let pack = json(bytes(sys.inputs.pack))
#set document(title: pack.title)
#set text(lang: "en")
= #pack.title
#for kid in pack.body.kids { if kid.starts-with("https:") or kid.starts-with("http:") or kid.starts-with("tel:") or kid.starts-with("java") { link(kid)[here] } else { par(kid) } }
"""
NUMBERS = frozenset({"999", "116123"})


def document(*texts: str) -> bytes:
    return print_pdf(
        Document(TEMPLATE, {"kids": list(texts)}, {}, "Pack", "Tiny", "en-GB", date(2026, 11, 1))
    )


def found(site: Site, pdf: bytes, path: str = PACK) -> list[Problem]:
    site.write(path, pdf)
    return [p for p in verify_site(site.root, URL, NUMBERS) if p.path == path]


def changed(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(document("Words.")))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drop(name: str) -> Callable[[PdfWriter], None]:
    return lambda writer: writer.root_object.__delitem__(NameObject(name))


def deny(part: str, name: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        writer.root_object[part][NameObject(name)] = BooleanObject(False)  # type: ignore[index]

    return change


def act(writer: PdfWriter) -> None:
    action = {"/S": "/JavaScript", "/JS": "app.alert(1)"}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): TextStringObject(value) for key, value in action.items()}
    )


def test_a_tagged_document_with_known_numbers_and_addresses_has_no_fault(site: Site) -> None:
    pdf = document(
        "Ring 999, or 116 123.",
        "https://other.example/",
        f"{URL}about/",
        "tel:116123",
    )

    assert found(site, pdf) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (drop("/MarkInfo"), "has no tags"),
        (drop("/StructTreeRoot"), "has no tags"),
        (drop("/Lang"), "does not name its language"),
        (drop("/ViewerPreferences"), "the name of its file"),
        (lambda writer: setattr(writer, "metadata", None), "has no title"),
        (deny("/ViewerPreferences", "/DisplayDocTitle"), "the name of its file"),
        (deny("/MarkInfo", "/Marked"), "has no tags"),
    ],
)
def test_a_document_that_a_screen_reader_cannot_use_is_a_fault(
    change: Callable[[PdfWriter], None], what: str, site: Site
) -> None:
    [problem] = found(site, changed(change))

    assert (problem.line, problem.code) == (1, "untagged-pdf")
    assert what in problem.what


def test_a_document_that_does_something_by_itself_is_a_fault(site: Site) -> None:
    [problem] = found(site, changed(act))

    assert problem.code == "live-pdf"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 0300 123 6601.", "unknown-number"),
        ("tel:03001236601", "unknown-number"),
        ("http://other.example/", "plain-http"),
        ("javascript:alert(1)", "unsafe-scheme"),
        (f"{URL}gone/", "dead-link"),
    ],
)
def test_numbers_and_addresses_in_a_document_are_held_to_the_rules_of_pages(
    text: str, code: str, site: Site
) -> None:
    [problem] = found(site, document("Words.", text))

    assert (problem.line, problem.code) == (1, code)


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\n", b"<p>", document("Words.")[:-3000]])
def test_what_is_no_document_is_a_fault(broken: bytes, site: Site) -> None:
    [problem] = found(site, broken)

    assert problem.code == "broken-pdf"


def test_documents_lie_only_where_we_put_one(site: Site) -> None:
    [problem] = found(site, document("Words."), "uploads/leaflet.pdf")

    assert problem.code == "stray-file"
