"""Where the browser of the tests comes from, played through with programs that only pretend."""

import shutil
import sys
from pathlib import Path

import pytest

from browser import get_browser

BROWSER = "echo 'Chromium 150'"
SNAP_NOTE = "echo 'This needs the snap.' >&2; exit 1"


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no browser: the only folder in which programs are found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("env", "sh", "chmod"):
        program = shutil.which(name)
        assert program
        (folder / name).symlink_to(program)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(get_browser, "_PLACES", ())
    return folder


def test_the_systems_browser_is_taken(bin_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pretend(bin_folder / "google-chrome", BROWSER)

    assert get_browser.main() == 0
    assert capfd.readouterr().out == f"{bin_folder / 'google-chrome'}\n"


def test_a_browser_that_was_named_comes_first(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(bin_folder / "chromium", BROWSER)
    pretend(tmp_path / "mine", BROWSER)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "mine"))

    assert get_browser.find_browser() == str(tmp_path / "mine")


def test_what_is_there_but_does_not_start_is_passed_over(bin_folder: Path) -> None:
    pretend(bin_folder / "chromium-browser", SNAP_NOTE)
    pretend(bin_folder / "google-chrome", "not-a-program")
    pretend(bin_folder / "google-chrome-stable", BROWSER)

    assert get_browser.find_browser() == str(bin_folder / "google-chrome-stable")


def test_debians_package_is_installed_where_that_is_allowed(bin_folder: Path) -> None:
    pretend_root(bin_folder)
    log, chromium = bin_folder / "log", bin_folder / "chromium"
    install = f"""case $1 in install)
        echo "#!/bin/sh\n{BROWSER}" >{chromium}; chmod 755 {chromium}
    esac"""
    pretend(bin_folder / "apt-get", f'echo "$DEBIAN_FRONTEND $*" >>{log}\n{install}')

    assert get_browser.install_browser() == str(chromium)
    assert log.read_text("utf-8").splitlines() == [
        "noninteractive update",
        "noninteractive install --yes --no-install-recommends chromium",
    ]


def test_without_any_browser_it_fails_and_says_what_to_install(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    log = bin_folder / "log"
    pretend_root(bin_folder)
    pretend(bin_folder / "apt-get", "exit 100")
    pretend(bin_folder / "python", f'echo "$*" >>{log}; exit 1')
    monkeypatch.setattr(sys, "executable", str(bin_folder / "python"))

    assert get_browser.main() == 1
    assert "playwright install" in log.read_text("utf-8")
    said = capfd.readouterr()
    assert said.out == ""
    assert "sudo apt install chromium" in said.err


def pretend(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def pretend_root(folder: Path) -> None:
    pretend(folder / "sudo", 'shift; exec "$@"')
    pretend(folder / "true", "exit 0")
