"""Nothing that names a person or a place gets out: not in any file of the site, in any writing.

Names and places are planted where phones, recorders, cameras and editors put them. Then a real
station is built, and every byte of it is searched.
"""

import base64
import gzip
import io
import json
import os
import re
import shutil
import struct
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from mutagen.apev2 import APEv2
from mutagen.flac import FLAC, Picture
from mutagen.id3 import (
    APIC,
    COMM,
    GEOB,
    ID3,
    PRIV,
    TALB,
    TENC,
    TIT2,
    TPE1,
    TXXX,
    UFID,
    USLT,
    WOAS,
    ID3v1SaveOptions,
)  # fmt: skip
from PIL import Image, PngImagePlugin

from sites import LOCAL, PLAIN, edit, write_files
from sounds import ffmpeg, speech
from station import run_radio

NAME, ROAD, PLACE = "Jane Quintrell", "Acacia Road", "+51.5074-000.1278/"
DEVICE = "Quuxphone 15"
LATITUDE = 51.5074
WORDS = (NAME, ROAD, "51.5074", DEVICE)
# As a film says it (16.16 bits), and as a camera does (degrees, minutes and seconds as fractions).
NUMBERS = (
    struct.pack(">i", int(LATITUDE * 65536)),
    struct.pack(">6I", 51, 1, 30, 1, 666, 25),
    struct.pack("<6I", 51, 1, 30, 1, 666, 25),
)
OLD = datetime(2019, 5, 17, 8, 30, tzinfo=UTC).timestamp()

Form = tuple[str, bytes]


