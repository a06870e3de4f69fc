"""Transcripts as WebVTT: only words, times and speakers, as they were."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.model.transcript import Cue
from recovery_radio.read.vtt import parse_vtt
from recovery_radio.render.vtt import render_vtt

# Words as the reader leaves them: one space between two, nothing hidden, one alphabet.
SIGNS = st.characters(min_codepoint=33, max_codepoint=126) | st.sampled_from("éŵ’“”–…€")
WORDS = st.lists(st.text(SIGNS, min_size=1, max_size=90), min_size=1, max_size=30).map(" ".join)
NAMES = st.just("") | st.from_regex(r"[A-Z][a-z&'\"-]{0,20}( [A-Z][a-z]{0,9})?", fullmatch=True)


@st.composite
def transcripts(draw: st.DrawFn) -> list[Cue]:
    start, cues = 0, []
    for _ in range(draw(st.integers(1, 8))):
        start += draw(st.integers(0, 4_000_000))
        end = start + draw(st.integers(1, 10_000))
        cues.append(Cue(start, end, draw(NAMES), draw(WORDS)))
        start = end
    return cues


def test_a_transcript_is_written_as_podcast_apps_read_it() -> None:
    cues = [
        Cue(0, 1500, "Sam", "Hello."),
        Cue(3_723_004, 360_000_000, "", "Bye."),
    ]

    assert render_vtt(cues) == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:01.500\n<v Sam>Hello.\n\n"
        "01:02:03.004 --> 100:00:00.000\nBye.\n"
    )


def test_no_words_make_a_header_only() -> None:
    assert render_vtt([]) == "WEBVTT\n"


def test_words_and_names_cannot_become_markup_or_times() -> None:
    text = render_vtt([Cue(0, 1, "<b>&", "<script>zcan()</script> --> &lt;")])

    assert text.splitlines()[3] == (
        "<v &lt;b&gt;&amp;>&lt;script&gt;zcan()&lt;/script&gt; --&gt; &amp;lt;"
    )


@pytest.mark.parametrize("word", ["a", "word", "x" * 64, "x" * 66, "x" * 200, "&"])
def test_lines_are_at_most_65_characters_long_where_words_allow_it(word: str) -> None:
    words = " ".join([word] * 40)

    lines = render_vtt([Cue(0, 1, "", words)]).splitlines()[3:]

    assert " ".join(lines) == words.replace("&", "&amp;")
    assert all(len(line.replace("&amp;", "&")) <= max(65, len(word)) for line in lines)
    # And no line ends before it has to.
    assert all(len(f"{one} {word}".replace("&amp;", "&")) > 65 for one in lines[:-1])


@given(transcripts())
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_back_as_it_was(cues: list[Cue]) -> None:
    assert parse_vtt(render_vtt(cues), "t.vtt") == (tuple(cues), [])


def test_a_thousand_transcripts_are_written_in_a_moment() -> None:
    cues = [Cue(n * 1000, n * 1000 + 900, "Sam", "in recovery we say " * 9) for n in range(40)]

    started = time.process_time()
    for _ in range(1000):
        render_vtt(cues)

    # It takes 0.2 s; the limit is for a machine that is busy.
    assert time.process_time() - started < 1
