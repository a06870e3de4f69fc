"""From bytes to text, and from text to settings and prose."""

from pathlib import Path

import pytest

from recovery_radio.read.front_matter import read_text, split_document


def text_of(folder: Path, data: bytes) -> str:
    (folder / "a.md").write_bytes(data)
    text, problems = read_text(folder, "a.md")
    assert problems == []
    return text


def test_line_ends_and_marks_of_other_systems_are_put_right(tmp_path: Path) -> None:
    assert text_of(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_letters_are_composed_and_strays_dropped(tmp_path: Path) -> None:
    assert text_of(tmp_path, "Cafe\u0301 soft\u00ad\u200bly".encode()) == "Café softly"


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"one\ntwo\xff\nthree", 2, "not-utf8"),
        ("één".encode("utf-16"), 1, "not-utf8"),
        (b"one\r\ntwo\x00", 2, "control-character"),
        ("one\n\ntwo \u202e eerht".encode(), 3, "control-character"),
        ("one\rtwo\u2028".encode(), 2, "control-character"),
        ("one\nS\u0430maritans".encode(), 2, "mixed-scripts"),
    ],
)
def test_a_text_that_would_mislead_is_refused_with_its_line(
    data: bytes, line: int, code: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_bytes(data)

    text, [problem] = read_text(tmp_path, "a.md")

    assert text == ""
    assert (problem.path, problem.line, problem.code) == ("a.md", line, code)


def test_settings_and_prose_are_taken_apart_and_know_their_lines() -> None:
    document, problems = split_document("---\ntitle: A\n---\n\nWord: text\n---\nmore\n", "a.md")

    assert problems == []
    assert document is not None
    assert document.settings.values == {"title": "A"}
    assert document.settings.origin.lines == {"title": 2}
    assert document.text == "\nWord: text\n---\nmore\n"
    assert document.text_line == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello.\n",
        " ---\ntitle: A\n---\n",
        "\n---\ntitle: A\n---\n",
        "---- \n",
        "title: A\n---\n",
    ],
)
def test_a_page_without_settings_is_not_guessed_at(text: str) -> None:
    document, [problem] = split_document(text, "a.md")

    assert document is None
    assert (problem.line, problem.code) == (1, "no-front-matter")
    assert "does not start" in problem.what


@pytest.mark.parametrize("text", ["---\ntitle: A\n", "---\ntitle: A\n --- \n", "---"])
def test_settings_without_an_end_are_not_published_as_text(text: str) -> None:
    document, [problem] = split_document(text, "a.md")

    assert document is None
    assert (problem.line, problem.code) == (1, "no-front-matter")
    assert "no end" in problem.what


def test_a_fault_in_the_settings_has_its_line_of_the_file() -> None:
    document, [problem] = split_document("---\ntitle: A\nkind: b: c\n---\n", "a.md")

    assert document is None
    assert (problem.line, problem.code) == (3, "bad-yaml")
