"""What an app shows below a title: the few tags it knows, and what to know before pressing play."""

import re
from pathlib import Path

import pytest

from recovery_radio.model.episode import ContentNote, Episode
from recovery_radio.render.feed_notes import (
    LONGEST_DESCRIPTION,
    describe,
    reduce_markup,
    shorten,
    show_notes,
)
from sites import EPISODE, read_station

SITE = "https://tiny.example/radio/"


@pytest.fixture(scope="module")
def episode(tmp_path_factory: pytest.TempPathFactory) -> Episode:
    return read_station(tmp_path_factory.mktemp("station"), EPISODE)[0].episodes[0]


def warned(episode: Episode) -> Episode:
    notes = (ContentNote(label="mentions overdose & loss"),)
    return episode.model_copy(update={"content_notes": notes, "notice": "A synthetic voice."})


def test_both_texts_say_first_what_to_know(episode: Episode) -> None:
    assert describe(warned(episode), "") == (
        "How it began. Before you listen: mentions overdose & loss. A synthetic voice."
    )
    assert show_notes(warned(episode), "<p>Notes.</p>", SITE, "") == (
        "<p>Before you listen: mentions overdose &amp; loss.</p>\n<p>A synthetic voice.</p>\n<p>Notes.</p>"
    )


def test_both_texts_end_with_the_chapters(episode: Episode) -> None:
    lines = "00:00:00 Tea & talk\n00:01:00 More"

    assert describe(episode, lines) == f"How it began.\n\n{lines}"
    assert show_notes(episode, "<p>Notes.</p>", SITE, lines) == (
        "<p>Notes.</p>\n<p>00:00:00 Tea &amp; talk<br>\n00:01:00 More</p>"
    )


def test_chapters_that_do_not_fit_are_left_out_whole(episode: Episode) -> None:
    lines = "\n".join(f"00:{n:02}:00 {'é' * 40}" for n in range(50))

    assert describe(episode, lines) == "How it began."


@pytest.mark.parametrize("text", ["word " * 2000, "é" * 5000, "short"])
def test_a_description_has_at_most_four_thousand_bytes(text: str) -> None:
    found = shorten(text)

    assert len(found.encode()) <= LONGEST_DESCRIPTION
    assert text.startswith(found.rstrip("…"))
    assert (found == text) == (len(text.encode()) <= LONGEST_DESCRIPTION)


def test_without_notes_the_summary_stands_there(episode: Episode) -> None:
    assert show_notes(episode, "", SITE, "") == "<p>How it began.</p>"


def test_links_start_from_the_address_of_the_site(episode: Episode) -> None:
    notes = (
        '<p><a href="../../help-now/#s-a">a</a> <a href="../../">c</a> <a href="#s-d">d</a> '
        '<a href="https://e.example/">e</a> <a href="tel:999">f</a></p>'
        '<pre><code>&lt;../../g "../../h"</code></pre>'
    )

    found = show_notes(episode, notes, SITE, "")

    assert re.findall(r'href="([^"]*)"', found) == [
        f"{SITE}help-now/#s-a", SITE, f"{SITE}episodes/first-steps/#s-d", "https://e.example/", "tel:999",
    ]  # fmt: skip
    assert '&lt;../../g "../../h"' in found


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ('<h2 id="s-a">What &amp; why</h2>\n<p>Text.</p>', "<p>What &amp; why</p>\n<p>Text.</p>"),
        ("<p>a <em>b</em> <strong>c</strong> <code>d</code></p>", "<p>a b c d</p>"),
        ("<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n</ul>", "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
        ('<ol start="3"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ("<blockquote>\n<p>a</p>\n</blockquote>", "<p>a</p>"),
        ('<p><img alt="A map &gt; here" loading="lazy" src="../../m.png" title="T"></p>', "<p>A map &gt; here</p>"),
        ('<p><img alt="" src="../../m.png"></p>', ""),
        ("<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td>\n<td>d</td></tr></tbody></table>",
         "<p>a; b</p><p>c; d</p>"),
        ('<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>', "<p>Note</p><p>a</p>"),
        ("<p>a<br>\nb</p>\n<hr>\n<p>c</p>", "<p>a<br>\nb</p>\n<p>c</p>"),
        ('<p><a href="https://e.example/" title="T" rel="noreferrer">e</a></p>', '<p><a href="https://e.example/">e</a></p>'),
        ("<script>zcan()</script><p>a</p>", "<p>a</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_only_the_tags_that_apps_show_are_left_and_no_word_is_lost(markup: str, shown: str) -> None:
    assert reduce_markup(markup) == shown


def test_every_text_of_the_station_keeps_to_the_tags(kindling: Path) -> None:
    feed = (kindling / "feed.xml").read_text("utf-8")

    tags = set(re.findall(r"&lt;/?([a-z0-9]+)", feed))
    assert tags == {"p", "ul", "ol", "li", "a", "br"}
