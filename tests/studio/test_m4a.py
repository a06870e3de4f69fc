"""M4A without notes, in a box of our own."""

from pathlib import Path

import pytest

from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.studio.ffmpeg import FfmpegFailed
from recovery_radio.studio.m4a import strip_m4a
from sounds import decoded_seconds, speech

FFMPEG = str(find_ffmpeg())


def test_names_places_and_chapters_go_and_the_sound_stays(tmp_path: Path) -> None:
    notes = ("-metadata", "artist=Jane", "-metadata", "location=+51.5074-000.1278/",
             "-metadata:s:a:0", "handler_name=Jane")  # fmt: skip
    path = speech(tmp_path / "a.m4a", 6, "-c:a", "aac", *notes)
    assert b"loci" in path.read_bytes()

    (tmp_path / "b.m4a").write_bytes(strip_m4a(FFMPEG, path))

    after = (tmp_path / "b.m4a").read_bytes()
    assert not [word for word in (b"Jane", b"loci", b"51.5") if word in after]
    assert decoded_seconds(tmp_path / "b.m4a") == decoded_seconds(path)
    # Nothing of the sound was packed anew, and what is clean stays the same.
    assert strip_m4a(FFMPEG, tmp_path / "b.m4a") == after


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.m4a").write_bytes(b"\0\0\0\x10ftypM4A \0\0\0\0")

    with pytest.raises(FfmpegFailed):
        strip_m4a(FFMPEG, tmp_path / "a.m4a")
