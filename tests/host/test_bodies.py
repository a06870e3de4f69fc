"""Bodies: escaped, strict about names, the same from one process as from many."""

import os
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from recovery_radio.host.bodies import PageSource, body_environment, make_bodies
from recovery_radio.model.page import Html


def source(name: str, **context: object) -> PageSource:
    return PageSource(f"{name}.md", f"{name}/", name, "", "page", "radio/a.html", context)


def write_template(folder: Path, text: str) -> Path:
    path = folder / "radio/a.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def test_what_a_template_prints_is_escaped_unless_the_sanitiser_made_it(tmp_path: Path) -> None:
    folder = write_template(tmp_path, "{{ text }} {{ html }} {{ base_url }}")
    given = source("a/b", text='<b> & "', html=Html("<p>c</p>"))

    bodies = make_bodies([given], body_environment([str(folder)]))

    assert bodies["a/b.md"].html == "&lt;b&gt; &amp; &#34; <p>c</p> ../.."


def test_a_name_that_a_template_was_not_given_is_an_error_and_not_nothing(tmp_path: Path) -> None:
    folder = write_template(tmp_path, "{{ title }}")

    with pytest.raises(UndefinedError, match="title"):
        make_bodies([source("a")], body_environment([str(folder)]))


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "theirs").mkdir()
    folders = [write_template(tmp_path / name, name) for name in ("own", "theirs")]

    bodies = make_bodies([source("a")], body_environment([str(folder) for folder in folders]))

    assert bodies["a.md"].html == "own"


def test_templates_speak_the_words_of_the_station(tmp_path: Path) -> None:
    text = '{{ 90 | minutes }}, {{ "01632 960123" | tel }}, {{ 1200000 | megabytes }}'

    bodies = make_bodies([source("a")], body_environment([str(write_template(tmp_path, text))]))

    assert bodies["a.md"].html == "2 min, tel:+441632960123, 1.2 MB"


def test_an_icon_is_drawn_and_not_escaped(tmp_path: Path) -> None:
    folder = write_template(tmp_path, '{{ icon("dot") }}')
    (folder / ".icons/material").mkdir(parents=True)
    (folder / ".icons/material/dot.svg").write_text("<svg></svg>\n")

    bodies = make_bodies([source("a")], body_environment([str(folder)]))

    assert bodies["a.md"].html == "<svg></svg>"


def test_many_bodies_are_the_same_from_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = body_environment([str(write_template(tmp_path, "{{ n }} é"))])
    sources = [source(f"p{n}", n=n) for n in range(300)]

    made = []
    for cores in ({0}, {0, 1}):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, c=cores: c, raising=False)
        made.append({uri: body.html for uri, body in make_bodies(sources, environment).items()})

    assert made[0] == made[1] == {f"p{n}.md": f"{n} é" for n in range(300)}
