"""What every site of the benchmark says: the same words, whatever builds it.

Invented words, drawn as often as words are in spoken English (a Zipf-Mandelbrot law): about 740
different ones in an episode of 2,150, so that search indexes and compression behave as with real
text. The head of the vocabulary is English; the tail can be pronounced and means nothing.

Every item depends on its kind and number only. The first 100 episodes are the same whether 100 or
5,000 are made, and they link to each other.
"""

# ruff: noqa: S311  The dice make words and no secrets.

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple

BUILT = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""Time of every build, so that nothing that is made is ever stale."""
PER_SERIES = 50
PER_TOWN = 25
_PREFIX = 100
_VOCABULARY = 60_000
_ENGLISH = """the and to of a in that it is was for you on with as i we be they at this have not
but are or so my me just like what can if when there one all know people do up out had about been
their your from he she would get who them then more because now time some will how no an by go
think our were day really any where which her him could over into us back got very here only those
even down did way after first much also being something always good want need things lot going
before never still every through life other too come help feel right take talk work said make two
long than these year years today week morning night home own bit again thing around between doing
may should must each recovery radio service meeting naloxone overcoat harm drink drug alcohol
opioid methadone support worker family friend peer group treatment detox rehab relapse craving
trigger doctor nurse pharmacy prescription needle exchange hostel housing benefit crisis helpline
listen story hope shame stigma trauma mental health counsellor step honest trust community
volunteer training practice referral assessment guideline screening withdrawal symptom tolerance
breathing emergency ambulance safe supply testing strip episode guest host record microphone music
show studio question answer café walk garden kitchen bus street town city council police prison
probation release children mother father brother sister partner school college job money debt
phone number address open closed evening afternoon hour minute month""".split()
_ONSETS = "b b br c c ch d d dr f f g gr h j k l l m m n n p p pl r r s s sh st t t tr v w".split()
_NUCLEI = "a a e e i i o o u ea ee oo ou".split()
_CODAS = ["", "", "", *"d g l m n n p r r s t t ck nd st".split()]
_ENDINGS = ["", "", "", *"s s ed ing er ly ness able".split()]
_TOWNS = """Harbour Northgate Riverside Oldtown Hillcrest Docklands Castle Meadows Station Market
Priory Quarry Westfield Southbank Abbey Millside""".split()
_PAGES = """index help-now find-help listen/index search about privacy accessibility
complaints-and-corrections families-and-friends how-health-pages-are-made make-a-programme
recovery-communities self-directed-support small-sparks while-you-wait""".split()
TOPICS = """opioids alcohol family naloxone housing mental-health prison women young-people
stimulants benzodiazepines setbacks peer-work general-practice staying-safer""".split()
KINDS = """needle-exchange detox peer-support pharmacy housing family-support advice
drop-in""".split()
OFFERS = "tea talk kit tests forms walks meals rooms".split()
WARNINGS = ("", "mentions grief", "mentions debt", "mentions violence")


class Cue(NamedTuple):
    """A stretch of speech: when it begins and ends, in seconds, who speaks, and the words."""

    start: int
    end: int
    speaker: str
    text: str


class Episode(NamedTuple):
    """One programme. Its notes are Markdown, with links such as `episode:…` and `service:…`."""

    slug: str
    title: str
    summary: str
    aired: date
    series: str
    number: int
    topics: tuple[str, ...]
    guests: tuple[str, ...]
    warning: str
    services: tuple[str, ...]
    chapters: tuple[tuple[int, str], ...]
    notes: str
    cues: tuple[Cue, ...]

    @property
    def seconds(self) -> int:
        """Its length."""
        return self.cues[-1].end + 5

    @property
    def audio(self) -> str:
        """Address of its recording."""
        return f"https://audio.example/{self.slug}.mp3"


class Service(NamedTuple):
    """One entry of the directory."""

    id: str
    name: str
    kind: str
    offers: tuple[str, ...]
    town: str
    street: str
    phone: str
    summary: str
    expect: str
    gp_note: str
    days: str
    hours: str
    national: bool


class Page(NamedTuple):
    """One page of prose."""

    path: str
    title: str
    summary: str
    text: str


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    dice = random.Random("vocabulary")
    words = dict.fromkeys(_ENGLISH)
    while len(words) < _VOCABULARY:
        syllables = 1 if len(words) < 1500 else dice.choices((1, 2, 3), (3, 6, 1))[0]
        parts = [dice.choice(p) for _ in range(syllables) for p in (_ONSETS, _NUCLEI, _CODAS)]
        word = "".join(parts) + dice.choice(_ENDINGS)
        if 3 <= len(word) <= 14:
            words[word] = None
    weights = (1.0 / (rank + 5) ** 1.3 for rank in range(1, _VOCABULARY + 1))
    return list(words), list(itertools.accumulate(weights))


class _Writer:
    """Writes one item. What it writes depends on the item's kind and number."""

    def __init__(self, kind: str, number: int) -> None:
        self.dice = random.Random(f"{kind} {number}")

    def words(self, count: int) -> list[str]:
        vocabulary, weights = _vocabulary()
        return self.dice.choices(vocabulary, cum_weights=weights, k=count)

    def prose(self, count: int) -> str:
        words, sentences = self.words(count), []
        while words:
            length = self.dice.randint(7, 18)
            sentence = " ".join(words[:length]) + self.dice.choice("....?")
            sentences.append(sentence[0].upper() + sentence[1:])
            words = words[length:]
        return " ".join(sentences)

    def title(self) -> str:
        chosen = self.dice.choices(_vocabulary()[0][60:4000], k=self.dice.randint(3, 6))
        return " ".join(chosen).capitalize()


