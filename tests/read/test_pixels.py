"""The headers of pictures, read without unpacking anything."""

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image

from read.samples import png
from recovery_radio.read.pixels import Header, read_header
from recovery_radio.read.reasons import Reason, Unfit


def saved(kind: str, size: tuple[int, int] = (300, 200), mode: str = "RGB", **how: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, 7).save(buffer, kind, **how)
    return buffer.getvalue()


def with_name() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Jane Example"
    return exif.tobytes()


def refusal(data: bytes) -> Reason:
    with pytest.raises(Unfit) as caught:
        read_header(data)
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (saved("PNG"), "image/png"),
        (saved("JPEG"), "image/jpeg"),
        (saved("JPEG", progressive=True), "image/jpeg"),
        (saved("WEBP"), "image/webp"),
        (saved("WEBP", lossless=True), "image/webp"),
        (saved("WEBP", mode="RGBA"), "image/webp"),
    ],
    ids=["png", "jpeg", "progressive", "webp", "webp without loss", "webp with alpha"],
)
def test_size_and_type_come_from_the_header(data: bytes, media: str) -> None:
    assert read_header(data) == Header(300, 200, media)


@pytest.mark.parametrize(
    "data",
    [
        png(8, 8, (b"tEXt", b"Author\0Jane Example")),
        png(8, 8, (b"iTXt", b"Author\0\0\0en\0\0Jane")),
        saved("PNG", exif=with_name()),
        png() + b"PK\3\4",
        saved("JPEG", exif=with_name()),
        saved("JPEG", comment="Jane Example"),
        saved("JPEG") + b"a film of the room",
        saved("WEBP", exif=with_name()),
        saved("WEBP", xmp=b"<x:xmpmeta/>"),
        saved("WEBP") + b"more",
    ],
)
def test_parts_that_nobody_sees_are_passed_over(data: bytes) -> None:
    header = read_header(data)

    assert (header.width, header.height) == Image.open(io.BytesIO(data)).size


@pytest.mark.parametrize(
    "data",
    [
        png(4001, 10),
        png(10, 4001),
        png(20_000, 20_000),
        png(8, 8, (b"prIv", bytes(3_000_000))),
        saved("JPEG", (10, 4001)),
        saved("WEBP", (4001, 10), lossless=True),
    ],
)
def test_a_picture_that_is_too_large_is_refused(data: bytes) -> None:
    assert refusal(data) is Reason.LARGE


def test_the_largest_picture_that_is_taken() -> None:
    assert read_header(png(4000, 4000)) == Header(4000, 4000, "image/png")


@pytest.mark.parametrize(
    "chunk",
    [(b"zTXt", b"Title\0\0"), (b"iTXt", b"Title\0\1\0en\0\0")],
    ids=["zTXt", "packed iTXt"],
)
def test_packed_text_is_refused(chunk: tuple[bytes, bytes]) -> None:
    packed = chunk[1] + zlib.compress(bytes(10_000_000))

    assert refusal(png(8, 8, (chunk[0], packed))) is Reason.PACKED


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_picture_that_was_cut_off_is_refused(kind: str, share: float) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(buffer, kind)
    data = buffer.getvalue()

    assert refusal(data[: int(len(data) * share)]) is Reason.CUT


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a" + bytes(20),
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"JUNK" + bytes(40),
        png(0, 8),
        png().replace(b"IDAT", b"JUNK"),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\0\4ab\xff\xda\0\2x\xff\xd9",
        b"RIFF" + struct.pack("<I", 20) + b"WEBPJUNK" + bytes(12),
        b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(10),
    ],
    ids=[
        "gif",
        "png without a header",
        "png of no width",
        "png without pixels",
        "jpeg that ends at once",
        "jpeg without a size",
        "webp without a picture",
        "webp with a header only",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refusal(data) is Reason.BROKEN


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_no_changed_byte_leads_to_anything_but_a_header_or_a_refusal(kind: str) -> None:
    data = saved(kind, (20, 10), exif=with_name())
    for position in range(len(data)):
        for value in (0, 1, 0x7F, 0xFF):
            changed = data[:position] + bytes((value,)) + data[position + 1 :]
            try:
                header = read_header(changed)
            except Unfit:
                continue
            assert max(header.width, header.height) <= 4000
