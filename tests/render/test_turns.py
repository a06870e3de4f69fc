"""Paragraphs of a transcript."""

from recovery_radio.model.transcript import Cue
from recovery_radio.render.turns import turns


def test_a_turn_is_a_paragraph_and_names_its_speaker_once() -> None:
    cues = [
        Cue(0, 2000, "Ann", "Hello."),
        Cue(2000, 4000, "Ann", "Welcome."),
        Cue(65_000, 66_000, "Bob", "Hi."),
    ]
    assert [tuple(turn) for turn in turns(cues)] == [
        (0, "0:00", "Ann", "Hello. Welcome."),
        (65, "1:05", "Bob", "Hi."),
    ]


def test_a_long_turn_goes_on_in_a_new_paragraph_without_naming_its_speaker_again() -> None:
    cues = [Cue(second * 1000, second * 1000 + 900, "Ann", "On.") for second in range(0, 61, 10)]
    assert [(turn.seconds, turn.speaker) for turn in turns(cues)] == [
        (0, "Ann"),
        (30, ""),
        (60, ""),
    ]


def test_no_cues_are_no_turns() -> None:
    assert list(turns([])) == []
