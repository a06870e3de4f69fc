"""Transcripts: words, times and speakers, and a sentence for whatever else is in the file."""

import time

import pytest

from read.samples import HOSTILE
from recovery_radio.model.problem import Problem
from recovery_radio.model.transcript import Cue
from recovery_radio.read.vtt import find_past_end, parse_vtt

X = [Cue(0, 1000, "", "x")]
HOSTILE_CUES: dict[str, list[Cue]] = {
    "bom.vtt": X,
    "entity_cue.vtt": [Cue(0, 1000, "", "<img src=x onerror=zcan()> &lt;b&gt;")],
    "no_header.vtt": X,
    "note_name.vtt": X,
    "past_audio.vtt": [Cue(32_400_000, 32_401_000, "", "x")],
    "style_url.vtt": X,
    "voice_name.vtt": [Cue(0, 1000, "Jane Example", "my story")],
}
HOSTILE_PROBLEMS = {
    "bidi.vtt": [(4, "control-character")],
    "big_cue.vtt": [(3, "long-cue")],
    "ctrl.vtt": [(4, "control-character")],
    "empty.vtt": [(1, "no-words")],
    "end_before_start.vtt": [(3, "cue-times")],
    "img_cue.vtt": [(4, "unknown-markup")],
    "no_header.vtt": [(1, "not-webvtt")],
    "only_header.vtt": [(1, "no-words")],
    "script_cue.vtt": [(4, "unknown-markup"), (4, "unknown-markup")],
    "srt_as_vtt.vtt": [(1, "not-webvtt")],
    "voice_attr.vtt": [(4, "bad-speaker"), (4, "unknown-markup")],
}
"""By sample; one that is in neither list must lead to no cue and no problem, and none does."""


def parse(text: str) -> tuple[list[Cue], list[Problem]]:
    cues, problems = parse_vtt(text, "t.vtt")
    return list(cues), problems


def cue(words: str) -> str:
    return f"WEBVTT\n\n00:00.000 --> 00:09.000\n{words}\n"


def words(text: str) -> list[str]:
    cues, problems = parse(cue(text))
    assert problems == []
    return [one.text for one in cues]


def places(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in problems]


@pytest.mark.parametrize("name", sorted(path.name for path in (HOSTILE / "vtt").iterdir()))
def test_a_hostile_transcript_gives_words_or_a_problem(name: str) -> None:
    text = (HOSTILE / "vtt" / name).read_bytes().decode("utf-8")

    cues, problems = parse_vtt(text, f"vtt/{name}")

    assert list(cues) == HOSTILE_CUES.get(name, [])
    assert places(problems) == HOSTILE_PROBLEMS.get(name, [])
    assert {problem.path for problem in problems} <= {f"vtt/{name}"}
    assert cues or problems


