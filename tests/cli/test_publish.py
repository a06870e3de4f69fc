"""Publishing under real kills: the site that is up is always one whole site."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recovery_radio.cli.publish import publish
from recovery_radio.model.problem import Problem

PLUGINS = Path(__file__).parents[2] / "plugins"
PROBLEM = Problem("a.md", 1, "It is wrong.", "Write it right.", "wrong")
FILES = 300
# A system without the exchange of two folders: macOS, Windows, some network disks.
NO_EXCHANGE = """
import ctypes
def refuse(*args, **kwargs): raise OSError
ctypes.CDLL = refuse
"""
BUILD_FOR_EVER = """
import itertools, os, sys
from pathlib import Path
from recovery_radio.cli.publish import publish

def build_into(folder):
    for number in range({files}):
        file = folder / f"{{number % 10}}" / f"{{number}}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(generation)
    (folder / "index.html").write_text(generation)
    return []

for count in itertools.count():
    generation = f"{{os.getpid()}}-{{count}}"
    assert publish(Path(sys.argv[1]), build_into) == []
    print(generation, flush=True)
"""


def writes(words: str) -> Callable[[Path], list[Problem]]:
    def build_into(folder: Path) -> list[Problem]:
        (folder / "index.html").write_text(words)
        return []

    return build_into


def fails(folder: Path) -> list[Problem]:
    (folder / "index.html").write_text("half")
    return [PROBLEM]


def breaks(folder: Path) -> list[Problem]:
    (folder / "index.html").write_text("half")
    raise KeyboardInterrupt


def beside(public: Path) -> list[str]:
    return sorted(path.name for path in public.parent.iterdir())


def views(public: Path) -> set[str]:
    """Which builds the files of a site come from; a set of one for a site that is not mixed."""
    assert len(list(public.rglob("*.html"))) == FILES + 1
    return {path.read_text() for path in public.rglob("*.html")}


def start_building(public: Path, before: str = "") -> subprocess.Popen[str]:
    program = before + BUILD_FOR_EVER.format(files=FILES)
    return subprocess.Popen(
        [sys.executable, "-c", program, str(public)],
        env=os.environ | {"PYTHONPATH": str(PLUGINS)},
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_builds(public: Path, before: str, times: int) -> Iterator[None]:
    """Kill a row of builds at random moments, each after its first site is up."""
    moments = random.Random(2026)
    for _ in range(times):
        with start_building(public, before) as process:
            assert process.stdout
            assert process.stdout.readline()
            time.sleep(moments.uniform(0, 0.06))
            process.kill()
        assert process.returncode == -signal.SIGKILL
        yield


def test_a_site_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    public = tmp_path / "site & more" / "public"

    assert publish(public, writes("first")) == []
    (public / "old.html").touch()
    assert publish(public, writes("second")) == []

    assert [path.name for path in public.iterdir()] == ["index.html"]
    assert (public / "index.html").read_text() == "second"
    assert beside(public) == ["public"]


def test_without_an_exchange_two_renames_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("ctypes.CDLL", refuse)
    public = tmp_path / "public"

    assert publish(public, writes("first")) == []
    assert publish(public, writes("second")) == []

    assert (public / "index.html").read_text() == "second"
    assert beside(public) == ["public"]


def test_the_folder_is_as_readable_as_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()

    publish(tmp_path / "public", writes("first"))

    assert (tmp_path / "public").stat().st_mode == plain.stat().st_mode


def test_a_build_with_problems_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(public, writes("first"))
    inode = public.stat().st_ino

    assert publish(public, fails) == [PROBLEM]

    assert (public / "index.html").read_text() == "first"
    assert public.stat().st_ino == inode
    assert beside(public) == ["public"]


def test_a_build_that_is_interrupted_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(public, writes("first"))

    with pytest.raises(KeyboardInterrupt):
        publish(public, breaks)

    assert (public / "index.html").read_text() == "first"
    assert beside(public) == ["public"]


def test_a_first_build_with_problems_leaves_nothing(tmp_path: Path) -> None:
    assert publish(tmp_path / "public", fails) == [PROBLEM]

    assert list(tmp_path.iterdir()) == []


def test_a_site_that_was_moved_away_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(public, writes("first"))
    public.rename(tmp_path / ".public-old")
    (tmp_path / ".public-new-0123abcd").mkdir()

    assert publish(public, fails) == [PROBLEM]

    assert (public / "index.html").read_text() == "first"
    assert beside(public) == ["public"]


def test_only_leftovers_of_builds_of_this_folder_are_swept(tmp_path: Path) -> None:
    names = [".public-notes", ".public-new", ".other-new-0123abcd", "public-new-0123abcd"]
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / ".public-new-0123abcd").mkdir()

    publish(tmp_path / "public", writes("first"))

    assert beside(tmp_path / "public") == sorted([*names, "public"])


@pytest.mark.parametrize("names", [["thesis.odt"], ["index.html", ".git"]])
def test_a_folder_that_is_no_site_of_ours_is_left_alone(tmp_path: Path, names: list[str]) -> None:
    public = tmp_path / "documents"
    public.mkdir()
    for name in names:
        (public / name).write_text("mine")

    (problem,) = publish(public, writes("first"))

    assert str(problem) == (
        "documents:1: This is not a site that was built here, so it is left alone. "
        "Name another folder as `site_dir` in `mkdocs.yml`, or move this one away. [not-a-site]"
    )
    assert sorted(path.name for path in public.iterdir()) == sorted(names)
    assert (public / names[0]).read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("mine")

    (problem,) = publish(tmp_path / "public", writes("first"))

    assert problem.code == "not-a-site"
    assert (tmp_path / "public").read_text() == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()

    assert publish(tmp_path / "public", writes("first")) == []

    assert (tmp_path / "public/index.html").read_text() == "first"


def test_a_link_goes_on_to_name_the_folder(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "public").symlink_to("www")

    publish(tmp_path / "public", writes("first"))

    assert (tmp_path / "public").is_symlink()
    assert (tmp_path / "www/index.html").read_text() == "first"


def test_builds_at_the_same_time_wait_for_each_other(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    at_work: list[str] = []

    def build_into(folder: Path) -> list[Problem]:
        assert not at_work, "another build is at work"
        at_work.append("me")
        time.sleep(0.1)
        at_work.pop()
        return writes("whole")(folder)

    threads = [
        threading.Thread(target=publish, args=(tmp_path / "public", build_into)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (tmp_path / "public/index.html").read_text() == "whole"
    assert "Waiting for another build of this station to end." in capfd.readouterr().err


def test_a_kill_at_any_moment_leaves_one_whole_site(tmp_path: Path) -> None:
    public = tmp_path / "public"
    cut_short = 0

    for _ in killed_builds(public, "", times=20):
        assert len(views(public)) == 1
        cut_short += len(beside(public)) - 1

    assert cut_short > 5, "the kills must hit builds at work"
    publish(public, writes("last"))
    assert beside(public) == ["public"]


def test_a_kill_between_two_renames_is_mended_by_the_next_build(tmp_path: Path) -> None:
    public = tmp_path / "public"

    for _ in killed_builds(public, NO_EXCHANGE, times=10):
        assert publish(public, fails) == [PROBLEM]
        assert len(views(public)) == 1
        assert beside(public) == ["public"]


def test_a_reader_never_finds_the_site_missing(tmp_path: Path) -> None:
    public = tmp_path / "public"

    with start_building(public) as process:
        assert process.stdout
        seen = {process.stdout.readline().strip()}
        while len(seen) < 6:
            seen.add((public / "index.html").read_text())
        process.kill()

    assert all(view.startswith(f"{process.pid}-") for view in seen)
