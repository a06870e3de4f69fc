"""The fire on a cover: the same by the same chance, within its place, in its colours."""

import random

from PIL import Image, ImageColor

from recovery_radio.studio.cover import PALETTES
from recovery_radio.studio.hearth import Hearth, draw_hearth

PALETTE = PALETTES[0]


def drawn(seed: str, hearth: Hearth) -> Image.Image:
    image = Image.new("RGB", (400, 400), PALETTE.ground)
    draw_hearth(image, hearth, PALETTE, random.Random(seed))
    return image


def middle_of(image: Image.Image, colour: str) -> float:
    """Mean distance of a colour from the left side."""
    wanted = ImageColor.getrgb(colour)
    places = [x for x in range(400) for y in range(400) if image.getpixel((x, y)) == wanted]
    return sum(places) / len(places)


def test_the_same_chance_draws_the_same_fire_and_another_draws_another() -> None:
    hearth = Hearth(y=0.7, sway=0.15, height=0.35)

    assert drawn("one", hearth).tobytes() == drawn("one", hearth).tobytes()
    assert drawn("one", hearth).tobytes() != drawn("two", hearth).tobytes()


def test_a_fire_without_sway_burns_in_the_middle() -> None:
    hearth = Hearth(y=0.7, sway=0, height=0.35)

    assert all(abs(middle_of(drawn(seed, hearth), PALETTE.flame[2]) - 200) < 15 for seed in "abc")


def test_a_fire_with_sway_keeps_its_sticks_on_the_picture() -> None:
    hearth = Hearth(y=0.785, sway=0.19, height=0.31)

    for seed in map(str, range(12)):
        image = drawn(seed, hearth)
        wood = {ImageColor.getrgb(colour) for colour in PALETTE.wood}
        edges = [(x, y) for x in (0, 399) for y in range(400)]
        edges += [(x, 399) for x in range(400)]
        assert wood.isdisjoint(image.getpixel(place) for place in edges)


def test_every_colour_of_the_fire_is_used() -> None:
    image = drawn("one", Hearth(y=0.6, sway=0, height=0.4))

    found = {colour for _, colour in image.getcolors(400 * 400) or []}
    parts = (PALETTE.ground, PALETTE.tint, PALETTE.waves, *PALETTE.flame, *PALETTE.wood)
    assert {ImageColor.getrgb(colour) for colour in parts} <= found
