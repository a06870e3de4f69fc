"""Files to start from: in order as they stand, in any station."""

import re
import uuid
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from read.samples import mp3
from recovery_radio.cli.main import main
from recovery_radio.host.build import Failed, check_station
from sites import EPISODE, PLAIN, edit, standing_in, write_files
from station import copy_station

VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v The name that they chose>Hello.\n"


def radio(folder: Path, *words: str) -> Result:
    with standing_in(folder):
        return CliRunner().invoke(main, words)


@pytest.fixture(params=["plain", "kindling"])
def station(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write_files(tmp_path, PLAIN) if request.param == "plain" else copy_station(tmp_path)


def test_a_new_programme_is_a_draft_in_order_before_and_after_its_recording_comes(
    station: Path,
) -> None:
    made = radio(station, "new", "episode", "my-first-steps")

    assert made.exit_code == 0, made.output
    assert "Written: episodes/my-first-steps/index.md" in made.output
    check_station(station / "mkdocs.yml", strict=True)
    folder = station / "episodes/my-first-steps"
    (folder / "my-first-steps.mp3").write_bytes(mp3())
    (folder / "transcript.vtt").write_text(VTT, "utf-8")
    check_station(station / "mkdocs.yml", strict=True)


def test_a_new_programme_cannot_be_published_before_its_author_looked_at_consent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN)
    radio(tmp_path, "new", "episode", "my-first-steps")
    folder = tmp_path / "episodes/my-first-steps"
    (folder / "my-first-steps.mp3").write_bytes(mp3())
    (folder / "transcript.vtt").write_text(VTT, "utf-8")
    text = (folder / "index.md").read_text("utf-8")
    (folder / "index.md").write_text(edit(text, ("status: draft", "status: published")), "utf-8")

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert [m for m in caplog.messages if m.endswith("[no-consent]")]


def test_a_new_service_is_in_order(station: Path) -> None:
    made = radio(station, "new", "service", "quiet-room")

    assert made.exit_code == 0, made.output
    assert made.output == "Written: services_directory/quiet-room.yml\n"
    check_station(station / "mkdocs.yml", strict=True)


@pytest.mark.parametrize("name", ["2024", "true", "null", "a" * 64])
def test_a_name_that_yaml_would_take_for_something_else_is_a_title(
    name: str, tmp_path: Path
) -> None:
    write_files(tmp_path, PLAIN)

    for kind in ("episode", "service"):
        assert radio(tmp_path, "new", kind, name).exit_code == 0
    check_station(tmp_path / "mkdocs.yml", strict=True)


def test_every_new_programme_has_a_guid_of_its_own(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    radio(tmp_path, "new", "episode", "one")
    radio(tmp_path, "new", "episode", "two")

    texts = [(tmp_path / f"episodes/{name}/index.md").read_text("utf-8") for name in ("one", "two")]
    guids = {uuid.UUID(guid) for text in texts for guid in re.findall(r"guid: (\S+)", text)}
    assert len(guids) == 2


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    before = (tmp_path / "episodes/first-steps/index.md").read_bytes()

    again = radio(tmp_path, "new", "episode", "first-steps")

    assert again.exit_code == 1
    assert "episodes/first-steps/index.md is there already, and stays as it is." in again.output
    assert (tmp_path / "episodes/first-steps/index.md").read_bytes() == before
    assert radio(tmp_path, "new", "service", "vocabulary").exit_code == 1


@pytest.mark.parametrize("name", ["First", "a_b", "../a", "a/b", "é", "", "-a", "a" * 65])
def test_a_name_that_is_no_address_is_refused(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)

    for kind in ("episode", "service"):
        assert radio(tmp_path, "new", kind, "--", name).exit_code == 2
    assert list((tmp_path / "episodes").iterdir()) == []


def test_files_go_where_the_station_keeps_its_own(tmp_path: Path) -> None:
    text = edit(
        PLAIN, ("{email: hello@tiny.example}", "{email: a@b.example, episodes_dir: programmes}")
    )
    write_files(tmp_path / "station", text)

    made = radio(tmp_path, "new", "episode", "one", "--config", "station/mkdocs.yml")

    assert made.exit_code == 0, made.output
    assert (tmp_path / "station/programmes/one/index.md").is_file()


def test_a_station_that_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, "-- services_directory/vocabulary.yml --\nkinds: [\n")
    assert radio(tmp_path, "new", "service", "one").exit_code == 1
    (tmp_path / "mkdocs.yml").write_text("- a\n", "utf-8")

    assert radio(tmp_path, "new", "episode", "one").exit_code == 1

    assert "mkdocs.yml: The configuration is invalid." in caplog.text
    assert not (tmp_path / "services_directory/one.yml").exists()


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("HTTPS://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_the_identity_of_a_show_follows_from_the_address_of_its_feed(
    address: str, guid: str
) -> None:
    """The examples are those of the podcast namespace."""
    made = CliRunner().invoke(main, ["new", "feed", address])

    assert made.exit_code == 0
    assert made.stdout == f"guid: {guid}\n"
    assert "never changes again" in made.stderr
