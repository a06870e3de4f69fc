"""Where the programs of the tests come from, played through with programs that only pretend."""

import shutil
import sys
from pathlib import Path

import pytest

import get_programs


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of CI without the programs: the only folder in which anything is found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("env", "sh", "chmod"):
        program = shutil.which(name)
        assert program
        (folder / name).symlink_to(program)
    pretend(folder / "sudo", 'shift; exec "$@"')
    pretend(folder / "true", "exit 0")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("CI", "true")
    return folder


def test_debians_package_is_installed_once(bin_folder: Path) -> None:
    log, programs = (
        bin_folder / "log",
        " ".join(str(bin_folder / name) for name in get_programs.PACKAGES),
    )
    make = "echo '#!/bin/sh' >$program; chmod 755 $program"
    install = f"case $1 in install) for program in {programs}; do {make}; done;; esac"
    pretend(bin_folder / "apt-get", f'echo "$DEBIAN_FRONTEND $*" >>{log}\n{install}')

    assert [get_programs.main(), get_programs.main()] == [0, 0]
    assert log.read_text("utf-8").splitlines() == [
        "noninteractive update",
        "noninteractive install --yes --no-install-recommends libimage-exiftool-perl gpodder",
    ]


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("1", 1), ("false", 0), ("", 0)])
def test_what_cannot_be_had_is_an_error_in_ci_and_named_everywhere(
    ci: str, code: int, bin_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    pretend(bin_folder / "apt-get", "exit 100")
    monkeypatch.setenv("CI", ci)

    assert get_programs.main() == code
    told = capfd.readouterr().err
    assert all(f"sudo apt install {name}" in told for name in get_programs.PACKAGES.values())


def test_a_machine_without_debians_packages_is_left_alone(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    assert not get_programs.install_packages("gpodder")


def pretend(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
