"""Pages, services and registers."""

from pathlib import Path

import pytest

from recovery_radio.model.register import Helpline, Topic
from recovery_radio.read.entries import read_page, read_register, read_service, read_vocabulary
from sites import PLAIN, SERVICE, edit, write_files

PAGE = """
-- site/pages/help/first.md --
---
title: First
summary: A page.
kind: guidance
reviewed: 2026-03-12
---

Word: text
"""


def test_a_page_knows_its_path_its_text_and_where_that_begins(tmp_path: Path) -> None:
    page, problems = read_page(
        write_files(tmp_path, PAGE), "site/pages", "site/pages/help/first.md"
    )

    assert problems == []
    assert page is not None
    assert (page.path, page.url, page.kind) == ("help/first.md", "help/first/", "guidance")
    assert (page.text, page.text_line) == ("\nWord: text\n", 7)


@pytest.mark.parametrize("key", ["path", "text", "template", "hide", "search", "icon", "status"])
def test_a_page_chooses_nothing_that_is_not_its_own(key: str, tmp_path: Path) -> None:
    write_files(tmp_path, edit(PAGE, ("kind:", f"{key}: x\nkind:")))

    page, problems = read_page(tmp_path, "site/pages", "site/pages/help/first.md")

    assert page is None
    assert [(p.line, p.code) for p in problems] == [(4, "unknown-key")]


def test_the_id_of_a_service_is_the_name_of_its_file(tmp_path: Path) -> None:
    service, problems = read_service(
        write_files(tmp_path, SERVICE), "services_directory/harbour.yml"
    )

    assert problems == []
    assert service is not None
    assert (service.id, service.name) == ("harbour", 'Harbour & "friends"')


def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, edit(SERVICE, ("harbour.yml", "harbour.old.yml")))

    service, problems = read_service(tmp_path, "services_directory/harbour.old.yml")

    assert service is None
    assert [p.code for p in problems] == ["bad-slug"]


def test_the_words_of_services_are_read(tmp_path: Path) -> None:
    words, problems = read_vocabulary(
        write_files(tmp_path, PLAIN), "services_directory/vocabulary.yml"
    )

    assert problems == []
    assert words is not None
    assert list(words.kinds) == ["drop-in"]
    assert words.needs["talk"].kinds == ("drop-in",)


def test_every_entry_of_a_register_is_read_and_knows_its_lines(tmp_path: Path) -> None:
    text = "-- topics.yml --\na:\n  label: A\n  summary: One.\nb:\n  label: B\n  summry: Two.\nc: {label: C, summary: Three.}\n"

    topics, problems = read_register(write_files(tmp_path, text), "topics.yml", Topic)

    assert list(topics) == ["a", "c"]
    assert topics["a"].origin.line("summary") == 3
    assert topics["c"].origin.line("") == 7
    assert [(p.line, p.code) for p in problems] == [(6, "unknown-key")]


@pytest.mark.parametrize(
    "entry", ["A b: {label: A}", "a: text", "a_b: {label: A}", "a:", "- a", "a.b: {label: A}"]
)
def test_what_is_no_entry_is_named(entry: str, tmp_path: Path) -> None:
    write_files(tmp_path, f"-- topics.yml --\nfine: {{label: A, summary: One.}}\n{entry}\n")

    topics, problems = read_register(tmp_path, "topics.yml", Topic)

    assert [(p.line, p.code) for p in problems] in ([(2, "bad-entry")], [(2, "bad-yaml")])
    assert len(topics) == (problems[0].code == "bad-entry")


def test_a_file_that_is_gone_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    lines, [problem] = read_register(tmp_path, "site/data/helplines.yml", Helpline)
    words, [other] = read_vocabulary(tmp_path, "services_directory/vocabulary.yml")

    assert not lines
    assert words is None
    assert (problem.path, problem.code) == ("site/data/helplines.yml", "missing-file")
    assert other.code == "missing-file"