def needles() -> Iterator[Form]:
    """Give every planted value in every writing in which it could get out."""
    for word in WORDS:
        plain = word.encode()
        yield word, plain
        yield f"{word} in UTF-16", word.encode("utf-16-le")
        yield f"{word} in UTF-16, the other way", word.encode("utf-16-be")
        for shift in range(3):
            packed = base64.b64encode(bytes(shift) + plain + bytes(3))
            # Only the letters that depend on nothing but the word.
            yield f"{word} in base64", packed[4 if shift else 0 :][: len(plain) * 4 // 3 - 3]
    for number in NUMBERS:
        yield "a place as numbers", number


NEEDLES = tuple(needles())


def found_in(data: bytes) -> set[str]:
    """Name the planted values that a file holds, also with zeros strewn in and packed."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    lower = data.lower()
    bare = lower.replace(b"\0", b"")
    found = {
        name for name, needle in NEEDLES if "base64" in name or "numbers" in name if needle in data
    }
    return found | {
        name for name, needle in NEEDLES if needle.lower() in lower or needle.lower() in bare
    }


def exif() -> Image.Exif:
    found = Image.Exif()
    found[0x010E], found[0x013B], found[0x0110] = ROAD, NAME, DEVICE
    found[0x9C9D] = NAME.encode("utf-16-le") + b"\0\0"
    found[0x8825] = {1: "N", 2: (51.0, 30.0, 26.64), 3: "W", 4: (0.0, 7.0, 40.08)}
    return found


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}, {ROAD}</a></x:xmpmeta>'.encode()


def picture() -> Image.Image:
    return Image.effect_noise((160, 160), 60).convert("RGB")


def jpeg() -> bytes:
    """A photograph with notes of every kind, and a second one behind it."""
    written = io.BytesIO()
    picture().save(
        written, "JPEG", exif=exif(), comment=f"{NAME} {ROAD}", icc_profile=NAME.encode() * 9
    )
    data = written.getvalue()
    extra = b"".join(
        b"\xff" + bytes((marker,)) + struct.pack(">H", len(body) + 2) + body
        for marker, body in (
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
            (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14" + NAME.encode().ljust(20)),
            (0xE2, b"MPF\0" + ROAD.encode()),
        )
    )
    return data[:2] + extra + data[2:] + data + f"{NAME} {PLACE}".encode()


def png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", NAME)
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
    notes.add_text("Location", PLACE)
    written = io.BytesIO()
    picture().save(written, "PNG", pnginfo=notes, exif=exif())
    return written.getvalue() + f"{NAME} at {ROAD}".encode()


def webp() -> bytes:
    written = io.BytesIO()
    picture().save(written, "WEBP", exif=exif(), xmp=XMP, icc_profile=NAME.encode() * 9)
    return written.getvalue()


def plant_mp3(path: Path) -> None:
    """Write tags of four kinds into an MP3: one before the sound and three behind it."""
    tags = ID3()
    small = jpeg()
    for frame in (
        TIT2(encoding=3, text=f"Recording at {ROAD}"),
        TPE1(encoding=1, text=NAME),
        TALB(encoding=0, text=PLACE),
        TENC(encoding=3, text=f"{NAME}'s {DEVICE}"),
        COMM(encoding=1, lang="eng", desc=NAME, text=f"recorded at {ROAD}"),
        USLT(encoding=3, lang="eng", desc="", text=f"{NAME} says hello"),
        TXXX(encoding=3, desc="GPS", text=PLACE),
        PRIV(owner="com.example", data=f"{NAME}|{PLACE}".encode()),
        GEOB(encoding=3, mime="text/plain", filename=f"{ROAD}.txt", desc=NAME, data=XMP),
        UFID(owner="http://example/", data=NAME.encode()),
        WOAS(url=f"https://example.org/{NAME.replace(' ', '-')}"),
        APIC(encoding=3, mime="image/jpeg", type=3, desc=NAME, data=small),
    ):
        tags.add(frame)
    tags.save(path, v1=ID3v1SaveOptions.CREATE)
    data = path.read_bytes()
    lyrics = f"LYRICSBEGININD0000200EAR{len(NAME):05}{NAME}".encode()
    lyrics += f"{len(lyrics):06}LYRICS200".encode()
    path.write_bytes(data[:-128] + lyrics + data[-128:])
    ape = APEv2()
    ape["Artist"], ape["Comment"] = NAME, f"{ROAD} {PLACE}"
    ape.save(path)


def plant_wav(path: Path) -> None:
    """Write what a field recorder writes: who, on what, when and where."""
    data = path.read_bytes()
    bext = struct.pack(
        "<256s32s32s10s8s",
        NAME.encode(),
        DEVICE.encode(),
        ROAD.encode(),
        b"2019-05-17",
        b"08:30:00",
    )
    info = b"INFO" + b"".join(
        name + struct.pack("<I", 40) + text.encode().ljust(40, b"\0")
        for name, text in ((b"IART", NAME), (b"ICMT", PLACE), (b"ISFT", DEVICE))
    )
    ixml = f"<BWFXML><NOTE>{NAME} {PLACE}</NOTE></BWFXML>".encode().ljust(100)
    for kind, body in ((b"bext", bext.ljust(602, b"\0")), (b"LIST", info), (b"iXML", ixml)):
        data += kind + struct.pack("<I", len(body)) + body
    path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])


def plant_flac(path: Path) -> None:
    flac = FLAC(path)
    flac["artist"], flac["location"], flac["encoder"] = NAME, PLACE, DEVICE
    cover = Picture()
    cover.data, cover.mime, cover.desc = jpeg(), "image/jpeg", ROAD
    flac.add_picture(cover)
    flac.save()


NOTES = (
    *("-metadata", f"artist={NAME}", "-metadata", f"comment={ROAD}", "-metadata", f"title={ROAD}"),
    *("-metadata", f"location={PLACE}", "-metadata", f"com.apple.quicktime.model={DEVICE}"),
    *("-metadata:s:a:0", f"handler_name={NAME}", "-metadata:s:a:0", f"title={ROAD}"),
)
PUBLISHED = {
    "by-mp3": ("mp3", ("-b:a", "64k")),
    "by-ogg": ("ogg", ("-c:a", "libvorbis", *NOTES)),
    "by-opus": ("opus", ("-c:a", "libopus", *NOTES)),
    "by-m4a": ("m4a", ("-c:a", "aac", *NOTES)),
    "by-mdta": ("m4a", ("-c:a", "aac", "-f", "mp4", "-movflags", "use_metadata_tags", *NOTES)),
}
"""Programmes whose recording an author put beside them, by the kind of file."""
RECORDED = {
    "from-wav": ("wav", ()),
    "from-flac": ("flac", ()),
    "from-mp3": ("mp3", ("-b:a", "96k")),
    "from-3gp": ("3gp", ("-c:a", "aac", *NOTES)),
    "from-mov": ("mov", ("-c:a", "aac", *NOTES)),
    "from-mkv": ("mka", ("-c:a", "libvorbis", *NOTES)),
}
"""Programmes that go through `radio record`."""
PLANTERS = {"mp3": plant_mp3, "wav": plant_wav, "flac": plant_flac}


def programme(slug: str, ending: str, number: int) -> str:
    return edit(
        LOCAL,
        ("first-steps", slug),
        ("aaaaaaaaaaaa", f"aaaaaaaaaa{number:02}"),
        ("steps.mp3", f"jane-quintrell-acacia-road.{ending}"),
        ("topics:", "cover: {file: cover.jpg, alt: A dot.}\ntopics:"),
    )


PAGE = "-- site/pages/maps/way.md --\n---\ntitle: Way\nsummary: A page.\n---\n![a](a.png) ![b](b.webp) ![c](c.jpg)\n"


def plant(path: Path, ending: str, options: tuple[str, ...]) -> Path:
    """Make a recording that tells who spoke where."""
    speech(path, 6, *options)
    if ending in PLANTERS:
        PLANTERS[ending](path)
    os.utime(path, (OLD, OLD))
    return path


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, fixed_date: None) -> Path:
    """A station full of names and places, recorded and built as an author would do it."""
    base = tmp_path_factory.mktemp("scrubbed")
    root, outside = base / "station", base / "outside"
    outside.mkdir()
    kinds = {slug: ending for slug, (ending, _) in PUBLISHED.items()} | dict.fromkeys(
        RECORDED, "mp3"
    )
    theme = edit(PLAIN, ("font: false}", "font: false, custom_dir: site/theme}"))
    texts = [programme(slug, ending, n) for n, (slug, ending) in enumerate(kinds.items())]
    write_files(root, theme, PAGE, *texts)
    (root / "site/theme/pictures").mkdir(parents=True)
    for place, data in {
        "site/pages/maps/a.png": png(),
        "site/pages/maps/b.webp": webp(),
        "site/pages/maps/c.jpg": jpeg(),
        "site/theme/pictures/logo.png": png(),
    }.items():
        (root / place).write_bytes(data)
    for slug in kinds:
        (root / f"episodes/{slug}/cover.jpg").write_bytes(jpeg())
    for slug, (ending, options) in PUBLISHED.items():
        plant(root / f"episodes/{slug}/jane-quintrell-acacia-road.{ending}", ending, options)
    for slug, (ending, options) in RECORDED.items():
        original = plant(outside / f"{slug} {ROAD}.{ending}", ending, options)
        run = run_radio(root, "record", slug, str(original))
        assert run.returncode == 0, run.stderr
    run = run_radio(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return root


def sources(station: Path) -> list[Path]:
    """Give every file that names and places were planted in."""
    own = [
        p
        for p in (station / "episodes").rglob("*")
        if p.stem in ("jane-quintrell-acacia-road", "cover")
    ]
    pages = [p for f in ("site/pages/maps", "site/theme/pictures") for p in (station / f).iterdir()]
    outside = list((station.parent / "outside").iterdir())
    return sorted([*own, *outside, *(p for p in pages if p.suffix != ".md")])


def test_every_planted_file_can_be_caught_so_that_the_search_can_fail(station: Path) -> None:
    kinds: dict[str, set[str]] = {}
    for path in sources(station):
        kinds.setdefault(path.suffix, set()).update(found_in(path.read_bytes()))

    assert set(kinds) == {
        ".mp3",
        ".ogg",
        ".opus",
        ".m4a",
        ".wav",
        ".flac",
        ".3gp",
        ".mov",
        ".mka",
        ".jpg",
        ".png",
        ".webp",
    }
    for kind, found in kinds.items():
        assert NAME in found, kind
    assert f"{NAME} in UTF-16" in kinds[".mp3"] & kinds[".jpg"]
    assert "a place as numbers" in kinds[".m4a"] & kinds[".jpg"] & kinds[".webp"] & kinds[".png"]
    assert found_in(base64.b64encode(b"x" + NAME.encode())) == {f"{NAME} in base64"}
    assert found_in(gzip.compress(ROAD.encode())) == {ROAD}


def test_no_planted_byte_is_in_any_file_or_name_of_the_site(station: Path) -> None:
    public = station / "public"
    files = [path for path in public.rglob("*") if path.is_file()]

    caught = {str(p.relative_to(public)): found_in(p.read_bytes()) for p in files}
    names = [
        path for path in files if "quintrell" in str(path).lower() or "acacia" in str(path).lower()
    ]

    assert {name: found for name, found in caught.items() if found} == {}
    assert names == []
    assert len([p for p in files if p.suffix in (".mp3", ".ogg", ".opus", ".m4a")]) == 5 + 2 * 6
    made = [p for p in files if re.search(r"\.\d+w\.(avif|jpg)$", p.name)]
    own = [p for p in files if p.suffix in (".jpg", ".png", ".webp") and p not in made]
    assert len(own) == 11 + 5
    # Of a cover two sizes in two kinds, of a page's picture one; and what is shared.
    assert len(made) == 11 * 4 + 3 * 2 + 12
    assert {p.suffix for p in made} == {".avif", ".jpg"}


def test_nothing_that_was_kept_between_builds_holds_a_planted_byte(station: Path) -> None:
    kept = [path for path in (station / ".cache").rglob("*") if path.suffix != ".json"]

    assert len(kept) > 10
    assert [path for path in kept if path.is_file() and found_in(path.read_bytes())] == []


def test_no_published_file_tells_when_it_was_recorded(station: Path) -> None:
    files = [path for path in (station / "public").rglob("*") if path.is_file()]

    assert [p for p in files if abs(p.stat().st_mtime - OLD) < 2 * 24 * 3600] == []
    recordings = [p for p in files if p.suffix in (".mp3", ".ogg", ".opus", ".m4a")]
    days = {datetime.fromtimestamp(p.stat().st_mtime, UTC).date().isoformat() for p in recordings}
    assert days == {"2026-03-11"}  # the day before they were published


def test_what_is_published_can_be_heard_and_is_as_large_as_the_feed_says(station: Path) -> None:
    public = station / "public"
    items = etree.parse(public / "feed.xml").findall(".//item")

    assert len(items) == len(PUBLISHED) + len(RECORDED)
    for item in items:
        enclosure = item.find("enclosure")
        assert enclosure is not None
        path = public / enclosure.attrib["url"].removeprefix("https://tiny.example/")
        assert enclosure.attrib["length"] == str(path.stat().st_size)
        said = ffmpeg("-i", str(path), "-f", "null", "-")
        assert "Invalid data" not in said
        assert "time=00:00:0" in said
    title = ID3(public / "episodes/by-mp3/by-mp3.mp3")["TIT2"]
    assert str(title) == 'Steps & "hope"'


def test_the_authors_own_files_are_as_they_were(station: Path) -> None:
    own = [path for path in sources(station) if path.stem.startswith("jane")]

    assert len(own) == len(PUBLISHED)
    for path in own:
        assert path.stat().st_mtime == OLD
        assert found_in(path.read_bytes())


def test_a_second_build_opens_nothing_and_makes_nothing(station: Path) -> None:
    shelf = station / ".cache/radio"
    before = {path: path.stat().st_mtime_ns for path in shelf.rglob("*")}

    assert run_radio(station, "build").returncode == 0

    assert {path: path.stat().st_mtime_ns for path in shelf.rglob("*")} == before


def read_with_exiftool(*folders: Path) -> list[dict[str, Any]]:
    if not shutil.which("exiftool"):
        advice = "exiftool is missing: sudo apt-get install libimage-exiftool-perl"
        # Nobody may overlook that it is missing where suggestions are checked.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(advice)
    command = ["exiftool", "-json", "-r", "-a", "-u", "-ee", "-G1", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return [
        {k: v for k, v in one.items() if not k.startswith(("System:", "SourceFile"))}
        for one in read
    ]


def test_exiftool_finds_nobody_and_no_place_on_the_site(station: Path) -> None:
    told = read_with_exiftool(station / "public")

    assert len(told) > 30
    for one in told:
        text = json.dumps(one).lower()
        assert not [word for word in (*WORDS, "51 deg", "quintrell") if word.lower() in text], one
        assert not [key for key in one if "gps" in key.lower()], one
    before = json.dumps(read_with_exiftool(*sources(station))).lower()
    assert all(word.lower() in before for word in (*WORDS, "51 deg"))
