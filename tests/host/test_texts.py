"""Every text rendered once, with its problems, whatever becomes of the others."""

import os
from pathlib import Path

import pytest

from recovery_radio.host.texts import base_of, render_texts
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Severity
from recovery_radio.render.links import link_targets
from recovery_radio.render.prose import ProseRenderer
from sites import EPISODE, edit, read_station

PAGE = "-- site/pages/{name}.md --\n---\ntitle: A\nsummary: A page.\n---\n{text}\n"


def station(root: Path, *texts: str) -> tuple[Hub, ProseRenderer]:
    hub, problems = read_station(root, *texts)
    assert problems == []
    return hub, ProseRenderer(link_targets(hub, [], []), ["toc"], {})


@pytest.mark.parametrize(
    ("url", "base"), [("", "."), ("about/", ".."), ("episodes/first-steps/", "../..")]
)
def test_the_way_to_the_root_depends_on_how_deep_a_page_lies(url: str, base: str) -> None:
    assert base_of(url) == base
    assert (Path("/site") / url / base).resolve() == Path("/site")


def test_links_start_from_the_folder_of_their_text(tmp_path: Path) -> None:
    hub, renderer = station(
        tmp_path,
        PAGE.format(name="deep/er/a", text="[a](../../about.md)"),
        edit(EPISODE, ("the *first* programme", "[a](../../about.md)")),
    )

    proses, problems = render_texts(hub, renderer)

    assert problems == []
    assert 'href="../../../about/"' in proses["site/pages/deep/er/a.md"].html
    assert 'href="../../about/"' in proses["episodes/first-steps/index.md"].html


def test_a_text_that_takes_too_long_or_is_too_deep_fails_alone(tmp_path: Path) -> None:
    hub, renderer = station(
        tmp_path,
        PAGE.format(name="slow", text="[" * 16_000),
        PAGE.format(name="deep", text="- " * 900 + "x"),
    )

    proses, problems = render_texts(hub, renderer)

    assert {(p.path, p.line, p.code) for p in problems} == {
        ("site/pages/slow.md", 5, "unreadable-text"),
        ("site/pages/deep.md", 5, "unreadable-text"),
    }
    assert proses["site/pages/about.md"].html.startswith("<p>A station.</p>")


def test_texts_come_back_to_their_own_files_from_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    pages = [PAGE.format(name=f"p{n}", text=f"Text {n} [a](none.md)") for n in range(200)]
    hub, renderer = station(tmp_path, *pages)

    proses, problems = render_texts(hub, renderer)

    assert all(f"Text {n} " in proses[f"site/pages/p{n}.md"].html for n in range(200))
    assert {p.path for p in problems} == {f"site/pages/p{n}.md" for n in range(200)}


def test_a_draft_is_told_of_its_dead_links_but_not_of_those_that_wait_like_itself(
    tmp_path: Path,
) -> None:
    notes = "[a](episode:second#t=3) [b](none.md)"
    hub, renderer = station(
        tmp_path,
        edit(EPISODE, ("the *first* programme.", notes), ("status: published", "status: draft")),
        edit(EPISODE, ("first-steps", "second"), ("status: published", "status: draft")),
    )

    _, problems = render_texts(hub, renderer)

    assert [(p.line, p.severity) for p in problems] == [(24, Severity.NOTICE), (24, Severity.ERROR)]
