"""Times inside a recording: chapters in the feed, and soundbites.

Sources: https://podlove.org/simple-chapters/,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md
"""

from lxml import etree

from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.forms import seconds_of
from recovery_radio.verify.lint.names import Names


def check_times(item: etree._Element, names: Names, report: Report) -> None:
    """Check that an episode's chapters and soundbites follow each other and lie within it."""
    durations = names.children(item, "itunes:duration")
    end = seconds_of((durations[0].text or "").strip()) if durations else None
    for chapters in names.children(item, "psc:chapters"):
        last = -1.0
        for chapter in names.children(chapters, "psc:chapter"):
            start = seconds_of(chapter.get("start", "").strip())
            if start is None:
                continue  # Said already, as a fault of the attribute.
            if start <= last:
                what = f"The chapter at `{chapter.get('start')}` is not after the one before it."
                report.add("feed-chapter-order", chapter, what)
            if end and start >= end:
                what = (
                    f"The chapter at `{chapter.get('start')}` is behind the end, {end:g} seconds."
                )
                report.add("feed-beyond-end", chapter, what)
            last = start
    for bite in names.children(item, "podcast:soundbite"):
        _check_soundbite(bite, end, report)


def _check_soundbite(bite: etree._Element, end: float | None, report: Report) -> None:
    start = seconds_of(bite.get("startTime", "").strip())
    length = seconds_of(bite.get("duration", "").strip())
    if length is None:
        return
    if not 15 <= length <= 120:
        report.add("feed-soundbite", bite, f"The soundbite is {length:g} seconds long.")
    if start is not None and end and start + length > end:
        what = f"The soundbite ends at {start + length:g} seconds, behind the end, {end:g} seconds."
        report.add("feed-beyond-end", bite, what)
