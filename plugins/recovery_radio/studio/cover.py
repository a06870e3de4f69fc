"""Covers: a square picture for an episode or a station, drawn from its words.

The picture is that of `studio.hearth`; the title seeds it, so each episode has a cover of its own
and the same title always has the same one. Shapes are drawn twice as large and scaled down,
because Pillow's shapes have hard edges. JPEG, because podcast directories want RGB without an
alpha channel; no metadata is written.

Sources: https://podcasters.apple.com/support/896-artwork-requirements,
https://pillow.readthedocs.io/en/stable/reference/ImageFont.html
"""

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from recovery_radio.studio.hearth import Hearth, Palette, draw_hearth

SIDE_PX = 1400
"""Width and height: the least that podcast directories take."""
_SCALE = 2
_MARGIN_PX = 112
LARGEST_TITLE_PX = 208
SMALLEST_TITLE_PX = 52
_TITLE_HEIGHT_PX = 510
_LABEL_PX = 52
_LINE_HEIGHT = 1.08
LARGEST_BYTES = 120_000
"""What a cover may weigh, since a page of programmes shows many."""
_QUALITIES = (82, 74, 66, 58, 50)

_Font = ImageFont.FreeTypeFont


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


def draw_cover(
    title: str, series: str, *, palette: Palette = PALETTES[0], typeface: Path | None = None
) -> bytes:
    """Draw the cover of an episode.

    Args:
        title: What the episode is called. Its size follows its length.
        series: The line above it.
        palette: Colours, one palette for each series.
        typeface: A TrueType or OpenType file; without one, Pillow's own, which knows plain
            English only.

    Returns:
        A JPEG of `SIDE_PX` × `SIDE_PX`, the same bytes for the same arguments and Pillow.

    Raises:
        OSError: The typeface cannot be read.
    """
    hearth = Hearth(y=0.785, sway=0.19, height=0.31)
    return _compose(title, series, palette, typeface, hearth)


def draw_station_cover(
    name: str, strapline: str, *, palette: Palette = PALETTES[0], typeface: Path | None = None
) -> bytes:
    """Draw the cover of a station: as `draw_cover`, with the fire in the middle of it."""
    return _compose(name, strapline, palette, typeface, Hearth(y=0.68, sway=0, height=0.37))


def _compose(
    title: str, series: str, palette: Palette, typeface: Path | None, hearth: Hearth
) -> bytes:
    side = SIDE_PX * _SCALE
    image = Image.new("RGB", (side, side), palette.ground)
    chance = random.Random(f"{series}\n{title}")  # noqa: S311 (sparks, not secrets)
    draw_hearth(image, hearth, palette, chance)
    image = image.resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    _write_words(ImageDraw.Draw(image), title, series, palette, typeface)
    return _pack(image)


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


def _write_words(
    draw: ImageDraw.ImageDraw,
    title: str,
    series: str,
    palette: Palette,
    typeface: Path | None,
) -> None:
    """Write the series and below it the title, as large as it fits."""
    label = _font(typeface, _LABEL_PX)
    x = float(_MARGIN_PX)
    for letter in series.upper():
        draw.text((x, _MARGIN_PX), letter, font=label, fill=palette.series)
        x += label.getlength(letter) + 6
    size, lines = fit_title(title, typeface)
    font = _font(typeface, size)
    top = _MARGIN_PX + 86.0
    for line in lines:
        draw.text((_MARGIN_PX - size * 0.05, top), line, font=font, fill=palette.title)
        top += size * _LINE_HEIGHT


def fit_title(title: str, typeface: Path | None = None) -> tuple[int, list[str]]:
    """Choose the largest size at which a title fits its space.

    Returns:
        The size in pixels and the lines. A word that is longer than a line is cut.
    """
    lines: list[str] = []
    for size in range(LARGEST_TITLE_PX, SMALLEST_TITLE_PX - 1, -4):
        font = _font(typeface, size)
        width = SIDE_PX - 2 * _MARGIN_PX
        lines = _wrap(title, font, width)
        whole = all(word in " ".join(lines).split() for word in title.split())
        if whole and len(lines) * size * _LINE_HEIGHT <= _TITLE_HEIGHT_PX:
            return size, lines
    return SMALLEST_TITLE_PX, lines


def _wrap(text: str, font: _Font, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def _font(typeface: Path | None, size: int) -> _Font:
    if typeface is not None:
        return ImageFont.truetype(typeface, size)
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise OSError("Pillow was built without FreeType, so that it cannot write words.")
    return font
