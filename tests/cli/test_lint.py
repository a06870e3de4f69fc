"""`radio lint-feed`, typed as a person would, with files and with a server on this machine."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recovery_radio.cli.download import Unreachable, fetch
from recovery_radio.cli.main import main
from recovery_radio.verify.lint.finding import RULES, table_of_rules
from verify.lint.good_feed import GOOD


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["lint-feed", *words])


class Silent(BaseHTTPRequestHandler):
    """A server that writes no log."""

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Run a server on this machine for as long as it is needed, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serving(answers: dict[str, tuple[int, str, bytes]]) -> Iterator[str]:
    """Serve answers (status, Location, body) by path, and give the address of the server."""

    class Handler(Silent):
        def do_GET(self) -> None:
            status, location, body = answers[self.path]
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as url:
        yield url


def test_a_good_feed_is_in_order(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(GOOD, "utf-8")

    result = run(str(file))

    assert (result.exit_code, result.output) == (0, "The feed is in order.\n")


def test_a_finding_names_the_place_the_repair_the_code_and_the_source(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(GOOD.replace("<itunes:type>serial", "<itunes:type>seriel"), "utf-8")

    result = run(str(file))

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Errors: an app or a directory gets these wrong.",
        f"{file}:24: <itunes:type> is `seriel`, which is not understood."
        " Write one of: `episodic`, `serial`. [feed-choice]"
        " (https://help.apple.com/itc/podcasts_connect/#/itcb54353390)",
        "1 error, 0 warnings, 0 pieces of advice.",
    ]


def test_warnings_and_advice_are_told_and_are_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    later = GOOD.replace("Wed, 12 Mar 2025", "Fri, 12 Mar 2027").replace(
        "<title>Two", "<title> Two"
    )
    file.write_text(later, "utf-8")

    result = run(str(file))

    assert result.exit_code == 0
    assert "Warnings:" in result.output
    assert "Advice:" in result.output
    assert result.output.endswith("0 errors, 1 warning, 1 piece of advice.\n")


def test_many_findings_of_one_kind_are_counted_unless_all_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(GOOD.replace("<podcast:txt", "<podcast:tx/>" * 9 + "<podcast:txt", 1), "utf-8")

    assert "… and 4 more [feed-unknown-tag]; `--all` shows them.\n" in run(str(file)).output
    assert run(str(file), "--all").output.count("[feed-unknown-tag] (") == 9


def test_what_a_feed_says_cannot_colour_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(GOOD.replace("<itunes:type>serial", "<itunes:type>\u009b31m\u202e"), "utf-8")

    output = run(str(file)).output

    assert "\\u009b31m\\u202e" in output
    assert "\u009b" not in output


def test_a_file_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.xml"))

    assert result.exit_code == 1
    assert result.output.endswith("none.xml cannot be read: No such file or directory.\n")


def test_a_file_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    with file.open("wb") as opened:
        opened.truncate(20_000_001)

    assert "it has more than 20,000,000 bytes." in run(str(file)).output


def test_the_rules_are_printed_as_the_manual_has_them() -> None:
    result = run("--rules")

    assert (result.exit_code, result.output) == (0, table_of_rules())
    assert result.output.count("\n") == len(RULES) + 2


def test_a_feed_is_fetched_and_its_own_address_compared() -> None:
    answers = {"/old": (302, "/feed.xml", b""), "/feed.xml": (200, "", GOOD.encode())}
    with serving(answers) as url:
        result = run(f"{url}/old")

    assert result.exit_code == 0
    assert f"{url}/old:18: The feed lies at `{url}/feed.xml`" in result.output
    assert "[feed-self-differs]" in result.output


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "is not allowed"),
        ("ftp://a.example/feed", "does not start with `https://`"),
        ("http://a.example/feed.xml", "does not start with `https://`"),
        ("/old", "infinite loop"),
    ],
)
def test_a_redirect_leads_only_to_where_feeds_may_lie(location: str, why: str) -> None:
    with serving({"/old": (302, location, b"")}) as url:
        result = run(f"{url}/old")

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {url}/old cannot be read: ")
    assert why in result.output


def test_five_redirects_are_followed_and_not_a_sixth() -> None:
    answers = {f"/{n}": (302, f"/{n + 1}", b"") for n in range(6)} | {"/6": (200, "", b"<rss/>")}
    with serving(answers) as url:
        assert fetch(f"{url}/1").raw == b"<rss/>"
        with pytest.raises(Unreachable):
            fetch(f"{url}/0")


@pytest.mark.parametrize(
    "url", ["http://a.example/feed.xml", "file:///etc/passwd", "gopher://a.example/", "https://[a/"]
)
def test_only_https_is_fetched(url: str) -> None:
    result = run(url)

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {url} cannot be read: ")


def test_a_server_that_says_no_is_told_plainly() -> None:
    with serving({"/feed.xml": (404, "", b"")}) as url:
        assert (
            run(f"{url}/feed.xml").output == f"Error: {url}/feed.xml cannot be read: Not Found.\n"
        )
    gone = run(f"{url}/feed.xml")

    assert "cannot be read: [Errno" in gone.output


def test_a_feed_that_is_too_large_or_too_slow_is_given_up() -> None:
    with serving({"/feed.xml": (200, "", b" " * 100_000)}) as url:
        with pytest.raises(Unreachable, match="more than 99,999 bytes"):
            fetch(f"{url}/feed.xml", most_bytes=99_999)
        assert len(fetch(f"{url}/feed.xml", most_bytes=100_000).raw) == 100_000


def test_a_server_that_never_ends_is_given_up() -> None:
    started = time.monotonic()
    with dripping() as url, pytest.raises(Unreachable, match=r"more than 0\.3 seconds"):
        fetch(url, most_seconds=0.3)

    assert time.monotonic() - started < 10


@contextmanager
def dripping() -> Iterator[str]:
    """Serve a byte every 50 ms, for three seconds at most."""

    class Handler(Silent):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(60):
                    self.wfile.write(b" ")
                    time.sleep(0.05)
            except OSError:
                self.close_connection = True

    with listening(Handler) as url:
        yield f"{url}/"
