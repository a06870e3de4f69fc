"""Episodes: identity, consent, and what they refer to."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from recovery_radio.check.known import check_names
from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.times import LONDON, parse_timestamp
from recovery_radio.model.tombstone import Tombstone

# Names of list pages below episodes/.
_RESERVED = ("page",)


def check_episodes(hub: Hub, now: datetime) -> Iterator[Problem]:
    """Check every episode, drafts included, so that a draft is right before it goes out."""
    yield from _same_guid((*hub.episodes, *hub.tombstones))
    yield from _left_over(hub.tombstones)
    for episode in hub.episodes:
        yield from _references(episode, hub)
        yield from _times(episode)
        yield from _consent(episode, now)
        yield from _speakers(episode)
        if episode.slug in _RESERVED:
            what = f"The folder name '{episode.slug}' is taken by a list of programmes."
            yield Problem(episode.origin.path, 1, what, "Rename the folder.", "duplicate-address")
        if episode.status == "published" and not episode.words:
            what = "A published programme needs its words, for people who cannot hear it."
            repair = "Add `transcript: transcript.vtt` and the file."
            severity = Severity.WARNING
            yield episode.origin.problem("transcript", what, repair, "no-transcript", severity)


def _left_over(tombstones: tuple[Tombstone, ...]) -> Iterator[Problem]:
    for tombstone in tombstones:
        if tombstone.remains:
            what = "The programme is withdrawn, and its words or files are still in this folder."
            repair = f"Type `radio withdraw {tombstone.slug}`, which removes them."
            path = tombstone.origin.path
            yield Problem(path, 1, what, repair, "withdrawn-remains", Severity.NOTICE)


def _same_guid(episodes: tuple[Episode | Tombstone, ...]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for episode in sorted(episodes, key=lambda e: e.origin.path):
        if other := first.get(episode.guid):
            what = f"`guid` is the same as in {other}."
            repair = "Take a new one from `radio new episode`; never copy it."
            yield episode.origin.problem("guid", what, repair, "duplicate-guid")
        first.setdefault(episode.guid, episode.origin.path)


def _references(episode: Episode, hub: Hub) -> Iterator[Problem]:
    origin = episode.origin
    shown = {service.id for service in hub.services if service.status != "closed"}
    yield from check_names(
        origin, "series", (episode.series,), hub.series, "series", "site/data/series.yml"
    )
    yield from check_names(
        origin, "topics", episode.topics, hub.topics, "topic", "site/data/topics.yml"
    )
    yield from check_names(
        origin, "services", episode.services, shown, "service", "services_directory"
    )
    yield from check_names(
        origin, "helplines", episode.helplines, hub.helplines, "line", "site/data/helplines.yml"
    )


def _speakers(episode: Episode) -> Iterator[Problem]:
    agreed = {person.alias for person in episode.people}
    for speaker in episode.words.speakers:
        if speaker not in agreed:
            what = f"The transcript names '{speaker}', who is not among `people`."
            repair = "Write the name there that the person chose, and list it under `people`."
            yield episode.origin.problem("people", what, repair, "unknown-speaker")


def _times(episode: Episode) -> Iterator[Problem]:
    starts = [chapter.seconds for chapter in episode.chapters]
    for index, (before, after) in enumerate(pairwise(starts), 1):
        if after <= before:
            what = f"The chapter '{episode.chapters[index].title}' does not start after the one before."
            repair = "Put the chapters in the order of their times."
            yield episode.origin.problem(f"chapters.{index}.at", what, repair, "bad-order")
    for index, note in enumerate(episode.content_notes):
        key = f"content_notes.{index}.to"
        if note.end and not note.start:
            what = f"The content note '{note.label}' has an end and no beginning."
            repair = 'Write `from` too, such as `from: "00:00"`, or remove `to`.'
            yield episode.origin.problem(key, what, repair, "bad-order")
        elif note.start and note.end and parse_timestamp(note.end) <= parse_timestamp(note.start):
            what = f"The content note '{note.label}' ends before it begins."
            repair = "Give `to` a later time than `from`."
            yield episode.origin.problem(key, what, repair, "bad-order")


def _consent(episode: Episode, now: datetime) -> Iterator[Problem]:
    consent, origin = episode.consent, episode.origin
    if episode.status != "published":
        return
    if "site" not in consent.channels:
        what = "Nobody agreed to have this programme on the site."
        yield origin.problem(
            "consent.channels", what, "Add `site` if they did, or keep it a draft.", "no-consent"
        )
    if consent.approved > episode.aired_at.date():
        what = "The programme airs before everybody approved the final recording."
        yield origin.problem("consent.approved", what, "Air it on that day or later.", "no-consent")
    if consent.expires <= now.astimezone(LONDON).date():
        what = f"Consent ran out on {consent.expires}; the programme is no longer shown."
        repair = "Ask again and write the new day, or write `status: withdrawn`."
        yield origin.problem("consent.expires", what, repair, "consent-expired", Severity.NOTICE)
