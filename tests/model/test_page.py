"""Addresses of pages."""

import pytest

from recovery_radio.model.page import Claim, Mark, NamedSource, Page
from recovery_radio.model.problem import Origin


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("gp-training/index.md", "gp-training/"),
        ("gp-training/stigma.md", "gp-training/stigma/"),
        ("deep/er/index.md", "deep/er/"),
        ("my-index.md", "my-index/"),
    ],
)
def test_the_address_of_a_page_follows_from_its_path(path: str, url: str) -> None:
    page = Page(origin=Origin(path, {}), title="A", summary="B", path=path, text="", text_line=1)

    assert page.url == url


def test_clinicians_of_single_claims_are_named_beside_the_pages_own() -> None:
    origin = Origin("a.md", {})
    claims = {
        f"claim-{number}": Claim(sources=("leaflet",), approved_by=name)
        for number, name in enumerate(["Pharmacist", "GP", None, "Pharmacist", "Nurse"])
    }
    page = Page(
        origin=origin, title="A", summary="B", path="a.md", text="", text_line=1,
        claims=claims, approved_by="GP",
    )  # fmt: skip

    assert page.approvers == ("Pharmacist", "Nurse")


def test_a_claim_counts_its_sources_in_the_order_of_the_page() -> None:
    read = {
        "title": "A",
        "publisher": "B",
        "year": 2026,
        "url": "https://a.example/",
        "looked_up": "2026-11-01",
    }
    page = Page(
        origin=Origin("a.md", {}), title="A", summary="B", path="a.md", text="", text_line=1,
        sources=tuple(NamedSource(id=key, **read) for key in ("one", None, "three")),
        claims={
            "here": Claim(sources=("three", "one"), nations=("SCT",)),
            "everywhere": Claim(sources=("one",), nations=("NIR", "ENG", "SCT", "WLS")),
        },
    )  # fmt: skip

    assert page.marks == {"here": Mark((3, 1), ("SCT",)), "everywhere": Mark((1,))}
