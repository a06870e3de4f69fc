"""Ogg without comments: nobody's name, and every sample as before."""

import subprocess
from pathlib import Path

import pytest

from read.samples import opus, vorbis
from recovery_radio.read.ffmpeg import find_ffmpeg
from recovery_radio.studio.ogg import NotOgg, strip_ogg
from sounds import speech

KINDS = {"a.opus": "libopus", "a.ogg": "libvorbis"}


def samples(path: Path) -> bytes:
    command = [str(find_ffmpeg()), "-nostdin", "-v", "error", "-i", str(path), "-f", "s16le", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""  # such as a checksum that does not fit
    return done.stdout


@pytest.mark.parametrize(
    "words", ["Jane Example", "Jane " * 20_000], ids=["short", "several pages"]
)
@pytest.mark.parametrize("name", KINDS)
def test_comments_and_the_makers_name_go_and_the_sound_stays(
    name: str, words: str, tmp_path: Path
) -> None:
    path = speech(tmp_path / name, 5, "-c:a", KINDS[name], "-metadata", f"artist={words}")
    before = path.read_bytes()
    assert b"Jane" in before
    assert b"Lav" in before
    sound = samples(path)

    path.write_bytes(strip_ogg(before))

    after = path.read_bytes()
    assert samples(path) == sound
    assert b"Jane" not in after
    assert b"Lav" not in after
    assert strip_ogg(after) == after


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        opus()[:100],
        opus()[:50],
        vorbis()[:70],
        opus().replace(b"OpusHead", b"Speex   "),
        opus().replace(b"OggS", b"oggs"),
    ],
)
def test_what_is_not_one_whole_stream_is_refused(data: bytes) -> None:
    with pytest.raises(NotOgg):
        strip_ogg(data)
