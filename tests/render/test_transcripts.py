"""Transcripts in every form: the same words and times, each within the limits of its form."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.model.transcript import Cue
from recovery_radio.render.transcripts import FORMS, render_json, render_srt, render_text

CUES = [
    Cue(0, 2000, "Sam", "Hello & welcome."),
    Cue(
        2000, 10_000, "Sam", "This is a programme about the first day out, and the second, and tea."
    ),
    Cue(10_500, 12_000, "Jo", "Tea?"),
    Cue(12_000, 13_000, "", "[laughs]"),
]
CARD = re.compile(
    r"(\d+)\n(\d\d+:\d\d:\d\d,\d{3}) --> (\d\d+:\d\d:\d\d,\d{3})\n(.+(?:\n.+)?)\n", re.ASCII
)
WORDS = st.lists(st.text("ab,é<&>-", min_size=1, max_size=40), min_size=1, max_size=40).map(
    " ".join
)


def cards_of(text: str) -> list[tuple[int, int, list[str]]]:
    """Read SubRip strictly: start and end in milliseconds, and lines."""
    cards = [
        CARD.fullmatch(block if block.endswith("\n") else block + "\n")
        for block in text.split("\n\n")
    ]
    assert all(cards), text
    found = [card for card in cards if card]
    assert [int(card[1]) for card in found] == list(range(1, len(found) + 1))
    return [(milliseconds(card[2]), milliseconds(card[3]), card[4].split("\n")) for card in found]


def milliseconds(time: str) -> int:
    hours, minutes, seconds = time.replace(",", ".").split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)


def test_subrip_has_short_cards_with_their_share_of_the_time() -> None:
    assert render_srt(CUES) == (
        "1\n00:00:00,000 --> 00:00:02,000\nSam: Hello & welcome.\n\n"
        "2\n00:00:02,000 --> 00:00:09,044\nThis is a programme about the\nfirst day out, and the second,\n\n"
        "3\n00:00:09,044 --> 00:00:10,000\nand tea.\n\n"
        "4\n00:00:10,500 --> 00:00:12,000\nJo: Tea?\n\n"
        "5\n00:00:12,000 --> 00:00:13,000\n[laughs]\n"
    )


@given(st.lists(st.tuples(st.integers(1, 9000), st.sampled_from(["", "Sam", "Jo & co"]), WORDS), min_size=1, max_size=6))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_a_card_has_two_lines_of_32_characters_and_no_word_is_lost(
    spoken: list[tuple[int, str, str]],
) -> None:
    cues, start = [], 0
    for length, speaker, text in spoken:
        cues.append(Cue(start, start + length, speaker, text))
        start += length

    cards = cards_of(render_srt(cues))

    assert all(len(lines) <= 2 and max(map(len, lines)) <= 32 for _, _, lines in cards)
    said = "".join(line for _, _, lines in cards for line in lines)
    for cue in cues:
        assert re.sub(r"\s", "", cue.text.replace("<", "\u2039").replace(">", "\u203a")) in re.sub(
            r"\s", "", said
        )
    assert cards[0][0] == cues[0].start
    assert cards[-1][1] == cues[-1].end
    times = [time for start, end, _ in cards for time in (start, end)]
    assert times == sorted(times)


def test_subrip_holds_no_angle_that_an_app_could_take_for_markup_or_a_time() -> None:
    text = render_srt([Cue(0, 1000, "", "<script>zcan()</script> --> 1 < 2")])

    assert [line for line in text.split("\n") if "<" in line or ">" in line] == [
        "00:00:00,000 --> 00:00:01,000"
    ]


def test_json_has_the_form_of_podcasting_2() -> None:
    assert json.loads(render_json(CUES[2:])) == {
        "version": "1.0.0",
        "segments": [
            {"speaker": "Jo", "startTime": 10.5, "endTime": 12.0, "body": "Tea?"},
            {"startTime": 12.0, "endTime": 13.0, "body": "[laughs]"},
        ],
    }


def test_plain_text_has_a_paragraph_for_each_turn() -> None:
    assert render_text(CUES) == (
        "Sam: Hello & welcome. This is a programme about the first day out, and the second, and tea.\n\n"
        "Jo: Tea?\n\n"
        "[laughs]\n"
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_has_every_word(form: object) -> None:
    text = form.render(CUES)  # type: ignore[attr-defined]
    for cue in CUES:
        for word in cue.text.replace("&", "").split():
            assert word in text
    assert text.endswith("\n")


def test_the_best_form_comes_first_and_each_has_its_own_file() -> None:
    assert [(form.name, form.type) for form in FORMS] == [
        ("transcript.vtt", "text/vtt"),
        ("transcript.srt", "application/x-subrip"),
        ("transcript.json", "application/json"),
        ("transcript.txt", "text/plain"),
    ]
