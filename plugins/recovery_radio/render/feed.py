"""The podcast feeds: one of the station and one for each series, as RSS 2.0.

Written by feedgen, with a small extension for what it lacks, and never by a template: escaping
is not ours to forget. No clock: `lastBuildDate` is the newest programme's date, so that the same
content gives the same bytes.

Apps fetch a feed every hour, so it holds the newest hundred programmes at most and stays below
300 kB. All others are in archive pages behind it, which are filled from the oldest programme on
and written once they are full: what comes later never changes them. What is in no full page is
in the feed, so nothing is lost between the two; some programmes are in both.

Sources: https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc5005#section-4,
https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from feedgen.feed import FeedGenerator
from lxml import etree

from recovery_radio.model.episode import Episode
from recovery_radio.model.register import Series
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.feed_channel import Show, describe_show, main_show, series_show
from recovery_radio.render.feed_item import render_item
from recovery_radio.render.feed_tags import ChannelTags

# The date of a feed without a programme, for which feedgen would ask the clock.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_ITEMS = 100
_MOST_BYTES = 280_000
"""Of items in one document: it leaves 20 kB for the head of it."""


class _Row(NamedTuple):
    """A programme on its way into feeds."""

    episode: Episode
    item: etree._Element
    bytes: int


def render_feeds(
    station: Station,
    channel: Channel,
    path: str,
    series: Mapping[str, Series],
    episodes: Iterable[Episode],
    notes: Mapping[str, str],
    words: Words = ENGLISH,
) -> Iterator[tuple[str, bytes]]:
    """Write every feed and its archive pages.

    Args:
        station: The station.
        channel: What directories are told.
        path: Where the station's feed lies, relative to the site's root.
        series: All series, by their ids. One without a programme has no feed.
        episodes: Public episodes, newest first. Those whose people did not agree to be in
            podcast apps are left out.
        notes: Show notes as HTML, by slug.
        words: What the interface says.

    Yields:
        Paths relative to the site's root, and what to write there.
    """
    main = _Shelf(main_show(station, channel, path, words))
    others = {key: _Shelf(series_show(main.show, key, one)) for key, one in series.items()}
    chosen = [episode for episode in episodes if "feed" in episode.consent.channels]
    for episode in reversed(chosen):
        item = render_item(episode, main.show, notes[episode.slug])
        row = _Row(episode, item, len(etree.tostring(item, encoding="UTF-8")))
        yield from main.add(row)
        if episode.series in others:
            yield from others[episode.series].add(row)
    yield from main.close()
    for shelf in others.values():
        if shelf.newest:
            yield from shelf.close()


class _Shelf:
    """Takes the programmes of a feed, oldest first, and gives its documents as they fill."""

    def __init__(self, show: Show) -> None:
        self.show = show
        self.newest: deque[_Row] = deque()
        """What the feed itself will hold."""
        self._page: list[_Row] = []
        self._page_bytes = self._newest_bytes = 0
        self._full = 0
        self._trailers: list[Episode] = []

    def add(self, row: _Row) -> Iterator[tuple[str, bytes]]:
        """Take a programme; give the archive page that has no room for it."""
        if self._page and not _fits(len(self._page) + 1, self._page_bytes + row.bytes):
            self._full += 1
            path = self.show.archive(self._full)
            yield path, _write(self.show, self._page[::-1], (), self._full, self._full - 1)
            self._page, self._page_bytes = [], 0
        self._page.append(row)
        self._page_bytes += row.bytes
        self.newest.append(row)
        self._newest_bytes += row.bytes
        while len(self.newest) > 1 and not _fits(len(self.newest), self._newest_bytes):
            self._newest_bytes -= self.newest.popleft().bytes
        if row.episode.kind == "trailer":
            self._trailers.append(row.episode)

    def close(self) -> Iterator[tuple[str, bytes]]:
        """Give the feed that apps follow."""
        rows = [*reversed(self.newest)]
        yield self.show.path, _write(self.show, rows, self._trailers[::-1], 0, self._full)


def _fits(items: int, size: int) -> bool:
    return items <= _MOST_ITEMS and size <= _MOST_BYTES


def _write(
    show: Show, rows: Sequence[_Row], trailers: Sequence[Episode], number: int, older: int
) -> bytes:
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, atom=False)
    describe_show(feed, show, trailers, number, older)
    feed.lastBuildDate(max((row.episode.aired_at for row in rows), default=_NEVER))
    feed.radio.add_items(row.item for row in rows)
    text: bytes = feed.rss_str(pretty=True)
    return text
