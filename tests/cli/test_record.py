"""`radio record`: what an author types, what it makes, and what it leaves alone."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree
from mutagen.id3 import ID3

from read.samples import png
from recovery_radio.read.hub import Folders, read_hub
from sites import LOCAL, PLAIN, edit, write_files
from sounds import ffmpeg, loudness_of, speech
from station import run_radio

WRITTEN = edit(
    LOCAL,
    ("recording: steps.mp3\n", "recording: steps.mp3   # to come\n"),
    ("topics:", 'chapters: [{at: "00:00", title: Start}, {at: "00:05", title: Tea & talk}]\n'
                "cover: {file: cover.png, alt: A dot.}\ntopics:"),
)  # fmt: skip
FOLDER = "episodes/first-steps"


def write_station(root: Path, *texts: str) -> Path:
    write_files(root, PLAIN, *(texts or (WRITTEN,)))
    (root / FOLDER / "cover.png").write_bytes(png(8, 8, (b"tEXt", b"Author\0Jane Example")))
    return root


def note(folder: Path, seconds: float = 10) -> Path:
    """A voice note, as a phone would write it."""
    (folder / "phone").mkdir(exist_ok=True)
    return speech(folder / "phone/14 Acacia Road.m4a", seconds, "-c:a", "aac", "-ac", "2",
                  "-af", "volume=-10dB", "-metadata", "artist=Jane Example",
                  "-metadata", "location=+51.5074-000.1278/")  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def test_a_voice_note_becomes_a_programme(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")
    voice = note(tmp_path)
    before = contents(root)

    run = run_radio(root, "record", "first-steps", str(voice))

    assert run.returncode == 0, run.stderr
    after = contents(root)
    assert after.keys() - before.keys() == {
        f"{FOLDER}/first-steps.mp3",
        f"{FOLDER}/first-steps.opus",
    }
    assert {name for name in before if before[name] != after[name]} == {f"{FOLDER}/index.md"}
    for name in ("first-steps.mp3", "first-steps.opus"):
        lufs, peak = loudness_of(root / FOLDER / name)
        assert lufs == pytest.approx(-16, abs=1)
        assert peak <= -0.9  # the other meter differs by a tenth
    for word in (b"Jane", b"Acacia", b"51.5", "Jane".encode("utf-16-le")):
        assert not [name for name in after if word in after[name] and name != f"{FOLDER}/cover.png"]
    assert "Acacia" not in run.stdout + run.stderr
    assert f"Written: {FOLDER}/first-steps.mp3, 0.1 MB, -1" in run.stdout
    assert f"Changed: `recording` and `low_data` in {FOLDER}/index.md." in run.stdout
    assert "What your file was called is written nowhere." in run.stdout


def test_what_was_made_has_its_facts_tags_and_chapters(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")

    run = run_radio(root, "record", "first-steps", str(note(tmp_path)))

    assert run.returncode == 0, run.stderr
    hub, _, problems = read_hub(root, Folders(), None, map)
    assert problems == []
    [episode] = hub.episodes
    for audio, recording in (
        (episode.audio, episode.recording),
        (episode.low_audio, episode.low_data),
    ):
        assert audio is not None
        data = (root / str(audio.file)).read_bytes()
        assert recording.sha256 == hashlib.sha256(data).hexdigest()  # type: ignore[union-attr]
        assert recording.bytes == len(data) == audio.bytes  # type: ignore[union-attr]
        assert audio.seconds == pytest.approx(10, abs=0.1)
    tags = ID3(root / FOLDER / "first-steps.mp3")
    assert str(tags["TIT2"]) == 'Steps & "hope"'
    assert str(tags["TALB"]) == 'Stories & "hope"'
    assert [(c.start_time, str(c.sub_frames["TIT2"])) for c in tags.getall("CHAP")] == [
        (0, "Start"), (5000, "Tea & talk"),
    ]  # fmt: skip
    assert tags["APIC:"].data.startswith(b"\x89PNG")
    assert "recording:  # to come\n  file: first-steps.mp3\n" in (
        root / FOLDER / "index.md"
    ).read_text("utf-8")


def test_a_build_publishes_the_very_files_that_were_made_and_listens_to_none(
    tmp_path: Path,
) -> None:
    root = write_station(tmp_path / "station")
    assert run_radio(root, "record", "first-steps", str(note(tmp_path))).returncode == 0

    run = run_radio(root, "build")

    assert run.returncode == 0, run.stderr
    public = root / "public" / FOLDER
    assert (public / "first-steps.mp3").samefile(root / FOLDER / "first-steps.mp3")
    [low] = public.glob("*.opus")
    assert low.samefile(root / FOLDER / "first-steps.opus")
    [enclosure] = etree.parse(root / "public/feed.xml").findall(".//enclosure")
    assert enclosure.get("length") == str((public / "first-steps.mp3").stat().st_size)
    assert not (root / ".cache/radio/heard.json").exists()


def test_the_same_original_gives_the_same_files(tmp_path: Path) -> None:
    voice = note(tmp_path)
    made = []
    for name in ("one", "two"):
        root = write_station(tmp_path / name)
        assert run_radio(root, "record", "first-steps", str(voice)).returncode == 0
        made.append((contents(root), {p.stat().st_mtime for p in (root / FOLDER).glob("*.mp3")}))

    assert made[0] == made[1]


def test_a_new_recording_replaces_the_last_one_and_names_what_is_left_over(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")
    (root / FOLDER / "steps.mp3").write_bytes(b"the old one")
    voice = note(tmp_path)
    first = run_radio(root, "record", "first-steps", str(voice))
    assert f"No longer used: {FOLDER}/steps.mp3. Delete it." in first.stdout
    before = contents(root)

    second = run_radio(root, "record", "first-steps", str(voice))

    assert second.returncode == 0
    assert "No longer used" not in second.stdout
    assert contents(root) == before


def test_an_original_in_the_station_is_pointed_out(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")
    voice = note(tmp_path).rename(root / FOLDER / "from-the-phone.m4a")

    run = run_radio(root, "record", "first-steps", str(voice))

    assert (
        "Your own file lies in the station's folder. Move it out before you share it." in run.stdout
    )


def refused(root: Path, *words: str) -> str:
    """Type the command, expect that it changes nothing, and give what it says."""
    before = contents(root)
    run = run_radio(root, "record", *words)
    assert run.returncode == 1, run.stdout
    assert contents(root) == before
    assert "Traceback" not in run.stderr
    return run.stderr


def test_what_cannot_be_done_is_said_and_changes_nothing(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")
    voice = str(note(tmp_path))
    (tmp_path / "letter.mp3").write_bytes(b"We met on Tuesday. " * 99)
    ffmpeg("-f", "lavfi", "-i", "anullsrc=d=3", str(tmp_path / "silence.wav"))
    own = root / FOLDER / "first-steps.mp3"
    shutil.copy(voice, own)

    assert "Start the programme first: radio new episode gone" in refused(root, "gone", voice)
    assert "There is no sound in this file" in refused(
        root, "first-steps", str(tmp_path / "letter.mp3")
    )
    assert "Next to nothing can be heard" in refused(
        root, "first-steps", str(tmp_path / "silence.wav")
    )
    assert "This is the programme's own recording." in refused(root, "first-steps", str(own))


def test_a_programme_with_a_mistake_gets_no_recording_before_it_is_mended(tmp_path: Path) -> None:
    root = write_station(
        tmp_path / "station", edit(WRITTEN, ("aired: 2026-03-12", "aired: last week"))
    )
    gone = write_station(
        tmp_path / "gone", edit(WRITTEN, ("status: published", "status: withdrawn"))
    )
    (tmp_path / "voice.wav").write_bytes(b"never looked at")

    assert f"{FOLDER}/index.md:4: `aired` is not a date" in refused(
        root, "first-steps", str(tmp_path / "voice.wav")
    )
    assert "was withdrawn" in refused(gone, "first-steps", str(tmp_path / "voice.wav"))


def test_settings_that_no_line_shows_are_left_to_their_author(tmp_path: Path) -> None:
    text = edit(WRITTEN, ("recording: steps.mp3   # to come\n", '"recording": steps.mp3\n'))
    root = write_station(tmp_path / "station", text)

    said = refused(root, "first-steps", str(note(tmp_path, 3)))

    assert (
        f"Write `recording: first-steps.mp3` on one line of its own into {FOLDER}/index.md" in said
    )


def test_without_ffmpeg_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_station(tmp_path / "station")
    voice = note(tmp_path, 3)
    monkeypatch.setenv("PATH", str(tmp_path))
    # Where the package has no program for a computer, it raises as if this one were missing.
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "no-ffmpeg"))

    said = refused(root, "first-steps", str(voice))

    assert "sudo apt install ffmpeg" in said
    assert "pip install imageio-ffmpeg" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_run_that_is_interrupted_changes_nothing(tmp_path: Path) -> None:
    root = write_station(tmp_path / "station")
    voice = speech(tmp_path / "long.wav", 84)
    ffmpeg("-stream_loop", "9", "-i", str(voice), "-c", "copy", str(tmp_path / "longer.wav"))
    before = contents(root)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "recovery_radio.cli.main", "record", "first-steps", str(tmp_path / "longer.wav")],
        cwd=root, env={**os.environ, "TMPDIR": str(scratch)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    while not list(scratch.glob("*/sound.mp3")) and process.poll() is None:
        time.sleep(0.05)

    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)

    assert process.returncode != 0
    assert contents(root) == before
    assert list(scratch.iterdir()) == []
