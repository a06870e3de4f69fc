"""The process with limits that looks into files, and what is remembered of its answers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from read.samples import FRAME_SECONDS, id3, id3_bomb, id3_frame, mp3
from recovery_radio.read import guard
from recovery_radio.read.probe import MEMORY_BYTES
from recovery_radio.read.recording import measure_all

GREEDY = {
    "1 GB packed into 1 MB": id3(id3_bomb(1000)) + mp3(),
    "a tag of two million empty parts": id3(id3_frame(b"TPE1", bytes(2_000_001))) + mp3(),
}
MEASURE = """
import resource, sys
from pathlib import Path
from recovery_radio.read.recording import measure_all
print(measure_all(Path(sys.argv[1]), ["greedy.mp3"])[1][0])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
@pytest.mark.parametrize("data", GREEDY.values(), ids=GREEDY)
def test_a_greedy_recording_is_given_up_in_five_seconds_and_400_mb(
    data: bytes, tmp_path: Path
) -> None:
    assert len(data) < 2_100_000
    (tmp_path / "greedy.mp3").write_bytes(data)

    # In a process of its own, since a process knows only the most that any of its children used.
    command = [sys.executable, "-c", MEASURE, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)

    message, used = result.stdout.splitlines()
    cpu_seconds, peak_bytes = map(float, used.split())
    assert message == (
        "greedy.mp3:1: Reading the recording's tags takes too much time or memory. "
        "Export it again without tags and pictures, and replace this file. [bad-recording]"
    )
    assert cpu_seconds < 5
    assert peak_bytes < MEMORY_BYTES


def test_a_heap_of_greedy_recordings_does_not_hold_up_the_build_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "SECONDS_PER_FILE", 0.4)
    monkeypatch.setattr(guard, "MOST_LOST", 2)
    for name in ("1.mp3", "2.mp3", "4.mp3"):
        (tmp_path / name).write_bytes(GREEDY["a tag of two million empty parts"])
    (tmp_path / "3.mp3").write_bytes(mp3())

    measured, problems = measure_all(tmp_path, ["1.mp3", "2.mp3", "3.mp3", "4.mp3"])

    assert measured == {}
    assert [(p.path, "too many others" in p.what) for p in problems] == [
        ("1.mp3", False),
        ("2.mp3", False),
        ("3.mp3", True),
        ("4.mp3", True),
    ]


class TestMemory:
    """What is kept between builds."""

    def test_an_unchanged_recording_is_not_opened_again(self, tmp_path: Path) -> None:
        path, cache = tmp_path / "a.mp3", tmp_path / "cache/measured.json"
        path.write_bytes(mp3(500))
        first = measure_all(tmp_path, ["a.mp3"], cache)
        # Other bytes of the same size and time: only a memory can still know the length.
        changed = path.stat().st_mtime_ns
        path.write_bytes(bytes(len(mp3(500))))
        os.utime(path, ns=(changed, changed))

        assert measure_all(tmp_path, ["a.mp3"], cache) == first
        assert measure_all(tmp_path, ["a.mp3"])[0] == {}

    @pytest.mark.parametrize("later", [1, 2_000_000_000], ids=["a nanosecond", "two seconds"])
    def test_a_changed_recording_is_measured_again(self, later: int, tmp_path: Path) -> None:
        path, cache = tmp_path / "a.mp3", tmp_path / "measured.json"
        path.write_bytes(mp3(400, 64))
        measure_all(tmp_path, ["a.mp3"], cache)
        changed = path.stat().st_mtime_ns + later
        path.write_bytes(mp3(199, 128).ljust(path.stat().st_size, b"\0"))
        os.utime(path, ns=(changed, changed))

        measured, _ = measure_all(tmp_path, ["a.mp3"], cache)

        assert measured["a.mp3"].seconds == pytest.approx(199 * FRAME_SECONDS, abs=0.03)

    def test_a_refusal_is_not_remembered(self, tmp_path: Path) -> None:
        path, cache = tmp_path / "a.mp3", tmp_path / "measured.json"
        path.write_bytes(bytes(len(mp3())))
        changed = path.stat().st_mtime_ns
        assert measure_all(tmp_path, ["a.mp3"], cache)[1]
        path.write_bytes(mp3())
        os.utime(path, ns=(changed, changed))

        assert measure_all(tmp_path, ["a.mp3"], cache)[1] == []

    def test_recordings_that_are_gone_are_forgotten(self, tmp_path: Path) -> None:
        cache = tmp_path / "measured.json"
        for name in ("a.mp3", "b.mp3"):
            (tmp_path / name).write_bytes(mp3())
        measure_all(tmp_path, ["a.mp3", "b.mp3"], cache)

        measure_all(tmp_path, ["b.mp3"], cache)

        assert list(json.loads(cache.read_text("utf-8"))["recording.3"]) == ["b.mp3"]

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", "7", '{"recording.3": 3}', '{"recording.3": {"a.mp3": 3}}', "\0"]
    )
    def test_a_broken_memory_is_an_empty_one(self, text: str, tmp_path: Path) -> None:
        cache = tmp_path / "measured.json"
        cache.write_text(text, "utf-8")
        (tmp_path / "a.mp3").write_bytes(mp3())

        assert "a.mp3" in measure_all(tmp_path, ["a.mp3"], cache)[0]
        assert "a.mp3" in json.loads(cache.read_text("utf-8"))["recording.3"]

    def test_a_memory_that_cannot_be_written_is_done_without(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        (tmp_path / "a.mp3").write_bytes(mp3())

        assert "a.mp3" in measure_all(tmp_path, ["a.mp3"], tmp_path / "file/measured.json")[0]
