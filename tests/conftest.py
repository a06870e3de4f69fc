"""What every test runs under: a closed network, a fixed date, and browsers last."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

from station import copy_station, run_radio

BUILD_TIME = "1795251600"  # 2026-11-21T09:00:00Z, so that nothing goes stale in a later year


# A busy machine fails no test, and a run finds what the last one found.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


class NetworkIsClosed(RuntimeError):
    """Something tried to leave this machine. No OSError, so that nothing takes it for a bad line."""


@pytest.fixture(scope="session", autouse=True)
def closed_network() -> Iterator[None]:
    """Refuse every look-up and connection beyond this machine, for the whole run.

    It holds for this process. A child process is a test's own business, and a browser's requests
    are stopped by the fixture `visit`.
    """
    look_up = socket.getaddrinfo

    def look_up_here(host: str | bytes | None, *rest: Any, **options: Any) -> Any:
        _refuse_foreign(host)
        return look_up(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up_here)
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _kept_here(getattr(socket.socket, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def fixed_date() -> Iterator[None]:
    """Make it the morning of 21 November 2026 for every build, also those in a child process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", BUILD_TIME)
        yield


@pytest.fixture(scope="session")
def kindling(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    """The example station, built once for all tests under --strict: its finished site."""
    # Every process of a run has its own folder inside the run's.
    of_the_run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        of_the_run = of_the_run.parent
    folder = of_the_run / "kindling"
    with FileLock(of_the_run / "kindling.lock"):
        if not (folder / "public").is_dir():
            build_kindling(folder)
    return folder / "public"


def build_kindling(folder: Path) -> None:
    """Build the example station in a folder of its own."""
    folder.mkdir(exist_ok=True)
    run = run_radio(copy_station(folder), "build", "--strict")
    if run.returncode:
        pytest.fail(f"The example station does not build:\n{run.stderr}")
    assert str(folder / "public/index.html") in run.stdout


# Outermost: xdist reads the groups in a hook of the same name, and pytest puts together what shares
# a fixture of several values.
@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Put the tests that use a browser at the end, and share the tests out by file.

    From the first of them on, Playwright keeps an event loop running in its thread, so that
    `asyncio.run` no longer works in it. What a file builds for its tests is built once, by the
    process that has the file. Tests of the finished example station have nothing to share.
    """
    for item in items:
        if not (_wants_browser(item) and "kindling" in item.fixturenames):  # type: ignore[attr-defined]
            group = f"{item.path.name} {_wants_browser(item)}"
            item.add_marker(pytest.mark.xdist_group(group))
    yield
    items.sort(key=_wants_browser)


def _wants_browser(item: pytest.Item) -> bool:
    return "chromium" in getattr(item, "fixturenames", ())


def _kept_here(method: Any) -> Any:
    def guarded(own: socket.socket, *arguments: Any) -> Any:
        # The address comes last in `connect(address)` and `sendto(data, flags, address)` alike.
        # A local socket's address is a path, not a host and a port.
        if isinstance(arguments[-1], tuple):
            _refuse_foreign(arguments[-1][0])
        return method(own, *arguments)

    return guarded


def _refuse_foreign(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        if ipaddress.ip_address(name).is_loopback:
            return
    except ValueError:
        pass  # A name, and not ours.
    raise NetworkIsClosed(f"A test tried to reach {name!r}.")
