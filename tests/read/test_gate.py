"""The file gate: nothing is read that is not a plain file of a kind that belongs here."""

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from read.samples import HOSTILE, m4a, mp3, opus, png, vorbis
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.read.gate import DATA, EPISODES, PAGES, SERVICES, FolderRules, check_tree

PLACES = {
    "audio": ("episodes/steps", EPISODES),
    "vtt": ("episodes/steps", EPISODES),
    "image": ("site/pages", PAGES),
    "markdown": ("site/pages", PAGES),
    "service": ("services_directory", SERVICES),
    "config": ("site/data", DATA),
}
REFUSED = {
    "audio/crash_oggopus_indexerror_53.opus": "wrong-content",
    "audio/empty.mp3": "empty-file",
    "audio/ff_64k.mp3": "wrong-content",
    "audio/html_renamed.mp3": "wrong-content",
    "audio/mp3_renamed.ogg": "wrong-content",
    "audio/zeros_64k.mp3": "wrong-content",
    "image/empty.png": "empty-file",
    "image/html_renamed.jpg": "wrong-content",
    "image/script.svg": "file-kind",
    "markdown/img_onerror_nullbyte.md": "not-utf8",
    "markdown/zero_byte.md": "not-utf8",
    "service/zero_byte.yml": "not-utf8",
    "vtt/ctrl.vtt": "not-utf8",
    "vtt/empty.vtt": "empty-file",
}
"""By sample, with its name in small letters. The gate lets in all others, for the readers."""
SAMPLES = sorted(
    f"{folder}/{path.name}" for folder in PLACES for path in (HOSTILE / folder).iterdir()
)
GOOD = {
    "index.md": b"---\ntitle: Steps\n---\n",
    "windows.md": b"\xef\xbb\xbf# Steps\r\n",
    "transcript.vtt": b"WEBVTT\n",
    "a.png": png(),
    "a.jpg": b"\xff\xd8\xff\xe0" + bytes(20),
    "a.jpeg": b"\xff\xd8\xff\xe1" + bytes(20),
    "a.webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "a.mp3": mp3(),
    "tagged.mp3": b"ID3\4\0\0" + bytes(5000),
    "late.mp3": bytes(2000) + mp3(),
    "a.m4a": m4a(),
    "a.ogg": vorbis(),
    "b.ogg": opus(),
    "a.opus": opus(),
}


def write(root: Path, path: str, data: bytes = b"Words.\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def pages(root: Path) -> tuple[list[str], list[Problem]]:
    return check_tree(root, "site/pages", PAGES)


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems]


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody else for a while, since to the superuser nothing is unreadable."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_hostile_sample_is_refused_by_name_or_left_to_its_reader(
    sample: str, tmp_path: Path
) -> None:
    kind, name = sample.split("/")
    folder, rules = PLACES[kind]
    write(tmp_path, f"{folder}/{name.lower()}", (HOSTILE / sample).read_bytes())

    files, problems = check_tree(tmp_path, folder.removesuffix("/steps"), rules)

    path = f"{folder}/{name.lower()}"
    code = REFUSED.get(sample.lower())
    assert codes(problems) == ([(path, code)] if code else [])
    assert files == ([] if code else [path])


def test_no_expectation_is_left_without_its_sample() -> None:
    assert set(REFUSED) <= {sample.lower() for sample in SAMPLES}


def test_every_kind_of_file_that_an_episode_may_have_is_let_in(tmp_path: Path) -> None:
    for name, data in GOOD.items():
        write(tmp_path, f"episodes/first-steps/{name}", data)

    files, problems = check_tree(tmp_path, "episodes", EPISODES)

    assert problems == []
    assert files == sorted(f"episodes/first-steps/{name}" for name in GOOD)


