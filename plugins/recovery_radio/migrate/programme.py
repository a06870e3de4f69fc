"""One item of a feed as the settings and notes of a programme.

Everything is held against the model before a byte is written, so that an import leaves no file
that the station's own check refuses.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from recovery_radio.migrate import facts
from recovery_radio.migrate.own import take_apart, without_chapters
from recovery_radio.migrate.show import Item, Show
from recovery_radio.migrate.words import (
    clean,
    clean_title,
    to_lines,
    to_plain,
    to_summary,
)
from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.licence import TERMS
from recovery_radio.model.problem import Origin
from recovery_radio.model.text import Guid

_TRUSTED = timedelta(days=2 * 365)
_GUID = TypeAdapter(Guid)


class Terms(NamedTuple):
    """What a maintainer says about all programmes that move in."""

    series: str
    topic: str
    reference: str = "C-0000"
    level: str = "own-voice"
    expires: date | None = None
    """Until when everybody agreed; without it the programmes are drafts."""


class Programme(NamedTuple):
    """A programme that is ready to be written."""

    slug: str
    settings: dict[str, Any]
    """Front matter, in the order of the manual."""
    notes: str
    remarks: tuple[str, ...]
    """What was changed or left out."""


class NotTaken(Exception):
    """An item that cannot become a programme. Says why, in words that follow a title."""


def guid_of(item: Item) -> str:
    """Give an item's identity: its guid, or what apps take where there is none.

    Raises:
        NotTaken: It has neither, or one that no file can hold letter by letter.
    """
    guid = item.guid or (item.enclosure.url if item.enclosure else "")
    try:
        return _GUID.validate_python(guid)
    except ValidationError:
        raise NotTaken(f"its guid cannot be kept as it is: {guid[:80]!r}.") from None


def make_programme(item: Item, show: Show, terms: Terms, taken: Collection[str]) -> Programme:
    """Turn an item into a programme whose recording stays where it is.

    Args:
        item: The item.
        show: The feed that it is from.
        terms: What holds for all.
        taken: Names of folders that are in use.

    Raises:
        NotTaken: It cannot become one.
    """
    maker = _Maker(item, show, terms)
    settings = {key: value for key, value in maker.settings() if value not in (None, (), [])}
    slug = facts.slug_for(settings["title"], facts.day_of(maker.aired).isoformat(), taken)
    return Programme(slug, settings, maker.notes, tuple(maker.remarks))


def validate(settings: Mapping[str, Any]) -> None:
    """Hold settings against what a station takes.

    Raises:
        NotTaken: They do not fit.
    """
    try:
        EpisodeSettings.model_validate({**settings, "origin": Origin("", {})})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"] if not str(part).startswith("("))
        raise NotTaken(f"its `{name}` does not fit: {first['msg'].rstrip('.')}.") from None


class _Maker:
    """Makes the settings of one programme, and gathers remarks."""

    def __init__(self, item: Item, show: Show, terms: Terms) -> None:
        self.item, self.show, self.terms = item, show, terms
        self.remarks: list[str] = []
        self.aired = self._aired()
        self.seconds = facts.read_seconds(item.duration)
        self.chapters = list(self._chapters())
        self._read_words()

    def settings(self) -> Iterator[tuple[str, Any]]:
        item = self.item
        yield "title", self._title()
        yield "summary", self.summary
        yield "aired", facts.write_moment(self.aired)
        yield "guid", guid_of(item)
        yield "series", self.terms.series
        yield "season", facts.read_number(item.season)
        yield "number", facts.read_number(item.number)
        yield "kind", item.kind if item.kind in ("trailer", "bonus") else None
        yield "recording", self._recording()
        yield "low_data", self._low_data()
        yield (
            "chapters",
            [{"at": facts.write_timestamp(at), "title": title} for at, title in self.chapters],
        )
        yield "soundbites", list(self._soundbites())
        yield "people", list(self._people())
        yield "consent", self._consent()
        yield "content_notes", [{"label": label} for label in self.labels]
        yield "topics", [self.terms.topic]
        yield "licence", self._licence()
        yield "notice", self.notice or None
        yield "ai_content", {"true": True, "false": False}.get(item.ai_content)
        yield "status", "published" if self.terms.expires else "draft"

    def _title(self) -> str:
        title = clean_title(self.item.title)
        if not title:
            raise NotTaken("it has no title.")
        if title != self.item.title:
            self.remarks.append(f"its title was changed; it was {self.item.title!r}.")
        return title

    def _aired(self) -> datetime:
        aired = facts.read_date(self.item.date)
        if aired is None:
            raise NotTaken(f"its date cannot be read: {self.item.date[:40]!r}.")
        return aired

    def _read_words(self) -> None:
        item = self.item
        lines = without_chapters(to_lines(item.description), self.chapters)
        text, markup = " ".join(lines), item.notes or item.description
        self.labels: tuple[str, ...] = ()
        self.notice = ""
        if self.show.is_ours:
            text, markup, self.labels, self.notice = take_apart(text, markup, self.chapters)
        self.summary = to_summary(text or to_plain(markup) or clean_title(item.title))
        # The library behind it takes longer to import than most commands take to run.
        from recovery_radio.migrate.notes import to_markdown

        notes = to_markdown(markup)
        self.notes = notes.text
        if to_plain(markup) == self.summary and "](" not in notes.text and "<" not in notes.text:
            self.notes = ""
        self.remarks += (f"{what}." for what in notes.dropped)

    def _recording(self) -> dict[str, Any]:
        enclosure = self.item.enclosure
        if enclosure is None:
            raise NotTaken("it names no recording.")
        if self.item.more_enclosures:
            self.remarks.append("only its first recording is taken over.")
        media = facts.audio_type(enclosure.url, enclosure.type)
        if media is None:
            raise NotTaken(f"its recording is of a kind that is not taken: {enclosure.type!r}.")
        if media != enclosure.type:
            self.remarks.append(f"the type of its recording was {enclosure.type!r}; now {media}.")
        url = facts.https_address(enclosure.url)
        if url and url != enclosure.url:
            self.remarks.append(f"the address of its recording is now encoded: {url}")
        # What is missing or wrong here is found out by `validate`, or replaced by a download.
        return {
            "url": url or enclosure.url,
            "bytes": facts.read_number(enclosure.length) or 0,
            "seconds": self.seconds,
            "type": media,
        }

    def _low_data(self) -> dict[str, Any] | None:
        size = facts.read_number(self.item.enclosure.length) if self.item.enclosure else None
        for other in self.item.alternates:
            media, url = facts.audio_type(other.url, other.type), facts.https_address(other.url)
            length = facts.read_number(other.length)
            if media and url and length and self.seconds and length < (size or 0):
                return {"url": url, "bytes": length, "seconds": self.seconds, "type": media}
            self.remarks.append(f"its other recording {other.url}.")
        return None

    def _chapters(self) -> Iterator[tuple[float, str]]:
        before = -1.0
        for start, written in self.item.chapters:
            at, title = facts.read_seconds(start), clean_title(written)[:120]
            if title and int(at) > before and (not self.seconds or at < self.seconds):
                yield at, title
                before = int(at)
            else:
                self.remarks.append(f"its chapter {written!r} at {start!r}.")

    def _soundbites(self) -> Iterator[dict[str, Any]]:
        for bite in self.item.bites:
            seconds, title = facts.read_seconds(bite.duration), clean_title(bite.title)[:120]
            if 5 <= seconds <= 120:
                at = facts.write_timestamp(facts.read_seconds(bite.start))
                yield {"at": at, "seconds": seconds} | ({"title": title} if title else {})
            else:
                self.remarks.append(f"its soundbite at {bite.start!r}.")

    def _people(self) -> Iterator[dict[str, Any]]:
        # The people of an item wholly replace those of the show.
        for person in dict.fromkeys(self.item.people or self.show.people):
            alias, role = clean_title(person.name)[:120], facts.role_of(person.role)
            if alias and role:
                yield {"alias": alias, "role": role, "in_feed": True}
            else:
                self.remarks.append(f"{person.name!r}, whose part is {person.role!r}.")

    def _consent(self) -> dict[str, Any]:
        day, expires = facts.day_of(self.aired), self.terms.expires
        return {
            "reference": self.terms.reference,
            "level": self.terms.level,
            "channels": ["site", "feed", "transcript"],
            "expires": (expires or day + _TRUSTED).isoformat(),
            # For a draft a day too late, so that the check asks for the true one before it goes out.
            "approved": (day if expires else day + timedelta(days=1)).isoformat(),
        }

    def _licence(self) -> str:
        written = clean(self.item.licence or self.show.licence)
        if written.upper() in (*TERMS, "ARR"):
            return written.upper()
        if written:
            self.remarks.append(f"its licence {written!r}; all rights are reserved until you say.")
        # Never the station's default: nobody has given it away.
        return "ARR"
