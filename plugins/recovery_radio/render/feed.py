"""The podcast feed: RSS 2.0 with the tags that podcast apps require.

Written by feedgen, with a small extension for what it lacks, and never by a template: escaping
is not ours to forget. No clock: `lastBuildDate` is the newest episode's date, so that the same
content gives the same bytes.

Sources: https://www.rssboard.org/rss-specification,
https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from recovery_radio.model.episode import Episode
from recovery_radio.model.station import Channel, Station
from recovery_radio.render.feed_tags import CONTENT, ITUNES, PODCAST, ChannelTags, ItemTags

_GENERATOR = "Recovery Radio"
# An episode's page lies two folders below the site's root, and its links start from there.
_FROM_ROOT = re.compile(r' (href|src)="\.\./\.\./')
_FROM_PAGE = ' href="#'
# The date of a feed without a programme, for which feedgen would ask the clock.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def render_feed(
    station: Station,
    channel: Channel,
    path: str,
    episodes: Iterable[Episode],
    notes: Mapping[str, str],
) -> bytes:
    """Write the feed.

    Args:
        station: The station.
        channel: Its feed.
        path: Where the feed lies, relative to the site's root.
        episodes: Public episodes, newest first. Those whose people did not agree to be in
            podcast apps are left out.
        notes: Show notes as HTML, by slug.
    """
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, ItemTags, atom=False)
    _describe(feed, station, channel, path)
    chosen = [e for e in episodes if "feed" in e.consent.channels]
    feed.lastBuildDate(max((e.aired_at for e in chosen), default=_NEVER))
    for episode in chosen:
        item = feed.add_entry(order="append")
        _item(item, episode, station)
        item.radio.add(CONTENT, "encoded", _absolute(notes[episode.slug], station, episode))
    text: bytes = feed.rss_str(pretty=True)
    return text


def _describe(feed: Any, station: Station, channel: Channel, path: str) -> None:
    feed.title(station.name)
    feed.description(station.description)
    feed.language(station.language)
    feed.generator(_GENERATOR)
    feed.link(href=station.url + path, rel="self", type="application/rss+xml")
    # feedgen takes the last link for the channel's own page.
    feed.link(href=channel.podcast_page or f"{station.url}listen/", rel="alternate")
    if channel.copyright:
        feed.copyright(channel.copyright)
    tags = feed.radio
    tags.add(ITUNES, "author", channel.author)
    tags.add(ITUNES, "explicit", _truth(channel.explicit))
    tags.add(ITUNES, "type", channel.kind)
    tags.add(ITUNES, "image", attributes={"href": station.url + channel.image})
    tags.add_category(channel.category, channel.subcategory)
    if channel.email:
        tags.add_nested("owner", (("name", channel.author), ("email", channel.email)))
    tags.add(PODCAST, "guid", str(channel.guid))
    tags.add(PODCAST, "locked", "yes")
    tags.add(PODCAST, "medium", "podcast")


def _item(item: Any, episode: Episode, station: Station) -> None:
    item.title(episode.title)
    item.guid(episode.guid, permalink=False)
    item.link(href=station.url + episode.url)
    item.description(" ".join(filter(None, (episode.summary, _warning(episode), episode.notice))))
    item.published(episode.aired_at)
    url = episode.audio.url
    item.enclosure(
        url if url.startswith("https:") else station.url + url,
        str(episode.audio.bytes),
        episode.audio.type,
    )
    tags = item.radio
    tags.add(ITUNES, "duration", str(round(episode.audio.seconds)))
    tags.add(ITUNES, "episodeType", episode.kind)
    for name, value in (("season", episode.season), ("episode", episode.number)):
        if value:
            tags.add(ITUNES, name, str(value))
    folder = station.url + episode.url
    if episode.cover:
        tags.add(ITUNES, "image", attributes={"href": folder + episode.cover.file})
    if episode.shows_words:
        attributes = {"url": f"{folder}transcript.vtt", "type": "text/vtt", "language": "en"}
        tags.add(PODCAST, "transcript", attributes=attributes)
    for person in episode.people:
        if person.in_feed:
            tags.add(PODCAST, "person", person.alias, {"role": person.role})


def _absolute(notes: str, station: Station, episode: Episode) -> str:
    """Let links and pictures start from the station's address: an app has no page around them."""
    from_root = _FROM_ROOT.sub(lambda found: f' {found[1]}="{station.url}', notes)
    return from_root.replace(_FROM_PAGE, f' href="{station.url}{episode.url}#')


def _warning(episode: Episode) -> str:
    labels = "; ".join(note.label for note in episode.content_notes)
    return f"Before you listen: {labels}." if labels else ""


def _truth(value: bool) -> str:
    return "true" if value else "false"