def test_a_transcript_becomes_cues() -> None:
    text = (
        "WEBVTT - First steps\nKind: captions\n\n"
        "NOTE for the team: Jane Example, 01632 960123\n\n"
        "STYLE\n::cue { color: red }\n\n"
        "REGION\nid:fred\n\n"
        "1\n00:00:01.000 --> 00:00:03.500 align:start position:10%\n<v Sam>Hello,\nand welcome.\n\n\n"
        "01:02:03.004 --> 100:00:00.000\n<v.loud Kim & Jo>Thank <i>you</i>,\t<c.big>Sam</c>.</v>\n"
    )

    assert parse(text) == (
        [
            Cue(1000, 3500, "Sam", "Hello, and welcome."),
            Cue(3_723_004, 360_000_000, "Kim & Jo", "Thank you, Sam."),
        ],
        [],
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n"])
def test_any_kind_of_line_end_is_read(end: str, last: str) -> None:
    text = f"WEBVTT\n\n00:00.000 --> 00:01.000\none\ntwo\n  \n00:01.000 --> 00:02.000\nthree{last}"

    assert parse(text.replace("\n", end))[0] == [
        Cue(0, 1000, "", "one two"),
        Cue(1000, 2000, "", "three"),
    ]


def test_the_header_may_end_without_an_empty_line() -> None:
    assert parse("WEBVTT\n00:00.000 --> 00:01.000\nx\n") == ([Cue(0, 1000, "", "x")], [])


def test_several_people_in_one_cue_become_a_cue_each_with_a_share_of_the_time() -> None:
    cues, problems = parse(cue("- Oh.\n<v Sam>Yes?</v>\n<v Jo>No.</v>\n(laughter)"))

    assert problems == []
    assert [(c.start, c.end, c.speaker, c.text) for c in cues] == [
        (0, 2045, "", "- Oh."),
        (2045, 3681, "Sam", "Yes?"),
        (3681, 4909, "Jo", "No."),
        (4909, 9000, "", "(laughter)"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("A&E, R&D, 5 > 3", "A&E, R&D, 5 > 3"),
        ("one&nbsp;two", "one two"),
        ("<00:00:01.000>one <ruby>two<rt>too</rt></ruby>", "one twotoo"),
        ("<lang cy>Gwellhâd</lang> ŵ ŷ", "Gwellhâd ŵ ŷ"),
        ("<b><i><u>three</u></i></b>", "three"),
        ("e\u0301 caf&eacute;", "\u00e9 café"),
        ("\u0645\u0631\u062d\u0628\u0627 \U0001f468\u200d\U0001f469", "\u0645\u0631\u062d\u0628\u0627 \U0001f468\u200d\U0001f469"),
        ("it’s “here” – 5 € …", "it’s “here” – 5 € …"),
        ("NOTE this is spoken", "NOTE this is spoken"),
    ],
)  # fmt: skip
def test_words_are_read_as_a_browser_would_show_them(written: str, read: str) -> None:
    assert words(written) == [read]


@pytest.mark.parametrize(
    "said",
    [
        "One  two\nthree. ",
        "<v Sam>One.</v>",
        "<v Sam>One.</v>\n",
        "<v Sam>One</v> two",
        "<v Jo>One",
        "a > b",
        "A&amp;E",
        "caf\u00e9 \u043c\u0438\u0440",
        "x\u202e",
        "x" * 3001,
        "two\n00:11.000 --> 00:12.000\nthree",
        " ",
    ],
)
def test_a_plain_cue_reads_the_same_as_one_with_settings(said: str) -> None:
    # A cue without settings is read in one step where nothing in it needs a closer look.
    plain = cue("<v Sam>Hello.") + f"\n00:09.000 --> 00:10.000\n{said}\n"
    with_settings = plain.replace("10.000\n", "10.000 align:start\n")

    assert parse(plain) == parse(with_settings)


@pytest.mark.parametrize("name", ["Sam", "Dr O’Neil", "Siân", "Sam &amp; Jo", "2Tone", "Ян"])
def test_a_speaker_may_have_any_name(name: str) -> None:
    for _ in range(2):
        cues, problems = parse(
            cue(f"<v {name}>Hello.") + f"\n00:09.000 --> 00:10.000\n<v {name}>Bye."
        )
        assert problems == []
        assert {c.speaker for c in cues} == {name.replace("&amp;", "&")}
        assert len(cues) == 2


@pytest.mark.parametrize("tag", ["<v>", "<v >", '<v ">', "<v &lt;b&gt;>", "<v " + "S" * 121 + ">"])
def test_what_is_no_name_of_a_speaker_is_refused(tag: str) -> None:
    cues, problems = parse(cue(f"{tag}Hello."))

    assert cues == []
    assert places(problems) == [(4, "bad-speaker")]
    assert problems[0].repair == "Write `<v Sam>` before what Sam says."


def test_a_message_shows_hidden_characters_of_a_name_in_figures() -> None:
    _, problems = parse(cue("<v &#x202e;&#x202e;>Hello."))

    assert places(problems) == [(4, "control-character"), (4, "bad-speaker")]
    assert "'\\u202e\\u202e'" in problems[1].what


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("call &#x202e;999", "control-character"),
        ("a &lrm; b", "control-character"),
        ("a\x1b[31m", "control-character"),
        ("\u0421all FR\u0410NK", "mixed-scripts"),
        ("h" + "\u0301" * 40, "stacked-marks"),
    ],
)
def test_characters_that_mislead_are_refused_also_as_entities(text: str, code: str) -> None:
    cues, problems = parse(cue(text))

    assert cues == []
    assert places(problems) == [(4, code)]
    assert str(problems[0]).startswith("t.vtt:4: The cue holds ")


