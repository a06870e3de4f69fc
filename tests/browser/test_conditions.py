"""The conditions of browser tests really hold: each case would pass in vain without them."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from browser.serving import serving
from browser.visits import Visit

PAGE = """<!doctype html>
<title>Test</title>
<img src="http://pictures.example/pixel.png" alt="">
<img src="http://192.0.2.7/pixel.png" alt="">
<script>
  const asked = fetch("https://counter.example/hit").catch(() => {});
  const closed = new Promise((done) => new WebSocket("wss://sockets.example/live").onclose = done);
  Promise.all([asked, closed]).then(() => document.title = "Both are over");
  throw new Error("A mistake of ours");
</script>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talk.mp3").write_bytes(bytes(range(256)))
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "404.html").write_text("<p>Not here", "utf-8")
    return tmp_path


def test_a_request_to_another_host_is_stopped_and_recorded(
    visit: Callable[..., Visit], folder: Path
) -> None:
    with serving(folder) as url:
        guest = visit(url)
        guest.page.wait_for_function("document.title === 'Both are over'")

    assert sorted(guest.foreign) == [
        "http://192.0.2.7/pixel.png",
        "http://pictures.example/pixel.png",
        "https://counter.example/hit",
        "wss://sockets.example/live",
    ]
    assert any("A mistake of ours" in fault for fault in guest.faults)


def test_scripting_can_be_switched_off(visit: Callable[..., Visit], folder: Path) -> None:
    with serving(folder) as url:
        assert visit(url, java_script_enabled=False).page.title() == "Test"


def test_windows_share_nothing(visit: Callable[..., Visit], folder: Path) -> None:
    with serving(folder) as url:
        visit(url).page.evaluate("localStorage.setItem('who', 'me')")

        assert visit(url).page.evaluate("localStorage.getItem('who')") is None


def test_a_folder_is_served_under_a_path_and_in_parts(
    serve_folder: Callable[..., str], folder: Path
) -> None:
    url = serve_folder(folder, at="/radio/")

    part = httpx.get(url + "talk.mp3", headers={"range": "bytes=16-31"})
    assert (part.status_code, part.content) == (206, bytes(range(16, 32)))
    assert "Not here" in httpx.get(url + "no-such-page/").text
    assert httpx.get(url.replace("/radio/", "/")).status_code == 404


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("private", "utf-8")
    public = tmp_path / "public"
    public.mkdir()
    (public / "notes.txt").symlink_to(tmp_path / "secret.txt")

    with serving(public) as url:
        assert httpx.get(url + "notes.txt").status_code == 404