@pytest.mark.parametrize(
    ("folder", "rules", "inside", "let_in"),
    [
        ("services_directory", SERVICES, "harbour.yml", True),
        ("services_directory", SERVICES, "crawley/harbour.yml", False),
        ("site/data", DATA, "series.yml", True),
        ("site/data", DATA, "deep/series.yml", False),
        ("episodes", EPISODES, "steps/index.md", True),
        ("episodes", EPISODES, "index.md", False),
        ("episodes", EPISODES, "2026/steps/index.md", False),
        ("site/pages", PAGES, "index.md", True),
        ("site/pages", PAGES, "1/2/3/4/5/6/index.md", True),
        ("site/pages", PAGES, "1/2/3/4/5/6/7/index.md", False),
    ],
)
def test_files_lie_neither_too_high_nor_too_deep(
    folder: str, rules: FolderRules, inside: str, let_in: bool, tmp_path: Path
) -> None:
    write(tmp_path, f"{folder}/{inside}")

    files, problems = check_tree(tmp_path, folder, rules)

    assert files == ([f"{folder}/{inside}"] if let_in else [])
    assert [p.code for p in problems] == ([] if let_in else ["file-place"])
    assert all(p.path.startswith(f"{folder}/") and p.repair == rules.place for p in problems)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert pages(tmp_path) == ([], [])


class TestLinks:
    """A link is looked at and never followed."""

    @pytest.mark.parametrize(
        "target",
        ["/proc/self/environ", "/etc", "..", ".", "index.md", "nowhere", "../../secret.md"],
    )
    def test_a_link_is_refused_wherever_it_leads(self, target: str, tmp_path: Path) -> None:
        write(tmp_path, "secret.md", b"SECRET")
        write(tmp_path, "site/pages/index.md")
        (tmp_path / "site/pages/leak.md").symlink_to(target)

        files, problems = pages(tmp_path)

        assert files == ["site/pages/index.md"]
        assert [str(problem) for problem in problems] == [
            "site/pages/leak.md:1: This is a link to another place on the disk. "
            "Put a copy of the file or folder here instead. [link]"
        ]

    def test_links_to_the_same_folder_do_not_multiply(self, tmp_path: Path) -> None:
        (tmp_path / "site/pages/deep").mkdir(parents=True)
        for number in range(50):
            (tmp_path / f"site/pages/deep/again-{number}").symlink_to(".")

        started = time.process_time()
        files, problems = pages(tmp_path)

        assert (files, len(problems)) == ([], 50)
        assert time.process_time() - started < 1

    @pytest.mark.parametrize("link", ["site", "site/pages"])
    def test_the_content_folder_itself_is_no_link(self, link: str, tmp_path: Path) -> None:
        write(tmp_path, "elsewhere/pages/index.md")
        (tmp_path / link).parent.mkdir(exist_ok=True)
        (tmp_path / link).symlink_to(tmp_path / "elsewhere")

        assert [codes(problems) for problems in pages(tmp_path)[1:]] == [[(link, "link")]]

    def test_the_content_folder_itself_is_no_file(self, tmp_path: Path) -> None:
        write(tmp_path, "site/pages")

        assert codes(pages(tmp_path)[1]) == [("site/pages", "special-file")]

    def test_pipes_and_sockets_are_refused_without_being_opened(self) -> None:
        # Not in `tmp_path`: the name of a socket may have 100 characters.
        with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
            (Path(folder) / "site/pages").mkdir(parents=True)
            os.mkfifo(f"{folder}/site/pages/pipe.md")
            server.bind(f"{folder}/site/pages/socket.md")

            assert codes(pages(Path(folder))[1]) == [
                ("site/pages/pipe.md", "special-file"),
                ("site/pages/socket.md", "special-file"),
            ]


