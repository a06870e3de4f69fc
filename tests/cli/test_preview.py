"""The preview: ranges, types, reloading, and nobody else's business."""

import asyncio
import http.client
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator, MutableMapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette

from recovery_radio.cli.preview import Changes, preview_app, serve
from recovery_radio.cli.publish import publish
from recovery_radio.model.problem import Problem

PLUGINS = Path(__file__).parents[2] / "plugins"
SOUND = bytes(range(256)) * 1000
PAGE = "<!doctype html><title>Steps &amp; hope</title><body><p>Hello.</p></body>\n"


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


async def answer(app: Starlette, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask the application as a web server would, without one."""
    named = {"host": "127.0.0.1:8000"} | {k.replace("_", "-"): v for k, v in headers.items()}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(k.encode(), v.encode()) for k, v in named.items()],
        "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 50000),
    }
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        await asyncio.Event().wait()
        return {}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    lines = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], lines, b"".join(m.get("body", b"") for m in sent[1:]))


def ask(app: Starlette, path: str, method: str = "GET", **headers: str) -> Answer:
    return asyncio.run(answer(app, path, method, **headers))


@pytest.fixture
def public(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    (folder / "episodes/first-steps").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "404.html").write_text("<title>Lost</title><body><p>Not here.</p></body>")
    (folder / "episodes/first-steps/index.html").write_text(PAGE)
    (folder / "episodes/first-steps/first-steps.mp3").write_bytes(SOUND)
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.fixture
def app(public: Path) -> Starlette:
    return preview_app(public, Changes())


MP3 = "/episodes/first-steps/first-steps.mp3"


@pytest.mark.parametrize(
    ("asked", "given", "part"),
    [
        ("bytes=0-1", "bytes 0-1/256000", SOUND[:2]),
        ("bytes=-500", "bytes 255500-255999/256000", SOUND[-500:]),
        ("bytes=500-", "bytes 500-255999/256000", SOUND[500:]),
        ("bytes=255999-300000", "bytes 255999-255999/256000", SOUND[-1:]),
    ],
)
def test_a_player_can_seek(app: Starlette, asked: str, given: str, part: bytes) -> None:
    got = ask(app, MP3, range=asked)

    assert (got.status, got.headers["content-range"]) == (206, given)
    assert got.headers["content-length"] == str(len(part))
    assert got.body == part


def test_a_range_behind_the_end_is_refused_with_the_size(app: Starlette) -> None:
    got = ask(app, MP3, range="bytes=256000-")

    assert (got.status, got.headers["content-range"]) == (416, "bytes */256000")


def test_a_recording_comes_whole_and_never_compressed(app: Starlette) -> None:
    got = ask(app, MP3, accept_encoding="gzip, br")

    assert (got.status, got.body) == (200, SOUND)
    assert got.headers["accept-ranges"] == "bytes"
    assert "content-encoding" not in got.headers


def test_head_says_how_much_there_is_and_sends_nothing(app: Starlette) -> None:
    got = ask(app, MP3, "HEAD")

    assert (got.status, got.headers["content-length"], got.body) == (200, "256000", b"")


def test_addresses_of_the_open_data_need_no_ending_and_others_do(
    public: Path, app: Starlette
) -> None:
    for path in ("api/index.json", "api/services/index.json", "api/services/7.json", "notes.json"):
        (public / path).parent.mkdir(parents=True, exist_ok=True)
        (public / path).write_text(f'"{path}"')

    for address, path in (
        ("/api", "api/index.json"),
        ("/api/", "api/index.json"),
        ("/api/services", "api/services/index.json"),
        ("/api/services/", "api/services/index.json"),
        ("/api/services/7", "api/services/7.json"),
        ("/api/services/7.json", "api/services/7.json"),
    ):
        got = ask(app, address)
        assert (got.status, got.headers["content-type"]) == (200, "application/json"), address
        assert got.body.decode() == f'"{path}"'
    assert ask(app, "/notes").status == 404
    assert ask(app, "/api/services/8").status == 404
    assert ask(app, "/api/../../secret.txt").status == 404
    below = ask(preview_app(public, Changes(), "/radio/"), "/radio/api/services/7")
    assert below.status == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("service.vcf", "text/vcard; charset=utf-8"),
        ("services.csv", "text/csv; charset=utf-8"),
        ("services.geojson", "application/geo+json"),
    ],
)
def test_data_have_their_types(name: str, kind: str, public: Path, app: Starlette) -> None:
    (public / name).write_text("data")

    assert ask(app, f"/{name}").headers["content-type"] == kind


def test_nothing_can_be_written(app: Starlette) -> None:
    assert ask(app, MP3, "PUT").status == 405


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.mp3", "audio/mpeg"),
        ("a.m4a", "audio/mp4"),
        ("a.ogg", "audio/ogg"),
        ("a.opus", "audio/ogg"),
        ("a.vtt", "text/vtt; charset=utf-8"),
        ("feed.xml", "application/xml"),
        ("site.webmanifest", "application/manifest+json"),
        ("a.wasm", "application/wasm"),
        ("wasm.en.pagefind", "application/octet-stream"),
        ("en_1.pf_fragment", "application/octet-stream"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("sitemap.xml.gz", "application/gzip"),
        ("index.html", "text/html; charset=utf-8"),
    ],
)
def test_each_file_says_what_it_is(app: Starlette, public: Path, name: str, kind: str) -> None:
    (public / name).write_bytes(b"12345678")

    got = ask(app, f"/{name}")

    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert got.headers["x-content-type-options"] == "nosniff"


def test_a_folder_shows_its_page(app: Starlette) -> None:
    assert b"<p>Hello.</p>" in ask(app, "/").body
    assert b"<p>Hello.</p>" in ask(app, "/episodes/first-steps/").body
    without_slash = ask(app, "/episodes/first-steps")
    assert without_slash.status == 307
    assert without_slash.headers["location"] == "http://127.0.0.1:8000/episodes/first-steps/"


@pytest.mark.parametrize("path", ["/nowhere/", "/episodes/", "/x" * 3000, "/%00"])
def test_what_is_not_there_shows_the_page_for_lost_links(app: Starlette, path: str) -> None:
    got = ask(app, path)

    assert got.status == 404
    assert path == "/%00" or len(path) > 4000 or b"<p>Not here.</p>" in got.body


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/episodes/../../secret.txt",
        "//secret.txt",
        "/..\\secret.txt",
        "/link.txt",
        "/folder/secret.txt",
    ],
)
def test_nothing_outside_the_site_can_be_reached(app: Starlette, public: Path, path: str) -> None:
    (public / "link.txt").symlink_to("../secret.txt")
    (public / "folder").symlink_to("..")

    got = ask(app, path)

    assert got.status == 404
    assert b"secret" not in got.body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.2", ""])
def test_another_host_name_is_refused(app: Starlette, host: str) -> None:
    assert ask(app, "/", host=host).status == 400
    assert ask(app, "/~preview/changes", host=host).status == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_goes_by_three_names(app: Starlette, host: str) -> None:
    assert ask(app, "/", host=host).status == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org"])
def test_the_preview_never_listens_to_the_network(tmp_path: Path, host: str) -> None:
    with pytest.raises(ValueError, match="shows drafts"):
        serve(tmp_path, [], lambda: True, host=host)


def test_a_taken_port_is_named_before_anything_is_built(tmp_path: Path) -> None:
    built: list[int] = []

    def rebuild() -> bool:
        built.append(1)
        return True

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(OSError, match=f"Port {port} is not free"):
            serve(tmp_path, [], rebuild, port=port)

    assert not built


def test_a_page_gets_the_script_on_its_way_out_and_not_on_disk(public: Path) -> None:
    changes = Changes()

    got = ask(preview_app(public, changes), "/")

    script = f'<script src="/~preview/reload.js" data-build="{changes.build}"></script></body>\n'
    assert got.body.decode() == PAGE.replace("</body>\n", script)
    assert got.headers["content-length"] == str(len(got.body))
    assert (public / "index.html").read_text() == PAGE


def test_the_page_for_lost_links_and_pages_without_an_end_reload_too(
    app: Starlette, public: Path
) -> None:
    (public / "short.html").write_text("<p>Hello.")

    assert ask(app, "/nowhere/").body.count(b"/~preview/reload.js") == 1
    short = ask(app, "/short.html").body
    assert short.startswith(b'<p>Hello.<script src="/~preview/reload.js"')


def test_the_script_is_served(app: Starlette) -> None:
    got = ask(app, "/~preview/reload.js")

    assert (got.status, got.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/~preview/changes" in got.body


def test_open_pages_hear_of_each_build_once(public: Path) -> None:
    changes = Changes()
    app = preview_app(public, changes)
    first = changes.build

    async def listen() -> Answer:
        listening = asyncio.create_task(answer(app, "/~preview/changes"))
        await asyncio.sleep(0.4)
        changes.announce()
        await asyncio.sleep(0.4)
        changes.close()
        return await listening

    got = asyncio.run(listen())

    assert got.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert changes.build != first
    told = [line for line in got.body.decode().split("\n") if line.startswith("data: ")]
    assert told == [f"data: {first}", f"data: {changes.build}"]


def test_a_site_with_a_path_is_served_under_it(public: Path) -> None:
    app = preview_app(public, Changes(), "/radio/")

    assert ask(app, "/").headers["location"] == "/radio/"
    assert b"<p>Hello.</p>" in ask(app, "/radio/").body
    assert ask(app, f"/radio{MP3}", range="bytes=0-1").status == 206
    assert ask(app, MP3).status == 404
    assert ask(app, "/~preview/reload.js").status == 200


def test_before_the_first_good_build_the_browser_is_asked_to_wait(tmp_path: Path) -> None:
    got = ask(preview_app(tmp_path / "public", Changes()), "/")

    assert (got.status, got.headers["refresh"]) == (503, "2")


def test_pages_are_whole_while_the_site_is_swapped(tmp_path: Path) -> None:
    public = tmp_path / "public"
    app = preview_app(public, Changes())

    def build(count: int) -> None:
        def build_into(folder: Path) -> list[Problem]:
            (folder / "index.html").write_text(f"<body>{count} {'word ' * 5000 * count}</body>")
            (folder / "a.mp3").write_bytes(SOUND)
            return []

        assert publish(public, build_into) == []

    build(0)
    builder = threading.Thread(target=lambda: list(map(build, range(1, 100))))
    builder.start()
    while builder.is_alive():
        page = ask(app, "/")
        assert page.status == 200
        count = int(page.body.removeprefix(b"<body>").partition(b" ")[0])
        assert page.body.count(b"word ") == 5000 * count
        assert page.body.endswith(b"</script></body>")
        assert ask(app, "/a.mp3", range="bytes=-2").body == SOUND[-2:]
    builder.join()


PREVIEW = """
    import signal
    import time
    from pathlib import Path
    from recovery_radio.cli.preview import serve

    # Whoever runs the tests behind a shell has Ctrl-C ignored, and so has every child.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    public, source, settings = Path("public"), Path("source"), Path("settings.yml")
    count = 0

    def rebuild():
        global count
        count += 1
        print("building", flush=True)
        time.sleep(0.3)
        while Path("hold").exists():
            time.sleep(0.02)
        if (source / "bad.md").exists():
            print("bad.md:1: It is wrong.", flush=True)
            return False
        public.mkdir(exist_ok=True)
        (public / "index.html").write_text(f"<body>{count}</body>")
        return True

    serve(public, [source, settings], rebuild, "/radio/", port=0)
"""


class Preview(NamedTuple):
    """A preview in a process of its own."""

    process: subprocess.Popen[str]
    port: int

    def hear(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    @contextmanager
    def open(self, path: str) -> Iterator[http.client.HTTPResponse]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with closing(connection):
            connection.request("GET", path)
            with connection.getresponse() as response:
                yield response

    def get(self, path: str) -> bytes:
        with self.open(path) as response:
            return response.read()


@contextmanager
def previewed(root: Path) -> Iterator[Preview]:
    (root / "source").mkdir()
    (root / "settings.yml").touch()
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PREVIEW)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(PLUGINS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "building\n"
        port = int(process.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
        try:
            yield Preview(process, port)
        finally:
            process.kill()


def next_build(stream: http.client.HTTPResponse) -> str:
    while not (line := stream.readline().decode()).startswith("data: "):
        assert line, "the stream of changes has ended"
    return line


def test_an_edit_builds_again_and_reloads_open_pages(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        assert b"<body>1<script" in preview.get("/radio/")
        with preview.open("/~preview/changes") as stream:
            shown = next_build(stream)

            (tmp_path / "source/new").mkdir()
            (tmp_path / "source/new/page.md").write_text("Hello.")

            assert preview.hear() == "building"
            assert next_build(stream) != shown
        assert b"<body>2<script" in preview.get("/radio/")


def test_a_build_that_fails_keeps_the_last_site_and_the_next_one_mends_it(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        (tmp_path / "source/bad.md").touch()
        said = [preview.hear() for _ in range(3)]
        assert said[:2] == ["building", "bad.md:1: It is wrong."]
        assert said[2].endswith("keeps the last good site.")
        assert b"<body>1<script" in preview.get("/radio/")

        (tmp_path / "source/bad.md").unlink()
        assert [preview.hear(), preview.hear()[:5]] == ["building", "Open "]
        assert b"<body>3<script" in preview.get("/radio/")


def test_edits_during_a_build_make_one_more_build(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        (tmp_path / "hold").touch()
        (tmp_path / "source/a.md").touch()
        assert preview.hear() == "building"
        for name in "bcdef":
            (tmp_path / f"source/{name}.md").touch()
            (tmp_path / "settings.yml").write_text(name)
        (tmp_path / "hold").unlink()

        assert [preview.hear()[:8] for _ in range(3)] == ["Open htt", "building", "Open htt"]
        preview.process.send_signal(signal.SIGINT)
        assert preview.hear() == ""


def test_a_single_file_is_still_watched_after_an_editor_replaced_it(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        for words in ("first", "second"):
            (tmp_path / "settings.new").write_text(words)
            (tmp_path / "settings.new").replace(tmp_path / "settings.yml")
            assert [preview.hear()[:8], preview.hear()[:8]] == ["building", "Open htt"]


def test_ctrl_c_ends_the_preview_even_with_pages_open(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview, preview.open("/~preview/changes") as stream:
        next_build(stream)

        preview.process.send_signal(signal.SIGINT)

        assert preview.process.wait(timeout=10) == 0
        assert preview.hear() == ""
