"""Where ffmpeg is found: the system's first, then the package's, then nowhere."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_radio.read.ffmpeg import find_ffmpeg


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Ask anew in each test, and leave no answer of theirs behind."""
    find_ffmpeg.cache_clear()
    yield
    find_ffmpeg.cache_clear()


def program(folder: Path, says: str, code: int = 0) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def no_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.delenv("IMAGEIO_FFMPEG_EXE", raising=False)


@pytest.mark.skipif(os.name == "nt", reason="the programs made here are scripts of a shell")
def test_the_systems_own_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(tmp_path / "bin", "libmp3lame libopus")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert find_ffmpeg("libmp3lame", "libopus") == str(own)


def test_without_one_the_packages_own_is_taken_and_it_works(no_system: None) -> None:
    found = find_ffmpeg("libmp3lame", "libopus", "aac")

    assert found is not None
    assert Path(found).is_file()
    assert "imageio_ffmpeg" in found


@pytest.mark.skipif(os.name == "nt", reason="the programs made here are scripts of a shell")
@pytest.mark.parametrize(("says", "code"), [("only aac", 0), ("libmp3lame", 1)])
def test_one_that_does_not_start_or_lacks_an_encoder_is_passed_over(
    says: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = program(tmp_path / "bin", says, code)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert find_ffmpeg("libmp3lame") not in (None, str(own))


def test_where_there_is_none_nothing_is_found(
    no_system: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "gone"))

    assert shutil.which("ffmpeg") is None
    assert find_ffmpeg() is None
