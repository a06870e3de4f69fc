"""Covers: a square picture for an episode or a station, drawn from its words.

The picture is that of `studio.hearth`; the title seeds it, so each episode has a cover of its own
and the same title always has the same one. Shapes are drawn twice as large and scaled down,
because Pillow's shapes have hard edges. JPEG, because podcast directories want RGB without an
alpha channel; no metadata is written.

Source: https://podcasters.apple.com/support/896-artwork-requirements
"""

import io
import random

from PIL import Image, ImageDraw, ImageFont

from recovery_radio.studio.hearth import Hearth, Palette, draw_hearth
from recovery_radio.studio.lettering import LINE_HEIGHT, Space, can_write, fit, font

SIDE_PX = 1400
"""Width and height: the least that podcast directories take."""
_SCALE = 2
_MARGIN_PX = 112
LARGEST_TITLE_PX = 208
SMALLEST_TITLE_PX = 52
_TITLE_HEIGHT_PX = 510
_LABEL_PX = 52
LARGEST_BYTES = 120_000
"""What a cover may weigh, since a page of programmes shows many."""
_QUALITIES = (82, 74, 66, 58, 50)
_BESIDE = Hearth(y=0.785, sway=0.19, height=0.31)

PALETTES = (
    Palette(
        ground="#10454a",
        title="#fdf3e1",
        series="#f2b65a",
        tint="#1a575c",
        waves="#d9773f",
        flame=("#d9612b", "#f0a03c", "#fde3a7"),
        wood=("#f2dcb8", "#c98a57"),
    ),
    Palette(
        ground="#9c3f1b",
        title="#fff4e2",
        series="#ffe7c2",
        tint="#ab4b25",
        waves="#10454a",
        flame=("#f0a03c", "#fbd07a", "#fff4e2"),
        wood=("#10454a", "#5e2410"),
    ),
    Palette(
        ground="#fbf0dc",
        title="#10454a",
        series="#a3421d",
        tint="#f6e4c3",
        waves="#2b7f82",
        flame=("#c8501f", "#f0a03c", "#fde3a7"),
        wood=("#10454a", "#8a4a2a"),
    ),
)
"""One for each series of a station, in turn."""


def draw_cover(title: str, series: str, *, palette: Palette = PALETTES[0]) -> bytes:
    """Draw the cover of an episode.

    Args:
        title: What the episode is called. Its size follows its length.
        series: The line above it.
        palette: Colours, one palette for each series.

    Returns:
        A JPEG of `SIDE_PX` × `SIDE_PX`, the same bytes for the same arguments and Pillow.
    """
    return _pack(_compose(title, series, palette, _BESIDE, _SCALE))


def draw_station_cover(name: str, strapline: str, *, palette: Palette = PALETTES[0]) -> bytes:
    """Draw the cover of a station: as `draw_cover`, with the fire in the middle of it."""
    middle = Hearth(y=0.68, sway=0, height=0.37)
    return _pack(_compose(name, strapline, palette, middle, _SCALE))


def sketch_cover(title: str, series: str, palette: Palette) -> Image.Image:
    """Draw the cover of an episode with hard edges, which are gone once it is made smaller."""
    return _compose(title, series, palette, _BESIDE, 1)


def _compose(title: str, series: str, palette: Palette, hearth: Hearth, scale: int) -> Image.Image:
    side = SIDE_PX * scale
    image = Image.new("RGB", (side, side), palette.ground)
    chance = random.Random(f"{series}\n{title}")  # noqa: S311 (sparks, not secrets)
    draw_hearth(image, hearth, palette, chance)
    if scale > 1:
        image = image.resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    _write_words(ImageDraw.Draw(image), title, series, palette)
    return image


def _pack(image: Image.Image) -> bytes:
    """Write a JPEG, at the best quality that is light enough; many small letters weigh more."""
    picture = b""
    for quality in _QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        picture = out.getvalue()
        if len(picture) < LARGEST_BYTES:
            break
    return picture


def _write_words(draw: ImageDraw.ImageDraw, title: str, series: str, palette: Palette) -> None:
    """Write the series and below it the title, as large as it fits."""
    if can_write(series):
        write_label(draw, (_MARGIN_PX, _MARGIN_PX), series, font(_LABEL_PX), palette)
    if can_write(title):
        size, lines = fit_title(title)
        place = _MARGIN_PX - size * 0.05, _MARGIN_PX + 86.0
        write_lines(draw, place, lines, font(size), palette)


def fit_title(title: str) -> tuple[int, list[str]]:
    """Choose the largest size at which a title fits its space."""
    width = SIDE_PX - 2 * _MARGIN_PX
    return fit(title, Space(width, _TITLE_HEIGHT_PX, LARGEST_TITLE_PX, SMALLEST_TITLE_PX))


def write_label(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    face: ImageFont.FreeTypeFont,
    palette: Palette,
) -> None:
    """Write a line of wide capitals."""
    x, y = place
    for letter in text.upper():
        draw.text((x, y), letter, font=face, fill=palette.series)
        x += face.getlength(letter) + 0.115 * face.size


def write_lines(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    lines: list[str],
    face: ImageFont.FreeTypeFont,
    palette: Palette,
) -> None:
    """Write the lines of a title."""
    x, y = place
    for line in lines:
        draw.text((x, y), line, font=face, fill=palette.title)
        y += face.size * LINE_HEIGHT
