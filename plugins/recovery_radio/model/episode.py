"""An episode: what its author writes, and what is measured from its recording.

Sources: https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""

from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import Annotated, Literal, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from recovery_radio.model.entry import Day, Entry, Part
from recovery_radio.model.text import FileName, Guid, HttpsUrl, PlainText, Slug, Title
from recovery_radio.model.transcript import Transcript

LONDON = ZoneInfo("Europe/London")
AUDIO_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
}
"""What podcast apps and browsers play, by the ending of the file's name."""


def parse_timestamp(text: str) -> int:
    """Parse one time of a recording.

    Args:
        text: `h:mm:ss` or `m:ss`, each with or without `.ttt`.

    Returns:
        Milliseconds since the start of the recording.

    Raises:
        ValueError: The text has neither form, or its minutes or seconds exceed 59.

    Source: https://www.w3.org/TR/webvtt1/#webvtt-timestamp
    """
    whole, _, fraction = text.partition(".")
    parts = whole.split(":")
    if not 2 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(text)
    if any(len(p) != 2 for p in parts[1:]) or any(int(p) > 59 for p in parts[-2:]):
        raise ValueError(text)
    if "." in text and not (len(fraction) == 3 and fraction.isascii() and fraction.isdigit()):
        raise ValueError(text)
    hours, minutes, seconds = (["0", *parts])[-3:]
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction or 0)


def _timestamp(text: str) -> str:
    try:
        parse_timestamp(text)
    except ValueError:
        raise PydanticCustomError(
            "bad-time",
            "{what}",
            {"what": f"is not a time: '{text[:40]}'.", "repair": 'Write `"01:30"` or `"1:02:03"`.'},
        ) from None
    return text


Timestamp = Annotated[str, AfterValidator(_timestamp), Field(max_length=16)]
"""A time of the recording, such as `"01:30"`, in quotes."""


def _moment(value: object) -> object:
    # One of the two types, chosen by form, so that a slip is explained once and not twice.
    if isinstance(value, str):
        parse = datetime.fromisoformat if len(value) > 10 else date.fromisoformat
        with suppress(ValueError):
            value = parse(value)
    # The first and the last year of the calendar have no room for another time zone.
    if not isinstance(value, date) or not 1900 <= value.year <= 2199:
        what = f"is not a date: '{str(value)[:40]}'."
        repair = "Write `2026-03-12`, or `2026-03-12 18:00` with a time."
        raise PydanticCustomError("bad-date", "{what}", {"what": what, "repair": repair})
    return value


Moment = Annotated[datetime | date, BeforeValidator(_moment)]
"""A day such as `2026-03-12`, or a day with a time of the clock in London."""


class RemoteRecording(Part):
    """A recording that lies in a store elsewhere. Its facts were measured when it was put there."""

    url: HttpsUrl
    """Where podcast apps fetch it."""
    bytes: int = Field(gt=0)
    """Its size."""
    seconds: float = Field(gt=0, allow_inf_nan=False)
    """Its length."""
    type: Literal["audio/mpeg", "audio/mp4", "audio/ogg"]
    """What it is."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Its digest, so that a swapped file is noticed."""


class Chapter(Part):
    """A place in the recording that a listener can jump to."""

    at: Timestamp
    """When it starts."""
    title: Title
    """What it is about."""

    @property
    def seconds(self) -> int:
        """Its start, in whole seconds."""
        return parse_timestamp(self.at) // 1000


class Person(Part):
    """Somebody who is heard, under the name that they chose for it."""

    alias: Title
    """The name to print. Never a full legal name."""
    role: Literal["host", "guest", "reader", "expert", "producer"]
    """What they do in the programme."""
    in_feed: bool = False
    """Whether they agreed that podcast apps show the alias too."""


class Consent(Part):
    """What everybody who is heard agreed to. The forms themselves stay out of the repository."""

    reference: Annotated[str, Field(pattern=r"^C-[0-9]{4,6}$")]
    """Number of the signed form, such as `C-0042`. Never a name."""
    level: Literal["own-voice", "pseudonym", "voice-changed", "read-by-other", "synthetic"]
    """How far a listener could recognise anybody."""
    channels: tuple[Literal["site", "feed", "transcript"], ...] = Field(min_length=1)
    """Where it may appear."""
    expires: Day
    """Day on which the episode is taken down unless everybody agrees again."""
    approved: Day
    """Day on which everybody heard the final recording and agreed."""


