"""The workflows hold as few rights as they can, and run nothing that may change under them."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
CARELESS = """\
name: Careless
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def test_zizmor_finds_nothing_at_its_strictest() -> None:
    done = audit(GITHUB)

    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_zizmor_would_find_a_careless_workflow(tmp_path: Path) -> None:
    (tmp_path / "careless.yml").write_text(CARELESS, "utf-8")

    done = audit(tmp_path / "careless.yml")

    assert done.returncode != 0
    for finding in ("dangerous-triggers", "template-injection", "unpinned-uses"):
        assert finding in done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_starts_with_no_rights_and_ends_in_time(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow: dict[str, Any] = yaml.safe_load(text)

    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 20
        assert job["permissions"]
    assert "secrets." not in text
    assert len(re.findall("uses:", text)) == len(PINNED.findall(text))


def test_a_suggestion_meets_nothing_that_it_could_write_to() -> None:
    workflow: dict[Any, Any] = yaml.safe_load((GITHUB / "workflows/check.yml").read_text("utf-8"))

    assert workflow[True] == {"pull_request": None}  # YAML 1.1 reads the key `on` as true
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_only_the_deployment_may_publish() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text("utf-8"))["jobs"]

    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step["name"] for step in jobs["deploy"]["steps"]] == ["Publish"]


def audit(path: Path) -> subprocess.CompletedProcess[str]:
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert zizmor, "zizmor is missing: make .venv/test.stamp"
    command = [zizmor, "--offline", "--persona=auditor", "--strict-collection", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
