"""What is told about a recording: mutagen first, and then the parts that it is made of.

Only `read.probe` calls this, in a process with limits.

mutagen repeats what a header promises. A recording that was cut off or joined from two is then
minutes longer or shorter than what is heard. So the frames, pages or boxes are gone through, and
a file that does not keep its promise is refused.
"""

import hashlib
from typing import Any, NamedTuple

from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from recovery_radio.read.boxes import check_boxes
from recovery_radio.read.frames import walk_frames
from recovery_radio.read.ogg import check_pages
from recovery_radio.read.reasons import Reason, Unfit

_LONGEST_SECONDS = 24 * 3600

Parts = tuple[tuple[int, int], ...]


class Sound(NamedTuple):
    """What was measured from a recording."""

    bytes: int
    """Its size."""
    seconds: float
    """Its length."""
    type: str
    """Its media type, from what it holds and not from its name."""
    sha256: str
    """Its digest."""
    parts: Parts
    """Of an MP3, the stretches (start, end) that are sound; of others nothing."""


def measure(path: str) -> Sound:
    """Measure a recording.

    Raises:
        Unfit: It is cut off, joined, a film, has no length that could be true, or is not layer III.
        Exception: Whatever mutagen raises on a file that it cannot read.
    """
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"OggS"):
        ogg: Any = OggOpus(path) if b"OpusHead" in data[:64] else OggVorbis(path)
        check_pages(data)
        return _sound(data, ogg.info.length, "audio/ogg")
    if data[4:8] == b"ftyp":
        check_boxes(data)
        mp4: Any = MP4(path)
        return _sound(data, mp4.info.length, "audio/mp4")
    mp3: Any = MP3(path)
    if mp3.info.sketchy or mp3.info.layer != 3:
        raise Unfit(Reason.BROKEN)
    seconds, parts = walk_frames(data, mp3.info.frame_offset)
    return _sound(data, seconds, "audio/mpeg", parts)


def _sound(data: bytes, seconds: float, media: str, parts: Parts = ()) -> Sound:
    # Worded so that it also refuses what is not a number.
    if not 0 < seconds <= _LONGEST_SECONDS:
        raise Unfit(Reason.LENGTH)
    digest = hashlib.sha256(data).hexdigest()
    return Sound(len(data), round(seconds, 3), media, digest, parts)
