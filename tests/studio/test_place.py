"""Several files at once: all of them, or none."""

from pathlib import Path

import pytest

from recovery_radio.studio.place import place_all


def test_new_files_come_and_old_ones_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")

    place_all({tmp_path / "old": b"after", tmp_path / "new": b"new"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "old": b"after",
        "new": b"new",
    }


@pytest.mark.parametrize("interruption", [OSError("disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", [0, 1, 2])
def test_what_fails_half_way_leaves_everything_as_it_was(
    step: int, interruption: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    replace, calls = Path.replace, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == step + 1:
            raise interruption
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    files = {tmp_path / name: name.encode() for name in ("one", "new", "two")}

    with pytest.raises(type(interruption)):
        place_all(files)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "one": b"1",
        "two": b"2",
    }


def test_a_folder_that_takes_no_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")

    with pytest.raises(OSError, match="gone"):
        place_all({tmp_path / "one": b"new", tmp_path / "gone/two": b"2"})

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("one", b"1")]
