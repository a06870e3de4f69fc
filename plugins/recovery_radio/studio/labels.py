"""The tags of an MP3: what a player shows, made from the front matter and from nothing else.

ID3 version 2.3, which the oldest players read too. The tags of a published recording are always
these: what the file of an author carries is never copied, since a phone writes into it who
recorded where.

Sources: https://id3.org/id3v2.3.0, https://id3.org/id3v2-chapters-1.0,
https://www.loc.gov/standards/iso639-2/
"""

import io
from collections.abc import Iterator
from typing import NamedTuple

from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TCOP,
    TDRC,
    TIT2,
    TLAN,
    TPE1,
    WCOP,
    CTOCFlags,
    Encoding,
    Frame,
    PictureType,
)

from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.licence import TERMS
from recovery_radio.model.times import parse_timestamp

_LICENCES = {
    "CC-BY-4.0": "CC BY 4.0",
    "CC-BY-NC-4.0": "CC BY-NC 4.0",
    "CC-BY-NC-ND-4.0": "CC BY-NC-ND 4.0",
    "ARR": "All rights reserved",
}
_LANGUAGES = {"en": "eng", "cy": "cym", "ga": "gle", "gd": "gla", "kw": "cor", "sco": "sco"}
"""Of the United Kingdom, in the codes of three letters that ID3 takes."""
_HEADER = b"ID3\x03\x00\x00"
"""Version 2.3 without flags; the size follows, in four bytes."""
_NO_OFFSET = 0xFFFFFFFF
"""A chapter is found by its time."""
LARGEST_COVER_BYTES = 500_000
"""A larger one stays out: everybody who listens would fetch it with each programme."""


class Labels(NamedTuple):
    """What is written into a recording."""

    title: str
    album: str
    """Title of the series."""
    artist: str
    """Name of the station."""
    day: str
    """On which it was published, such as `2026-03-12`."""
    licence: str
    """Its short name, such as `CC-BY-4.0`."""
    language: str
    """Of what is said, such as `cy` or `en-gb`."""
    notice: str
    """What the page says above the player, such as that a voice is synthetic."""
    chapters: tuple[tuple[int, str], ...]
    """Start in milliseconds, and title."""
    end: int
    """Of the recording, in milliseconds."""


def labels_of(
    episode: EpisodeSettings, series: str, station: str, language: str, seconds: float
) -> Labels:
    """Gather the labels of a programme.

    Args:
        episode: Its front matter.
        series: Title of its series.
        station: Name of the station.
        language: Of the station, which the programme speaks unless it says otherwise.
        seconds: Length of the recording.
    """
    return Labels(
        title=episode.title,
        album=series,
        artist=station,
        day=episode.aired_at.date().isoformat(),
        licence=episode.licence,
        language=episode.language or language,
        notice=episode.notice or "",
        chapters=tuple((parse_timestamp(c.at), c.title) for c in episode.chapters),
        end=round(seconds * 1000),
    )


def render_id3(labels: Labels, cover: bytes = b"") -> bytes:
    """Write the tags.

    Args:
        labels: What they say.
        cover: A JPEG or PNG without anything hidden in it, or nothing.

    Returns:
        Bytes to put before the first frame; the same for the same labels.
    """
    tags = ID3()
    for frame, text in (
        (TIT2, labels.title),
        (TALB, labels.album),
        (TPE1, labels.artist),
        (TDRC, labels.day),
        (TCOP, f"{labels.day[:4]} {labels.artist}. {_LICENCES[labels.licence]}."),
        (TLAN, _LANGUAGES.get(labels.language.partition("-")[0], "")),
    ):
        if text:
            tags.add(frame(encoding=Encoding.UTF16, text=text))
    if labels.licence in TERMS:
        tags.add(WCOP(url=TERMS[labels.licence]))
    if labels.notice:
        language = _LANGUAGES.get(labels.language.partition("-")[0], "und")
        tags.add(COMM(encoding=Encoding.UTF16, lang=language, desc="", text=labels.notice))
    frames = _write(tags) + b"".join(map(_write_one, _chapters(labels)))
    if cover and len(cover) <= LARGEST_COVER_BYTES:
        media = "image/png" if cover.startswith(b"\x89PNG") else "image/jpeg"
        kind = PictureType.COVER_FRONT
        picture = APIC(encoding=Encoding.LATIN1, mime=media, type=kind, desc="", data=cover)
        frames += _write_one(picture)
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return _HEADER + size + frames


def _chapters(labels: Labels) -> Iterator[Frame]:
    starts = [start for start, _ in labels.chapters]
    names = [f"c{number}" for number in range(len(starts))]
    if names:
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        yield CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[])
    for name, (start, title), end in zip(
        names, labels.chapters, [*starts[1:], labels.end], strict=False
    ):
        yield CHAP(
            element_id=name,
            start_time=start,
            end_time=end,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=[TIT2(encoding=Encoding.UTF16, text=title)],
        )


def _write_one(frame: Frame) -> bytes:
    # mutagen sorts frames by their size, and players list chapters in the order of their frames.
    tags = ID3()
    tags.add(frame)
    return _write(tags)


def _write(tags: ID3) -> bytes:
    """Write frames, without the header that goes before all of them."""
    tags.update_to_v23()
    written = io.BytesIO()
    tags.save(written, v1=0, v2_version=3, padding=lambda _: 0)
    return written.getvalue()[len(_HEADER) + 4 :]
