"""The benchmark's words as a station of ours: the files that authors would have written.

    python benchmarks/station.py FOLDER --episodes 1000

Recordings lie in a store elsewhere, as a station of this size keeps them. The settings are those of
the repository's own station without `radio/search`: the index of Pagefind is made, and timed,
apart.
"""

import argparse
import struct
import zlib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import content
import yaml

_TODAY = content.BUILT.date()
_SOURCE = {
    "title": "A source",
    "publisher": "A publisher",
    "year": 2025,
    "url": "https://source.example/",
    "looked_up": _TODAY - timedelta(days=2),
}
_SETTINGS = """\
site_name: Benchmark radio
site_url: https://radio.example/
site_description: A station of invented words.
docs_dir: site/pages
site_dir: public
theme:
  name: material
  custom_dir: site/theme
  font: false
plugins:
  - radio/content:
      email: hello@radio.example
  - radio/directory
  - radio/feed:
      channel:
        guid: 0bd2301c-5e83-5c13-896b-c25be9aedce0
        author: Benchmark radio
        image: assets/cover.png
        image_alt: A plain square.
markdown_extensions:
  - admonition
nav:
  - Home: index.md
  - Help now: help-now.md
  - Find help: find-help.md
  - Listen: listen.md
not_in_nav: |
  *
validation:
  omitted_files: ignore
"""


def write_station(root: Path, episodes: int) -> None:
    """Write a whole station with half as many services as episodes."""
    for path, text in _files(episodes):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    cover = root / "site/theme/assets/cover.png"
    cover.parent.mkdir(parents=True, exist_ok=True)
    cover.write_bytes(_plain_square(1400))


