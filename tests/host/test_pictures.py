"""Pictures of a station: sizes of those that it has, drawings for those that it has not."""

import re
from pathlib import Path

from PIL import Image

from recovery_radio.model.problem import Problem
from sites import EPISODE, LOCAL, PLAIN, build_site, edit, write_files
from sounds import speech
from station import run_radio

WITH_PICTURE = """
-- site/pages/way.md --
---
title: Way
summary: How to find us.
---
![The door & a "bell"](pictures/the-door.jpg)
"""
COVERED = edit(LOCAL, ("topics:", 'cover: {file: cover.jpg, alt: "A red & blue dot."}\ntopics:'))
URL = "https://tiny.example/"


def noise(path: Path, width: int, height: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise((width, height), 60).convert("RGB").save(path)


def facts(path: Path) -> tuple[str | None, tuple[int, int]]:
    with Image.open(path) as image:
        return image.format, image.size


def metas(page: Path) -> dict[str, str]:
    found = re.findall(
        r'<meta (?:property|name)="((?:og|twitter):.+?)" content="(.*?)">', page.read_text()
    )
    return dict(found)


def test_a_programme_without_a_cover_gets_one_from_its_title(tmp_path: Path) -> None:
    public = build_site(tmp_path, EPISODE)

    page = (public / "episodes/first-steps/index.html").read_text()
    card = (public / "listen/index.html").read_text()
    assert 'srcset="../../episodes/first-steps/cover.144w.avif 144w, ' in page
    assert re.search(r'<img src="../../episodes/first-steps/cover.480w.jpg" [^>]*alt=""', page)
    assert '<img src="../episodes/first-steps/cover.144w.jpg" width="72" height="72" alt=""' in card
    for name, kind in (("cover.144w.avif", "AVIF"), ("cover.480w.jpg", "JPEG")):
        assert facts(public / "episodes/first-steps" / name)[0] == kind
    assert "cover." not in (public / "feed.xml").read_text().replace("cover.png", "")


def test_a_cover_is_offered_in_sizes_with_the_authors_words(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, COVERED)
    speech(tmp_path / "episodes/first-steps/steps.mp3", 4)
    noise(tmp_path / "episodes/first-steps/cover.jpg", 700, 700)

    public = build_site(tmp_path)

    page = (public / "episodes/first-steps/index.html").read_text()
    assert 'alt="A red &amp; blue dot."' in page
    assert "cover.jpg.480w.avif 480w" in page
    assert facts(public / "episodes/first-steps/cover.jpg.480w.avif") == ("AVIF", (480, 480))
    assert "episodes/first-steps/cover.jpg" in (public / "feed.xml").read_text()
    assert "480w" not in (public / "feed.xml").read_text()


def test_a_picture_of_a_page_is_offered_in_sizes_and_keeps_its_place(tmp_path: Path) -> None:
    noise(tmp_path / "site/pages/pictures/the-door.jpg", 1200, 800)

    page = (build_site(tmp_path, WITH_PICTURE) / "way/index.html").read_text()

    (picture,) = re.findall(r"<picture>.*?</picture>", page)
    assert 'type="image/avif"' in picture
    assert (
        'srcset="../pictures/the-door.jpg.480w.avif 480w, ../pictures/the-door.jpg.960w.avif '
        '960w, ../pictures/the-door.jpg.1200w.avif 1200w"'
    ) in picture
    assert 'src="../pictures/the-door.jpg.960w.jpg"' in picture
    assert 'width="1200"' in picture
    assert 'height="800"' in picture
    assert 'alt="The door &amp; a &quot;bell&quot;"' in picture.replace(
        'a "bell"', "a &quot;bell&quot;"
    )


def test_a_link_to_a_programme_shows_its_title_and_a_link_to_help_does_not(
    tmp_path: Path,
) -> None:
    public = build_site(tmp_path, EPISODE)

    programme = metas(public / "episodes/first-steps/index.html")
    help_now = metas(public / "help-now/index.html")
    assert programme["og:title"] == "Steps &amp; &#34;hope&#34;"
    assert programme["og:image"] == f"{URL}episodes/first-steps/share.1200w.jpg"
    assert help_now["og:title"] == "Tiny &amp; &#34;small&#34; radio"
    assert help_now["og:description"] == "A station for tests."
    for told in (programme, help_now):
        assert told["twitter:card"] == "summary_large_image"
        assert facts(public / told["og:image"].removeprefix(URL)) == ("JPEG", (1200, 630))
    assert metas(public / "404.html") == {}


def test_a_page_that_is_gone_shows_no_preview(tmp_path: Path) -> None:
    gone = edit(EPISODE, ("status: published", "status: withdrawn"))

    public = build_site(tmp_path, gone)

    assert metas(public / "episodes/first-steps/index.html") == {}
    assert list((public / "episodes/first-steps").iterdir()) == [
        public / "episodes/first-steps/index.html"
    ]


def test_a_title_that_changes_changes_its_pictures(tmp_path: Path) -> None:
    card = "episodes/first-steps/share.1200w.jpg"
    before = (build_site(tmp_path, EPISODE) / card).read_bytes()
    assert (build_site(tmp_path, EPISODE) / card).read_bytes() == before

    after = build_site(tmp_path, edit(EPISODE, ("Steps &", "Walks &"))) / card

    assert after.read_bytes() != before


def test_a_picture_whose_pixels_cannot_be_read_is_named(tmp_path: Path) -> None:
    noise(tmp_path / "site/pages/pictures/a.png", 40, 40)
    data = bytearray((tmp_path / "site/pages/pictures/a.png").read_bytes())
    start = data.index(b"IDAT") + 4
    data[start : start + 40] = bytes(40)
    (tmp_path / "site/pages/pictures/a.png").write_bytes(data)
    write_files(tmp_path, PLAIN)

    run = run_radio(tmp_path, "check")

    what = Problem(
        "site/pages/pictures/a.png",
        1,
        "The picture is damaged.",
        "Save it again as PNG or JPEG, and replace this file.",
        "bad-picture",
    )
    assert run.returncode == 1
    assert str(what) in run.stderr