def episode_slug(number: int) -> str:
    """Name an episode by its number, from 0."""
    return f"programme-{number:05d}"


def service_id(number: int) -> str:
    """Name a service by its number, from 0."""
    return f"service-{number:05d}"


def series_of(number: int) -> str:
    """Name the series of an episode."""
    return f"series-{number // PER_SERIES:03d}"


def town_of(number: int) -> str:
    """Name the town of a service."""
    round_, index = divmod(number // PER_TOWN, len(_TOWNS))
    return _TOWNS[index] + (f" {round_ + 1}" if round_ else "")


def clock(seconds: int) -> str:
    """Write a time of a recording, such as `00:01:30`."""
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def make_episodes(count: int) -> Iterator[Episode]:
    """Make the first episodes, oldest first. `make_services(count // 2)` are those they name."""
    for number in range(count):
        writer = _Writer("episode", number)
        others = range(min(count, max(number, _PREFIX)))
        services = [service_id(n) for n in range(min(count, max(number, _PREFIX)) // 2)]
        cues = tuple(_speech(writer, 1500))
        named = tuple(dict.fromkeys(writer.dice.choices(services, k=2))) if services else ()
        yield Episode(
            slug=episode_slug(number),
            title=writer.title(),
            summary=writer.prose(20),
            aired=date(2001, 1, 5) + timedelta(days=number),
            series=series_of(number),
            number=number % PER_SERIES + 1,
            topics=tuple(writer.dice.sample(TOPICS, 3)),
            guests=tuple(writer.title() for _ in range(writer.dice.randint(1, 2))),
            warning=writer.dice.choice(WARNINGS),
            services=named,
            chapters=tuple((cues[k * len(cues) // 4].start, writer.title()) for k in range(4)),
            notes=_notes(writer, number, others, services),
            cues=cues,
        )


def _notes(writer: _Writer, number: int, others: range, services: list[str]) -> str:
    parts = [writer.prose(60), f"> {writer.prose(25)}"]
    for _ in range(4):
        other = episode_slug(writer.dice.choice(others))
        see = f"See [{' '.join(writer.words(3))}](episode:{other})"
        if services:
            service = writer.dice.choice(services)
            see += f" and **[{' '.join(writer.words(2))}](service:{service})**"
        end = f"*{' '.join(writer.words(3))}* and `{writer.words(1)[0]}`."
        parts += [
            f"## {writer.title()}",
            f"{writer.prose(40)} {see}.",
            "\n".join(f"- {writer.prose(9)}" for _ in range(4)),
            f"{writer.prose(30)} {end}",
        ]
    if number % 4 == 0:
        rows = [" | ".join(" ".join(writer.words(2)) for _ in range(3)) for _ in range(4)]
        parts.append("\n".join(["| When | Where | Who |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(parts) + "\n"


def _speech(writer: _Writer, words: int) -> Iterator[Cue]:
    """Speak at 150 words a minute, in turns of 15 seconds or so."""
    start = 0
    for speaker in itertools.cycle(("Host", "Guest")):
        count = min(words, writer.dice.randint(28, 47))
        end = start + count * 60 // 150 + 1
        yield Cue(start, end, speaker, writer.prose(count))
        start, words = end, words - count
        if not words:
            return


def make_services(count: int) -> Iterator[Service]:
    """Make the first services."""
    for number in range(count):
        writer = _Writer("service", number)
        yield Service(
            id=service_id(number),
            name=writer.title(),
            kind=writer.dice.choice(KINDS),
            offers=tuple(writer.dice.sample(OFFERS, 2)),
            town=town_of(number),
            street=f"{writer.dice.randint(1, 200)} {writer.words(1)[0].capitalize()} Street",
            phone=f"01632 {960000 + number % 1000}",
            summary=writer.prose(10),
            expect=writer.prose(50),
            gp_note=writer.prose(25),
            days=writer.dice.choice(("mon-fri", "tue-sat", "mon-sun")),
            hours=f"{writer.dice.randint(8, 11):02d}:00-{writer.dice.randint(15, 20)}:30",
            # A handful for the whole country, however many towns there are.
            national=number < PER_TOWN and number % 5 == 0,
        )


def make_pages() -> Iterator[Page]:
    """Make the pages that our theme leads to, and two sections of twelve."""
    paths = [f"{name}.md" for name in _PAGES]
    for section in ("gp-training", "harm-minimisation"):
        paths += [f"{section}/index.md", *(f"{section}/part-{n:02d}.md" for n in range(1, 13))]
    for number, path in enumerate(paths):
        writer = _Writer("page", number)
        sections = 6 if "part-" in path else 1
        parts = [
            f"## {writer.title()}\n\n{writer.prose(120)}\n\n"
            + "\n".join(f"{step}. {writer.prose(10)}" for step in range(1, 5))
            for _ in range(sections)
        ]
        yield Page(path, writer.title(), writer.prose(15), "\n\n".join(parts) + "\n")
