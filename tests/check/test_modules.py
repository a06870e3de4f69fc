"""Modules of the training pack: one fault a case, told where it stands."""

import re
from pathlib import Path

import pytest

from recovery_radio.check.claims import check_claims
from recovery_radio.check.language import check_language
from recovery_radio.check.modules import check_modules
from recovery_radio.model.problem import Problem, Severity
from sites import EPISODE, NOW, edit, read_station
from training import MODULE

PATH = "site/pages/gp-training/drinking.md"
OTHER = edit(MODULE, ("gp-training/drinking.md", "gp-training/more.md"))


def found(root: Path, *texts: str) -> list[Problem]:
    hub, problems = read_station(root, *texts)
    assert problems == []
    return sorted(check_modules(hub, NOW))


def line_of(text: str, words: str) -> int:
    """Give the line of the first words in the first file of a text."""
    assert words in text, words
    return text[: text.index(words)].count("\n") - 1


def test_a_whole_module_is_in_order(tmp_path: Path) -> None:
    assert found(tmp_path, EPISODE, MODULE) == []


def test_a_station_without_modules_has_nothing_to_mend(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (("kind: training", "kind: page"), "module:", "module-kind"),
        (("  number: 1", "  number: 2"), "  number: 2", "module-number"),
        (("*This case is composed.* ", ""), "    opening:", "case-not-composed"),
        (("      start:", "      first:"), "    steps:", "case-start"),
        (("next: silence", "next: second-visit"), "      silence:", "case-unreached"),
        (("next: silence", "next: silent"), "            next: silent", "unknown-name"),
        (("            next: silence\n", "            next: start\n"), "            next: start", "case-loop"),
        ((", right: true}\n        - {say: Men", "}\n        - {say: Men"), "    - ask: Whom", "quiz-answer"),
        (("Women drink too.", "Women drink too., right: true"), "    - ask: Whom", "quiz-answer"),
        (("      claim: sudden-stop", "      claim: stop"), "      claim: stop", "unknown-name"),
        (("episode: first-steps", "episode: last-steps"), "    episode: last", "unknown-name"),
        (('from: "0:02"', 'from: "0:05"'), '    from: "0:05"', "voice-times"),
        (('to: "0:04"', 'to: "3:04"'), '    from: "0:02"', "voice-times"),
        (("[do not say stop at once]", "[say stop at once]"), "        lines: [say", "do-not-list"),
        (("kind: do-not", "kind: do"), "        lines: [do not say", "do-not-list"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_module_is_told_where_it_stands(
    change: tuple[str, str], place: str, code: str, tmp_path: Path
) -> None:
    text = edit(MODULE, change)

    problems = found(tmp_path, EPISODE, text)

    assert (problems[0].path, problems[0].line, problems[0].code) == (
        PATH,
        line_of(text, place),
        code,
    )
    # A case that goes round leaves the step unreached to which the choice led before.
    assert {problem.code for problem in problems} <= {code, "case-unreached"}


def test_two_modules_have_each_a_number_of_their_own(tmp_path: Path) -> None:
    [twice] = found(tmp_path, EPISODE, MODULE, OTHER)

    assert (twice.path, twice.code) == ("site/pages/gp-training/more.md", "module-number")
    assert "gp-training/drinking.md" in twice.what
    second = edit(OTHER, ("  number: 1", "  number: 2"))
    assert found(tmp_path, EPISODE, MODULE, second) == []


@pytest.mark.parametrize(
    "change",
    [("status: published", "status: draft"), ("expires: 2028-01-01", "expires: 2026-11-01")],
)
def test_a_voice_that_is_not_public_is_told_of_and_stops_nothing(
    change: tuple[str, str], tmp_path: Path
) -> None:
    [left_out] = found(tmp_path, edit(EPISODE, change), MODULE)

    assert (left_out.code, left_out.severity) == ("voice-left-out", Severity.NOTICE)
    assert found(tmp_path, edit(EPISODE, ("status: published", "status: withdrawn")), MODULE) == []


def test_a_voice_needs_a_transcript_that_may_be_shown(tmp_path: Path) -> None:
    episode = edit(EPISODE, ("channels: [site, feed, transcript]", "channels: [site, feed]"))

    [wordless] = found(tmp_path, episode, MODULE)

    assert wordless.code == "voice-without-words"


def test_a_desk_aid_longer_than_a_side_of_a4_is_refused(tmp_path: Path) -> None:
    lines = ", ".join(["Ask how things are at home and listen to what is said"] * 12)
    long = edit(MODULE, ("lines: [Ask **everybody**., Listen & wait.]", f"lines: [{lines}]"))
    assert found(tmp_path, EPISODE, long) == []

    boxes = f"\n      - {{heading: More, lines: [{lines}]}}" * 4
    longer = edit(long, ("\n        kind: do-not", f"\n        kind: do-not{boxes}"))
    [refused] = found(tmp_path, EPISODE, longer)

    assert (refused.code, refused.line) == ("long-desk-aid", line_of(longer, "  desk_aid:"))
    assert re.search(r"about \d+ in a hundred longer", refused.what)


def test_marks_of_a_module_count_as_marks_of_the_page(tmp_path: Path) -> None:
    text = edit(MODULE, ("can be dangerous[^sudden-stop]. See", "can be dangerous. See"))
    hub, _ = read_station(tmp_path, EPISODE, text)
    [page] = [page for page in hub.pages if page.module]
    assert list(check_claims(page, NOW.date())) == []

    unknown = edit(MODULE, ("He goes home.", "He goes home[^gone]."))
    hub, _ = read_station(tmp_path, EPISODE, unknown)
    [page] = [page for page in hub.pages if page.module]
    [problem] = check_claims(page, NOW.date())
    assert (problem.line, problem.code) == (
        line_of(unknown, "He goes home[^gone]"),
        "unknown-claim",
    )


def test_words_of_a_module_are_read_like_those_of_a_page(tmp_path: Path) -> None:
    text = edit(MODULE, ("      He sleeps badly.", "      He is an addict."))
    hub, _ = read_station(tmp_path, EPISODE, text)

    [judging] = check_language(hub)

    assert (judging.path, judging.line) == (PATH, line_of(text, "He is an addict"))
    assert judging.code == "judging-word"


def test_a_module_on_a_hard_topic_leads_to_help(tmp_path: Path) -> None:
    hard = edit(
        MODULE,
        ("He goes home.", "He had spoken of suicide."),
        ("See [help now](../help-now.md).", ""),
        ("[her](../help-now.md)", "her"),
        ("Call 999 for", "Send to hospital for"),
    )
    hub, _ = read_station(tmp_path, EPISODE, hard)

    [problem] = check_language(hub)

    assert (problem.line, problem.code) == (line_of(hard, "He had spoken"), "no-help-box")
