"""The walls and budgets of the house (ARCHITECTURE.md), one case per module."""

import ast
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins/recovery_radio"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

ROOMS = {
    "model": set(),
    "read": {"model"},
    "check": {"model"},
    "render": {"model"},
    "verify": {"model"},
    "studio": {"model"},
    "migrate": {"model"},
    "host": {"model", "read", "check", "render", "verify", "studio"},
    "cli": {"model", "read", "check", "render", "verify", "studio", "migrate", "host"},
}
"""Which rooms a room may use, besides itself."""

OWNERS = {
    "mkdocs": {"host"},
    "jinja2": {"host"},
    "babel": {"read", "render"},
    "pagefind": {"host"},
    "yaml": {"read"},
    "mutagen": {"read", "studio"},
    "imageio_ffmpeg": {"read"},
    "feedgen": {"render"},
    "segno": {"render"},
    "icalendar": {"render"},
    "lxml": {"render", "verify", "migrate"},
    "vobject": {"render"},
    "markdown": {"render"},
    "nh3": {"render"},
    "markdownify": {"migrate"},
    "selectolax": {"verify"},
    "starlette": {"cli"},
    "uvicorn": {"cli"},
    "watchfiles": {"cli"},
    "click": {"cli"},
    "PIL": {"studio", "read"},
    "opening_hours": {"model"},
    "holidays": {"model"},
    "typst": {"studio"},
    "pypdf": {"verify"},
}
"""Which rooms may use a library."""

NO_FILES_NO_CLOCK = {"model", "check", "render"}
FILE_MODULES = {"os", "io", "pathlib", "shutil", "tempfile", "subprocess", "glob"}
CLOCK_CALLS = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
CLOCK_OWNER = "host/clock.py"


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_uses_only_the_rooms_below_its_own(path: Path) -> None:
    room = room_of(path)
    if not room:
        return
    used = {name.split(".")[1] for name in imports_of(path) if name.startswith("recovery_radio.")}
    above = used - ROOMS[room] - {room}
    assert not above, f"{room} may not import {sorted(above)}"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_library_is_used_only_in_its_own_room(path: Path) -> None:
    room = room_of(path)
    for name in imports_of(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or room in owners, f"only {sorted(owners or ())} may import {name}"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_pure_rooms_have_no_files_and_no_clock(path: Path) -> None:
    room = room_of(path)
    tree = ast.parse(path.read_text("utf-8"))
    if room in NO_FILES_NO_CLOCK:
        files = {name.split(".")[0] for name in imports_of(path)} & FILE_MODULES
        assert not files, f"{room} opens no files, but imports {sorted(files)}"
    if str(path.relative_to(PACKAGE)) != CLOCK_OWNER:
        calls = {
            (node.func.value.id, node.func.attr)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        }
        assert not calls & CLOCK_CALLS, f"only {CLOCK_OWNER} reads the clock"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_modules_and_functions_stay_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 300, "a module has at most 300 lines"
    assert ast.get_docstring(tree), "a module says what it is for"
    assert path.stem not in {"utils", "helpers", "common", "misc"}, (
        "a module is named for what it holds"
    )
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 40, f"{node.name} has {lines} lines, of at most 40"


def test_the_median_module_is_short_and_the_host_is_thin() -> None:
    lines = {path: path.read_text("utf-8").count("\n") for path in MODULES}
    host = sum(count for path, count in lines.items() if room_of(path) == "host")
    assert median(lines.values()) <= 120
    assert host <= sum(lines.values()) / 4


def test_every_room_that_is_listed_exists_and_no_other() -> None:
    rooms = {room_of(path) for path in MODULES} - {""}
    assert rooms == set(ROOMS)
