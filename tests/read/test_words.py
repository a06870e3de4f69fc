"""The words of the interface: files of translators are read, and what does not fit is told."""

from pathlib import Path

import pytest

from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.words import Words
from recovery_radio.read.words import name_of_language, read_words

WELSH = 'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
CALL = 'In danger now? <a href=\\"tel:999\\">Call 999</a>'


def read(root: Path, text: str, language: str = "cy") -> tuple[Words, list[Problem]]:
    folder = root / "site/words"
    folder.mkdir(parents=True)
    (folder / f"{language}.po").write_text(text, "utf-8")
    words, problems = read_words(root, "site/words", language)
    return words, [problem for problem in problems if problem.code != "missing-words"]


def test_a_station_brings_words_of_its_own(tmp_path: Path) -> None:
    words, problems = read(tmp_path, f'{WELSH}\nmsgid "Search"\nmsgstr "Chwilio"\n')

    assert problems == []
    assert (words.tag, words.direction, words.say("Search")) == ("cy", "ltr", "Chwilio")
    assert words.say("Menu") == "Menu"


def test_what_stays_english_is_told(tmp_path: Path) -> None:
    (tmp_path / "site/words").mkdir(parents=True)
    (tmp_path / "site/words/ur.po").write_text(WELSH)
    words, [problem] = read_words(tmp_path, "site/words", "ur")

    assert (problem.code, problem.severity) == ("missing-words", Severity.WARNING)
    assert "no words in Urdu" in problem.what
    assert words.direction == "rtl"


def test_a_language_without_a_file_is_told_of_too(tmp_path: Path) -> None:
    words, [problem] = read_words(tmp_path, "site/words", "cy")

    assert (problem.path, problem.code) == ("site/words/cy.po", "missing-words")
    assert words.say("Search") == "Search"


def test_an_english_station_needs_no_words_and_may_change_some(tmp_path: Path) -> None:
    assert read_words(tmp_path, "site/words", "en")[1] == []
    words, problems = read(tmp_path, 'msgid "Search"\nmsgstr "Look for"\n', "en")

    assert problems == []
    assert (words.tag, words.say("Search"), words.is_english) == ("en-GB", "Look for", True)


def test_forms_follow_the_rule_of_the_file(tmp_path: Path) -> None:
    text = (
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"\n\n'
        'msgid "There is %(n)s more."\nmsgid_plural "There are %(n)s more."\n'
        'msgstr[0] "Jeden."\nmsgstr[1] "Dwa."\nmsgstr[2] "Jest %(n)s."\n'
    )
    words, problems = read(tmp_path, text, "pl")

    assert problems == []
    said = [words.say_count("There is %(n)s more.", "There are %(n)s more.", n) for n in (1, 2, 7)]
    assert said == ["Jeden.", "Dwa.", "Jest 7."]


@pytest.mark.parametrize(
    ("english", "said", "why"),
    [
        ("Page %(number)s of %(last)s", "Tudalen %(number)s", "has other values"),
        ("Search", "Chwilio %(name)s", "has other values"),
        ("Opens ${then}", "${alert(1)}", "has other values"),
        ("Opens ${then}", "Ar agor", "has other values"),
        ("{minutes} minutes", "Munudau", "has other values"),
        ("{minutes} minutes", "${minutes} munud", "has other values"),
        ("Share: £0.", "Cyfran.", "has other values"),
        (CALL, "Ffoniwch 999", "has other tags"),
        (CALL, CALL.replace("a href", "a onclick"), "has other tags"),
        ("Search", "<b>Chwilio</b>", "has other tags"),
        ("Search", "Chwilio <", "has other signs"),
        ("Search", "Chwilio &lt;", "has other signs"),
        ("Search", "100 %", "has other signs"),
        ("Search", 'alt=\\"x', "has other signs"),
    ],
)
def test_a_translation_keeps_values_tags_and_signs(
    english: str, said: str, why: str, tmp_path: Path
) -> None:
    _, problems = read(tmp_path, f'{WELSH}\nmsgid "{english}"\nmsgstr "{said}"\n')

    assert {(p.path, p.line, p.code) for p in problems} == {("site/words/cy.po", 6, "bad-words")}
    assert why in problems[0].what
    assert problems[0].severity is Severity.ERROR


@pytest.mark.parametrize("rule", ["1/n", "n%(n-7) != 1", "n%(n-199) != 1"])
def test_a_rule_for_plurals_that_fails_for_a_number_is_told_of(rule: str, tmp_path: Path) -> None:
    words, problems = read(tmp_path, WELSH.replace("(n != 1)", f"({rule})"))

    assert [problem.code for problem in problems] == ["bad-words"]
    assert "the rule for plurals fails for" in problems[0].what
    assert [words.say_count("%(n)s hour", "%(n)s hours", n) for n in (1, 7)] == [
        "1 hour",
        "7 hours",
    ]
    assert words.form_of(0) >= 0


@pytest.mark.parametrize(
    "text",
    [
        "Search is Chwilio.\n",
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__(n);\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=nothing\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        "\x00\x01",
    ],
)
def test_a_file_that_is_no_file_of_words_is_told_of(text: str, tmp_path: Path) -> None:
    words, problems = read(tmp_path, text)

    assert {problem.code for problem in problems} <= {"bad-words", "not-utf8"}
    assert problems
    assert words.say("Search") == "Search"


def test_other_files_do_not_belong_there(tmp_path: Path) -> None:
    (tmp_path / "site/words").mkdir(parents=True)
    (tmp_path / "site/words/cy.mo").write_bytes(b"\xde\x12\x04\x95")
    problems = read_words(tmp_path, "site/words", "en")[1]

    assert [problem.code for problem in problems] == ["file-kind"]


def test_a_language_has_a_code_in_its_usual_form() -> None:
    assert [name_of_language(code) for code in ("en", "CY", "pt-br")] == ["en", "cy", "pt-BR"]
    for code in ("klingon", "xx", None):
        with pytest.raises(ValueError, match=f"^{code}$"):
            name_of_language(code)