@pytest.mark.parametrize(
    "times",
    [
        "00:00:01,000 --> 00:00:02,000",
        "0:01.000 --> 0:02.000",
        "00:00:61.000 --> 00:01:02.000",
        "00:00:01.00 --> 00:00:02.00",
        "00:00:01.000-->00:00:02.000",
        "1 --> 2",
        "--> 00:00:02.000",
        "9" * 5000 + ":00:00.000 --> 00:00:02.000",
        "\u0660\u0660:\u0660\u0661.000 --> 00:02.000",
    ],
)
def test_a_time_that_browsers_would_drop_is_refused(times: str) -> None:
    cues, problems = parse(f"WEBVTT\n\n1\n{times}\nHello.\n\n00:00:03.000 --> 00:00:04.000\nBye.\n")

    assert cues == [Cue(3000, 4000, "", "Bye.")]
    assert places(problems) == [(4, "bad-time")]
    assert problems[0].repair == "Write `00:01:05.000 --> 00:01:09.500`."
    assert len(problems[0].what) < 120


@pytest.mark.parametrize(
    ("times", "code", "line"),
    [
        (["00:01.000 --> 00:01.000"], "cue-times", 3),
        (["00:05.000 --> 00:02.000"], "cue-times", 3),
        (["00:05.000 --> 00:06.000", "00:04.999 --> 00:06.000"], "cue-order", 6),
        (["00:05.000 --> 00:06.000", "00:05.999 --> 00:07.000"], "cue-overlap", 6),
        (["00:01.000 --> 00:09.000", "00:01.000 --> 00:02.000"], "cue-overlap", 6),
    ],
)
def test_times_go_forward(times: list[str], code: str, line: int) -> None:
    _, problems = parse("WEBVTT\n\n" + "\n\n".join(f"{time}\nHello." for time in times))

    assert places(problems) == [(line, code)]


def test_words_after_an_empty_line_are_not_lost_without_a_word() -> None:
    cues, problems = parse(cue("Never use alone.\n\nCall somebody first."))

    assert cues == [Cue(0, 9000, "", "Never use alone.")]
    assert [str(problem) for problem in problems] == [
        "t.vtt:6: These words have no time: 'Call somebody first.'. "
        "Remove the empty line above them, or give them a time. [words-without-time]"
    ]


@pytest.mark.parametrize("between", ["", "7\n"])
def test_a_time_without_an_empty_line_above_it_is_refused(between: str) -> None:
    cues, problems = parse(cue(f"One.\n{between}00:09.000 --> 00:10.000\nTwo."))

    assert [one.text for one in cues] == ["One. 7" if between else "One.", "Two."]
    assert places(problems) == [(6 if between else 5, "missing-empty-line")]


def test_a_broken_time_above_a_good_one_is_not_taken_for_the_name_of_a_cue() -> None:
    cues, problems = parse(
        "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\n00:02.000 --> 00:03.000\nTwo.\n"
    )

    assert [one.text for one in cues] == ["Two."]
    assert places(problems) == [(3, "bad-time"), (4, "missing-empty-line")]


@pytest.mark.parametrize("text", ["I <3 you", "if a < b", "<v Sam Hello.", "<"])
def test_a_bare_angle_is_refused_since_browsers_drop_what_follows(text: str) -> None:
    assert places(parse(cue(text))[1]) == [(4, "bare-angle")]


@pytest.mark.parametrize("tag", ["<laughs>", "<font color=red>", "< b >", "<img src=x>", "</p>"])
def test_unknown_markup_is_refused(tag: str) -> None:
    cues, problems = parse(cue(f"before {tag} after"))

    assert cues == []
    assert places(problems) == [(4, "unknown-markup")]
    assert problems[0].what == f"'{tag}' is no markup of WebVTT."


@pytest.mark.parametrize(
    "text",
    ["WEBVTT", "WEBVTT\n\nNOTE nothing yet\n", "", "\n\n", cue(""), cue("<v Sam>"), cue("&nbsp;")],
)
def test_a_transcript_without_words_is_refused(text: str) -> None:
    assert [str(problem) for problem in parse(text)[1]] == [
        "t.vtt:1: The transcript holds no words. Write what is said, with its times. [no-words]"
    ]


