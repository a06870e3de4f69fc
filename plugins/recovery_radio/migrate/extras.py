"""What an item links to besides its recording: transcript, chapters and picture.

Fetched only on demand, and taken only if a station would take it. Nothing of this is worth losing
a programme for, so whatever goes wrong is a remark.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from recovery_radio.migrate.facts import read_seconds, write_timestamp
from recovery_radio.migrate.fetch import Unreachable, fetch
from recovery_radio.migrate.show import Item, Show, Words
from recovery_radio.migrate.words import clean, clean_title

ReadWords = Callable[[str], int | None]
"""Gives the start of the last cue of a WebVTT in milliseconds, if a station would take it."""
_MOST_TEXT = 2_000_000
_MOST_PICTURE = 3_000_000
_FORMS = ("text/vtt", "application/x-subrip", "application/srt", "text/srt")
_SRT_TIME = re.compile(r"(\d{1,2}:\d{2}:\d{2}),(\d{3})")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]*)>")
_SIGNS = {".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n"}


def links_of(item: Item, show: Show) -> Iterator[str]:
    """Say what an item links to and is not fetched."""
    if item.transcripts:
        yield f"its transcript {_preferred(item.transcripts)[0].url}."
    if item.chapters_url and not item.chapters:
        yield f"its chapters {item.chapters_url}."
    if item.picture and item.picture.url != show.picture:
        yield f"its picture {item.picture.url}."


def fetch_extras(
    item: Item, show: Show, settings: dict[str, Any], folder: Path, read_words: ReadWords
) -> Iterator[str]:
    """Fetch what an item links to, put it into a folder and name it in the settings.

    Args:
        item: The item.
        show: Its feed.
        settings: The programme's settings, which gain `transcript`, `chapters` and `cover`.
        folder: Where its files go.
        read_words: Judges a transcript.

    Yields:
        What could not be taken over.
    """
    seconds = read_seconds(item.duration) or float("inf")
    if item.transcripts:
        yield from _add_transcript(item.transcripts, settings, folder, read_words, seconds)
    if item.chapters_url and not item.chapters:
        yield from _add_chapters(item.chapters_url, settings, seconds)
    if item.picture and item.picture.url != show.picture:
        yield from _add_cover(item.picture.url, item.picture.alt, settings, folder)


def _add_transcript(
    offers: tuple[Words, ...],
    settings: dict[str, Any],
    folder: Path,
    read_words: ReadWords,
    seconds: float,
) -> Iterator[str]:
    offer = _preferred(offers)[0]
    if offer.type not in _FORMS:
        yield f"its transcript {offer.url}, which is {offer.type or 'of no known kind'}."
        return
    try:
        text = fetch(offer.url, _MOST_TEXT).decode("utf-8-sig")
    except (Unreachable, UnicodeDecodeError) as error:
        yield f"its transcript {offer.url}: {error}."
        return
    text = _as_webvtt(clean(text, lines=True), settings)
    last = read_words(text)
    if last is None or last >= seconds * 1000:
        yield f"its transcript {offer.url}, which has mistakes."
        return
    (folder / "transcript.vtt").write_text(text, "utf-8", newline="\n")
    settings["transcript"] = "transcript.vtt"


def _preferred(offers: tuple[Words, ...]) -> list[Words]:
    """Put the forms that can be taken first, the best of them in front."""
    return sorted(offers, key=lambda o: _FORMS.index(o.type) if o.type in _FORMS else len(_FORMS))


def _as_webvtt(text: str, settings: Mapping[str, Any]) -> str:
    if not text.startswith("WEBVTT"):
        text = "WEBVTT\n\n" + _SRT_TIME.sub(r"\1.\2", text)
    # A name that nobody agreed to show stays out; the words stay.
    agreed = {person["alias"] for person in settings.get("people", ())}
    text = _VOICE.sub(lambda found: found[0] if found[1] in agreed else "", text)
    return f"{text}\n"


def _add_chapters(url: str, settings: dict[str, Any], seconds: float) -> Iterator[str]:
    try:
        rows = json.loads(fetch(url, _MOST_TEXT))["chapters"]
        found = [(float(row["startTime"]), clean_title(str(row["title"]))[:120]) for row in rows]
    except (Unreachable, ValueError, TypeError, KeyError) as error:
        yield f"its chapters {url}: {error}."
        return
    starts = [int(at) for at, _ in found]
    ordered = starts == sorted(set(starts)) and all(at < seconds for at in starts)
    if not found or not ordered or not all(title for _, title in found):
        yield f"its chapters {url}, which are not in order or have no names."
        return
    settings["chapters"] = [{"at": write_timestamp(at), "title": title} for at, title in found]


def _add_cover(url: str, alt: str, settings: dict[str, Any], folder: Path) -> Iterator[str]:
    if not clean(alt):
        yield f"its picture {url}, since nobody has said what it shows."
        return
    try:
        data = fetch(url, _MOST_PICTURE)
    except Unreachable as error:
        yield f"its picture {url}: {error}."
        return
    ending = next((end for end, sign in _SIGNS.items() if data.startswith(sign)), None)
    if not ending:
        yield f"its picture {url}, which is neither JPEG nor PNG."
        return
    (folder / f"cover{ending}").write_bytes(data)
    settings["cover"] = {"file": f"cover{ending}", "alt": clean(alt)}