class TestNames:
    """A name works on every computer, and says what it seems to say."""

    @pytest.mark.parametrize(
        "name",
        [
            "A.md",
            "first steps.md",
            "café.md",
            "a'b.md",
            'a"b.md',
            "<img src=x onerror=zcan()>.md",
            "a&amp;b.md",
            "\u202egpj.md",
            "a\u200bb.md",
            "-rf.md",
            ".hidden.md",
            "con.md",
            "nul",
            "com1.tar.md",
            "a.md.",
            "a" * 200 + ".md",
            "a" * 98 + ".md",
            "a:b.md",
            "a\\b.md",
            "%2e%2e.md",
        ],
    )
    def test_a_name_that_would_not_work_everywhere_is_refused(
        self, name: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"site/pages/{name}")

        files, problems = pages(tmp_path)

        assert files == []
        assert [p.code for p in problems] == ["file-name"]
        assert str(problems[0]).endswith(
            "This name would not work on every computer. Use small letters, digits, hyphens "
            "and dots, at most 100, such as `first-steps.md`. [file-name]"
        )

    @pytest.mark.parametrize("name", ["a.md", "0.md", "a_b-c.d.md", "a" * 97 + ".md", "console.md"])
    def test_a_plain_name_is_let_in(self, name: str, tmp_path: Path) -> None:
        write(tmp_path, f"site/pages/{name}")

        assert pages(tmp_path) == ([f"site/pages/{name}"], [])

    def test_a_folder_with_such_a_name_is_not_entered(self, tmp_path: Path) -> None:
        write(tmp_path, "site/pages/My Pages/index.md")

        assert codes(pages(tmp_path)[1]) == [("site/pages/My Pages", "file-name")]

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("a\nb:1: All is well.md", "a\\u000ab:1: All is well.md"),
            ("\x1b[31mred.md", "\\u001b[31mred.md"),
            ("\u202egpj.md", "\\u202egpj.md"),
            (os.fsdecode(b"caf\xe9.md"), "caf\\udce9.md"),
        ],
        ids=["line break", "colour", "reversed", "not UTF-8"],
    )
    def test_a_name_cannot_forge_a_message(self, name: str, shown: str, tmp_path: Path) -> None:
        write(tmp_path, f"site/pages/{name}")

        assert [p.path for p in pages(tmp_path)[1]] == [f"site/pages/{shown}"]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("index.md", "INDEX.md"),
            ("caf\u00e9.md", "cafe\u0301.md"),
            ("index.md", "\uff49ndex.md"),
            ("strasse.md", "stra\u00dfe.md"),
        ],
        ids=["capitals", "accents", "full width", "sharp s"],
    )
    def test_names_that_are_the_same_elsewhere_clash(
        self, one: str, other: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"site/pages/{one}")
        write(tmp_path, f"site/pages/{other}")

        files, problems = pages(tmp_path)

        refused = [name for name in (one, other) if not name.isascii() or name != name.lower()]
        assert sorted(files) == [
            "site/pages/" + name for name in (one, other) if name not in refused
        ]
        assert codes(problems) == [(f"site/pages/{name}", "name-clash") for name in sorted(refused)]
        assert f"'{one if problems[0].path.endswith(other) else other}'" in problems[0].what

    @pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"])
    def test_what_computers_leave_behind_is_passed_over(self, name: str, tmp_path: Path) -> None:
        write(tmp_path, f"site/pages/{name}")

        assert pages(tmp_path) == ([], [])

    def test_but_not_a_link_of_such_a_name(self, tmp_path: Path) -> None:
        (tmp_path / "site/pages").mkdir(parents=True)
        (tmp_path / "site/pages/.gitkeep").symlink_to("/etc")

        assert codes(pages(tmp_path)[1]) == [("site/pages/.gitkeep", "link")]

    @pytest.mark.parametrize(
        "name", [".index.md.swp", "index.md~", "#index.md#", "index.md.bak", "4913", "a.orig"]
    )
    def test_what_editors_leave_behind_is_a_warning(self, name: str, tmp_path: Path) -> None:
        write(tmp_path, f"site/pages/{name}")

        files, problems = pages(tmp_path)

        assert files == []
        assert codes(problems) == [(f"site/pages/{name}", "leftover-file")]
        assert problems[0].severity is Severity.WARNING

    def test_an_editor_that_marks_an_open_file_by_a_link_does_not_stop_the_preview(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "site/pages").mkdir(parents=True)
        (tmp_path / "site/pages/.#index.md").symlink_to("sam@laptop.4711")

        assert [p.severity for p in pages(tmp_path)[1]] == [Severity.WARNING]


