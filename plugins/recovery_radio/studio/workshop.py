"""A process that makes pictures small, or draws them: jobs come in, files go out by its answer.

Somebody else's picture has to be unpacked for that, so it happens in a process of its own, which
`host.sizing` starts within limits of time and memory, and which writes no file. One line of JSON
is one job; the answer is a line of JSON too, or `null` for a picture that cannot be unpacked.

Nothing of a picture's notes gets into what is made of it: only its pixels go on.

Source: https://pillow.readthedocs.io/en/stable/handbook/image-file-formats.html
"""

import base64
import io
import json
import sys
from pathlib import Path
from typing import IO, Any, NamedTuple

from PIL import Image, ImageOps

from recovery_radio.studio.card import draw_card
from recovery_radio.studio.cover import PALETTES, sketch_cover

PAGE, COVER, SKETCH, CARD = "page", "cover", "sketch", "card"
"""Kinds of jobs: a picture of a page, an author's cover, a cover and a share picture to draw."""

_AVIF: dict[str, Any] = {"quality": 55, "speed": 8, "max_threads": 1}
# More effort takes four times as long, for a tenth of the bytes. One thread, so that the same
# picture gives the same bytes on every machine.
_JPEG: dict[str, Any] = {"quality": 76, "optimize": True, "progressive": True}


class Job(NamedTuple):
    """What to make."""

    kind: str
    source: str
    """Path of a picture, or the title to write on one."""
    avif: tuple[int, ...]
    """Widths to make, in pixels. A picture never becomes wider than it is."""
    jpeg: tuple[int, ...]
    series: str = ""
    """Line above a title."""
    name: str = ""
    """Of the station."""
    palette: int = 0
    """Which colours to draw with."""
    digest: str = ""
    """Of the file that `source` names."""


class Made(NamedTuple):
    """What has been made."""

    width: int
    """Of the picture itself, in pixels."""
    height: int
    avif: tuple[int, ...]
    jpeg: tuple[int, ...]
    files: dict[str, bytes]
    """By the ends of their names, such as `480w.avif`."""

    def without_files(self) -> "Made":
        """Leave it at what is known of the picture."""
        return Made(self.width, self.height, (), (), {})


def make(job: Job) -> Made:
    """Do a job.

    Raises:
        Exception: The picture cannot be unpacked; Pillow promises no less.
    """
    if job.kind == CARD:
        drawn = draw_card(job.source, job.series, job.name, _palette(job))
        return _scaled(drawn, job.avif, job.jpeg)
    if job.kind == SKETCH:
        return _scaled(sketch_cover(job.source, job.series, _palette(job)), job.avif, job.jpeg)
    with Image.open(job.source) as image:
        moves = getattr(image, "n_frames", 1) > 1
        clear = image.has_transparency_data
        upright = ImageOps.exif_transpose(image)
    if job.kind == COVER:
        return _scaled(_on_white(upright), job.avif, job.jpeg)
    if moves:
        return Made(upright.width, upright.height, (), (), {})  # A size would stand still.
    if clear:
        made = _scaled(upright.convert("RGBA"), job.avif, ())
    else:
        made = _scaled(upright.convert("RGB"), job.avif, job.jpeg)
    heaviest = max(map(len, made.files.values()))
    # A small drawing is lightest as its author saved it.
    return made if heaviest < Path(job.source).stat().st_size else made.without_files()


def _palette(job: Job) -> Any:
    return PALETTES[job.palette % len(PALETTES)]


def _on_white(image: Image.Image) -> Image.Image:
    clear = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")


def _scaled(image: Image.Image, avif: tuple[int, ...], jpeg: tuple[int, ...]) -> Made:
    files = {}
    avif, jpeg = (tuple(sorted({min(w, image.width) for w in each})) for each in (avif, jpeg))
    for width in {*avif, *jpeg}:
        small = _resized(image, width)
        if width in avif:
            files[f"{width}w.avif"] = _saved(small, "AVIF", _AVIF)
        if width in jpeg:
            files[f"{width}w.jpg"] = _saved(small, "JPEG", _JPEG)
    return Made(image.width, image.height, avif, jpeg, files)


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    # Pillow would write the notes of the original into the new file.
    small.info.clear()
    return small


def _saved(image: Image.Image, form: str, options: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def work(jobs: IO[str], answers: IO[str]) -> None:
    """Do one job after the other."""
    for line in jobs:
        kind, source, avif, jpeg, *rest = json.loads(line)
        try:
            made = make(Job(kind, source, tuple(avif), tuple(jpeg), *rest))
            files = {name: base64.b64encode(data).decode() for name, data in made.files.items()}
            answer = json.dumps([*made[:4], files])
        except Exception:  # Whatever it is, the picture is to blame.
            answer = "null"
        answers.write(f"{answer}\n")
        answers.flush()


if __name__ == "__main__":
    work(sys.stdin, sys.stdout)
