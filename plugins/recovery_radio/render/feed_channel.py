"""What a feed says of itself: the show, who makes it, and where its older programmes are.

Only what is true of files that lie still: no live items, no pings, no payments, no places.

Sources: https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification,
https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""

from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from recovery_radio.model.episode import Episode
from recovery_radio.model.licence import TERMS
from recovery_radio.model.register import Series
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.feed_notes import shorten
from recovery_radio.render.feed_tags import ATOM, HISTORY, ITUNES, PODCAST, Tag

_GENERATOR = "Recovery Radio"
_RSS = "application/rss+xml"
# Apps play the newest; a page that never ends is no taste.
_MOST_TRAILERS = 10


class Show(NamedTuple):
    """A feed: that of the station, or that of one series."""

    station: Station
    channel: Channel
    path: str
    """Where it lies, relative to the site's root."""
    title: str
    description: str
    home: str
    """Address of its page."""
    guid: UUID
    moved_to: str | None = None
    """Where it is from now on."""
    words: Words = ENGLISH
    """What the interface says."""

    @property
    def url(self) -> str:
        """Its address."""
        return self.station.url + self.path

    def archive(self, number: int) -> str:
        """Give the path of a page of older programmes, counted from 1, the oldest."""
        return f"{self.path.removesuffix('.xml')}-archive-{number}.xml"


def main_show(station: Station, channel: Channel, path: str, words: Words = ENGLISH) -> Show:
    """Give the feed of the station."""
    home = channel.podcast_page or f"{station.url}listen/"
    moved_to = channel.new_feed_url
    about = station.name, station.description, home
    return Show(station, channel, path, *about, channel.guid, moved_to, words)


def series_show(main: Show, key: str, series: Series) -> Show:
    """Give the feed of a series, which goes wherever the station's feed goes.

    Args:
        main: The station's feed.
        key: The series' id.
        series: The series.
    """
    path = series_path(key)
    home = f"{main.station.url}listen/series/{key}/"
    title = f"{series.title} – {main.station.name}"
    # A podcast:guid is made once in a show's lifetime. The rule makes it from the feed's address,
    # which a build knows only as it is today. So it is made from what never changes: the identity
    # of the station's show, and the id of the series.
    guid = uuid5(main.channel.guid, key)
    moved_to = _moved_along(main, path)
    about = title, series.summary, home
    return Show(main.station, main.channel, path, *about, guid, moved_to, main.words)


def _moved_along(main: Show, path: str) -> str | None:
    """Say where a feed beside the station's is once that has moved, if its path stays the same."""
    if not main.moved_to or not main.moved_to.endswith(f"/{main.path}"):
        return None
    return main.moved_to.removesuffix(main.path) + path


def series_path(key: str) -> str:
    """Say where the feed of a series lies."""
    return f"listen/series/{key}/feed.xml"


def describe_show(
    feed: Any, show: Show, trailers: Sequence[Episode], number: int, older: int
) -> None:
    """Write the head of one document of a feed.

    Args:
        feed: feedgen's, with our extension.
        show: The feed.
        trailers: Those of the show, newest first.
        number: Which page of older programmes this is; 0 for the feed that apps follow.
        older: How many pages are before it.
    """
    feed.title(show.title)
    feed.description(shorten(show.description))
    feed.language(show.station.language)
    feed.generator(_GENERATOR)
    feed.docs("https://www.rssboard.org/rss-specification")
    own = show.station.url + show.archive(number) if number else show.url
    feed.link(href=own, rel="self", type=_RSS)
    # feedgen takes the last link for the channel's own page.
    feed.link(href=show.home, rel="alternate")
    if show.channel.copyright:
        feed.copyright(show.channel.copyright)
    feed.radio.add(*_history(show, number, older), *_itunes(show), *_podcast(show))
    if not number:
        feed.radio.add(*_trailers(show, trailers))


def _history(show: Show, number: int, older: int) -> Iterator[Tag]:
    # No `next-archive`: a page would change when another follows it, and readers go back by
    # `prev-archive`. A page that never changes need never be fetched twice.
    if number:
        yield Tag(HISTORY + "archive")
        yield Tag(ATOM + "link", None, {"rel": "current", "href": show.url, "type": _RSS})
    if older:
        href = show.station.url + show.archive(older)
        yield Tag(ATOM + "link", None, {"rel": "prev-archive", "href": href, "type": _RSS})


def _itunes(show: Show) -> Iterator[Tag]:
    channel = show.channel
    yield Tag(ITUNES + "author", channel.author)
    yield Tag(ITUNES + "explicit", "true" if channel.explicit else "false")
    yield Tag(ITUNES + "type", channel.kind)
    yield Tag(ITUNES + "image", None, {"href": show.station.url + channel.image})
    inner = (Tag(ITUNES + "category", None, {"text": channel.subcategory or ""}),)
    text = {"text": channel.category}
    yield Tag(ITUNES + "category", None, text, inner if channel.subcategory else ())
    if channel.email:
        owner = (Tag(ITUNES + "name", channel.author), Tag(ITUNES + "email", channel.email))
        yield Tag(ITUNES + "owner", None, {}, owner)
    if show.moved_to:
        yield Tag(ITUNES + "new-feed-url", show.moved_to)


def _podcast(show: Show) -> Iterator[Tag]:
    station, channel = show.station, show.channel
    yield Tag(PODCAST + "guid", str(show.guid))
    yield Tag(PODCAST + "locked", "yes")
    yield Tag(PODCAST + "medium", "podcast")
    yield image_tag(station.url + channel.image, channel.image_alt)
    yield licence_tag(channel.licence, station)
    if channel.comments == "disabled":
        yield Tag(PODCAST + "socialInteract", None, {"protocol": "disabled"})
    others = tuple(
        Tag(
            PODCAST + "remoteItem",
            None,
            {"feedGuid": str(other.guid), "feedUrl": other.url, "title": other.title},
        )
        for other in channel.podroll
    )
    if others:
        yield Tag(PODCAST + "podroll", None, {}, others)


def _trailers(show: Show, trailers: Sequence[Episode]) -> Iterator[Tag]:
    for episode in trailers[:_MOST_TRAILERS]:
        audio = episode.audio
        attributes = {
            "url": absolute(audio.url, show.station),
            "pubdate": format_datetime(episode.aired_at),
            "length": str(audio.bytes),
            "type": audio.type,
        }
        if episode.season:
            attributes["season"] = str(episode.season)
        yield Tag(PODCAST + "trailer", episode.title, attributes)


def image_tag(url: str, alt: str) -> Tag:
    """Name a square picture, with what it shows."""
    attributes = {"href": url, "alt": alt, "aspect-ratio": "1/1", "purpose": "artwork"}
    return Tag(PODCAST + "image", None, attributes)


def licence_tag(licence: str, station: Station) -> Tag:
    """Name a licence, with where its terms stand; those of `ARR` are the station's own to tell."""
    url = TERMS.get(licence, f"{station.url}about/")
    return Tag(PODCAST + "license", licence.lower(), {"url": url})


def absolute(url: str, station: Station) -> str:
    """Give the whole address of a recording, which may lie in a store elsewhere."""
    return url if url.startswith("https:") else station.url + url
