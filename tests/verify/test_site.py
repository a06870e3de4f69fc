"""Whole sites: one without fault, and the same with one fault at a time."""

import os
from pathlib import Path

import pytest

from recovery_radio.model.problem import Severity
from recovery_radio.verify.site import verify_site
from verify.finished import Site


def test_a_good_site_has_no_problems(site: Site) -> None:
    assert site.problems() == []


def test_the_address_is_taken_from_the_feed_where_nobody_gives_it(site: Site) -> None:
    assert verify_site(site.root) == []

    site.change("about/index.html", "https://other.example/", "https://tiny.example/radio/lost/")
    assert [problem.code for problem in verify_site(site.root)] == ["dead-link"]


def test_the_address_may_lack_its_last_slash(site: Site) -> None:
    assert verify_site(site.root, "https://tiny.example/radio") == []


FAULTS = [
    # file, what is replaced, by what, line, codes
    ("index.html", "<title>Home – Tiny &amp; “small”</title>", "", 2, "missing-title"),
    ("index.html", "</title>", "</title><title>Two</title>", 2, "missing-title"),
    ("index.html", "Home – Tiny &amp; “small”", " ", 2, "missing-title"),
    ("index.html", ' lang="en-GB"', "", 2, "missing-lang"),
    ("index.html", ' lang="en-GB"', ' lang=""', 2, "missing-lang"),
    ("index.html", "width=device-width,initial-scale=1", "", 2, "missing-viewport"),
    ("index.html", '<meta charset="utf-8">', "", 2, "missing-charset"),
    (
        "index.html",
        '<meta charset="utf-8">',
        '<!-- <meta charset="utf-8"> -->',
        2,
        "missing-charset",
    ),
    (
        "index.html",
        '<meta charset="utf-8">',
        f"<!--{'x' * 1024}--><meta charset='utf-8'>",
        2,
        "missing-charset",
    ),
    ("index.html", " data-rr-exit", "", 2, "missing-exit"),
    ("index.html", "<h1>Home</h1>", "", 2, "main-heading"),
    ("index.html", "</h1>", "</h1><h1>Again</h1>", 2, "main-heading"),
    ("index.html", "https://tiny.example/radio/", "https://evil.example/", 8, "foreign-canonical"),
    (
        "index.html",
        'rel="icon" href="assets/radio/icon.svg"',
        'rel="icon" href="x.svg"',
        9,
        "dead-link",
    ),
    (
        "index.html",
        "assets/radio/radio.css",
        "https://evil.example/a.css",
        11,
        "foreign-request",
    ),
    ("index.html", "assets/radio/radio.css", "robots.txt", 11, "foreign-style"),
    ("index.html", "assets/radio/radio.js", "assets/radio/lost.js", 12, "dead-link"),
    ("index.html", "assets/radio/radio.js", "https://evil.example/a.js", 12, "foreign-script"),
    ("index.html", "assets/radio/radio.js", "robots.txt", 12, "foreign-script"),
    ("index.html", "application/ld+json", "text/plain", 13, "inline-script"),
    ("about/index.html", "../episodes/one/?from=about#talk", "../episodes/two/", 21, "dead-link"),
    ("about/index.html", "../episodes/one/?from=about#talk", "../Episodes/one/", 21, "dead-link"),
    ("about/index.html", "#talk", "#speech", 21, "dead-anchor"),
    ("about/index.html", "https://other.example/", "http://other.example/", 21, "plain-http"),
    ("about/index.html", "../search/", "https://evil.example/", 22, "foreign-request"),
    ("episodes/one/index.html", "#content", "#contents", 17, "dead-anchor"),
    ("episodes/one/index.html", "about/#who", "about/#whom", 17, "dead-anchor"),
    ("episodes/one/index.html", "radio/about/#who", "radio/about/#whom", 23, "dead-anchor"),
    ("episodes/one/index.html", "radio/about/#who", "radio/abut/", 23, "dead-link"),
    ("episodes/one/index.html", 'src="one.mp3"', 'src="two.mp3"', 20, "dead-link"),
    ("episodes/one/index.html", 'preload="none"><source', "><source", 24, "foreign-request"),
    (
        "episodes/one/index.html",
        "https://cdn.example/two.mp3",
        "http://cdn.example/two.mp3",
        24,
        "foreign-request",
    ),
    ("404.html", 'href="/radio/"', 'href="/other/"', 17, "dead-link"),
    (
        "assets/radio/radio.css",
        "../../cover.png",
        "https://evil.example/a.png",
        2,
        "foreign-request",
    ),
    ("assets/radio/radio.css", "../../cover.png", "lost.png", 2, "dead-link"),
    ("assets/radio/radio.js", "", "// changed\n", 1, "foreign-script"),
    ("assets/radio/icon.svg", "</svg>", "<script>1</script></svg>", None, "inline-script"),
    ("app.webmanifest", '"cover.png"', '"//evil.example/a.png"', 1, "foreign-request"),
    ("app.webmanifest", "{", "", 1, "bad-manifest"),
    ("feed.xml", "</channel>", "", 24, "feed-broken"),
    ("feed.xml", "tiny-0002", "tiny-0001", 19, "feed-guid-repeated"),
    ("feed.xml", 'length="9"', 'length="10"', 14, "feed-length-differs"),
    ("feed.xml", "radio/episodes/one/one.mp3", "radio/episodes/one/two.mp3", 14, "dead-link"),
    ("sitemap.xml", "radio/about/", "radio/abut/", 4, "dead-link"),
]