def _files(episodes: int) -> Iterator[tuple[str, str]]:
    yield "mkdocs.yml", _SETTINGS
    for episode in content.make_episodes(episodes):
        folder = f"episodes/{episode.slug}"
        yield f"{folder}/index.md", _document(_episode_settings(episode), episode.notes)
        yield f"{folder}/transcript.vtt", _transcript(episode.cues)
    for service in content.make_services(episodes // 2):
        yield f"services_directory/{service.id}.yml", _yaml(_service_settings(service))
    for page in content.make_pages():
        settings = {"title": page.title, "summary": page.summary}
        path = "listen.md" if page.path == "listen/index.md" else page.path
        yield f"site/pages/{path}", _document(settings, page.text)
    yield from _registers(episodes)


class _Plain(yaml.CSafeDumper):
    """Writes a value that it meets twice as it is, and not as an alias, which nobody may use."""

    def ignore_aliases(self, data: object) -> bool:
        """Never."""
        return True


def _yaml(values: dict[str, Any]) -> str:
    text: str = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return text


def _document(settings: dict[str, Any], text: str) -> str:
    return f"---\n{_yaml(settings)}---\n\n{text}"


def _episode_settings(episode: content.Episode) -> dict[str, Any]:
    approved = episode.aired - timedelta(days=7)
    notes = [{"label": episode.warning}] if episode.warning else []
    return {
        "title": episode.title,
        "summary": episode.summary,
        "aired": episode.aired,
        "guid": f"benchmark-{episode.slug}",
        "series": episode.series,
        "season": 1,
        "number": episode.number,
        "recording": {
            "url": episode.audio,
            "bytes": episode.seconds * 6000,
            "seconds": episode.seconds,
            "type": "audio/mpeg",
            "sha256": sha256(episode.slug.encode()).hexdigest(),
        },
        "transcript": "transcript.vtt",
        "chapters": [{"at": content.clock(at), "title": title} for at, title in episode.chapters],
        "people": [{"alias": name, "role": "guest"} for name in ("Host", "Guest", *episode.guests)],
        "consent": {
            "reference": f"C-{episode.slug[-5:]}",
            "level": "synthetic",
            "channels": ["site", "feed", "transcript"],
            "expires": _TODAY + timedelta(days=365),
            "approved": approved,
        },
        "content_notes": notes,
        "topics": list(episode.topics),
        "services": list(episode.services),
        "status": "published",
    }


def _transcript(cues: Iterable[content.Cue]) -> str:
    blocks = (
        f"{content.clock(cue.start)}.000 --> {content.clock(cue.end)}.000\n<v {cue.speaker}>{cue.text}\n"
        for cue in cues
    )
    return "\n".join(["WEBVTT\n", *blocks])


def _service_settings(service: content.Service) -> dict[str, Any]:
    place = {
        "address": [service.street],
        "town": service.town,
        "access": {"step-free": "yes", "childcare": "ask"},
        "hours": {service.days: service.hours},
    }
    return {
        "name": service.name,
        "organisation": "benchmark",
        "kind": service.kind,
        "summary": service.summary,
        "offers": list(service.offers),
        "how_in": ["walk-in"],
        "expect": service.expect,
        "gp_note": service.gp_note,
        "places": [place],
        "mode": ["in-person", "online"] if service.national else ["in-person"],
        "serves": ["UK" if service.national else service.town],
        "contact": {"phone": service.phone},
        "cost": "free",
        "status": "active",
        "checked": {"on": _TODAY - timedelta(days=30), "by": "phone", "who": "volunteer"},
        "review_every": "12 months",
        "example": True,
    }


def _registers(episodes: int) -> Iterator[tuple[str, str]]:
    series = dict.fromkeys(content.series_of(number) for number in range(episodes))
    helpline = {
        "name": "A line for trying things out",
        "number": "01632 960999",
        "about": "Nobody answers here.",
        "hours": "Never",
        "cost": "Nothing",
        "nations": ["ENG"],
        "use": "crisis",
        "checked": _TODAY,
        "sources": [_SOURCE],
    }
    # The bar on top of every page has this number.
    emergency = {**helpline, "name": "Emergency services", "number": "999", "use": "emergency"}
    organisation = {"name": "Benchmark", "about": "It does not exist.", "example": True}
    needs = {kind: {**_term(kind), "kinds": [kind]} for kind in content.KINDS}
    vocabulary = {
        "kinds": _terms(content.KINDS),
        "offers": _terms(content.OFFERS),
        "who": _terms(["anyone"]),
        "substances": _terms(["any"]),
        "mode": _terms(["in-person", "online"]),
        "how_in": _terms(["walk-in"]),
        "access": _terms(["step-free", "childcare"]),
        "space": _terms(["quiet"]),
        "cost": _terms(["free"]),
        "needs": needs,
    }
    data: dict[str, dict[str, Any]] = {
        "site/data/series.yml": {k: {"title": _label(k), "summary": "A row."} for k in series},
        "site/data/topics.yml": {
            topic: {"label": _label(topic), "summary": "A subject."} for topic in content.TOPICS
        },
        "site/data/helplines.yml": {"try-out": helpline, "emergency": emergency},
        "services_directory/organisations.yml": {"benchmark": organisation},
        "services_directory/vocabulary.yml": vocabulary,
    }
    for path, values in data.items():
        yield path, _yaml(values)


def _label(key: str) -> str:
    return key.replace("-", " ").capitalize()


def _term(key: str) -> dict[str, str]:
    return {"label": _label(key), "explanation": f"What {_label(key)} means."}


def _terms(keys: Iterable[str]) -> dict[str, dict[str, str]]:
    return {key: _term(key) for key in keys}


def _plain_square(pixels: int) -> bytes:
    """Draw a PNG of one grey, for a feed that must have a cover."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    header = struct.pack(">IIBBBBB", pixels, pixels, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * pixels) * pixels)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def main() -> None:
    """Write a station from the command line."""
    parser = argparse.ArgumentParser(description="Write the benchmark's station.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--episodes", type=int, default=1000)
    options = parser.parse_args()
    write_station(options.folder, options.episodes)


if __name__ == "__main__":
    main()
