"""The station's own words, a guest's words, and help beside hard topics."""

from pathlib import Path

import pytest

from recovery_radio.check.language import check_language
from recovery_radio.model.episode import Cover
from recovery_radio.model.problem import Problem, Severity
from sites import EPISODE, PLAIN, SERVICE, edit, read_station


def found(root: Path, *texts: str) -> list[Problem]:
    hub, problems = read_station(root, *texts)
    assert problems == []
    return list(check_language(hub))


PAGE = """
-- site/pages/talk.md --
---
title: A talk
summary: About talking.
---
First words.

{text}
"""


SPARKS = """
-- site/data/small_sparks.yml --
"2026":
  from: 2026-01
  to: 2026-12
  decisions:
    - month: 2026-02
      asked: 50
      purpose: A ball
      decision: yes
      reason: It is cheap.
      opened: A game.
"""


def test_plain_words_are_no_problem(tmp_path: Path) -> None:
    assert found(tmp_path, EPISODE, SERVICE, SPARKS) == []


def test_a_word_that_judges_is_told_with_its_line_a_better_word_and_the_reason(
    tmp_path: Path,
) -> None:
    [problem] = found(tmp_path, PAGE.format(text="Here addicts\nmeet."))

    assert str(problem) == (
        "site/pages/talk.md:7: 'addicts': It makes a whole person of one thing that they live with."
        " Write what people do, such as `people who use drugs` or `a person with an addiction`."
        " [judging-word]"
    )
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It will cure your addiction.", "promise"),
        ("He hanged himself.", "method-detail"),
        ("## Do not\n\n- leave them alone", "do-not-list"),
        ("## Do\n\n- never leave them alone", "do-not-list"),
        ("He died of an overdose.", "no-help-box"),
    ],
)
def test_each_kind_has_a_code_of_its_own(text: str, code: str, tmp_path: Path) -> None:
    [problem] = found(tmp_path, PAGE.format(text=text))

    assert (problem.code, problem.severity) == (code, Severity.WARNING)


@pytest.mark.parametrize(
    ("change", "path", "line"),
    [
        (("summary: How it began.", "summary: An addict tells."), "episodes/first-steps/index.md", 3),
        (("the *first* programme", "a programme for addicts"), "episodes/first-steps/index.md", 24),
        (("summary: Tea and a chat.", "summary: Tea for addicts."), "services_directory/harbour.yml", 4),
        (("kind: drop-in\n", "kind: drop-in\nexpect: Addicts are met.\n"), "services_directory/harbour.yml", 4),
        (("about: A charity.", "about: It helps addicts."), "services_directory/organisations.yml", 3),
        (("about: Somebody to talk", "about: For addicts to talk"), "site/data/helplines.yml", 4),
        (("summary: People tell.", "summary: Addicts tell."), "site/data/series.yml", 3),
        (("label: Alcohol\n", "label: Alcoholics\n"), "site/data/topics.yml", 2),
        (("topics:", "notice: Addicts speak.\ntopics:"), "episodes/first-steps/index.md", 21),
        (("topics:", 'soundbites: [{at: "0:01", seconds: 9, title: Addicts}]\ntopics:'), "episodes/first-steps/index.md", 21),
        (("topics:", "content_notes: [{label: addicts speak}]\ntopics:"), "episodes/first-steps/index.md", 21),
        (("    hours:\n", "    travel: Addicts take the bus.\n    hours:\n"), "services_directory/harbour.yml", 11),
        (("serves:", '    closures: [{from: 2026-12-24, to: 2026-12-27, note: Addicts rest}]\nserves:'), "services_directory/harbour.yml", 13),
        (("hours: Day and night", "hours: When addicts ring"), "site/data/helplines.yml", 5),
        (("cost: Free", "cost: Addicts pay nothing"), "site/data/helplines.yml", 6),
        (("label: Walk in", "label: Addicts walk in"), "services_directory/vocabulary.yml", 6),
        (("Somebody listens.", "An addict listens."), "services_directory/vocabulary.yml", 11),
        (("purpose: A ball", "purpose: Football for addicts"), "site/data/small_sparks.yml", 7),
        (("reason: It is cheap.", "reason: Addicts asked."), "site/data/small_sparks.yml", 9),
        (("opened: A game.", "opened: Addicts play."), "site/data/small_sparks.yml", 10),
    ],
)  # fmt: skip
def test_every_text_of_the_station_is_read(
    change: tuple[str, str], path: str, line: int, tmp_path: Path
) -> None:
    texts = [t.replace(*change) for t in (PLAIN, EPISODE, SERVICE, SPARKS)]

    [problem] = found(tmp_path, *texts)

    assert (problem.path, problem.line, problem.code) == (path, line, "judging-word")


def test_of_a_cover_the_words_are_read_and_not_the_name_of_its_file(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, EPISODE)
    cover = Cover(file="addict.png", alt="An addict")
    episode = hub.episodes[0].model_copy(update={"cover": cover})

    [problem] = check_language(hub._replace(episodes=(episode,)))

    assert problem.code == "judging-word"


def test_names_of_services_are_theirs(tmp_path: Path) -> None:
    assert found(tmp_path, edit(SERVICE, ("name: Harbour", "name: Harbour for addicts"))) == []


def test_what_people_type_for_a_word_is_not_shown(tmp_path: Path) -> None:
    words = edit(PLAIN, ("Talk to somebody,", "Talk to somebody, also: [addicts],"))

    assert found(tmp_path, words) == []


def test_a_guests_words_are_told_of_and_left_alone(tmp_path: Path) -> None:
    [problem] = found(tmp_path, edit(EPISODE, ("Thank you.", "They called us junkies.")))

    assert (problem.path, problem.severity) == (
        "episodes/first-steps/transcript.vtt",
        Severity.NOTICE,
    )
    assert problem.what == "At 0:02 somebody says 'junkies': It is an insult."
    assert problem.repair.startswith("A guest's words stay as they are")


@pytest.mark.parametrize(
    "help_", ["[](helpline:samaritans)", "[Help now](help-now.md)", "Call 999."]
)
def test_a_page_on_a_hard_topic_leads_to_help(help_: str, tmp_path: Path) -> None:
    assert found(tmp_path, PAGE.format(text=f"After an overdose. {help_}")) == []


def test_a_hard_title_counts_and_its_line_is_named(tmp_path: Path) -> None:
    [problem] = found(tmp_path, edit(PAGE, ("A talk", "On suicide")).format(text="Words."))

    assert (problem.line, problem.code) == (2, "no-help-box")


@pytest.mark.parametrize(
    "change",
    [
        ("How it began.", "On a rape."),
        ("the *first*", "a self-harm"),
        ("Thank you.", "I took an overdose."),
        ("topics:", "content_notes: [{label: mentions suicide}]\ntopics:"),
        ("topics:", 'chapters: [{at: "0:01", title: The overdose}]\ntopics:'),
    ],
)
def test_a_programme_on_a_hard_topic_leads_to_help(change: tuple[str, str], tmp_path: Path) -> None:
    hard = edit(EPISODE, change)

    assert [p.code for p in found(tmp_path, hard)] == ["no-help-box"]
    assert found(tmp_path, edit(hard, ("topics:", "helplines: [samaritans]\ntopics:"))) == []


def test_the_manual_may_speak_of_hard_topics_and_lists(tmp_path: Path) -> None:
    manual = edit(PAGE, ("summary:", "kind: manual\nsummary:"))

    assert found(tmp_path, manual.format(text="An overdose.\n\n## Do not\n\n- leave")) == []
