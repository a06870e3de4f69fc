"""Covers: the same every time, the right size, without anything hidden, and legible."""

import io
from collections.abc import Callable
from itertools import pairwise

import pytest
from PIL import Image

from recovery_radio.studio.cover import (
    LARGEST_BYTES,
    LARGEST_TITLE_PX,
    PALETTES,
    SIDE_PX,
    SMALLEST_TITLE_PX,
    draw_cover,
    draw_station_cover,
    fit_title,
)
from recovery_radio.studio.hearth import Palette
from recovery_radio.studio.lettering import font

TITLES = (
    "Hope",
    'Steps & "hope"',
    "Naloxone: a kit in every kitchen",
    "What we asked for when they asked us what we wanted, and what came of it in the year after",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "x" * 120,
)
SPACE_PX = SIDE_PX - 2 * 112


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    image.load()
    return image


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("palette", PALETTES)
def test_a_cover_is_a_square_picture_that_directories_accept(title: str, palette: Palette) -> None:
    picture = draw_cover(title, "Stories of hope", palette=palette)

    image = opened(picture)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (SIDE_PX, SIDE_PX))
    assert len(picture) < LARGEST_BYTES


def test_the_same_words_give_the_same_bytes() -> None:
    first = draw_cover("The kettle is always on", "Stories of hope")

    assert draw_cover("The kettle is always on", "Stories of hope") == first
    assert draw_cover("The kettle is never on", "Stories of hope") != first
    assert draw_cover("The kettle is always on", "Plain talk") != first


def test_each_title_has_a_fire_of_its_own() -> None:
    lower_halves = {
        opened(draw_cover(title, "Plain talk")).crop((0, 800, SIDE_PX, SIDE_PX)).tobytes()
        for title in ("One", "Two", "Three")
    }

    assert len(lower_halves) == 3


@pytest.mark.parametrize("draw", [draw_cover, draw_station_cover])
def test_nothing_is_hidden_in_the_file(draw: Callable[[str, str], bytes]) -> None:
    picture = draw("Kindling", "Recovery radio")

    image = opened(picture)
    assert not image.getexif()
    assert set(image.info) <= {
        *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression")
    }
    for marker in (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE", b"\xff\xfe"):
        assert marker not in picture


@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_any_length_fits_between_the_margins(title: str) -> None:
    size, lines = fit_title(title)

    face = font(size)
    assert SMALLEST_TITLE_PX <= size <= LARGEST_TITLE_PX
    assert all(face.getlength(line) <= SPACE_PX for line in lines)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_a_longer_title_is_written_smaller_and_not_cut() -> None:
    sizes = [fit_title(title)[0] for title in (TITLES[0], TITLES[2], TITLES[3])]

    assert all(longer <= shorter for shorter, longer in pairwise(sizes))
    assert sizes[0] == LARGEST_TITLE_PX
    assert fit_title(TITLES[3])[1] != [TITLES[3]]


@pytest.mark.parametrize("palette", PALETTES)
def test_words_stand_out_from_every_ground_they_may_meet(palette: Palette) -> None:
    for words in (palette.title, palette.series):
        for ground in (palette.ground, palette.tint):
            assert contrast(words, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
