"""What a feed of 10,000 programmes costs, beside a plain writer of the same tags.

    python benchmarks/feed.py --items 10000 --rounds 3

Ours is `render_feeds`: the feed of the newest programmes and its archive pages, from the model and
the show notes on. The plain writer gets what ours wrote, as values, and writes one document of it
with lxml's `xmlfile`: no model, no notes to reduce, no dates to write, no pages to fill. It is the
least that a writer on lxml can cost. Each run is a process of its own, in turn, so that neither
inherits the other's memory; what a process costs before it starts to write is told apart.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID, uuid5

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
import content
from lxml import etree

from recovery_radio.model.episode import Audio, Chapter, Consent, Cover, Episode, Person
from recovery_radio.model.problem import Origin
from recovery_radio.model.station import Channel, Station
from recovery_radio.model.transcript import Cue, Transcript
from recovery_radio.render.feed import render_feeds

_SPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_MIB = 1024
_STATION = Station(
    name="Benchmark radio", url="https://radio.example/", description="Invented words."
)
_CHANNEL = Channel(
    guid=_SPACE, author="Benchmark radio", image="cover.png", image_alt="A plain square."
)
_NOTES = """\
<p>Two people talk about <em>{0}</em>, and about <a href="../../help-now/">where to get help</a>.</p>
<h2 id="s-next">What to do next</h2>
<ul>
<li>Talk to somebody whom you trust.</li>
<li>See <a href="../../find-help/">what is near you</a>.</li>
</ul>
"""


def make_episodes(count: int) -> Iterator[Episode]:
    """Make programmes as a station has them: newest first, one each day."""
    words = Transcript([Cue(0, 1000, "Sam", "Hello.")])
    approved = content.BUILT.date() - timedelta(days=count + 60)
    consent = Consent(
        reference="C-0001",
        level="synthetic",
        channels=("site", "feed", "transcript"),
        expires=content.BUILT.date() + timedelta(days=365),
        approved=approved,
    )
    for number in range(count, 0, -1):
        slug = f"programme-{number}"
        yield Episode.model_construct(
            origin=Origin(f"episodes/{slug}/index.md", {}),
            title=f"Programme {number}: tea & talk",
            summary="What helped on the first day, what did not, and who was there on the second.",
            aired=approved + timedelta(days=number),
            guid=str(uuid5(_SPACE, slug)),
            series="talk",
            season=1,
            number=number,
            kind="full",
            people=(Person(alias="Sam", role="host", in_feed=True),),
            consent=consent,
            topics=("recovery",),
            chapters=(Chapter(at="00:00", title="Hello"), Chapter(at="02:30", title="Tea")),
            cover=Cover(file="cover.jpg", alt="Two cups on a table."),
            slug=slug,
            audio=Audio(f"episodes/{slug}/{slug}.mp3", 1_200_000, 150.4, "audio/mpeg", "f"),
            low_audio=None,
            words=words,
        )


def write_ours(count: int) -> tuple[float, list[bytes]]:
    """Write the feeds; give the seconds of the processor, and the documents."""
    episodes = list(make_episodes(count))
    notes = {episode.slug: _NOTES.format(episode.title) for episode in episodes}
    started = time.process_time()
    written = [
        text for _, text in render_feeds(_STATION, _CHANNEL, "feed.xml", {}, episodes, notes)
    ]
    return time.process_time() - started, written


def write_plainly(count: int) -> tuple[float, list[bytes]]:
    """Write one document of as many items; give the seconds of the processor, and the document."""
    _, documents = write_ours(200)
    root = etree.fromstring(documents[-1])
    rows = [_values(item) for item in root.iter("item")]
    started = time.process_time()
    written = BytesIO()
    with etree.xmlfile(written, encoding="UTF-8") as file, file.element("rss", nsmap=root.nsmap):
        for number in range(count):
            item = etree.Element("item", nsmap=root.nsmap)
            _fill(item, rows[number % len(rows)])
            file.write(item)
    return time.process_time() - started, [written.getvalue()]


_Values = list[tuple[str, str | None, Mapping[str, str], Any]]


def _values(element: etree._Element) -> _Values:
    return [
        (
            str(child.tag),
            child.text,
            {str(k): str(v) for k, v in child.attrib.items()},
            _values(child),
        )
        for child in element
    ]


def _fill(element: etree._Element, values: _Values) -> None:
    for tag, text, attributes, inner in values:
        child = etree.SubElement(element, tag, dict(attributes))
        child.text = text
        _fill(child, inner)


_WRITERS = {"ours": write_ours, "plain": write_plainly}


def run_one(writer: str, count: int) -> None:
    """Run one writer in this process, and print its figures as JSON."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    seconds, documents = _WRITERS[writer](count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    items = sum(text.count(b"<item>") + text.count(b"<item ") for text in documents)
    largest = max(map(len, documents))
    print(
        json.dumps(
            [seconds, peak, before, len(documents), items, sum(map(len, documents)), largest]
        )
    )


def main() -> None:
    """Read the options, run both writers in turn and print a table of medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--items", type=int, default=10_000, help="programmes; default 10000")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; default 3")
    parser.add_argument("--writer", choices=_WRITERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.writer:
        run_one(options.writer, options.items)
        return
    runs: dict[str, list[list[float]]] = {name: [] for name in _WRITERS}
    for _ in range(options.rounds):
        for name, found in runs.items():
            command = [sys.executable, __file__, "--writer", name, "--items", str(options.items)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found.append(json.loads(done.stdout))
    print("| writer | CPU s | peak MiB | of it before | documents | items | MB | largest kB |")
    print("|---|---|---|---|---|---|---|---|")
    for name, found in runs.items():
        row = [median(column) for column in zip(*found, strict=True)]
        print(
            f"| {name} | {row[0]:.2f} | {row[1]:.0f} | {row[2]:.0f} | {row[3]:.0f} | {row[4]:.0f}"
            f" | {row[5] / 1e6:.1f} | {row[6] / 1e3:.0f} |"
        )
    ratios = [ours[0] / plain[0] for ours, plain in zip(runs["ours"], runs["plain"], strict=True)]
    print(f"\nOurs takes {median(ratios):.1f} times as long as the plain writer.")


if __name__ == "__main__":
    main()
