"""The package that is installed is the whole package, and its locks are fit for any machine."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plugins/recovery_radio"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = {
    "requirements-build.lock": SETTINGS["dependency-groups"]["build"],
    "requirements.lock": SETTINGS["project"]["dependencies"],
    "requirements-test.lock": SETTINGS["dependency-groups"]["test"],
}
PINNED = re.compile(
    r"^([a-z0-9-]+)==([^ ]+)( ; .+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}.*\n)+", re.MULTILINE
)
NOT_IMPORTED = {
    "mkdocs-material",  # a theme
    "pymdown-extensions",  # named in mkdocs.yml
    "tzdata",  # read by Python's own zoneinfo
}


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(PACKAGE, source / "plugins/recovery_radio")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, timeout=120)

    (wheel,) = tmp_path.glob("recovery_radio-*.whl")
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_what_is_imported_is_declared_and_nothing_more() -> None:
    declared = {Requirement(line).name.lower() for line in DECLARED["requirements.lock"]}
    owners = packages_distributions()
    used = {owners[module][0].lower().replace("_", "-") for module in third_party_modules()}
    used.remove("pydantic-core")  # a part of pydantic

    assert used == declared - NOT_IMPORTED


@pytest.mark.parametrize("name", DECLARED)
def test_a_lock_holds_what_is_declared(name: str) -> None:
    pins = {pin: version for pin, version, _ in PINNED.findall((ROOT / name).read_text("utf-8"))}

    for requirement in map(Requirement, DECLARED[name]):
        pin = requirement.name.lower()
        assert pin in pins, f"{pin} is not locked: make lock"
        assert pins[pin] in requirement.specifier, f"{requirement} is not what is locked: make lock"


@pytest.mark.parametrize("name", DECLARED)
def test_a_lock_pins_everything_by_digest_and_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    pins = PINNED.findall(text)

    assert len(pins) == text.count("==") - text.count("== '")
    assert "://" not in text
    assert "--index" not in text


def test_the_lock_of_npm_pins_everything_by_digest_and_runs_nothing() -> None:
    oracles = ROOT / "tests/oracles"
    lock = json.loads((oracles / "package-lock.json").read_text("utf-8"))["packages"]
    asked = json.loads((oracles / "package.json").read_text("utf-8"))["dependencies"]
    settings = (oracles / ".npmrc").read_text("utf-8").splitlines()

    assert lock.pop("")["dependencies"] == asked, "make lock"
    for name, package in lock.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, f"{name}: a lock names no registry"
        assert "hasInstallScript" not in package, name
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(settings)


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    site, tests = (
        {(name, version) for name, version, _ in PINNED.findall((ROOT / lock).read_text("utf-8"))}
        for lock in ("requirements.lock", "requirements-test.lock")
    )

    assert site < tests


def third_party_modules() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"recovery_radio"}
