"""A server of files on this machine that can break off, change its mind and know no parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Files(ThreadingHTTPServer):
    """Serves `files`, and notes every request with its `Range`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.files: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self.breaks: dict[str, list[int]] = {}
        """After how many bytes to break off, one request after the other."""
        self.knows_ranges = True
        self.asked: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: Files

    def do_GET(self) -> None:
        server, path = self.server, self.path.partition("?")[0]
        wanted = self.headers.get("Range", "")
        server.asked.append((path, wanted))
        if path in server.redirects:
            self.send_response(302)
            self.send_header("Location", server.redirects[path])
            self.end_headers()
            return
        if path not in server.files:
            self.send_error(404)
            return
        data, tag = server.files[path], server.tags.get(path, "")
        start = int(wanted.removeprefix("bytes=").removesuffix("-") or 0) if wanted else 0
        same = self.headers.get("If-Range", tag) == tag
        if start and start >= len(data) and server.knows_ranges and same:
            self.send_error(416)
            return
        partial = bool(start and server.knows_ranges and same)
        body = data[start:] if partial else data
        self.send_response(206 if partial else 200)
        if partial:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", server.types.get(path, "audio/mpeg"))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        stop = server.breaks[path].pop(0) if server.breaks.get(path) else len(body)
        self.wfile.write(body[:stop])
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Files]:
    """Run a server while a test needs it."""
    server = Files()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
