"""The picture on a cover: a small fire that sends, with the waves of a transmitter around it.

No person and no equipment is shown, since a picture can unsettle as much as a sound. Everything
is circles, bars and one curve, so that no file has to be kept and every size is sharp.
"""

import math
import random
from typing import NamedTuple

from PIL import Image, ImageDraw


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


class Hearth(NamedTuple):
    """Where the fire burns, in parts of the width of the picture."""

    y: float
    """Its middle."""
    sway: float
    """How far it may stand to the left or right of `x`."""
    height: float
    x: float = 0.5


def draw_hearth(
    image: Image.Image, hearth: Hearth, palette: Palette, chance: random.Random
) -> None:
    """Draw the fire on a picture, with lean, sparks and place as chance has it."""
    side = image.width
    draw = ImageDraw.Draw(image)
    centre = (hearth.x + chance.uniform(-hearth.sway, hearth.sway)) * side, hearth.y * side
    height = hearth.height * side
    _draw_waves(draw, centre, height, palette, chance)
    _draw_sticks(draw, centre, height, palette)
    _draw_flame(draw, centre, height, palette, chance)
    _draw_sparks(draw, centre, height, palette, chance)


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
    draw.arc(
        (x - outer, y - outer, x + outer, y + outer), *degrees, fill=colour, width=round(width)
    )
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
