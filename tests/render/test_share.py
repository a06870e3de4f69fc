"""Previews of links: a programme says what it is, every other page says only whose it is."""

import pytest

from recovery_radio.model.station import Station
from recovery_radio.render.share import share_of

STATION = Station(name="Tiny", url="https://tiny.example/radio/", description="A station.")


def test_a_programme_is_shared_with_its_title_and_picture() -> None:
    share = share_of(STATION, "programme", "episodes/hope/", "Hope & more", "How it began.")

    assert (share.title, share.description) == ("Hope & more", "How it began.")
    assert share.image == "https://tiny.example/radio/episodes/hope/share.1200w.jpg"
    assert "Hope & more" in share.alt


@pytest.mark.parametrize("kind", ["guidance", "service", "training", "page"])
def test_a_page_of_any_other_kind_tells_a_family_chat_nothing_about_itself(kind: str) -> None:
    share = share_of(STATION, kind, "mixing/", "Mixing drugs", "What to do in an overdose.")

    assert share.title == "Tiny"
    assert share.description == "A station."
    assert share.image == "https://tiny.example/radio/assets/radio/share.1200w.jpg"
    assert "ixing" not in "".join(share)