class TestKinds:
    """A file is of a kind that belongs here, and its bytes are of that kind."""

    @pytest.mark.parametrize(
        "name",
        "_headers _redirects CNAME .htaccess .nojekyll sw.js robots.txt 404.html sitemap.xml "
        "sitemap.xml.gz feed.xml .gitattributes .gitmodules netlify.toml manifest.json".split(),
    )
    @pytest.mark.parametrize("folder", ["site/pages", "site/pages/deep"])
    def test_a_file_that_steers_the_host_is_refused(
        self, name: str, folder: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"{folder}/{name}")

        files, problems = pages(tmp_path)

        assert files == []
        assert [str(problem) for problem in problems] == [
            f"{folder}/{name}:1: This file or folder would change how the whole site is kept or "
            "served. Remove it, and ask the station's maintainers. [host-file]"
        ]

    @pytest.mark.parametrize(
        "folder", ["assets/javascripts", "assets/images", "assets/radio", "pagefind", ".well-known"]
    )
    def test_a_folder_of_the_theme_or_the_host_is_refused(
        self, folder: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"site/pages/{folder}/favicon.png", png())

        assert codes(pages(tmp_path)[1]) == [(f"site/pages/{folder}", "host-file")]

    def test_other_folders_of_pictures_are_let_in(self, tmp_path: Path) -> None:
        write(tmp_path, "site/pages/assets/cover.png", png())
        write(tmp_path, "site/pages/garden/assets/images/cover.png", png())

        assert len(pages(tmp_path)[0]) == 2

    @pytest.mark.parametrize(
        ("folder", "rules", "name", "repair"),
        [
            ("site/pages", PAGES, "a.svg", "Save the picture as PNG."),
            ("site/pages", PAGES, "a.html", "Write the page in Markdown."),
            ("site/pages", PAGES, "a.js", "Only files that end in .jpeg, .jpg, .md, .png, .webp"),
            ("site/pages", PAGES, "a.yml", "Only files that end in .jpeg, .jpg, .md, .png, .webp"),
            (
                "site/pages",
                PAGES,
                "license",
                "Only files that end in .jpeg, .jpg, .md, .png, .webp",
            ),
            ("episodes/steps", EPISODES, "a.wav", "Export the recording as MP3."),
            ("episodes/steps", EPISODES, "a.srt", "Export the transcript as WebVTT"),
            ("services_directory", SERVICES, "a.yaml", "Rename it to end in `.yml`."),
            ("services_directory", SERVICES, "a.svg", "Only files that end in .yml go here."),
            ("site/data", DATA, "a.md", "Only files that end in .yml go here."),
        ],
    )
    def test_a_file_of_another_kind_is_refused_with_a_way_out(
        self, folder: str, rules: FolderRules, name: str, repair: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"{folder}/{name}")

        files, problems = check_tree(tmp_path, folder.removesuffix("/steps"), rules)

        assert files == []
        assert codes(problems) == [(f"{folder}/{name}", "file-kind")]
        assert problems[0].repair.startswith(repair)

    @pytest.mark.parametrize(
        ("name", "size", "limit"),
        [
            ("index.md", 1_000_000, "1 MB"),
            ("transcript.vtt", 2_000_000, "2 MB"),
            ("cover.png", 3_000_000, "3 MB"),
            ("steps.mp3", 100_000_000, "100 MB"),
        ],
    )
    def test_a_file_that_is_too_big_is_refused(
        self, name: str, size: int, limit: str, tmp_path: Path
    ) -> None:
        start = {".png": png(), ".mp3": mp3()}.get(name[-4:], b"Words.")
        write(tmp_path, f"episodes/steps/{name}", start)
        path = tmp_path / "episodes/steps" / name
        if name.endswith(("png", "mp3")):
            os.truncate(path, size)  # without filling the disk
        else:
            path.write_bytes(start.ljust(size))
        assert check_tree(tmp_path, "episodes", EPISODES)[1] == []

        os.truncate(path, size + 1)

        files, problems = check_tree(tmp_path, "episodes", EPISODES)
        assert files == []
        assert codes(problems) == [(f"episodes/steps/{name}", "too-big")]
        assert f"may have {limit}." in problems[0].what

    @pytest.mark.parametrize("name", ["a.md", "a.vtt", "a.png", "a.jpg", "a.mp3", "a.m4a", "a.ogg"])
    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
    def test_an_empty_file_is_refused(self, name: str, data: bytes, tmp_path: Path) -> None:
        write(tmp_path, f"episodes/steps/{name}", data)

        _, problems = check_tree(tmp_path, "episodes", EPISODES)

        is_text = name.endswith(("md", "vtt"))
        code = "empty-file" if is_text or not data else "wrong-content"
        assert codes(problems) == [(f"episodes/steps/{name}", code)]

    @pytest.mark.parametrize("name", [name for name in GOOD if name[-3:] not in (".md", "vtt")])
    @pytest.mark.parametrize(
        "data", [b"<script>zcan()</script>", bytes(64), b"\xff" * 5000, b"GIF89a"]
    )
    def test_bytes_that_are_not_what_the_name_says_are_refused(
        self, name: str, data: bytes, tmp_path: Path
    ) -> None:
        write(tmp_path, f"episodes/steps/{name}", data)

        files, problems = check_tree(tmp_path, "episodes", EPISODES)

        assert files == []
        assert codes(problems) == [(f"episodes/steps/{name}", "wrong-content")]

    @pytest.mark.parametrize(
        ("name", "other"),
        [("a.png", "a.jpg"), ("a.mp3", "a.m4a"), ("a.ogg", "a.mp3"), ("a.opus", "a.ogg")],
    )
    def test_one_kind_under_the_name_of_another_is_refused(
        self, name: str, other: str, tmp_path: Path
    ) -> None:
        write(tmp_path, f"episodes/steps/{name}", GOOD[other])

        _, problems = check_tree(tmp_path, "episodes", EPISODES)

        assert codes(problems) == [(f"episodes/steps/{name}", "wrong-content")]

    def test_a_note_of_git_lfs_is_called_by_its_name(self, tmp_path: Path) -> None:
        note = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"
        write(tmp_path, "episodes/steps/steps.mp3", note)

        assert [str(p) for p in check_tree(tmp_path, "episodes", EPISODES)[1]] == [
            "episodes/steps/steps.mp3:1: This is a note of Git LFS and not the file itself. "
            "Run `git lfs pull`, or add the file without LFS. [wrong-content]"
        ]

    @pytest.mark.parametrize(
        ("data", "line", "what"),
        [
            (b"one\ntwo caf\xe9\n", 2, "A character in this line is not UTF-8."),
            (b"one\n\n\xed\xa0\x80\n", 3, "A character in this line is not UTF-8."),
            ("# Steps\n".encode("utf-16"), 1, "This is saved as UTF-16."),
            ("# Steps\n".encode("utf-16-be"), 1, "Here is a zero byte, which is no text."),
            (b"one\ntwo\nthree\0", 3, "Here is a zero byte, which is no text."),
        ],
        ids=["Windows-1252", "half a character", "UTF-16", "UTF-16 without a mark", "zero byte"],
    )
    def test_text_that_is_not_utf8_is_refused_by_line(
        self, data: bytes, line: int, what: str, tmp_path: Path
    ) -> None:
        write(tmp_path, "site/pages/index.md", data)

        _, problems = pages(tmp_path)

        assert [(p.path, p.line, p.what, p.code) for p in problems] == [
            ("site/pages/index.md", line, what, "not-utf8")
        ]


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_places(tmp_path: Path) -> None:
    write(tmp_path, "site/pages/index.md")
    write(tmp_path, "site/pages/z.svg")
    write(tmp_path, "site/pages/deep/b.md", b"\xff")
    write(tmp_path, "site/pages/_headers")

    files, problems = pages(tmp_path)

    assert files == ["site/pages/index.md"]
    assert codes(problems) == [
        ("site/pages/_headers", "host-file"),
        ("site/pages/deep/b.md", "not-utf8"),
        ("site/pages/z.svg", "file-kind"),
    ]


