"""Episodes: texts and recordings together."""

from pathlib import Path

import pytest

from read.samples import m4a, mp3, opus, vorbis
from recovery_radio.model.episode import Episode
from recovery_radio.model.problem import Problem
from recovery_radio.read.episodes import Draft, complete, read_draft
from recovery_radio.read.recording import measure_all
from sites import EPISODE, LOCAL, edit, write_files

INDEX = "episodes/first-steps/index.md"
FOLDER = Path("episodes/first-steps")


def draft_of(root: Path, text: str) -> tuple[Draft | None, list[Problem]]:
    write_files(root, text)
    files = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    return read_draft(root, files, INDEX)


def episode_of(root: Path, text: str) -> tuple[Episode | None, list[Problem]]:
    draft, problems = draft_of(root, text)
    assert draft is not None
    assert problems == []
    paths = draft.recordings
    measured, problems = measure_all(root, paths, None)
    episode, more = complete(root, draft, measured)
    return episode, problems + more


@pytest.mark.parametrize(
    ("ending", "data", "seconds", "media"),
    [
        (".mp3", mp3(1000), 26.122, "audio/mpeg"),
        (".ogg", vorbis(20.5), 20.5, "audio/ogg"),
        (".opus", opus(33), 33, "audio/ogg"),
        (".m4a", m4a(40), 40, "audio/mp4"),
    ],
)
def test_a_recording_is_measured_and_not_believed(
    ending: str, data: bytes, seconds: float, media: str, tmp_path: Path
) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / f"steps{ending}").write_bytes(data)

    episode, problems = episode_of(tmp_path, edit(LOCAL, ("steps.mp3", f"steps{ending}")))

    assert problems == []
    assert episode is not None
    assert episode.audio.bytes == len(data)
    assert episode.audio.seconds == pytest.approx(seconds, abs=0.1)
    assert episode.audio.type == media
    assert episode.audio.url == f"episodes/first-steps/first-steps{ending}"
    assert episode.audio.file == f"{FOLDER}/steps{ending}"


def test_the_facts_of_a_recording_in_a_store_are_those_that_were_written_down(
    tmp_path: Path,
) -> None:
    episode, problems = episode_of(tmp_path, EPISODE)

    assert problems == []
    assert episode is not None
    assert episode.audio[:5] == (
        "https://cdn.example/first-steps.mp3", 1_200_000, 150.4, "audio/mpeg", None,
    )  # fmt: skip
    assert [cue.speaker for cue in episode.words.cues] == ["Host", "Guest"]
    assert episode.notes == "Welcome to the *first* programme.\n"
    assert episode.notes_line == 24


@pytest.mark.parametrize(
    "address",
    [
        "https://cdn.example/a.mp3?sig=x.ogg",
        "https://cdn.example/stream",
        "https://cdn.example/a.MP3",
    ],
)
def test_an_address_without_a_known_ending_says_nothing_about_the_type(
    address: str, tmp_path: Path
) -> None:
    _, problems = episode_of(
        tmp_path, edit(EPISODE, ("https://cdn.example/first-steps.mp3", address))
    )

    assert problems == []


def test_an_episode_whose_recording_could_not_be_read_is_left_to_that_problem(
    tmp_path: Path,
) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "steps.mp3").write_bytes(b"no sound")

    episode, problems = episode_of(tmp_path, LOCAL)

    assert episode is None
    assert [problem.path for problem in problems] == [f"{FOLDER}/steps.mp3"]


def test_every_file_that_is_missing_is_named(tmp_path: Path) -> None:
    text = edit(LOCAL, ("topics:", "cover: {file: c.png, alt: A dot.}\ntopics:"),
                ("transcript: transcript.vtt", "transcript: words.vtt"))  # fmt: skip

    draft, problems = draft_of(tmp_path, text)

    assert draft is not None
    assert [(p.line, p.code) for p in problems] == [
        (7, "missing-file"),
        (8, "missing-file"),
        (16, "missing-file"),
    ]
    assert "`cover` names the file 'c.png'" in problems[2].what


def test_a_draft_may_wait_for_its_recording_and_its_words(tmp_path: Path) -> None:
    draft, problems = draft_of(tmp_path, edit(LOCAL, ("status: published", "status: draft")))

    assert draft is None
    assert problems == []


def test_a_draft_with_all_its_files_is_read_like_any_other(tmp_path: Path) -> None:
    text = edit(
        EPISODE,
        ("status: published", "status: draft"),
        ("00:02.000\n<v Host>", "00:99.000\n<v Host>"),
    )

    draft, problems = draft_of(tmp_path, text)

    assert draft is not None
    assert [problem.code for problem in problems] == ["bad-time"]


@pytest.mark.parametrize("folder", ["first_steps", "first.steps", "a" * 65])
def test_the_name_of_the_folder_is_a_slug(folder: str, tmp_path: Path) -> None:
    path = f"episodes/{folder}/index.md"

    draft, problems = read_draft(
        write_files(tmp_path, edit(EPISODE, ("first-steps", folder))), {path}, path
    )

    assert draft is None
    assert [(p.path, p.line, p.code) for p in problems] == [(path, 1, "bad-slug")]


def test_what_ends_with_the_recording_is_within_it(tmp_path: Path) -> None:
    text = edit(
        EPISODE,
        ("topics:", 'soundbites: [{at: "02:20", seconds: 10.5}]\ntopics:'),
        ("topics:", 'content_notes: [{label: A, from: "02:00", to: "02:31"}, {label: B}]\ntopics:'),
    )

    assert episode_of(tmp_path, text)[1] == []


def test_a_chapter_and_a_transcript_past_the_end_are_named(tmp_path: Path) -> None:
    text = edit(
        EPISODE,
        ("topics:", 'chapters: [{at: "02:30", title: A}, {at: "02:31", title: B}]\ntopics:'),
        ("00:02.000 --> 00:04.000", "02:31.000 --> 02:32.000"),
    )

    episode, problems = episode_of(tmp_path, text)

    assert episode is not None
    assert [(p.path, p.line, p.code) for p in problems] == [
        (INDEX, 21, "past-the-end"),
        (f"{FOLDER}/transcript.vtt", 6, "past-the-end"),
    ]
    assert "'B'" in problems[0].what
