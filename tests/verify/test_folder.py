"""Which files may lie in a finished site, and which file a path leads to."""

import pytest

from recovery_radio.verify.folder import is_expected, is_pagefind
from verify.finished import PAGEFIND, Site


@pytest.mark.parametrize("name", PAGEFIND)
def test_the_files_that_pagefind_writes_are_known(name: str) -> None:
    assert is_pagefind(f"pagefind/{name}")
    assert is_expected(f"pagefind/{name}")
    assert not is_pagefind(name)


@pytest.mark.parametrize(
    "name",
    ["pagefind-ui.js", "pagefind-ui.css", "older-1/pagefind.js", "older-a/pagefind-entry.json"],
)
def test_files_that_no_page_of_ours_loads_are_none_of_pagefind_s(name: str) -> None:
    assert not is_expected(f"pagefind/{name}")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.html"),
        ("about/", "about/index.html"),
        ("about", "about/index.html"),
        ("about/index.html", "about/index.html"),
        ("cover.png", "cover.png"),
        ("cover.png/", None),
        ("About/", None),
        ("assets/", None),
        ("lost", None),
    ],
)
def test_a_path_leads_to_the_file_that_a_host_would_serve(
    site: Site, path: str, file: str | None
) -> None:
    assert site.folder().find(path) == file
