"""Covers: a square picture for an episode or a station, drawn from its words.

A fire that sends: an ember in the shape of a flame, and the waves of a transmitter around it. No
person and no equipment is shown, since a picture can unsettle as much as a sound. The title
seeds the sparks, so each episode has a cover of its own and the same title always has the same
one. Shapes are drawn twice as large and scaled down, because Pillow's shapes have hard edges.
JPEG, because podcast directories want RGB without an alpha channel; no metadata is written.

Sources: https://podcasters.apple.com/support/896-artwork-requirements,
https://pillow.readthedocs.io/en/stable/reference/ImageFont.html
"""

import io
import math
import random
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

SIDE_PX = 1400
"""Width and height: the least that podcast directories take."""
_SCALE = 2
_MARGIN_PX = 112
_TITLE_SIZES_PX = range(208, 51, -4)
_TITLE_HEIGHT_PX = 510
_LABEL_PX = 52
_LINE_HEIGHT = 1.08
_QUALITY = 82

_Font = ImageFont.FreeTypeFont


class Palette(NamedTuple):
    """Colours of a cover, as `#rrggbb`. Words on the ground have a contrast of 4.5 at least."""

    ground: str
    title: str
    series: str
    tint: str
    """Of the rings on the ground."""
    waves: str
    """Of the arcs beside the fire."""
    flame: tuple[str, str, str]
    """From the outside to the core."""
    wood: tuple[str, str]
    """Of the two sticks."""


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
        series="#ffdfae",
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
    hearth = _Hearth(y=0.785, sway=0.19, height=0.31)
    return _compose(title, series, palette, typeface, hearth)


def draw_station_cover(
    name: str, strapline: str, *, palette: Palette = PALETTES[0], typeface: Path | None = None
) -> bytes:
    """Draw the cover of a station: as `draw_cover`, with the fire in the middle of it."""
    return _compose(name, strapline, palette, typeface, _Hearth(y=0.68, sway=0, height=0.37))


class _Hearth(NamedTuple):
    """Where the fire burns, in parts of the side of the cover."""

    y: float
    """Its middle."""
    sway: float
    """How far it may stand to the left or right of the middle."""
    height: float


def _compose(
    title: str, series: str, palette: Palette, typeface: Path | None, hearth: _Hearth
) -> bytes:
    side = SIDE_PX * _SCALE
    image = Image.new("RGB", (side, side), palette.ground)
    draw = ImageDraw.Draw(image)
    chance = random.Random(f"{series}\n{title}")  # noqa: S311 (sparks, not secrets)
    centre = (0.5 + chance.uniform(-hearth.sway, hearth.sway)) * side, hearth.y * side
    height = hearth.height * side
    _draw_waves(draw, centre, height, palette, chance)
    _draw_sticks(draw, centre, height, palette)
    _draw_flame(draw, centre, height, palette, chance)
    _draw_sparks(draw, centre, height, palette, chance)
    image = image.resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    _write_words(ImageDraw.Draw(image), title, series, palette, typeface)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _draw_waves(
    draw: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    height: float,
    palette: Palette,
    chance: random.Random,
) -> None:
    """Rings that spread over the ground, and pairs of arcs as on a transmitter."""
    x, y = centre
    y -= 0.08 * height
    radius = height * 2.9
    for index in range(4):
        inner = radius - height * (0.25 - 0.03 * index)
        _disc(draw, x, y, radius, palette.tint)
        _disc(draw, x, y, inner, palette.ground)
        radius = inner - height * 0.14
    _disc(draw, x, y, height * 0.8, palette.tint)
    half = chance.uniform(30, 42)
    for reach, width in ((1.03, 0.068), (1.27, 0.056)):
        for middle in (0.0, 180.0):
            degrees = (middle - half, middle + half)
            _arc(draw, (x, y), reach * height, degrees, width * height, palette.waves)
            half -= 1


def _draw_sticks(
    draw: ImageDraw.ImageDraw, centre: tuple[float, float], height: float, palette: Palette
) -> None:
    """Kindling: two sticks laid across each other."""
    x, y = centre
    y += 0.47 * height
    reach, drop, thick = 0.52 * height, 0.13 * height, 0.12 * height
    _bar(draw, (x - reach, y - drop), (x + reach, y + drop), thick, palette.wood[1])
    _bar(draw, (x - reach, y + drop), (x + reach, y - drop), thick, palette.wood[0])


def _draw_flame(
    draw: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    height: float,
    palette: Palette,
    chance: random.Random,
) -> None:
    x, y = centre
    foot = y + 0.40 * height
    lean = chance.choice((-1, 1)) * chance.uniform(0.05, 0.13)
    for size, colour in zip((1.0, 0.66, 0.36), palette.flame, strict=True):
        tall = size * height
        points = [_flame_point(step / 180, lean) for step in range(361)]
        draw.polygon([(x + px * tall, foot + (py - 0.5) * tall) for px, py in points], fill=colour)
        foot -= 0.05 * height


def _flame_point(turn: float, lean: float) -> tuple[float, float]:
    """Give a point of a drop that stands on its round end; `turn` runs from 0 to 2."""
    angle = turn * math.pi
    across = 0.44 * math.sin(angle) * abs(math.sin(angle / 2)) ** 1.35
    down = -0.5 * math.cos(angle)
    rise = 0.5 - down
    return across + lean * (math.sin(rise * math.pi * 1.5) * 0.5 + rise * rise), down


def _draw_sparks(
    draw: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    height: float,
    palette: Palette,
    chance: random.Random,
) -> None:
    """Sparks that rise from the fire, smaller the higher they are."""
    x, y = centre
    drawn: list[tuple[float, float]] = []
    for _ in range(24):
        spark = x + chance.uniform(-0.42, 0.42) * height, y - chance.uniform(0.60, 0.86) * height
        if all(math.dist(spark, other) > 0.09 * height for other in drawn):
            drawn.append(spark)
            size = height * chance.uniform(0.012, 0.028)
            _disc(draw, *spark, size, palette.flame[chance.randrange(2)])


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _arc(
    draw: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    radius: float,
    degrees: tuple[float, float],
    width: float,
    colour: str,
) -> None:
    """An arc with round ends, which Pillow's own lacks."""
    x, y = centre
    outer = radius + width / 2
    draw.arc((x - outer, y - outer, x + outer, y + outer), *degrees, fill=colour, width=round(width))
    for end in degrees:
        angle = math.radians(end)
        _disc(draw, x + radius * math.cos(angle), y + radius * math.sin(angle), width / 2, colour)


def _bar(
    draw: ImageDraw.ImageDraw,
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float,
    colour: str,
) -> None:
    draw.line((start, end), fill=colour, width=round(thick))
    for x, y in (start, end):
        _disc(draw, x, y, thick / 2, colour)


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
    for size in _TITLE_SIZES_PX:
        font = _font(typeface, size)
        width = SIDE_PX - 2 * _MARGIN_PX
        lines = _wrap(title, font, width)
        whole = all(word in " ".join(lines).split() for word in title.split())
        if whole and len(lines) * size * _LINE_HEIGHT <= _TITLE_HEIGHT_PX:
            return size, lines
    return _TITLE_SIZES_PX[-1], lines


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
