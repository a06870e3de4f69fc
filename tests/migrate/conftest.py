"""What tests of moving in share."""

from collections.abc import Iterator

import pytest

from migrate.server import Files, serving


@pytest.fixture
def server() -> Iterator[Files]:
    """A server of files on this machine."""
    with serving() as files:
        yield files
