"""The conditions that tests run under really hold."""

import os
import socket
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest


@pytest.mark.parametrize(
    "address", ["http://radio.example/", "http://192.0.2.1/", "https://[2001:db8::1]/"]
)
def test_nothing_beyond_this_machine_can_be_reached(address: str) -> None:
    with pytest.raises(RuntimeError, match="A test tried to reach"):
        urlopen(address, timeout=5)


def test_no_datagram_leaves_this_machine() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        pytest.raises(RuntimeError, match=r"192\.0\.2\.1"),
    ):
        sender.sendto(b"hello", ("192.0.2.1", 53))


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("localhost", port), timeout=5) as client:
            assert client.getpeername()[1] == port


def test_the_date_is_the_same_in_every_year() -> None:
    build_time = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)

    assert build_time == datetime(2026, 11, 21, 9, tzinfo=UTC)
