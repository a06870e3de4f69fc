"""Building and checking for the command line: what is written, and what bad settings get."""

import logging
from pathlib import Path

import pytest

from recovery_radio.host.build import Failed, build_site, check_station, folders_of, site_of
from recovery_radio.read.hub import Folders
from sites import EPISODE, PLAIN, SERVICE, edit, standing_in, write_files

FIRST = "  - radio/content: {email: hello@tiny.example}\n"


def settings(*changes: tuple[str, str]) -> str:
    """Give the plain station's mkdocs.yml, changed."""
    return edit(PLAIN.partition("-- mkdocs.yml --\n")[2].partition("-- site/pages")[0], *changes)


PLUGINS = settings()[settings().index("plugins:") : settings().index("markdown_extensions")]
FAULTS = [
    ("", "Config value 'site_name': Required configuration not provided."),
    ("- a\n- b\n", "mkdocs.yml: The configuration is invalid."),
    ("\tsite_name: x\n", "mkdocs.yml: MkDocs encountered an error parsing the configuration file"),
    ("site_name: [1\n", "mkdocs.yml: MkDocs encountered an error parsing the configuration file"),
    (settings((PLUGINS, "")), "mkdocs.yml: put `radio/content` first in `plugins`. [bad-config]"),
    (settings((FIRST, "")), "mkdocs.yml: put `radio/content` first in `plugins`. [bad-config]"),
    (settings(("radio/directory", "radio/directry")), "Config value 'plugins': The \"radio/directry\" plugin is not installed"),
    (settings(("site_url: https://tiny.example/\n", "")), "mkdocs.yml: set `site_url`"),
    (settings(("site_url: https:", "site_url: http:")), "mkdocs.yml: `site_url`: cannot be read: 'http://tiny.example/'."),
    (settings(("tiny.example/", "1.2.3.4/")), "mkdocs.yml: `site_url`: cannot be read"),
    (settings(("site_description: A station for tests.\n", "")), "mkdocs.yml: `site_description`: "),
    (settings(("plugins:", "use_directory_urls: false\nplugins:")), "mkdocs.yml: set `site_url`, and leave `use_directory_urls` alone. [bad-config]"),
    (settings(("email: hello@tiny.example", "email: 5")), "Config value 'plugins': Plugin 'radio/content' option 'email'"),
    (settings(("radio/content: {email: hello@tiny.example}", "radio/content")), "Config value 'plugins': Plugin 'radio/content' option 'email': Required"),
    (settings(("      channel:\n", "      channel: none\n      x:\n")), "Config value 'plugins': Plugin 'radio/feed' option 'channel'"),
    (settings(("guid: 0bd2301c", "guid: x0bd2301c")), "mkdocs.yml, radio/feed, channel: `guid`: "),
    (settings(("author: Tiny", "autor: Tiny")), "mkdocs.yml, radio/feed, channel: `author`: Field required. `autor`: "),
    (settings(("docs_dir: site/pages", "docs_dir: site/pagez")), "Config value 'docs_dir': The path"),
    (settings(("font: false}", "font: false, custom_dir: none}")), "Config value 'theme': The path set in custom_dir"),
    (settings(("[admonition]", "[none_such]")), "Config value 'markdown_extensions': Failed to load extension"),
    (settings(("nav: [{Home: index.md}]", "nav: 5")), "Config value 'nav': Expected nav to be a list"),
]  # fmt: skip
"""A mkdocs.yml, and the start of what is said about it."""


@pytest.mark.parametrize(("text", "said"), FAULTS, ids=[said[:60] for _, said in FAULTS])
def test_bad_settings_are_told_and_never_end_in_a_traceback(
    text: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert any(message.startswith(said) for message in caplog.messages), caplog.text


def test_settings_that_are_no_text_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN)
    (tmp_path / "mkdocs.yml").write_bytes("site_name: Café\n".encode("cp1252"))

    with pytest.raises(Failed):
        site_of(tmp_path / "mkdocs.yml")

    assert "unacceptable character #x00e9" in caplog.text


def test_an_entry_of_the_navigation_that_is_no_page_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN)
    (tmp_path / "mkdocs.yml").write_text(
        settings(("Home: index.md", "Out: https://a.example/")), "utf-8"
    )

    with pytest.raises(Failed):
        build_site(tmp_path / "mkdocs.yml", tmp_path / "new", strict=False)

    assert "mkdocs.yml: `nav` takes pages, and `Out` is none. [bad-config]" in caplog.text


def test_checking_writes_nothing_but_what_it_remembers(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    check_station(tmp_path / "mkdocs.yml", strict=True)

    after = {
        path: path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }
    assert after == before


def test_a_station_is_built_from_anywhere_into_anywhere(tmp_path: Path) -> None:
    station = write_files(tmp_path / "station", PLAIN, EPISODE)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    with standing_in(elsewhere):
        build_site(Path("../station/mkdocs.yml"), tmp_path / "site", strict=True)

    assert (tmp_path / "site/episodes/first-steps/index.html").is_file()
    assert not (station / "public").exists()
    assert list(elsewhere.iterdir()) == []


def test_a_warning_is_told_and_stops_a_strict_build_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stale = edit(SERVICE, ("on: 2026-11-01", "on: 2025-11-01"))
    write_files(tmp_path, PLAIN, stale)

    with caplog.at_level(logging.WARNING):
        build_site(tmp_path / "mkdocs.yml", tmp_path / "one", strict=False)
    with pytest.raises(Failed):
        build_site(tmp_path / "mkdocs.yml", tmp_path / "two", strict=True)

    assert (tmp_path / "one/services/harbour/index.html").is_file()
    assert not (tmp_path / "two/index.html").exists()
    assert [m for m in caplog.messages if m.endswith("[stale-service]")]


def test_where_a_station_keeps_its_files_is_for_its_settings_to_say(tmp_path: Path) -> None:
    text = settings(
        ("docs_dir: site/pages", "docs_dir: words"),
        ("{email: hello@tiny.example}", "{email: a@b.example, episodes_dir: programmes, services_dir: services, data_dir: own/lists}"),
        ("site_dir: public", "site_dir: out"),
        ("font: false}", "font: false, custom_dir: own/theme}"),
    )  # fmt: skip
    (tmp_path / "words").mkdir()
    (tmp_path / "own/theme").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")

    root, folders = folders_of(tmp_path / "mkdocs.yml")
    public, url, watched = site_of(tmp_path / "mkdocs.yml")

    assert (root, folders) == (tmp_path, Folders("words", "own/lists", "programmes", "services"))
    assert (public, url) == (tmp_path / "out", "https://tiny.example/")
    assert set(watched) == {
        tmp_path / name
        for name in (
            *("mkdocs.yml", "words", "programmes", "services"),
            *("own/lists", "own/words", "own/theme"),
        )
    }
