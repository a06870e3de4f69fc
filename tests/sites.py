"""Tiny real stations for tests: a few files in sight, everything else as plain as can be."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from recovery_radio.host.build import build_site as build_whole_site
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem
from recovery_radio.read.hub import Folders, read_hub

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
"""The moment at which every test runs; `conftest.py` pins it for builds."""

# A picture of one pixel: the cover of the show.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)

PLAIN = """
-- mkdocs.yml --
site_name: Tiny & "small" radio
site_url: https://tiny.example/
site_description: A station for tests.
docs_dir: site/pages
site_dir: public
theme: {name: material, font: false}
plugins:
  - radio/content: {email: hello@tiny.example}
  - radio/directory
  - radio/open-data
  - radio/feed:
      channel:
        guid: 0bd2301c-5e83-5c13-896b-c25be9aedce0
        author: Tiny
        image: cover.png
        image_alt: A dot.
markdown_extensions: [admonition]
nav: [{Home: index.md}]
not_in_nav: "*"
-- site/pages/index.md --
---
title: Welcome
summary: The first page.
---
Hello.
-- site/pages/help-now.md --
---
title: Help now
summary: What to do first.
---
Call 999 if somebody is in danger.
-- site/pages/find-help.md --
---
title: Find help
summary: Who can help near you.
---
Choose a town.
-- site/pages/listen.md --
---
title: Listen
summary: All programmes.
---
Press play.
-- site/pages/search.md --
---
title: Search
summary: Search the station.
---
Type a word.
-- site/pages/about.md --
---
title: About
summary: Who we are.
---
A station.

## Corrections

Write to us.

## Licence

CC BY 4.0.
-- site/pages/privacy.md --
---
title: Privacy
summary: Nothing is kept.
---
Nothing is kept.
-- site/pages/accessibility.md --
---
title: Accessibility
summary: For everybody.
---
For everybody.
-- site/data/series.yml --
stories:
  title: Stories & "hope"
  summary: People tell.
-- site/data/topics.yml --
alcohol:
  label: Alcohol
  summary: About drinking.
-- site/data/helplines.yml --
samaritans:
  name: Samaritans
  number: "116 123"
  about: Somebody to talk to.
  hours: Day and night
  cost: Free
  nations: [ENG]
  use: crisis
  checked: 2026-11-01
  sources:
    - {title: Contact, publisher: Samaritans, year: 2026, url: "https://samaritans.example/", looked_up: 2026-11-01}
-- services_directory/organisations.yml --
hub:
  name: The Hub
  about: A charity.
  example: true
-- services_directory/vocabulary.yml --
kinds: {drop-in: {label: Drop-in, explanation: Come as you are.}}
offers: {peer-support: {label: Peer support, explanation: Talk to somebody who has been there.}}
who: {anyone: {label: Anyone, explanation: Everybody is welcome.}}
substances: {any: {label: Anything, explanation: Whatever it is.}}
mode: {in-person: {label: In person, explanation: You go there.}, phone: {label: By phone, explanation: You ring.}}
how_in: {walk-in: {label: Walk in, explanation: No appointment.}}
access: {childcare: {label: Childcare, explanation: Somebody minds the children.}}
space: {drug-free-space: {label: Alcohol- and drug-free, explanation: Nobody uses there.}}
cost: {free: {label: Free, explanation: It costs nothing.}}
needs:
  talk: {label: Talk to somebody, explanation: Somebody listens., kinds: [drop-in]}
"""

EPISODE = """
-- episodes/first-steps/index.md --
---
title: Steps & "hope"
summary: How it began.
aired: 2026-03-12
guid: 3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa
series: stories
recording:
  url: https://cdn.example/first-steps.mp3
  bytes: 1200000
  seconds: 150.4
  type: audio/mpeg
  sha256: 0000000000000000000000000000000000000000000000000000000000000000
transcript: transcript.vtt
people: [{alias: Host, role: host}, {alias: Guest, role: guest}]
consent:
  reference: C-0001
  level: synthetic
  channels: [site, feed, transcript]
  expires: 2028-01-01
  approved: 2026-03-01
topics: [alcohol]
status: published
---
Welcome to the *first* programme.
-- episodes/first-steps/transcript.vtt --
WEBVTT

00:00.000 --> 00:02.000
<v Host>Hello & welcome.

00:02.000 --> 00:04.000
<v Guest>Thank you.
"""

SERVICE = """
-- services_directory/harbour.yml --
name: Harbour & "friends"
organisation: hub
kind: drop-in
summary: Tea and a chat.
offers: [peer-support]
how_in: [walk-in]
places:
  - town: Crawley
    address: [1 Example Street]
    postcode: RH10 0AA
    hours:
      mon-fri: "10:00-16:00"
serves: [Crawley]
contact: {phone: "01632 960123"}
cost: free
checked: {on: 2026-11-01, by: phone, who: volunteer}
example: true
"""


LOCAL = re.sub(r"recording:\n(  .*\n)+", "recording: steps.mp3\n", EPISODE)
"""The episode with its recording beside it, which is for the test to write."""


def edit(text: str, *changes: tuple[str, str]) -> str:
    """Replace parts of a text, each of which must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def write_files(root: Path, *texts: str) -> Path:
    """Write files given as `-- path --` lines and what follows them; later ones win.

    Returns:
        The folder.
    """
    for text in texts:
        parts = _FILE.split(text)[1:]
        for name, content in zip(parts[::2], parts[1::2], strict=True):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    for folder in ("episodes", "services_directory", "site/pages"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "site/pages/cover.png").write_bytes(DOT)
    return root


def build_site(root: Path, *texts: str, strict: bool = True) -> Path:
    """Build a plain station with these files added to it, and give its `public` folder."""
    write_files(root, PLAIN, *texts)
    build_whole_site(root / "mkdocs.yml", root / "public", strict=strict)
    return root / "public"


def read_station(root: Path, *texts: str) -> tuple[Hub, list[Problem]]:
    """Read a plain station with these files added to it, without checking or rendering it."""
    write_files(root, PLAIN, *texts)
    hub, _, problems = read_hub(root, Folders(), None, map)
    return hub, problems


@contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    """Make a folder the current one, as a person at a terminal would."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
