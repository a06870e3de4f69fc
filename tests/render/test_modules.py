"""A module as it is shown: steps in order, the voice's words, sources of answers and boxes."""

from pathlib import Path

from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Html, Page, Prose
from recovery_radio.render.modules import ModuleView, module_view, modules_of
from sites import EPISODE, edit, read_station
from training import MODULE

CUES = """
-- episodes/first-steps/transcript.vtt --
WEBVTT

00:00.000 --> 00:02.000
<v Host>Hello & welcome.

00:02.500 --> 00:04.000
<v Guest>I was afraid.

00:04.000 --> 00:05.000
<v Guest>Then I asked.

00:05.000 --> 00:06.000
<v Host>And what came of it?
"""


def read(root: Path, *texts: str) -> Hub:
    hub, problems = read_station(root, *texts)
    assert problems == []
    return hub


def view_of(hub: Hub) -> ModuleView:
    [(page, module)] = modules_of(hub.pages)
    texts = {words.key: words.text for words in module.texts()}
    episodes = {episode.slug: episode for episode in hub.episodes}
    # The text itself stands for what is made of it.
    return module_view(page, module, Prose(Html(""), ()), lambda key: Html(texts[key]), episodes)


def test_steps_are_numbered_so_that_a_reader_only_goes_on(tmp_path: Path) -> None:
    view = view_of(read(tmp_path, EPISODE, MODULE))

    assert [step.id for step in view.steps] == ["step-1", "step-2", "step-3"]
    assert [step.ask[:9] for step in view.steps] == ["What do y", "He waits.", "He shakes"]
    assert [[choice.next for choice in step.choices] for step in view.steps] == [
        [3, 2, 0],
        [3, 0],
        [0, 0],
    ]
    assert all(
        choice.next == 0 or choice.next > step.number
        for step in view.steps
        for choice in step.choices
    )
    assert view.steps[2].after == (
        (1, "“May I ask about drinking?”"),
        (2, "“How much do you drink?”"),
    )
    assert view.steps[0].choices[2].verdict == "poor"
    assert view.steps[0].choices[2].feedback == "He goes home."


def test_the_voice_is_what_begins_to_be_said_between_its_times(tmp_path: Path) -> None:
    hub = read(tmp_path, EPISODE, CUES, edit(MODULE, ('to: "0:04"', 'to: "0:05"')))

    quote = view_of(hub).quote

    assert quote is not None
    assert [(turn.speaker, turn.text) for turn in quote.turns] == [
        ("Guest", "I was afraid. Then I asked.")
    ]
    assert quote.url == "episodes/first-steps/#t=2"
    assert quote.is_synthetic


def test_a_real_voice_is_not_called_synthetic(tmp_path: Path) -> None:
    quote = view_of(read(tmp_path, edit(EPISODE, ("synthetic", "own-voice")), MODULE)).quote

    assert quote is not None
    assert not quote.is_synthetic


def test_there_is_no_voice_without_a_programme_or_words_to_show(tmp_path: Path) -> None:
    silent = edit(EPISODE, ("channels: [site, feed, transcript]", "channels: [site, feed]"))

    assert view_of(read(tmp_path / "silent", silent, MODULE)).quote is None
    assert view_of(read(tmp_path / "gone", MODULE)).quote is None


def test_a_question_and_the_desk_aid_name_the_sources_that_they_rest_on(tmp_path: Path) -> None:
    view = view_of(read(tmp_path, EPISODE, MODULE))

    [(number, source)] = view.questions[0].sources
    assert (number, source.title) == (2, "Guideline")
    assert view.questions[1].sources == ()
    assert [answer.right for answer in view.questions[0].answers] == [False, True, False]
    assert [number for number, _ in view.aid_sources] == [2]
    assert [(box.heading, box.kind) for box in view.boxes] == [
        ("Ask", "plain"),
        ("Call 999 for", "emergency"),
        ("Do not", "do-not"),
    ]
    assert view.aid_url == "gp-training/drinking/desk-aid/"


def test_modules_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    second = edit(MODULE, ("drinking.md", "a-second.md"), ("  number: 1", "  number: 2"))
    hub = read(tmp_path, EPISODE, MODULE, second)

    pages: list[Page] = [page for page, _ in modules_of(hub.pages)]

    assert [page.path for page in pages] == ["gp-training/drinking.md", "gp-training/a-second.md"]