def test_more_files_than_any_station_has_are_not_walked_to_the_end(tmp_path: Path) -> None:
    for number in range(9):
        write(tmp_path, f"site/pages/{number}.md")

    files, problems = check_tree(tmp_path, "site/pages", PAGES._replace(most_files=5))

    assert len(files) == 5
    assert codes(problems) == [("site/pages", "too-many-files")]


@pytest.mark.parametrize("locked", ["site/pages/index.md", "site/pages/deep", "site/pages"])
def test_what_cannot_be_read_is_a_problem_and_no_crash(locked: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        write(root, "site/pages/index.md")
        write(root, "site/pages/deep/index.md")
        (root / locked).chmod(0)
        with without_rights():
            files, problems = pages(root)
        (root / locked).chmod(0o755)

    assert codes(problems) == [(locked, "unreadable-file")]
    assert not any(file.startswith(locked) for file in files)


def test_2500_files_pass_the_gate_in_a_moment(tmp_path: Path) -> None:
    write(tmp_path, "page.md", b"Some words of a page.\n" * 450)
    for number in range(2500):
        (tmp_path / f"site/pages/{number // 50}").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tmp_path / "page.md", tmp_path / f"site/pages/{number // 50}/{number}.md")

    started = time.process_time()
    files, problems = pages(tmp_path)

    assert (len(files), problems) == (2500, [])
    # It takes 0.04 s; the limit is for a machine that is busy.
    assert time.process_time() - started < 0.3
