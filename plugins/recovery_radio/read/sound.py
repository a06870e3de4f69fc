"""What mutagen tells about a recording, and where it is not believed.

Only `read.probe` calls this, in a process with limits.

For MP3, mutagen repeats what the header promises. That holds if the file is as large as the
header says; else the frames are counted. It is checked, since a recording that was cut off or
joined from two is otherwise minutes longer or shorter than what is heard.
"""

from typing import Any, BinaryIO, NamedTuple

from mutagen.mp3 import MP3, BitrateMode
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from recovery_radio.read.frames import count_seconds
from recovery_radio.read.reasons import Reason, Unfit

_LONGEST_SECONDS = 24 * 3600
_MOST_TAGS = 100


class Sound(NamedTuple):
    """What was measured from a recording."""

    bytes: int
    """Its size."""
    seconds: float
    """Its length."""
    type: str
    """Its media type, from what it holds and not from its name."""
    tags: tuple[str, ...]
    """Names of the tags that it carries, without their values."""


def measure(path: str) -> Sound:
    """Measure a recording.

    Raises:
        Unfit: It is cut off, has no length that could be true, or is not layer III.
        Exception: Whatever mutagen raises on a file that it cannot read.
    """
    with open(path, "rb") as file:
        head = file.read(64)
        size = file.seek(0, 2)
        if head.startswith(b"OggS"):
            ogg: Any = OggOpus(path) if b"OpusHead" in head else OggVorbis(path)
            return _sound(size, ogg.info.length, "audio/ogg", ogg.tags)
        if head[4:8] == b"ftyp":
            _refuse_cut_boxes(file, size)
            mp4: Any = MP4(path)
            return _sound(size, mp4.info.length, "audio/mp4", mp4.tags)
        mp3: Any = MP3(path)
        return _sound(size, _mp3_seconds(file, mp3.info), "audio/mpeg", mp3.tags)


def _sound(size: int, seconds: float, media: str, tags: Any) -> Sound:
    # Worded so that it also refuses what is not a number.
    if not 0 < seconds <= _LONGEST_SECONDS:
        raise Unfit(Reason.LENGTH)
    names = {str(key).partition(":")[0].strip()[:40] for key in (tags.keys() if tags else ())}
    shown = sorted(name for name in names if name and name.isprintable())
    return Sound(size, round(seconds, 3), media, tuple(shown[:_MOST_TAGS]))


def _mp3_seconds(file: BinaryIO, info: Any) -> float:
    if info.sketchy or info.layer != 3:
        raise Unfit(Reason.BROKEN)
    file.seek(info.frame_offset)
    data = file.read()
    promised = info.length * info.bitrate / 8
    # Room for the frame of the header itself, and a short tag at the end.
    fits = abs(len(data) - promised) < 4096 + promised / 1000
    if fits and info.bitrate_mode != BitrateMode.UNKNOWN:
        return float(info.length)
    return count_seconds(data)


def _refuse_cut_boxes(file: BinaryIO, size: int) -> None:
    """Refuse an MP4 file that ends before its boxes do: its header promises sound that is gone."""
    position = 0
    while position < size:
        file.seek(position)
        box = file.read(16)
        length = int.from_bytes(box[:4], "big")
        if length == 0:  # up to the end of the file
            return
        if length == 1:
            length = int.from_bytes(box[8:], "big")
        if length < 8 or position + length > size:
            raise Unfit(Reason.CUT)
        position += length