@pytest.mark.parametrize(("path", "old", "new", "line", "codes"), FAULTS)
def test_one_fault_is_found_in_its_place_and_nothing_else(
    site: Site, path: str, old: str, new: str, line: int | None, codes: str
) -> None:
    site.change(path, old, new)

    found = {(at, line if line is None else row, code) for at, row, code in site.found()}

    assert found == {(path, line, code) for code in codes.split()}


STRAYS = [
    "_headers",
    "_redirects",
    "CNAME",
    ".htaccess",
    ".git/config",
    "assets/.hidden.css",
    "assets/tool.exe",
    "assets/font.woff2",
    "notes/index.md",
    "assets/page.htm",
    "assets/PICTURE.PNG",
    "backup.tar.gz",
    "pagefind/extra.json",
    "en_5937605.pf_fragment",
    "nothing",
]


@pytest.mark.parametrize("path", STRAYS)
def test_a_file_that_nobody_expects_is_named(site: Site, path: str) -> None:
    site.write(path, "")

    assert site.found() == {(path, 1, "stray-file")}


@pytest.mark.parametrize("path", ["sw.js", "pagefind/pagefind-extra.js", "assets/bundle.min.js"])
def test_a_script_that_is_not_ours_is_named(site: Site, path: str) -> None:
    site.write(path, "addEventListener('fetch', () => {})")

    assert (path, 1, "foreign-script") in site.found()


def test_links_out_of_the_site_are_refused_and_links_within_are_not(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (site.root / "copy.png").symlink_to("cover.png")
    (site.root / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (site.root / "lost.txt").symlink_to("nowhere.txt")
    (site.root / "again").symlink_to(site.root / "about")

    assert site.found() == {(path, 1, "link-out") for path in ("secret.txt", "lost.txt", "again")}


def test_a_pipe_is_refused_rather_than_read(site: Site) -> None:
    os.mkfifo(site.root / "pipe.css")

    assert site.found() == {("pipe.css", 1, "link-out")}


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_folder_without_a_home_page_is_not_a_site(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    problems = verify_site(tmp_path / name)

    assert [problem.code for problem in problems] == ["no-home-page"]


def test_every_problem_says_what_to_do_in_one_sentence_and_they_are_sorted(site: Site) -> None:
    for path, old, new, _, _ in FAULTS[::3]:
        if old in (site.root / path).read_text("utf-8"):
            site.change(path, old, new)

    problems = site.problems()

    assert len(problems) > 8
    assert problems == sorted(problems)
    for problem in problems:
        assert problem.what.endswith("."), problem
        assert problem.repair.endswith("."), problem
        assert problem.repair[0].isupper(), problem
        assert problem.severity is Severity.ERROR, problem
