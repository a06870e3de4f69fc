"""Schemas for editors: those of this repository are fresh, and take what the check takes."""

import json
import re
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from recovery_radio.cli.main import main
from recovery_radio.cli.schema import FILES, FOLDER, REGISTERS
from sites import PLAIN, standing_in, write_files
from station import ROOT, copy_station

SERVICE = ROOT / "services_directory/doncaster-night-kettle.yml"


def held(schema: Path, *files: Path | str) -> subprocess.CompletedProcess[str]:
    """Hold files against a schema, by a program that knows nothing of ours."""
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files],
        capture_output=True,
        text=True,
        check=False,
    )


def made(station: Path) -> Path:
    with standing_in(station):
        result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0, result.output
    return station / FOLDER


def test_the_schemas_of_this_repository_are_what_the_command_writes(tmp_path: Path) -> None:
    folder = made(copy_station(tmp_path))

    names = {f"{name}.json" for name in (*FILES, *REGISTERS)}
    assert {path.name for path in folder.iterdir()} == names
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == names
    for name in sorted(names):
        fresh = (folder / name).read_bytes() == (ROOT / FOLDER / name).read_bytes()
        assert fresh, f"{FOLDER}/{name} is old: type `radio schema`"


def test_they_are_schemas() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--check-metaschema",
            *(ROOT / FOLDER).iterdir(),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_they_take_every_file_of_the_example_station(tmp_path: Path) -> None:
    folders = [ROOT / "services_directory", ROOT / "site/data"]
    found: dict[str, list[Path]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.yml"))):
        first = path.read_text("utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, f"{path} does not name its schema"
        schema = (path.parent / named[1]).resolve()
        found.setdefault(schema.name, []).append(path)
    for kind, pattern in (("episode", "episodes/*/index.md"), ("page", "site/pages/**/*.md")):
        for path in ROOT.glob(pattern):
            settings = tmp_path / kind / (str(path.relative_to(ROOT)).replace("/", "-") + ".yml")
            settings.parent.mkdir(exist_ok=True)
            text = path.read_text("utf-8").split("---\n")[1]
            # What is gone keeps two settings only, and has no schema.
            if "status: withdrawn" not in text:
                settings.write_text(text, "utf-8")
                found.setdefault(f"{kind}.json", []).append(settings)

    assert set(found) == {f"{name}.json" for name in (*FILES, *REGISTERS)}
    for name, files in found.items():
        run = held(ROOT / FOLDER / name, *files)
        assert run.returncode == 0, run.stdout


MISTAKES = (
    ("kind: food-warmth", "kind: food-warmht"),
    ("offers: [food,", "offers: [foood,"),
    ("who: [anyone,", "who: [anybody,"),
    ("how_in: [walk-in]", "how_in: [walk-on]"),
    ("organisation: signal-box", "organisation: signal-bix"),
    ("step-free: yes", "stepfree: yes"),
    ("step-free: yes", "step-free: maybe"),
    ("kind: mutual-aid", "kind: mutual-help"),
    ("name: Night Kettle", "title: Night Kettle"),
    ("name: Night Kettle\n", ""),
    ("fri-sat:", "friday:"),
    ('"22:00-02:00"', "10pm-2am"),
    ("2026-11-14", "last week"),
    ("geo: [53.523, -1.133]", "geo: [-1.133, 53.523]"),
    ("bank_holidays: open", "bank_holidays: perhaps"),
    ("review_every: 3 months", "review_every: 2 months"),
    ("cost: free", "cost: free\ncolour: red"),
)


def test_every_mistake_is_underlined(tmp_path: Path) -> None:
    text = SERVICE.read_text("utf-8")
    wrong = [tmp_path / f"{number}.yml" for number in range(len(MISTAKES))]
    for path, (old, new) in zip(wrong, MISTAKES, strict=True):
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    run = held(ROOT / FOLDER / "service.json", "--output-format", "json", *wrong)
    assert run.returncode == 1
    found = {error["filename"] for error in json.loads(run.stdout)["errors"]}
    assert found == set(map(str, wrong))


def test_words_are_the_stations_own_and_each_setting_explains_itself(tmp_path: Path) -> None:
    folder = made(write_files(tmp_path, PLAIN))
    service = json.loads((folder / "service.json").read_text("utf-8"))

    settings = service["properties"]
    assert settings["kind"]["enum"] == ["drop-in"]
    assert settings["offers"]["items"] == {"enum": ["peer-support"]}
    assert settings["kind"]["description"] == "What it is, from the vocabulary."
    assert "origin" not in settings
    assert "origin" not in service["required"]
    closure = service["$defs"]["Closure"]["properties"]
    assert closure["from"]["description"] == "First day."


def test_an_unreadable_vocabulary_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN)
    (tmp_path / "services_directory/vocabulary.yml").write_text("kinds: [", "utf-8")

    with standing_in(tmp_path):
        result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 1
    assert "The vocabulary cannot be read" in result.output
    assert not (tmp_path / FOLDER).exists()


def test_a_new_service_names_its_schema(tmp_path: Path) -> None:
    folder = made(write_files(tmp_path, PLAIN))
    with standing_in(tmp_path):
        CliRunner().invoke(main, ["new", "service", "kettle"])

    path = tmp_path / "services_directory/kettle.yml"
    named = path.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
    assert (path.parent / named).resolve() == (folder / "service.json").resolve()
    run = held(folder / "service.json", path)
    assert run.returncode == 0, run.stdout
