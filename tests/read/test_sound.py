"""Size, type, length and tags of recordings, and where mutagen is not believed."""

from pathlib import Path

import pytest

from read.samples import FRAME_SECONDS, id3, id3_text, m4a, mp3, mp3_with_header, opus, vorbis
from recovery_radio.read.reasons import Reason, Unfit
from recovery_radio.read.sound import Sound, measure


def measured(folder: Path, data: bytes) -> Sound:
    (folder / "sound").write_bytes(data)
    return measure(str(folder / "sound"))


@pytest.mark.parametrize(
    ("data", "seconds", "media", "tags"),
    [
        (mp3(500), 500 * FRAME_SECONDS, "audio/mpeg", ()),
        (m4a(20), 20, "audio/mp4", ()),
        (opus(20), 20, "audio/ogg", ("title",)),
        (vorbis(20), 20, "audio/ogg", ("title",)),
    ],
    ids=["mp3", "m4a", "opus", "vorbis"],
)
def test_size_type_length_and_tags_come_from_the_file(
    data: bytes, seconds: float, media: str, tags: tuple[str, ...], tmp_path: Path
) -> None:
    found = measured(tmp_path, data)

    assert found == Sound(len(data), found.seconds, media, tags)
    assert found.seconds == pytest.approx(seconds, abs=0.001)


def test_only_the_names_of_tags_are_kept_and_none_of_their_words(tmp_path: Path) -> None:
    tag = id3(id3_text(b"TIT2", "</title><script>"), id3_text(b"TXXX", "Jane\0Example"))

    assert measured(tmp_path, tag + mp3()).tags == ("TIT2", "TXXX")


def test_a_header_that_keeps_its_promise_is_believed(tmp_path: Path) -> None:
    data = id3(id3_text(b"TIT2", "Steps")) + mp3_with_header(500)

    # Counted, the frame of the header itself would be one more.
    assert measured(tmp_path, data).seconds == round(500 * FRAME_SECONDS, 3)


@pytest.mark.parametrize(
    ("data", "frames"),
    [
        (mp3(200, 32) + mp3(300, 128), 500),
        (mp3_with_header(1000)[: 300 * 208], 300),
        (mp3_with_header(300) + id3(id3_text(b"TIT2", "two")) + mp3_with_header(700), 1002),
        (mp3(300) + b"\xff\xfb\x10damage" * 9 + bytes(5000) + mp3(300), 600),
        (mp3(100_000, 32), 100_000),
    ],
    ids=["changing bit rate", "cut off", "two joined", "damaged in the middle", "very many"],
)
def test_a_length_that_the_header_gets_wrong_is_counted(
    data: bytes, frames: int, tmp_path: Path
) -> None:
    seconds = measured(tmp_path, data).seconds

    assert seconds == pytest.approx(frames * FRAME_SECONDS, abs=2.1 * FRAME_SECONDS)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (opus(-1), Reason.LENGTH),
        (opus(0), Reason.LENGTH),
        (vorbis(90_000), Reason.LENGTH),
        (m4a(0), Reason.LENGTH),
        (m4a(20)[:-100], Reason.CUT),
        ((b"\xff\xfd\x50\xc4" + bytes(257)) * 20, Reason.BROKEN),
    ],
    ids=["before zero", "none at all", "25 hours", "mp4 of no time", "mp4 cut off", "layer II"],
)
def test_what_cannot_be_a_recording_is_refused(data: bytes, reason: Reason, tmp_path: Path) -> None:
    with pytest.raises(Unfit) as caught:
        measured(tmp_path, data)

    assert caught.value.reason is reason
