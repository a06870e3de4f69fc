"""A whole station, read: in order, with every problem of every file."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from read.samples import mp3
from recovery_radio.read.hub import Folders, read_hub
from sites import EPISODE, LOCAL, PLAIN, SERVICE, edit, read_station, write_files


def test_episodes_are_newest_first_services_by_name_and_pages_by_path(tmp_path: Path) -> None:
    second = edit(EPISODE, ("first-steps", "a-second"), ("2026-03-12", "2026-03-12 00:00"),
                  ("aaaaaaaaaaaa", "bbbbbbbbbbbb"))  # fmt: skip
    third = edit(EPISODE, ("first-steps", "third"), ("2026-03-12", "2026-03-11 23:59"))
    zebra = edit(SERVICE, ("harbour.yml", "a-file.yml"), ("Harbour", "zebra"))
    abbey = edit(SERVICE, ("harbour.yml", "z-file.yml"), ("Harbour", "abbey"))

    hub, problems = read_station(tmp_path, EPISODE, second, third, SERVICE, zebra, abbey)

    assert problems == []
    assert [e.slug for e in hub.episodes] == ["first-steps", "a-second", "third"]
    assert [s.id for s in hub.services] == ["z-file", "harbour", "a-file"]
    assert [p.path for p in hub.pages] == sorted(p.path for p in hub.pages)
    assert list(hub.series) == ["stories"]
    assert list(hub.organisations) == ["hub"]


def test_drafts_are_in_the_hub_so_that_they_are_checked(tmp_path: Path) -> None:
    hub, problems = read_station(tmp_path, edit(EPISODE, ("status: published", "status: draft")))

    assert problems == []
    assert [e.status for e in hub.episodes] == ["draft"]


def test_of_a_withdrawn_episode_no_word_is_in_the_hub(tmp_path: Path) -> None:
    hub, problems = read_station(
        tmp_path, edit(EPISODE, ("status: published", "status: withdrawn"))
    )

    assert problems == []
    assert hub.episodes == ()
    [tombstone] = hub.tombstones
    assert (tombstone.slug, tombstone.guid) == (
        "first-steps",
        "3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa",
    )
    assert tombstone.remains
    assert "hope" not in repr(tombstone)


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    hub, problems = read_station(
        tmp_path,
        edit(EPISODE, ("aired: 2026-03-12", "aired: soon")),
        edit(EPISODE, ("first-steps", "second")),
        edit(SERVICE, ("kind: drop-in", "kindd: drop-in")),
        "-- site/data/series.yml --\n- stories\n",
        "-- services_directory/vocabulary.yml --\nkinds: {}\n",
        "-- site/pages/broken.md --\nno settings\n",
        "-- site/pages/page.html --\n<script>\n",
    )

    assert [e.slug for e in hub.episodes] == ["second"]
    assert hub.services == ()
    assert hub.vocabulary.kinds == {}
    assert {p.path for p in problems} == {
        "episodes/first-steps/index.md",
        "services_directory/harbour.yml",
        "services_directory/vocabulary.yml",
        "site/data/series.yml",
        "site/pages/broken.md",
        "site/pages/page.html",
    }


def test_only_files_that_passed_the_gate_are_handed_on(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, LOCAL, SERVICE, "-- episodes/first-steps/_headers --\nx\n")
    (tmp_path / "episodes/first-steps/steps.mp3").write_bytes(mp3())
    (tmp_path / "site/pages/link.md").symlink_to(tmp_path / "site/pages/index.md")

    hub, files, problems = read_hub(tmp_path, Folders(), None, map)

    assert len(hub.episodes) == 1
    assert "episodes/first-steps/steps.mp3" in files
    assert not {"episodes/first-steps/_headers", "site/pages/link.md"} & set(files)
    assert files == sorted(files)
    assert {p.code for p in problems} == {"host-file", "link"}


def test_a_recording_outside_the_gate_is_never_opened(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, LOCAL)
    (tmp_path / "elsewhere.mp3").write_bytes(mp3())
    (tmp_path / "episodes/first-steps/steps.mp3").symlink_to(tmp_path / "elsewhere.mp3")

    hub, _, problems = read_hub(tmp_path, Folders(), None, map)

    assert hub.episodes == ()
    assert [(p.path, p.code) for p in problems] == [("episodes/first-steps/steps.mp3", "link")]


@pytest.mark.parametrize(
    "path",
    [
        "episodes/first-steps/transcript.vtt",
        "site/data/helplines.yml",
        "site/data/involvement.yml",
        "services_directory/organisations.yml",
        "services_directory/vocabulary.yml",
    ],
)
@pytest.mark.parametrize("code", ["link", "not-utf8"])
def test_a_text_that_the_gate_refused_is_never_opened(path: str, code: str, tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    kept = tmp_path / path
    kept.unlink(missing_ok=True)
    if code == "link":
        (tmp_path / "elsewhere").write_text("Words from elsewhere.\n")
        kept.symlink_to(tmp_path / "elsewhere")
    else:
        kept.write_text("Words.\n", "utf-16")

    _, _, problems = read_hub(tmp_path, Folders(), None, map)

    assert [(p.path, p.code) for p in problems] == [(path, code)]


def test_the_work_can_be_spread_and_a_station_may_lie_elsewhere(tmp_path: Path) -> None:
    seen: list[int] = []

    def spread(function: Callable[[Any], Any], values: Sequence[Any]) -> Iterable[Any]:
        seen.append(len(values))
        return [function(value) for value in values]

    write_files(
        tmp_path, PLAIN.replace("site/pages/", "words/").replace("site/data/", "lists/"), EPISODE
    )
    (tmp_path / "episodes").rename(tmp_path / "programmes")

    hub, _, problems = read_hub(
        tmp_path, Folders("words", "lists", "programmes", "services_directory"), None, spread
    )

    assert problems == []
    assert len(hub.episodes) == 1
    assert sorted(seen) == [0, 1, 8]
