"""Addresses of pages."""

import pytest

from recovery_radio.model.page import Page
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
