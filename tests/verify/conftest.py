"""A finished site for every test of this room."""

from pathlib import Path

import pytest

from verify.finished import Site, good_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site without fault, to break."""
    return good_site(tmp_path / "public")