@pytest.mark.parametrize("header", ["WEBVTTX", "webvtt", "# Steps", " WEBVTT"])
def test_a_file_that_does_not_start_as_webvtt_is_refused(header: str) -> None:
    _, problems = parse(cue("Hello.").replace("WEBVTT", header))

    assert places(problems)[0] == (1, "not-webvtt")


def test_srt_is_called_by_its_name() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:03,000\nBye.\n"

    assert [str(problem) for problem in parse(text)[1]] == [
        "t.vtt:1: This is an SRT file and not WebVTT. Write `WEBVTT` and an empty line at its top, "
        "and dots for commas in its times. [not-webvtt]"
    ]


def test_a_cue_and_a_transcript_have_a_longest_length() -> None:
    assert len(words("x" * 3000)[0]) == 3000
    assert places(parse(cue("x" * 3001))[1]) == [(3, "long-cue")]
    assert places(parse(cue("x " * 1_000_000))[1]) == [(1, "too-big")]


def test_very_many_problems_end_with_one_that_says_so() -> None:
    _, problems = parse("WEBVTT\n\n" + "Words.\n\n" * 200)

    assert len(problems) == 51
    assert problems[-1].code == "more-problems"
    assert problems[-1].line == problems[-2].line == 3 + 2 * 49


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n" + "x\n\n" * 600_000,
        "WEBVTT\n\n" + "-->\n" * 450_000,
        "WEBVTT\n\n" + (cue("<" + "a" * 2900)[8:] + "\n") * 640,
        "WEBVTT\n\n" + (cue("<" + " " * 2900)[8:] + "\n") * 640,
        "WEBVTT\n\n" + (cue("<a" + ".a" * 1400)[8:] + "\n") * 640,
        "WEBVTT\n\n" + (cue("<" * 2900)[8:] + "\n") * 640,
        "WEBVTT\n\n" + (cue("<v Sam>" * 400)[8:] + "\n") * 640,
        "WEBVTT\n\n" + (cue("&" * 2900)[8:] + "\n") * 640,
        "WEBVTT" + "\n" * 1_900_000,
        "WEBVTT" + "\n " * 900_000,
        " " * 1_900_000,
        "0" * 1_900_000,
    ],
    ids=range(12),
)
def test_no_two_megabytes_hold_up_a_build(text: str) -> None:
    assert len(text) < 2_000_000
    started = time.process_time()

    parse_vtt(text, "t.vtt")

    assert time.process_time() - started < 2


def test_the_first_cue_past_the_end_of_the_recording_is_named() -> None:
    text = "WEBVTT\n\n" + "\n\n".join(f"00:{s}.000 --> 00:{s}.900\nWords." for s in (10, 20, 30))

    assert find_past_end(text, "t.vtt", 30.001) is None
    assert str(find_past_end(text, "t.vtt", 20)) == (
        "t.vtt:6: From here on the transcript is past the end of the recording, at 0:20. "
        "Correct the times, or add the recording that belongs to this transcript. [past-the-end]"
    )


def test_a_thousand_transcripts_are_read_in_a_moment() -> None:
    line = "in recovery we say that it’s never too late, and that you should call somebody"
    text = "WEBVTT\n\n" + "\n".join(
        f"00:{n:02}:00.000 --> 00:{n:02}:59.000\n<v Sam>{line}\n{line}\n{line}\n" for n in range(40)
    )

    started = time.process_time()
    for _ in range(1000):
        cues, problems = parse_vtt(text, "t.vtt")

    assert (len(cues), problems) == (40, [])
    # It takes 0.35 s; the limit is for a machine that is busy.
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize(
    ("times", "is_past"),
    [("00:09.000 --> 00:12.000", False), ("00:09.000 --> 00:12.001", True), ("00:09.999 --> 00:10.500", False), ("00:10.000 --> 00:10.500", True)],
)  # fmt: skip
def test_a_line_may_end_two_seconds_after_the_recording_and_no_later(
    times: str, is_past: bool
) -> None:
    problem = find_past_end(f"WEBVTT\n\n{times}\nHello.\n", "t.vtt", 10)

    assert (problem is not None) == is_past
