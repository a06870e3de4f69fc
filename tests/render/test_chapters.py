"""Chapters: written once, and told to apps in three ways that say the same."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from languages import URDU, speak
from recovery_radio.model.episode import Chapter
from recovery_radio.model.times import parse_timestamp
from recovery_radio.render.chapters import chapter_lines, marks_of, render_chapters, simple_chapters

MARKS = marks_of(
    [
        Chapter(at="00:00", title='Tea & "talk"'),
        Chapter(at="01:05.250", title="Later"),
        Chapter(at="1:02:03", title="Été"),
    ]
)


def test_the_file_has_the_form_of_podcasting_2() -> None:
    assert json.loads(render_chapters(MARKS)) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": 'Tea & "talk"'},
            {"startTime": 65.25, "title": "Later"},
            {"startTime": 3723, "title": "Été"},
        ],
    }


def test_simple_chapters_have_whole_times() -> None:
    assert [tuple(row.values()) for row in simple_chapters(MARKS)] == [
        ("00:00:00.000", 'Tea & "talk"'),
        ("00:01:05.250", "Later"),
        ("01:02:03.000", "Été"),
    ]


def test_the_lines_of_a_description_begin_at_nought() -> None:
    assert chapter_lines(MARKS) == ['00:00:00 Tea & "talk"', "00:01:05 Later", "01:02:03 Été"]


def test_what_is_before_the_first_chapter_is_called_the_start() -> None:
    late = marks_of([Chapter(at="00:12", title="A")])

    assert chapter_lines(late) == ["00:00:00 Start", "00:00:12 A"]
    assert chapter_lines(late, URDU)[0] == "00:00:00 " + speak("ur", "Start")
    # The other ways need no such line, and say only what the author wrote.
    assert [row["title"] for row in simple_chapters(late)] == ["A"]


def test_without_chapters_there_is_no_line() -> None:
    assert chapter_lines(()) == []


@given(st.lists(st.integers(1, 359_999), unique=True, max_size=12))
def test_the_three_ways_read_back_equal(seconds: list[int]) -> None:
    times = [0, *sorted(seconds)]
    marks = marks_of(
        Chapter(at=f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}", title=f"Part {s}") for s in times
    )
    expected = [(s, f"Part {s}") for s in times]

    stored = json.loads(render_chapters(marks))["chapters"]
    assert [(c["startTime"], c["title"]) for c in stored] == expected
    inline = simple_chapters(marks)
    assert [(parse_timestamp(c["start"]) / 1000, c["title"]) for c in inline] == expected
    lines = [re.fullmatch(r"(\d\d:\d\d:\d\d) (.+)", line) for line in chapter_lines(marks)]
    assert [(parse_timestamp(line[1]) // 1000, line[2]) for line in lines if line] == expected
