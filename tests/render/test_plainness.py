"""How plainly a page is written."""

import pytest

from recovery_radio.model.page import Page
from recovery_radio.model.problem import Origin
from recovery_radio.render.plainness import (
    count_syllables,
    plainness_of,
    sentences_of,
    write_work_list,
)

# As a dictionary counts them.
SYLLABLES = {
    1: "a the kit dose help breathe safe house lived stopped change drinks used place one",
    2: "drinking doctor useful little table nurses pages wanted people needle trouble clinic recent",
    3: "naloxone alcohol recover ambulance remember hospital addiction pharmacist",
    4: "recovery emergency community identify psychiatrist",
    5: "opportunity university",
}


def page(text: str, path: str = "a.md") -> Page:
    origin = Origin(f"site/pages/{path}", {})
    return Page(origin=origin, title="A", summary="B", path=path, text=text, text_line=5)


def test_syllables_are_counted_right_for_nine_words_of_ten() -> None:
    rows = [(count, word) for count, words in SYLLABLES.items() for word in words.split()]
    right = sum(count_syllables(word) == count for count, word in rows)

    assert right / len(rows) >= 0.9


def test_headings_items_and_paragraphs_are_sentences_of_their_own() -> None:
    text = '## Call 999\n\nIs it *you*? Then "stay here." Ring [us](tel:1) now\n\n- first thing\n- then\n  this'

    found = [(s.line, s.text, s.words) for s in sentences_of(text, 5)]

    assert found == [
        (5, "Call 999", 2),
        (7, "Is it you", 3),
        (7, 'Then "stay here', 3),
        (7, "Ring us now", 3),
        (9, "first thing", 2),
        (10, "then this", 2),
    ]


@pytest.mark.parametrize(
    "unread",
    ["```text\nmany words here\n```", "| a | b |", '!!! note "A box"', "![a](b.png)", "[^claim]"],
)
def test_code_tables_and_marks_are_not_read(unread: str) -> None:
    assert [s.words for s in sentences_of(f"{unread}\n\nTwo words.", 1) if s.words] == [2]
    assert plainness_of(page(unread)) is None


def test_the_grade_is_flesch_and_kincaids() -> None:
    measured = plainness_of(page("The cat sat on the mat. It was fat."))

    assert measured
    assert (measured.words, measured.average) == (9, 4.5)
    assert measured.grade == pytest.approx(0.39 * 4.5 + 11.8 - 15.59)


def test_the_hardest_page_comes_first_with_the_sentence_to_begin_with() -> None:
    long = "Short one.\n\n" + "word " * 50 + "end."

    lines = list(write_work_list([page("Short words here.", "a.md"), page(long, "b.md")]))

    assert [line.split(" | ")[-1] for line in lines[1:2] + lines[3:]] == [
        "site/pages/b.md",
        "site/pages/a.md",
    ]
    assert lines[2].startswith("  site/pages/b.md:7: 51 words: word word")
    assert lines[2].endswith(" …")
