"""Episodes: `episodes/<slug>/index.md`, with its recording, transcript and cover beside it."""

import os
from collections.abc import Container, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from recovery_radio.model.episode import (
    AUDIO_TYPES,
    Audio,
    Episode,
    EpisodeSettings,
    LocalRecording,
    RemoteRecording,
    file_of,
)
from recovery_radio.model.problem import Origin, Problem
from recovery_radio.model.text import is_slug
from recovery_radio.model.times import parse_timestamp
from recovery_radio.model.tombstone import Tombstone
from recovery_radio.model.transcript import Transcript
from recovery_radio.read.explain import validate
from recovery_radio.read.front_matter import Document, read_text, split_document
from recovery_radio.read.recording import Measured
from recovery_radio.read.strict_yaml import Values
from recovery_radio.read.vtt import find_past_end, is_past, parse_vtt


class Draft(NamedTuple):
    """An episode whose texts have been read and whose recording is yet to be measured."""

    settings: EpisodeSettings
    slug: str
    document: Document
    words: Transcript

    @property
    def folder(self) -> str:
        """Its folder, relative to the station's."""
        return str(PurePosixPath(self.settings.origin.path).parent)

    @property
    def recordings(self) -> dict[str, LocalRecording]:
        """What it says of its recordings, of those beside it, by path from the station's folder."""
        found = {}
        for recording in (self.settings.recording, self.settings.low_data):
            if name := file_of(recording):
                claim = recording if isinstance(recording, LocalRecording) else None
                found[f"{self.folder}/{name}"] = claim or LocalRecording(file=name)
        return found


def read_draft(
    root: Path, files: Container[str], path: str
) -> tuple[Draft | Tombstone | None, list[Problem]]:
    """Read the texts of one episode.

    Args:
        root: The station's folder.
        files: What may be opened, by path from there: what the gate has let through.
        path: Its `index.md`, relative to it.

    Returns:
        The episode, or what is left of a withdrawn one, unless something stands in its way:
        problems, or a draft's files that are yet to come.
    """
    folder = PurePosixPath(path).parent
    if not is_slug(folder.name):
        what = f"The folder name '{folder.name}' cannot be read."
        repair = "Use small letters, digits and single hyphens, such as `first-steps`."
        return None, [Problem(path, 1, what, repair, "bad-slug")]
    text, problems = read_text(root, path)
    if problems:
        return None, problems
    document, problems = split_document(text, path)
    if document is None:
        return None, problems
    if document.settings.values.get("status") == "withdrawn":
        return _read_tombstone(root, folder, document)
    settings, problems = validate(
        EpisodeSettings, document.settings, {"origin": document.settings.origin}
    )
    if settings is None:
        return None, problems
    problems = _missing_files(root, files, folder, settings)
    if problems and settings.status == "draft":
        return None, []
    words = Transcript()
    transcript = f"{folder}/{settings.transcript}"
    if transcript in files and not problems:
        words, problems = _read_transcript(root, transcript)
    return Draft(settings, folder.name, document, words), problems


def _read_tombstone(
    root: Path, folder: PurePosixPath, document: Document
) -> tuple[Tombstone | None, list[Problem]]:
    values, origin = document.settings
    kept = {key: value for key, value in values.items() if key in ("status", "guid")}
    remains = len(values) > len(kept) or bool(document.text.strip())
    remains = remains or any(f.name != "index.md" for f in (root / folder).iterdir())
    extra = {"origin": origin, "slug": folder.name, "remains": remains}
    return validate(Tombstone, Values(kept, origin), extra)


def _missing_files(
    root: Path, files: Container[str], folder: PurePosixPath, settings: EpisodeSettings
) -> list[Problem]:
    names = {
        "recording": file_of(settings.recording),
        "low_data": file_of(settings.low_data),
        "transcript": settings.transcript,
        "cover.file": settings.cover.file if settings.cover else None,
    }
    problems = []
    for key, name in names.items():
        path = f"{folder}/{name}"
        # What is there and may not be opened has its problem from the gate.
        if name and path not in files and not os.path.lexists(root / path):
            what = f"`{key.split('.')[0]}` names the file '{name}', which is not in this folder."
            repair = f"Put it into `{folder}`, or correct the name."
            problems.append(settings.origin.problem(key, what, repair, "missing-file"))
    return problems


def _read_transcript(root: Path, path: str) -> tuple[Transcript, list[Problem]]:
    text, problems = read_text(root, path)
    if problems:
        return Transcript(), problems
    cues, problems = parse_vtt(text, path)
    return Transcript(cues), problems


