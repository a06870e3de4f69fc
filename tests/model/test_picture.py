"""Sizes of a picture, as a page names them."""

from recovery_radio.model.picture import Sizes


def test_a_page_lets_the_browser_choose_by_width() -> None:
    sizes = Sizes("pictures/door.jpg", 900, 600, (480, 900), (900,))

    assert sizes.srcset("..") == (
        "../pictures/door.jpg.480w.avif 480w, ../pictures/door.jpg.900w.avif 900w"
    )
    assert sizes.address(900, "jpg") == "pictures/door.jpg.900w.jpg"
