"""Kindling's training pack has what a pack is for: six modules of ten minutes, each one whole."""

import zipfile
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

from recovery_radio.model.module import Module
from recovery_radio.model.page import Page
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.modules import modules_of
from station import ROOT

SUBJECTS = (
    ("stigma", "words"),
    ("services", "what is here"),
    ("alcohol", "not to"),
    ("opioid", "naloxone", "exit plan"),
    ("families", "friends", "peer", "recovery capital"),
    ("small sparks", "option 2", "test budget"),
)
A_MINUTE = 240
"""Words that a grown-up reads in one, by the slower of the usual figures for plain English."""


@pytest.fixture(scope="module")
def modules() -> list[tuple[Page, Module]]:
    hub, _, _ = read_hub(ROOT, Folders(), None, map)
    return list(modules_of(hub.pages))


def test_there_are_six_of_ten_minutes_on_what_the_studies_asked_for(
    modules: list[tuple[Page, Module]],
) -> None:
    assert [module.number for _, module in modules] == [1, 2, 3, 4, 5, 6]
    assert [module.minutes for _, module in modules] == [10] * 6
    for (page, module), subjects in zip(modules, SUBJECTS, strict=True):
        said = " ".join((page.title, page.summary, page.text, *module.outcomes)).lower()
        assert [subject for subject in subjects if subject not in said] == []


def test_ten_minutes_are_enough(modules: list[tuple[Page, Module]]) -> None:
    """One way through the case, every question, every answer's feedback, and the desk aid."""
    for page, module in modules:
        words = chain([page.text], (each.text for each in module.texts()))
        assert sum(len(text.split()) for text in words) <= 10 * A_MINUTE, page.title


def test_each_has_outcomes_a_voice_a_case_that_branches_questions_and_a_desk_aid(
    modules: list[tuple[Page, Module]],
) -> None:
    for page, module in modules:
        assert len(module.outcomes) >= 2, page.title
        assert module.voice, page.title
        choices = [choice for step in module.case.steps.values() for choice in step.choices]
        assert len({choice.next for choice in choices}) >= 3, page.title
        assert {choice.verdict for choice in choices} == {"good", "fair", "poor"}, page.title
        assert len(module.quiz) >= 5, page.title
        assert sum(question.claim is not None for question in module.quiz) >= 1, page.title
        assert page.sources, page.title
        assert len(module.desk_aid.boxes) >= 3, page.title


def test_the_site_and_both_packages_have_all_of_them(
    modules: list[tuple[Page, Module]], kindling: Path
) -> None:
    for page, module in modules:
        main = html.parse(kindling / page.url / "index.html").find(".//main")
        assert main.xpath(".//section[@aria-labelledby='voice']//blockquote/p"), page.title
        assert len(main.xpath(".//section[@data-rr-question]")) == len(module.quiz), page.title
        assert (kindling / page.url / "desk-aid/index.html").is_file()
    with zipfile.ZipFile(kindling / "gp-training/pack-scorm.zip") as package:
        assert {f"module-{n}.html" for n in range(1, 7)} <= set(package.namelist())
    assert (kindling / "gp-training/pack.pdf").read_bytes().startswith(b"%PDF-")
