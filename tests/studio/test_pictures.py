"""Pictures without notes: no name, no place, every pixel as before, and the right way up."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from read.samples import png
from recovery_radio.studio.pictures import NotAPicture, strip_picture

WORD = b"Jane Example"


def notes(orientation: int = 6) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010E] = WORD.decode()
    found[0x8825] = {1: "N", 2: (51.0, 30.0, 26.6)}
    return found


def picture() -> Image.Image:
    return Image.effect_noise((64, 48), 80).convert("RGB")


def saved(kind: str, **options: Any) -> bytes:
    written = io.BytesIO()
    picture().save(written, kind, **options)
    return written.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def jpeg_part(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"comment": WORD, "icc_profile": WORD * 20}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"quality": 100, "subsampling": 0}),
        ("PNG", {"icc_profile": WORD * 20}),
        ("WEBP", {"xmp": WORD, "icc_profile": WORD * 20}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"save_all": True, "append_images": [picture()], "duration": 5, "xmp": WORD}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else value,
)
def test_notes_go_pixels_stay_and_the_picture_stays_the_right_way_up(
    kind: str, options: dict[str, Any]
) -> None:
    before = saved(kind, exif=notes(), **options) + b"behind the end: " + WORD
    assert WORD in before

    after = strip_picture(before)

    assert opened(after).tobytes() == opened(before).tobytes()
    assert WORD not in after
    assert dict(opened(after).getexif()) == {0x0112: 6}
    assert "icc_profile" not in opened(after).info
    assert strip_picture(after) == after


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_is_the_right_way_up_keeps_no_notes_at_all(kind: str) -> None:
    after = strip_picture(saved(kind, exif=notes(1)))

    assert dict(opened(after).getexif()) == {}
    assert b"xif" not in after
    assert b"EXIF" not in after


def test_every_part_of_a_jpeg_that_does_not_draw_it_goes() -> None:
    data = saved("JPEG")
    foreign = (*range(0x02, 0xC0), 0xC8, 0xDE, 0xDF, *range(0xE0, 0xFF))
    extra = b"".join(jpeg_part(marker, WORD) for marker in foreign)
    extra += jpeg_part(0xE0, b"JFXX\0\x10" + WORD) + b"\xff\x01\xff\xd0"
    thumbnail = data[:2] + jpeg_part(0xE0, b"JFIF\0\1\2\0\0\1\0\1\2\2" + WORD) + data[20:]

    assert strip_picture(data[:2] + extra + data[2:]) == strip_picture(data) == data
    assert WORD not in strip_picture(thumbnail)
    assert opened(strip_picture(thumbnail)).tobytes() == opened(data).tobytes()


def test_a_jpeg_in_the_colours_of_print_keeps_what_tells_them_apart() -> None:
    written = io.BytesIO()
    picture().convert("CMYK").save(written, "JPEG")

    after = strip_picture(written.getvalue())

    assert b"Adobe" in after
    assert opened(after).tobytes() == opened(written.getvalue()).tobytes()


def test_every_part_of_a_png_that_does_not_draw_it_goes() -> None:
    names = (b"tEXt", b"iTXt", b"zTXt", b"tIME", b"iCCP", b"pHYs", b"prVt", b"dSIG")
    data = png(8, 8, *((name, WORD) for name in names), (b"gAMA", struct.pack(">I", 45455)))

    after = strip_picture(data + WORD)

    assert WORD not in after
    assert not [name for name in names if name in after]
    assert b"gAMA" in after
    assert opened(after).tobytes() == opened(png(8, 8)).tobytes()


def test_a_clean_picture_is_left_as_it_is() -> None:
    cover = Path(__file__).parents[2] / "episodes/this-is-kindling/cover.jpg"

    assert strip_picture(cover.read_bytes()) == cover.read_bytes()
    assert strip_picture(png()) == png()


@pytest.mark.parametrize(
    "turned", [b"", b"MM", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"no notes"]
)
def test_notes_that_cannot_be_read_are_no_notes(turned: bytes) -> None:
    data = saved("JPEG")

    assert strip_picture(data[:2] + jpeg_part(0xE1, b"Exif\0\0" + turned) + data[2:]) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(30),
        saved("JPEG")[:-40],
        saved("JPEG")[:100],
        b"\xff\xd8\xff",
        b"\xff\xd8" + bytes(40),
        png()[:40],
        png()[:10],
        saved("WEBP")[:-20],
        b"RIFF\xff\0\0\0WEBP",
    ],
)
def test_a_picture_that_is_cut_off_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        strip_picture(data)


def test_a_chunk_that_ends_behind_its_picture_is_refused() -> None:
    inner = b"VP8 " + struct.pack("<I", 5000) + bytes(20)

    with pytest.raises(NotAPicture):
        strip_picture(b"RIFF" + struct.pack("<I", len(inner) + 4) + b"WEBP" + inner)
    with pytest.raises(NotAPicture):
        strip_picture(png()[:33] + struct.pack(">I", 9000) + b"IDAT" + chunk(b"IEND", b""))
