"""Other people's words: kept as far as a station may print them."""

import pytest
from lxml import html as lxml_html

from recovery_radio.migrate.notes import to_markdown
from recovery_radio.migrate.words import clean, clean_title, to_lines, to_plain, to_summary
from recovery_radio.model.text import find_unsafe
from recovery_radio.render.prose import ProseRenderer

RENDERER = ProseRenderer({}, ["toc", "tables", "fenced_code", "admonition"], {})


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Steps\u00a0& \"hope\"  ", "Steps\u00a0& \"hope\""),
        ("two\n  lines\tof", "two lines of"),
        ("abc\u202edef\u200f", "abcdef"),
        ("\ufeffsoft\u00adhyphen\x07", "softhyphen"),
        ("h" + "\u0301" * 9, "h" + "\u0301" * 4),
        ("e\u0301", "é"),
        ("😀 👩\u200d🚒", "😀 👩\u200d🚒"),
    ],
)  # fmt: skip
def test_a_line_loses_what_nobody_can_see(written: str, kept: str) -> None:
    assert clean(written) == kept
    assert find_unsafe(clean(written)) is None


def test_pointed_brackets_of_a_title_become_their_likes_and_a_long_one_is_cut() -> None:
    assert clean_title("a <b> c") == "a ‹b› c"
    assert clean_title("x" * 255) == "x" * 255
    assert clean_title("x" * 300) == "x" * 254 + "…"


def test_plain_words_come_out_of_html_and_stay_as_they_are_without() -> None:
    assert (
        to_plain("<p>One &amp; two.</p><p>Three<br>four</p><!-- no -->") == "One & two. Three four"
    )
    assert to_plain("3 < 4 & 5 &amp; 6") == "3 < 4 & 5 &amp; 6"
    assert to_lines("<p>One</p><p>Two<br>Three</p>") == ["One", "Two", "Three"]


def test_a_summary_ends_with_a_sentence_or_at_least_with_a_word() -> None:
    sentence = "This is one sentence of many. "

    assert to_summary("Short.") == "Short."
    assert to_summary(sentence * 30) == (sentence * 13).strip()
    cut = to_summary("word " * 100)
    assert len(cut) <= 400
    assert cut.endswith("word…")
    assert len(to_summary("x" * 1000)) <= 400


HARMLESS = [
    "<p>One *star* and_under_score `tick` [x](y) {a} \\ back</p>",
    "<p># no heading</p><p>1. no list</p><p>- no list</p><p>&gt; no quote</p><p>!!! no note</p>",
    "<p>3 &lt; 4 &amp;&amp; &lt;b&gt; &amp;lt; end</p>",
    "<h2>Head</h2><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>x</li></ol>",
    "<p>===</p><p>---</p><p>***</p><p>___</p>",
    "<div>No paragraph<br/>and <strong>bold</strong>, <em>em</em></div>",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
    "Plain text\nwith lines # and\n\n> paragraphs <3 & more_of_it",
    '<p><a href="https://example.org/a_b?c=d&amp;e=f" onclick="x()" title="t">link</a></p>',
]  # fmt: skip


@pytest.mark.parametrize("markup", HARMLESS)
def test_the_words_of_notes_survive_markdown_and_our_own_prose(markup: str) -> None:
    notes = to_markdown(markup)
    prose = RENDERER.render(notes.text, "", ".")

    assert notes.dropped == ()
    assert (prose.broken, prose.dropped, prose.failed) == ((), (), "")
    rendered = lxml_html.fromstring(f"<div>{prose.html}</div>").text_content()
    assert rendered.split() == to_plain(markup).split()


def test_a_link_is_kept_if_it_is_encrypted_and_shown_if_not() -> None:
    notes = to_markdown(
        '<p><a href="https://example.org/a_b">A</a> <a href="http://old.example/x_y">B</a> '
        '<a href="/relative">C</a> <a href="javascript:alert(1)">D</a> <a href="#t">E</a> '
        '<a href="mailto:a@example.org">F</a></p>'
    )
    prose = RENDERER.render(notes.text, "", ".")

    assert prose.broken == ()
    assert lxml_html.fromstring(str(prose.html)).xpath("//a/@href") == [
        "https://example.org/a_b", "mailto:a@example.org",
    ]  # fmt: skip
    assert (
        "B (http://old.example/x_y) C D E" in lxml_html.fromstring(str(prose.html)).text_content()
    )
    assert notes.dropped == (
        "the link to http://old.example/x_y, which is not https; its address is shown",
        "the link to /relative",
        "the link to javascript:alert(1)",
    )


def test_pictures_and_programs_stay_behind_and_are_named() -> None:
    notes = to_markdown(
        '<p>A<img src="https://t.example/p.gif" alt="A *harbour*">B</p><script>bad()</script>'
        '<iframe src="https://v.example/"></iframe><style>p{}</style>'
    )

    assert notes.text == "AA \\*harbour\\*B"
    assert notes.dropped == (
        "a part made with <script>",
        "a part made with <iframe>",
        "a part made with <style>",
        "the picture https://t.example/p.gif",
    )


def test_a_bare_address_in_plain_text_becomes_a_link_without_its_full_stop() -> None:
    assert to_markdown("See https://example.org/a_b.").text == "See <https://example.org/a_b>."


def test_html_nested_out_of_all_measure_leaves_its_words() -> None:
    notes = to_markdown("<div>" * 5000 + "word" + "</div>" * 5000)

    assert notes.text == "word"
    assert notes.dropped == ("its layout",)
