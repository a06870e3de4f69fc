"""The mark of a claim becomes the numbers of its sources."""

import re

import pytest

from languages import URDU, speak
from recovery_radio.model.page import Mark
from recovery_radio.render.prose import ProseRenderer

MARKS = {
    "dose": Mark((2,)),
    "two": Mark((1, 3)),
    "law": Mark((1,), ("ENG", "WLS", "NIR")),
    "scots": Mark((4,), ("SCT",)),
}


def render(text: str) -> str:
    return str(ProseRenderer({}, [], {}).render(text, "", "..", MARKS).html)


def sup(number: int) -> str:
    return f'<sup><a aria-label="Source {number}" href="#source-{number}">{number}</a></sup>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Wait[^dose].", f'<p>Wait<span class="rr-claim">{sup(2)}</span>.</p>'),
        ("Wait. [^dose]", f'<p>Wait.<span class="rr-claim">{sup(2)}</span></p>'),
        ("A[^two]", f'<p>A<span class="rr-claim">{sup(1)}{sup(3)}</span></p>'),
        (
            "Anybody may[^law].",
            f'<p>Anybody may<span class="rr-claim"> (England, Wales and Northern Ireland){sup(1)}</span>.</p>',
        ),
        ("There[^scots]", f'<p>There<span class="rr-claim"> (Scotland){sup(4)}</span></p>'),
        (
            "- *Now*[^dose]",
            f'<ul>\n<li><em>Now</em><span class="rr-claim">{sup(2)}</span></li>\n</ul>',
        ),
    ],
)
def test_a_mark_is_shown_as_numbers_that_lead_to_the_sources(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    "text", ["An unknown[^other] one", "In `code[^dose]`", "A [link^dose](#a)", "An [^ odd] one"]
)
def test_anything_else_stays_as_it_is_written(text: str) -> None:
    assert "rr-claim" not in render(text)


def test_the_marks_of_one_text_are_not_those_of_the_next() -> None:
    renderer = ProseRenderer({}, [], {})
    renderer.render("A[^dose]", "", "..", MARKS)

    assert renderer.render("A[^dose]", "", "..").html == "<p>A[^dose]</p>"


def test_a_claim_is_marked_in_the_language_of_the_station() -> None:
    made = ProseRenderer({}, [], {}, URDU).render("A[^law]", "", "..", MARKS).html

    assert f'aria-label="{speak("ur", "Source %(number)s") % {"number": 1}}"' in made
    assert speak("ur", "Northern Ireland") in made
    assert not re.search("Source|England|Wales|Ireland| and ", made)
