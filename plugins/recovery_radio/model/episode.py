"""An episode: what its author writes, and what is measured from its recording.

Sources: https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""

from datetime import UTC, datetime, time
from typing import Annotated, Literal, NamedTuple

from pydantic import Discriminator, Field, Tag

from recovery_radio.model.entry import Day, Entry, Part
from recovery_radio.model.text import (
    FileName,
    Guid,
    HttpsUrl,
    LongTitle,
    PlainText,
    Slug,
    Title,
)
from recovery_radio.model.times import LONDON, Moment, Timestamp, parse_timestamp
from recovery_radio.model.transcript import Transcript

AUDIO_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
}
"""What podcast apps and browsers play, by the ending of the file's name."""
MOST_BYTES = 100_000_000
"""Size from which on a recording belongs into a store: hosts of repositories take no larger file."""


AudioType = Literal["audio/mpeg", "audio/mp4", "audio/ogg"]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class LocalRecording(Part):
    """A recording beside the episode, and what is claimed of it: each claim is held to the file."""

    file: FileName
    """Its name."""
    bytes: int | None = Field(default=None, gt=0)
    """Its size."""
    seconds: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Its length."""
    type: AudioType | None = None
    """What it is."""
    sha256: Sha256 | None = None
    """Its digest."""


class RemoteRecording(Part):
    """A recording that lies in a store elsewhere. Its facts were measured when it was put there."""

    url: HttpsUrl
    """Where podcast apps fetch it."""
    bytes: int = Field(gt=0)
    """Its size."""
    seconds: float = Field(gt=0, allow_inf_nan=False)
    """Its length."""
    type: AudioType
    """What it is."""
    sha256: Sha256 | None = None
    """Its digest, so that a swapped file is noticed. Unknown for one that was never fetched."""


def _recording_form(value: object) -> str:
    if isinstance(value, dict):
        return "(store)" if "url" in value else "(kept)"
    return "(file)"


Recording = Annotated[
    Annotated[FileName, Tag("(file)")]
    | Annotated[LocalRecording, Tag("(kept)")]
    | Annotated[RemoteRecording, Tag("(store)")],
    Discriminator(_recording_form),
]
"""A recording, in one of the three ways to name it."""


def file_of(recording: str | LocalRecording | RemoteRecording | None) -> str | None:
    """Give the name of a recording beside its episode; nothing for one in a store."""
    if isinstance(recording, LocalRecording):
        return recording.file
    return recording if isinstance(recording, str) else None


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


Reference = Annotated[str, Field(pattern=r"^C-[0-9]{4,6}$")]


class Consent(Part):
    """What everybody who is heard agreed to. The forms themselves stay out of the repository."""

    reference: Reference
    """Number of the signed form, such as `C-0042`. Never a name."""
    level: Literal["own-voice", "pseudonym", "voice-changed", "read-by-other", "synthetic"]
    """How far a listener could recognise anybody."""
    channels: tuple[Literal["site", "feed", "transcript"], ...] = Field(min_length=1)
    """Where it may appear."""
    expires: Day
    """Day on which the episode is taken down unless everybody agrees again."""
    approved: Day
    """Day on which everybody heard the final recording and agreed."""


class Soundbite(Part):
    """A stretch that makes somebody want to hear the rest."""

    at: Timestamp
    """When it starts."""
    seconds: float = Field(ge=5, le=120)
    """How long it is; 15 to 60 is best."""
    title: Title | None = None
    """What it is about; the episode's title if absent."""


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

    title: LongTitle
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
    recording: Recording
    """A file beside this one, with or without its facts, or the address and facts of one in a
    store."""
    low_data: Recording | None = None
    """The same recording in a smaller file, for listeners with little data. Opus is best."""
    transcript: FileName | None = None
    """The words with their times, as WebVTT."""
    chapters: tuple[Chapter, ...] = ()
    """Places to jump to."""
    soundbites: tuple[Soundbite, ...] = ()
    """Stretches that apps may play as a taste."""
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
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    """Code of the language of what is said, such as `cy`, if it is not the station's."""
    ai_content: bool | None = None
    """Whether a machine made what is heard. Said to podcast apps only if it is written here."""
    status: Literal["draft", "published", "withdrawn"] = "draft"
    """Only `published` ones appear anywhere. Of a `withdrawn` one only `guid` is read."""

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

    def is_over(self, now: datetime) -> bool:
        """Tell whether the episode was public until its consent ran out, given an aware time."""
        return (
            self.status == "published"
            and self.aired_at.date() < self.consent.expires
            and self.consent.expires <= now.astimezone(LONDON).date()
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
    sha256: str = ""
    """Digest of the file."""
    parts: tuple[tuple[int, int], ...] = ()
    """Of an MP3, the stretches (start, end) of the file that are sound."""


class Episode(EpisodeSettings, arbitrary_types_allowed=True):
    """An episode with everything that it needs to be published."""

    slug: Slug
    """Name of its folder, used in links. It may change; `guid` never does."""
    notes: str
    """Show notes, in Markdown."""
    notes_line: int
    """Line of the file on which they begin."""
    audio: Audio
    low_audio: Audio | None
    """The smaller file, if there is one."""
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
