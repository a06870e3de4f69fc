"""Share pictures: what a chat or a network shows beside a link to the station.

A programme's has its title, every other page the same one with the station's name alone, since
the people who see a preview are more than those who were meant to read the page. Drawn from words, so
no person and no equipment is on it. A title that the typeface cannot write is left out.

Source: https://ogp.me/
"""

import random
from functools import lru_cache

from PIL import Image, ImageDraw

from recovery_radio.studio.cover import write_label, write_lines
from recovery_radio.studio.hearth import Hearth, Palette, draw_hearth
from recovery_radio.studio.lettering import Space, can_write, fit, font

WIDTH_PX, HEIGHT_PX = 1200, 630
_SCALE = 2
_MARGIN_PX = 70
_LABEL_PX = 34
_NAME_PX = 40
_TITLE = Space(width=630, height=340, largest=104, smallest=40)
_NAME_ALONE = Space(width=610, height=300, largest=150, smallest=48)
_HEARTH = Hearth(x=0.84, y=0.275, sway=0, height=0.185)


def draw_card(title: str, series: str, name: str, palette: Palette) -> Image.Image:
    """Draw a share picture.

    Args:
        title: Of a programme; empty for the station itself.
        series: The line above it.
        name: Of the station.
        palette: Colours.
    """
    image = _ground(palette).copy()
    draw = ImageDraw.Draw(image)
    title, series, name = (text if can_write(text) else "" for text in (title, series, name))
    if not title:
        size, lines = fit(name, _NAME_ALONE)
        top = (HEIGHT_PX - len(lines) * size * 1.2) / 2
        write_lines(draw, (_MARGIN_PX, top), lines, font(size), palette)
        return image
    write_label(draw, (_MARGIN_PX, _MARGIN_PX), series, font(_LABEL_PX), palette)
    size, lines = fit(title, _TITLE)
    write_lines(draw, (_MARGIN_PX, _MARGIN_PX + 62), lines, font(size), palette)
    low = HEIGHT_PX - _MARGIN_PX
    draw.text((_MARGIN_PX, low), name, font=font(_NAME_PX), fill=palette.title, anchor="ls")
    return image


@lru_cache(maxsize=8)
def _ground(palette: Palette) -> Image.Image:
    """Draw the fire, the same on every card of a colour: it takes longer than the words do."""
    size = WIDTH_PX * _SCALE, HEIGHT_PX * _SCALE
    image = Image.new("RGB", size, palette.ground)
    chance = random.Random(palette.ground)  # noqa: S311 (sparks, not secrets)
    draw_hearth(image, _HEARTH, palette, chance)
    return image.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
