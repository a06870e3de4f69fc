"""The benchmark's words as Markdown, for generators that have no episodes, services or lists.

They get the pages that we make, lists included. A transcript is paragraphs, since that is what a
station without cues would write. Links name the `.md` file that they lead to.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import content

T = TypeVar("T")
_PER_PAGE = 30
_LINK = re.compile(r"\]\((episode|service):([a-z0-9-]+)\)")
_FOLDERS = {"episode": "episodes", "service": "services"}


class Document(NamedTuple):
    """One page: its path, its front matter and its Markdown."""

    path: str
    settings: dict[str, Any]
    text: str


class _Entry(NamedTuple):
    """A line of a list."""

    path: str
    title: str
    summary: str


def make_documents(episodes: int) -> Iterator[Document]:
    """Give every page of a station with half as many services as episodes."""
    programmes: list[tuple[content.Episode, _Entry]] = []
    for episode in content.make_episodes(episodes):
        path = f"episodes/{episode.slug}.md"
        yield Document(path, _episode_settings(episode), _episode_text(episode, path))
        # The words are let go: a list needs none of them, and there are 13 kB to an episode.
        entry = _Entry(path, episode.title, episode.summary)
        programmes.append((episode._replace(notes="", cues=()), entry))
    services: list[tuple[content.Service, _Entry]] = []
    for service in content.make_services(episodes // 2):
        path = f"services/{service.id}.md"
        yield Document(path, {"title": service.name}, _service_text(service))
        services.append((service, _Entry(path, service.name, service.summary)))
    for page in content.make_pages():
        yield Document(page.path, {"title": page.title}, f"# {page.title}\n\n{page.text}")
    yield from _episode_lists(programmes[::-1])
    yield from _service_lists(services)


def _episode_settings(episode: content.Episode) -> dict[str, Any]:
    return {
        "title": episode.title,
        "date": episode.aired,
        "description": episode.summary,
        "audio": episode.audio,
        "seconds": episode.seconds,
        "bytes": episode.seconds * 6000,
        "series": episode.series,
        "number": episode.number,
        "topics": list(episode.topics),
        "guests": list(episode.guests),
    }


def _episode_text(episode: content.Episode, path: str) -> str:
    def lead(link: re.Match[str]) -> str:
        target = f"{_FOLDERS[link[1]]}/{link[2]}.md"
        return f"]({posixpath.relpath(target, posixpath.dirname(path))})"

    parts = [
        f"# {episode.title}",
        episode.summary,
        f"[Listen]({episode.audio}), {episode.seconds // 60} minutes.",
        f"Before you listen: {episode.warning}." if episode.warning else "",
        f"With {', '.join(episode.guests)}.",
        "## Chapters",
        "\n".join(f"- {content.clock(at)} {title}" for at, title in episode.chapters),
        _LINK.sub(lead, episode.notes),
        "## Transcript",
        *(f"**[{content.clock(c.start)}] {c.speaker}:** {c.text}" for c in episode.cues),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _service_text(service: content.Service) -> str:
    return f"""# {service.name}

{service.summary}

## What to expect

{service.expect}

## How to reach us

- Kind: {service.kind}
- Offers: {", ".join(service.offers)}
- Address: {service.street}, {service.town}
- Open: {service.days}, {service.hours}
- Phone: {service.phone}

## For GPs

{service.gp_note}
"""


def _episode_lists(programmes: Sequence[tuple[content.Episode, _Entry]]) -> Iterator[Document]:
    yield from _paged("episodes/index.md", "All programmes", [entry for _, entry in programmes])
    for key, entries in _grouped(programmes, lambda episode: [episode.series]).items():
        yield from _paged(f"listen/series/{key}.md", key, entries)
    for key, entries in _grouped(programmes, lambda episode: episode.topics).items():
        yield from _paged(f"listen/topics/{key}.md", key, entries)


def _service_lists(services: Sequence[tuple[content.Service, _Entry]]) -> Iterator[Document]:
    by = {
        "a-z": _grouped(services, lambda service: [service.name[0].lower()]),
        "towns": _grouped(services, lambda service: [service.town]),
        "needs": _grouped(services, lambda service: [service.kind]),
    }
    ways: list[_Entry] = []
    for way, groups in by.items():
        for name, entries in groups.items():
            path = f"services/{way}/{name.lower().replace(' ', '-')}.md"
            ways.append(_Entry(path, name, ""))
            yield _list(path, name, entries)
    yield _list("services/index.md", "All services", ways)


def _grouped(
    pairs: Iterable[tuple[T, _Entry]], keys: Callable[[T], Iterable[str]]
) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for item, entry in pairs:
        for key in keys(item):
            found.setdefault(key, []).append(entry)
    return found


def _paged(path: str, title: str, entries: Sequence[_Entry]) -> Iterator[Document]:
    base = path.removesuffix("/index.md").removesuffix(".md")
    for start in range(0, len(entries), _PER_PAGE):
        number = start // _PER_PAGE + 1
        place = path if number == 1 else f"{base}/page/{number}.md"
        yield _list(place, f"{title}, {number}", entries[start : start + _PER_PAGE])


def _list(path: str, title: str, entries: Iterable[_Entry]) -> Document:
    start = posixpath.dirname(path)
    lines = (f"- [{e.title}]({posixpath.relpath(e.path, start)}) {e.summary}" for e in entries)
    return Document(path, {"title": title}, f"# {title}\n\n" + "\n".join(lines) + "\n")
