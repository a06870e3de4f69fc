"""Share pictures: the size that networks ask for, words that fit, and none that are boxes."""

import pytest
from PIL import Image, ImageChops

from recovery_radio.studio.card import HEIGHT_PX, WIDTH_PX, draw_card
from recovery_radio.studio.cover import PALETTES
from recovery_radio.studio.hearth import Palette

LONG = "What we asked for when they asked us what we wanted, and what came of it in the year after"


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("title", ["Hope", LONG, "Llanfairpwllgwyngyllgogerychwyrndrobwllllan"])
def test_words_stay_on_their_side_of_the_picture(title: str, palette: Palette) -> None:
    card = draw_card(title, "Stories of hope", "Kindling", palette)

    assert (card.size, card.mode) == ((WIDTH_PX, HEIGHT_PX), "RGB")
    box = written(card, draw_card("", "", "", palette))
    left, top, right, bottom = box
    assert left >= 60
    assert top >= 60
    assert right <= 710  # the fire's waves begin there
    assert bottom <= HEIGHT_PX - 50


def test_the_station_has_a_picture_with_its_name_alone() -> None:
    alone = draw_card("", "", "Kindling", PALETTES[0])

    assert alone == draw_card("", "Stories of hope", "Kindling", PALETTES[0])
    assert alone != draw_card("", "", "Tinder", PALETTES[0])


def test_a_title_that_cannot_be_written_leaves_the_stations_picture() -> None:
    urdu = draw_card("پہلا دن", "Stories of hope", "Kindling", PALETTES[0])

    assert urdu == draw_card("", "", "Kindling", PALETTES[0])
    assert draw_card("پہلا", "پہلا", "پہلا", PALETTES[0]) == draw_card("", "", "", PALETTES[0])


def test_the_same_words_give_the_same_picture() -> None:
    again = [draw_card("Hope", "Plain talk", "Kindling", PALETTES[1]) for _ in range(2)]

    assert again[0] == again[1]


def written(card: Image.Image, bare: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.difference(card, bare).getbbox()
    assert box
    return box