def complete(
    root: Path, draft: Draft, measured: Mapping[str, Measured]
) -> tuple[Episode | None, list[Problem]]:
    """Join an episode with what was measured from its recording.

    Args:
        root: The station's folder.
        draft: The episode as written.
        measured: Recordings that could be read, by path. What could not has its problem already.
    """
    settings = draft.settings
    audio = _audio(settings.recording, draft, measured)
    low_data = settings.low_data
    # A name of its own, for two recordings of one kind.
    low_audio = _audio(low_data, draft, measured, "-low-data") if low_data else None
    if audio is None or (low_data and low_audio is None):
        return None, []
    episode = Episode.model_construct(
        **dict(settings),
        slug=draft.slug,
        notes=draft.document.text,
        notes_line=draft.document.text_line,
        audio=audio,
        low_audio=low_audio,
        words=draft.words,
    )
    return episode, _compare(root, episode, draft)


def _audio(
    recording: str | LocalRecording | RemoteRecording,
    draft: Draft,
    measured: Mapping[str, Measured],
    suffix: str = "",
) -> Audio | None:
    if isinstance(recording, RemoteRecording):
        facts = recording.bytes, recording.seconds, recording.type
        return Audio(recording.url, *facts, file=None, sha256=recording.sha256 or "")
    path = f"{draft.folder}/{file_of(recording)}"
    if path not in measured:
        return None
    found = measured[path]
    # Published under the episode's own name: what a phone calls a file may name a place.
    url = f"episodes/{draft.slug}/{draft.slug}{suffix}{PurePosixPath(path).suffix}"
    return Audio(url, found.bytes, found.seconds, found.type, path, found.sha256, found.parts)


def _compare(root: Path, episode: Episode, draft: Draft) -> list[Problem]:
    """Hold what the front matter claims against what the recording is."""
    problems = []
    origin, seconds = episode.origin, episode.audio.seconds
    length = f"The recording is {seconds:.0f} seconds long."
    for place, fault, start, end in _stretches(episode):
        if is_past(start, end, seconds):
            what = f"{fault} after the end of the recording."
            problems.append(origin.problem(place, what, length, "past-the-end"))
    last = episode.words.cues[-1] if episode.words else None
    if last and is_past(last.start, last.end, seconds):
        path = f"{draft.folder}/{episode.transcript}"
        if problem := find_past_end(read_text(root, path)[0], path, seconds):
            problems.append(problem)
    for key, recording, audio in (
        ("recording", episode.recording, episode.audio),
        ("low_data", episode.low_data, episode.low_audio),
    ):
        if isinstance(recording, RemoteRecording):
            problems += _compare_address(key, recording, origin)
        elif isinstance(recording, LocalRecording) and audio:
            problems += _compare_claims(key, recording, audio, origin)
    return problems


def _stretches(episode: Episode) -> Iterator[tuple[str, str, int, int]]:
    """Give what tells of a stretch: its key, how a fault begins, start and end in milliseconds."""
    for index, chapter in enumerate(episode.chapters):
        start = parse_timestamp(chapter.at)
        yield f"chapters.{index}.at", f"The chapter '{chapter.title}' starts", start, start
    for index, bite in enumerate(episode.soundbites):
        start = parse_timestamp(bite.at)
        end = start + round(bite.seconds * 1000)
        yield f"soundbites.{index}.at", f"The soundbite at {bite.at} goes on", start, end
    for index, note in enumerate(episode.content_notes):
        start, end = (parse_timestamp(at or "0:00") for at in (note.start, note.end))
        place = f"content_notes.{index}.{'to' if note.end else 'from'}"
        yield place, f"The content note '{note.label}' goes on", start, end


def _compare_address(key: str, store: RemoteRecording, origin: Origin) -> Iterator[Problem]:
    ending = PurePosixPath(store.url.split("?")[0]).suffix
    if AUDIO_TYPES.get(ending, store.type) != store.type:
        what = f"`type` says {store.type}, and the address ends in `{ending}`."
        repair = f"Write `type: {AUDIO_TYPES[ending]}`, or correct the address."
        yield origin.problem(f"{key}.type", what, repair, "wrong-type")


def _compare_claims(
    name: str, claimed: LocalRecording, audio: Audio, origin: Origin
) -> Iterator[Problem]:
    facts = {"bytes": audio.bytes, "type": audio.type, "sha256": audio.sha256}
    wrong = [key for key, fact in facts.items() if getattr(claimed, key) not in (None, fact)]
    if claimed.seconds and abs(claimed.seconds - audio.seconds) > 1:
        facts["seconds"] = round(audio.seconds, 1)
        wrong.append("seconds")
    for key in wrong:
        what = f"`{key}` is not what the recording has."
        repair = f"Write `{key}: {facts[key]}`, remove the line, or put the right file here."
        yield origin.problem(f"{name}.{key}", what, repair, "wrong-claim")