class ContentNote(Part):
    """What a listener may want to know before pressing play, and where to skip it."""

    label: PlainText
    """Such as `mentions overdose`."""
    start: Timestamp | None = Field(default=None, alias="from")
    """Where it begins."""
    end: Timestamp | None = Field(default=None, alias="to")
    """Where it is over."""


class Cover(Part):
    """The picture of the episode."""

    file: FileName
    """A square JPEG or PNG beside the episode."""
    alt: PlainText
    """What it shows, for somebody who cannot see it."""


class EpisodeSettings(Entry):
    """The front matter of `episodes/<slug>/index.md`."""

    title: Title
    """What the episode is called."""
    summary: Annotated[PlainText, Field(max_length=400)]
    """One or two sentences that say what a listener gets."""
    aired: Moment
    """When it is published: a day, or a day and time of the clock in London."""
    guid: Guid
    """Written once by `radio new episode`; never changes, so that apps do not offer it twice."""
    series: Slug
    """One of `site/data/series.yml`."""
    season: int | None = Field(default=None, ge=1)
    """Season of the series."""
    number: int | None = Field(default=None, ge=1)
    """Number within the season."""
    kind: Literal["full", "trailer", "bonus"] = "full"
    """What podcast apps call it."""
    recording: Annotated[
        Annotated[FileName, Tag("(file)")] | Annotated[RemoteRecording, Tag("(store)")],
        Discriminator(lambda value: "(store)" if isinstance(value, dict) else "(file)"),
    ]
    """A file beside this one, or the address and facts of a file in a store."""
    transcript: FileName | None = None
    """The words with their times, as WebVTT."""
    chapters: tuple[Chapter, ...] = ()
    """Places to jump to."""
    people: tuple[Person, ...] = ()
    """Who is heard, by the names that they chose."""
    consent: Consent
    """What they agreed to."""
    content_notes: tuple[ContentNote, ...] = ()
    """What to know before pressing play."""
    topics: tuple[Slug, ...] = Field(min_length=1, max_length=6)
    """Some of `site/data/topics.yml`."""
    services: tuple[Slug, ...] = ()
    """Services that are mentioned."""
    helplines: tuple[Slug, ...] = ()
    """Lines of `site/data/helplines.yml` to show beside the episode."""
    cover: Cover | None = None
    """The picture."""
    licence: Literal["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "ARR"] = "CC-BY-4.0"
    """Under what terms others may use it; `ARR` keeps all rights."""
    notice: PlainText | None = None
    """A sentence shown above the player, such as that a voice is synthetic."""
    status: Literal["draft", "published", "withdrawn"] = "draft"
    """Only `published` ones appear anywhere."""

    @property
    def aired_at(self) -> datetime:
        """When it is published, in the time zone of the station; a bare day counts from midnight."""
        if not isinstance(self.aired, datetime):
            return datetime.combine(self.aired, time(), LONDON)
        if self.aired.tzinfo is None:
            return self.aired.replace(tzinfo=LONDON)
        return self.aired.astimezone(LONDON)

    def is_public(self, now: datetime) -> bool:
        """Tell whether to show the episode at all, given the time of the build (aware)."""
        return (
            self.status == "published"
            and self.aired_at.astimezone(UTC) <= now.astimezone(UTC)
            and now.astimezone(LONDON).date() < self.consent.expires
        )


class Audio(NamedTuple):
    """What was measured from a recording, or was written down when it went into a store."""

    url: str
    """Address relative to the site's root, or `https://…`."""
    bytes: int
    seconds: float
    type: str
    file: str | None
    """Path of the file relative to the station's folder; nothing for one in a store."""
    tags: tuple[str, ...] = ()
    """Names of the tags that the file carries."""


class Episode(EpisodeSettings, arbitrary_types_allowed=True):
    """An episode with everything that it needs to be published."""

    slug: Slug
    """Name of its folder, used in links. It may change; `guid` never does."""
    notes: str
    """Show notes, in Markdown."""
    notes_line: int
    """Line of the file on which they begin."""
    audio: Audio
    words: Transcript
    """What is said; false if nobody has written it down."""

    @property
    def shows_words(self) -> bool:
        """Whether there is a transcript that may be shown."""
        return bool(self.words) and "transcript" in self.consent.channels

    @property
    def url(self) -> str:
        """Address of its page, relative to the site's root."""
        return f"episodes/{self.slug}/"
