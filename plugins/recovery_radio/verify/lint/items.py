"""The episodes: what each needs, and what no two may share.

Sources: https://www.rssboard.org/rss-profile, https://podcasters.apple.com/support/823-podcast-requirements
"""

import re
from datetime import datetime

from lxml import etree

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.channel import check_cover, missing
from recovery_radio.verify.lint.dates import read_date
from recovery_radio.verify.lint.files import ending_of
from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.sources import source_of

_REQUIRED = ("title", "enclosure", "guid")
_RECOMMENDED = ("link", "description", "itunes:duration")
_USEFUL = ("itunes:image", "itunes:explicit", "podcast:transcript")
_PLAYABLE = ("mp3", "m4a", "mp4", "m4v", "mov", "pdf")


class Items:
    """Checks one episode after the other, and remembers what was taken."""

    def __init__(
        self, channel: etree._Element, names: Names, report: Report, now: datetime | None
    ) -> None:
        """Prepare for the items of a channel.

        Args:
            channel: The channel.
            names: Names of its elements.
            report: Where findings go.
            now: The time, aware; if absent, dates in the future are not noticed.
        """
        self._names, self._report, self._now = names, report, now
        shows = names.children(channel, "itunes:type")
        self._is_serial = any((show.text or "").strip() == "serial" for show in shows)
        self._guids: set[str] = set()
        self._folded: set[str] = set()
        self._recordings: set[str] = set()

    def check(self, item: etree._Element) -> None:
        """Check one episode."""
        self._check_presence(item)
        self._check_recordings(item)
        check_cover(item, self._names, self._report)
        for guid in self._names.children(item, "guid")[:1]:
            self._check_guid(guid)
        for date in self._names.children(item, "pubDate"):
            moment = read_date((date.text or "").strip()).moment
            if self._now and moment and moment > self._now:
                self._report.add("feed-future", date, f"<pubDate> is `{date.text}`, in the future.")
        kinds = [k.text for k in self._names.children(item, "itunes:episodeType")]
        unnumbered = missing(item, "itunes:episode", self._names)
        if self._is_serial and unnumbered and kinds in ([], ["full"]):
            what = "The show is serial, and this episode has no <itunes:episode>."
            self._report.add("feed-serial", item, what)

    def _check_presence(self, item: etree._Element) -> None:
        add = self._report.add
        for name in _REQUIRED:
            if missing(item, name, self._names):
                add("feed-required", item, f"The episode has no <{name}>.", f"Add <{name}>.")
        if missing(item, "pubDate", self._names):
            what = "The episode has no <pubDate>, and apps sort by it."
            repair = "Add <pubDate>, like `Wed, 12 Mar 2025 18:00:00 +0000`."
            add("feed-required", item, what, repair, source_of("itunes:type"))
        for code, wanted in (("feed-recommended", _RECOMMENDED), ("feed-useful", _USEFUL)):
            for name in wanted:
                if missing(item, name, self._names):
                    add(code, item, f"The episode has no <{name}>.", f"Add <{name}>.")

    def _check_guid(self, element: etree._Element) -> None:
        guid = (element.text or "").strip()
        if not guid:
            self._report.add("feed-required", element, "<guid> says nothing.", "Fill it in.")
            return
        if guid in self._guids:
            what = f"The guid `{shorten(guid)}` is another episode's."
            self._report.add("feed-guid-repeated", element, what)
        elif guid.casefold() in self._folded:
            what = f"The guid `{shorten(guid)}` is another episode's but for its capitals."
            self._report.add("feed-guid-case", element, what)
        self._guids.add(guid)
        self._folded.add(guid.casefold())
        is_link = element.get("isPermaLink", "true") == "true"
        if is_link and not re.match(r"https?://[^/\s]", guid):
            what = f"The guid `{shorten(guid)}` counts as the address of a page, and is none."
            self._report.add("feed-guid-permalink", element, what)

    def _check_recordings(self, item: etree._Element) -> None:
        recordings = self._names.children(item, "enclosure")
        for extra in recordings[1:]:
            what = "The episode has more than one <enclosure>."
            self._report.add("feed-several-enclosures", extra, what)
        for recording in recordings[:1]:
            address = recording.get("url", "").strip()
            if address and address in self._recordings:
                what = f"`{shorten(address)}` is another episode's recording as well."
                self._report.add("feed-enclosure-repeated", recording, what)
            self._recordings.add(address)
            if address and ending_of(address) not in _PLAYABLE:
                what = f"<enclosure> names `{shorten(address)}`."
                self._report.add("feed-ending-unknown", recording, what)
