"""Size, type and length of recordings, and where mutagen is not believed."""

import hashlib
import re
from pathlib import Path

import pytest

from read.samples import FRAME_SECONDS, id3, id3_text, m4a, mp3, mp3_with_header, opus, vorbis
from recovery_radio.read.reasons import Reason, Unfit
from recovery_radio.read.sound import Sound, measure


def measured(folder: Path, data: bytes) -> Sound:
    (folder / "sound").write_bytes(data)
    return measure(str(folder / "sound"))


@pytest.mark.parametrize(
    ("data", "seconds", "media"),
    [
        (mp3(500), 500 * FRAME_SECONDS, "audio/mpeg"),
        (m4a(20), 20, "audio/mp4"),
        (opus(20), 20, "audio/ogg"),
        (vorbis(20), 20, "audio/ogg"),
    ],
    ids=["mp3", "m4a", "opus", "vorbis"],
)
def test_size_type_and_length_come_from_the_file(
    data: bytes, seconds: float, media: str, tmp_path: Path
) -> None:
    found = measured(tmp_path, data)

    assert (found.bytes, found.type) == (len(data), media)
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.seconds == pytest.approx(seconds, abs=0.001)


def test_no_word_of_a_tag_is_kept(tmp_path: Path) -> None:
    tag = id3(id3_text(b"TIT2", "</title><script>"), id3_text(b"TXXX", "Jane\0Example"))

    found = repr(measured(tmp_path, tag + mp3()))

    assert not re.search("TIT2|script|TXXX|Jane|Example", found)


def test_a_header_that_keeps_its_promise_is_believed(tmp_path: Path) -> None:
    data = id3(id3_text(b"TIT2", "Steps")) + mp3_with_header(500)

    # Counted, the frame of the header itself would be one more.
    assert measured(tmp_path, data).seconds == round(500 * FRAME_SECONDS, 3)


@pytest.mark.parametrize(
    ("data", "frames", "stretches"),
    [
        (mp3(200, 32) + mp3(300, 128), 500, 1),
        (mp3(300) + b"\xff\xfb\x10damage" * 9 + bytes(5000) + mp3(300), 600, 2),
        (mp3(100_000, 32), 100_000, 1),
        (b"\0odd bytes" + mp3(20) + b"TAG".ljust(128, b"x"), 20, 1),
    ],
    ids=["changing bit rate", "damaged in the middle", "very many", "with a tag at its end"],
)
def test_frames_are_counted_and_what_is_no_sound_is_told_apart(
    data: bytes, frames: int, stretches: int, tmp_path: Path
) -> None:
    found = measured(tmp_path, data)

    assert found.seconds == pytest.approx(frames * FRAME_SECONDS, abs=2.1 * FRAME_SECONDS)
    assert len(found.parts) == stretches
    sound = b"".join(data[start:end] for start, end in found.parts)
    assert b"odd bytes" not in sound
    assert b"TAG" not in sound


def test_the_frame_that_tells_the_length_is_kept_but_not_counted(tmp_path: Path) -> None:
    data = mp3_with_header(500)

    found = measured(tmp_path, data)

    assert found.parts == ((0, len(data)),)
    assert found.seconds == round(500 * FRAME_SECONDS, 3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (opus(-1), Reason.LENGTH),
        (opus(0), Reason.LENGTH),
        (vorbis(90_000), Reason.LENGTH),
        (m4a(0), Reason.LENGTH),
        (m4a(20)[:-100], Reason.CUT),
        (m4a(20) + m4a(20), Reason.JOINED),
        (m4a(20).replace(b"soun", b"vide"), Reason.FILM),
        (opus(20)[:-10], Reason.CUT),
        (opus(20)[: opus(20).rindex(b"OggS")], Reason.CUT),
        (opus(20) + opus(20), Reason.JOINED),
        (vorbis(20) + b"trailing bytes", Reason.BROKEN),
        (mp3_with_header(1000)[: 300 * 208], Reason.CUT),
        (mp3(100)[:-50], Reason.CUT),
        (
            mp3_with_header(300) + id3(id3_text(b"TIT2", "two")) + mp3_with_header(700),
            Reason.JOINED,
        ),
        (mp3_with_header(300) + mp3(700), Reason.JOINED),
        ((mp3(3) + b"gap") * 200, Reason.BROKEN),
        ((b"\xff\xfd\x50\xc4" + bytes(257)) * 20, Reason.BROKEN),
    ],
    ids=[
        "before zero",
        "none at all",
        "25 hours",
        "mp4 of no time",
        "mp4 cut off",
        "two mp4",
        "film",
        "opus cut off",
        "opus without its end",
        "two opus",
        "odd bytes behind vorbis",
        "mp3 cut off",
        "mp3 cut off in a frame",
        "two mp3",
        "mp3 with more than promised",
        "damaged all over",
        "layer II",
    ],
)
def test_what_cannot_be_a_recording_is_refused(data: bytes, reason: Reason, tmp_path: Path) -> None:
    with pytest.raises(Unfit) as caught:
        measured(tmp_path, data)

    assert caught.value.reason is reason
