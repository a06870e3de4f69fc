"""One programme as an item of a feed.

Sources: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md,
https://podcasters.apple.com/support/823-podcast-requirements,
https://www.w3.org/TR/SRI/#the-integrity-attribute
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from feedgen.entry import FeedEntry
from lxml import etree

from recovery_radio.model.episode import Episode
from recovery_radio.model.times import parse_timestamp
from recovery_radio.render.chapters import (
    CHAPTERS_TYPE,
    Mark,
    chapter_lines,
    marks_of,
    simple_chapters,
)
from recovery_radio.render.feed_channel import Show, absolute, image_tag, licence_tag
from recovery_radio.render.feed_notes import describe, show_notes
from recovery_radio.render.feed_tags import (
    CHAPTERS,
    CONTENT,
    ITUNES,
    PODCAST,
    Tag,
    make_item,
)
from recovery_radio.render.transcripts import FORMS, WORDS_ON_PAGE

# Names of https://podcasttaxonomy.com; its producers are no part of the cast.
_ROLES = {
    "host": {"role": "host"},
    "guest": {"role": "guest"},
    "reader": {"role": "narrator"},
    "expert": {"role": "guest"},
    "producer": {"role": "producer", "group": "creative direction"},
}


def render_item(episode: Episode, show: Show, notes: str) -> etree._Element:
    """Make the `<item>` of a programme.

    Args:
        episode: The programme.
        show: A feed of the station.
        notes: Its show notes, as HTML for its page.
    """
    station, marks = show.station, marks_of(episode.chapters)
    lines = "\n".join(chapter_lines(marks, show.words))
    entry = FeedEntry()
    entry.title(episode.title)
    entry.guid(episode.guid, permalink=False)
    entry.link(href=station.url + episode.url)
    entry.description(describe(episode, lines, show.words))
    entry.published(episode.aired_at)
    audio = episode.audio
    entry.enclosure(absolute(audio.url, station), str(audio.bytes), audio.type)
    tags = (
        *_itunes(episode, show),
        *_podcast(episode, show),
        *_files(episode, show, marks),
        *_low_data(episode, show),
        Tag(CONTENT + "encoded", show_notes(episode, notes, station.url, lines, show.words)),
    )
    return make_item(entry, tags)


def _itunes(episode: Episode, show: Show) -> Iterator[Tag]:
    yield Tag(ITUNES + "duration", str(max(1, round(episode.audio.seconds))))
    yield Tag(ITUNES + "episodeType", episode.kind)
    yield Tag(ITUNES + "explicit", "true" if show.channel.explicit else "false")
    for name, value in (("season", episode.season), ("episode", episode.number)):
        if value:
            yield Tag(ITUNES + name, str(value))
            yield Tag(PODCAST + name, str(value))


def _podcast(episode: Episode, show: Show) -> Iterator[Tag]:
    if episode.cover:
        url = show.station.url + episode.url + episode.cover.file
        yield Tag(ITUNES + "image", None, {"href": url})
        yield image_tag(url, episode.cover.alt)
    yield licence_tag(episode.licence, show.station)
    for person in episode.people:
        if person.in_feed:
            yield Tag(PODCAST + "person", person.alias, _ROLES[person.role])
    for bite in episode.soundbites:
        times = {
            "startTime": f"{parse_timestamp(bite.at) / 1000:.3f}",
            "duration": f"{bite.seconds:.3f}",
        }
        yield Tag(PODCAST + "soundbite", bite.title, times)
    if episode.ai_content is not None:
        said = "true" if episode.ai_content else "false"
        yield Tag(PODCAST + "txt", said, {"purpose": "ai-content"})


def _language(episode: Episode, show: Show) -> str:
    return episode.language or show.station.language


def _files(episode: Episode, show: Show, marks: Sequence[Mark]) -> Iterator[Tag]:
    folder = show.station.url + episode.url
    if episode.shows_words:
        for name, kind in (*((form.name, form.type) for form in FORMS), WORDS_ON_PAGE):
            attributes = {"url": folder + name, "type": kind, "language": _language(episode, show)}
            yield Tag(PODCAST + "transcript", None, attributes)
    if marks:
        attributes = {"url": f"{folder}chapters.json", "type": CHAPTERS_TYPE}
        yield Tag(PODCAST + "chapters", None, attributes)
        inner = tuple(Tag(CHAPTERS + "chapter", None, row) for row in simple_chapters(marks))
        yield Tag(CHAPTERS + "chapters", None, {"version": "1.2"}, inner)


def _low_data(episode: Episode, show: Show) -> Iterator[Tag]:
    low = episode.low_audio
    if not low:
        return
    inner = [Tag(PODCAST + "source", None, {"uri": absolute(low.url, show.station)})]
    if low.sha256:
        value = f"sha256-{b64encode(bytes.fromhex(low.sha256)).decode()}"
        inner.append(Tag(PODCAST + "integrity", None, {"type": "sri", "value": value}))
    attributes = {
        "type": low.type,
        "length": str(low.bytes),
        "bitrate": str(round(low.bytes * 8 / low.seconds)),
        "lang": _language(episode, show),
        "title": show.words.say("Low data"),
    }
    yield Tag(PODCAST + "alternateEnclosure", None, attributes, tuple(inner))
