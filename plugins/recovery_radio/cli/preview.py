"""The preview: the built site on this machine, in which recordings seek and pages reload.

`mkdocs serve` answers a byte range with the whole file, so its players cannot jump; starlette
answers ranges. Nothing is added to the files on disk: pages get their one script on the way out.

Builds run in the main thread and the server in another, since a build may start processes and
must hear Ctrl-C. Every request looks its file up again, so a folder that is swapped by renames
between two requests needs no care here.

Only this machine is served, and only under its own names: without that check a page elsewhere
could have its host name resolve to 127.0.0.1 and read drafts (DNS rebinding).

Sources: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests,
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import os
import secrets
import socket
import stat
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from watchfiles import watch

from recovery_radio.model.episode import AUDIO_TYPES

CONTENT_TYPES = AUDIO_TYPES | {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gz": "application/gzip",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pagefind": "application/octet-stream",
    ".svg": "image/svg+xml",
    ".vcf": "text/vcard; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
"""Stated here, since Python's own table differs from one machine to the next."""
_OWN_NAMES = ("127.0.0.1", "localhost", "::1")
_PATIENCE_SECONDS = 0.3
"""How often open pages and single files are looked after."""


class Changes:
    """Tells open pages which build is served. Written by one thread and read by another."""

    def __init__(self) -> None:
        # A word of its own for every run: a page left open yesterday must not hold today's first
        # build for the one that it shows.
        self._run = secrets.token_hex(4)
        self._count = 0
        self.closed = False

    @property
    def build(self) -> str:
        """Name of the build that is served, different after each `announce`."""
        return f"{self._run}-{self._count}"

    def announce(self) -> None:
        """Say that a new build has taken its place."""
        self._count += 1

    def close(self) -> None:
        """Let go of all pages that listen, so that the server can end."""
        self.closed = True


class _Site(StaticFiles):
    """The files of the public folder, with the reload script in each page."""

    def __init__(self, public: Path, changes: Changes) -> None:
        super().__init__(directory=public, html=True, check_dir=False)
        self._public = public
        self._changes = changes

    async def check_config(self) -> None:
        """Ask nothing: before the first good build there is no folder."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Find a file; the addresses of the open data have no ending, as their standard asks."""
        forms = (f"{path}/index.json", f"{path}.json") if Path(path).parts[:1] == ("api",) else ()
        for form in forms:
            found, facts = super().lookup_path(form)
            if facts and stat.S_ISREG(facts.st_mode):
                return found, facts
        return super().lookup_path(path)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file, the page of a folder, or 404.html."""
        # Read before the page is: if a build comes between, the page reloads once too often.
        build = self._changes.build
        try:
            response = await super().get_response(path, scope)
            if isinstance(response, FileResponse):
                response = await run_in_threadpool(_dress, response, build)
        except (HTTPException, FileNotFoundError) as missing:
            if isinstance(missing, HTTPException) and missing.status_code != 404:
                raise
            response = self._explain_absence()
        response.headers["cache-control"] = "no-cache"
        response.headers["x-content-type-options"] = "nosniff"
        return response

    def _explain_absence(self) -> Response:
        if self._public.is_dir():
            return PlainTextResponse("Not found, and the site has no 404.html.", 404)
        words = "There is no site yet. The terminal says what is missing.\n"
        return PlainTextResponse(words, 503, {"refresh": "2"})


def _dress(response: FileResponse, build: str) -> Response:
    suffix = Path(response.path).suffix.lower()
    if suffix != ".html":
        if known := CONTENT_TYPES.get(suffix):
            response.headers["content-type"] = known
        return response
    script = f'<script src="/~preview/reload.js" data-build="{build}"></script>'.encode()
    before, end, after = Path(response.path).read_bytes().rpartition(b"</body>")
    page = before + script + end + after if end else after + script
    return Response(page, response.status_code, media_type="text/html")


async def _events(changes: Changes) -> AsyncIterator[str]:
    sent = ""
    while not changes.closed:
        # An empty comment finds out whether the page is still there.
        yield ":\n\n" if sent == changes.build else f"data: {changes.build}\n\n"
        sent = changes.build
        await asyncio.sleep(_PATIENCE_SECONDS)


def preview_app(public: Path, changes: Changes, base_path: str = "/") -> Starlette:
    """Make the application that answers a browser.

    Args:
        public: The built site. It may be absent, and may be swapped at any time.
        changes: Where builds are announced.
        base_path: Path of the site's public address, such as `/radio/`.
    """

    def script(request: Request) -> Response:
        file = Path(__file__).with_name("reload.js")
        return FileResponse(file, headers={"content-type": CONTENT_TYPES[".js"]})

    def events(request: Request) -> Response:
        headers = {"cache-control": "no-store"}
        return StreamingResponse(_events(changes), 200, headers, "text/event-stream")

    base = base_path.strip("/")
    routes: list[BaseRoute] = [
        Route("/~preview/reload.js", script),
        Route("/~preview/changes", events),
        Mount(f"/{base}" if base else "", app=_Site(public, changes)),
    ]
    if base:
        routes.append(Route("/", lambda request: RedirectResponse(f"/{base}/")))
    names = [_in_address(name) for name in _OWN_NAMES]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False)
    return Starlette(routes=routes, middleware=[guard])


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listen(host: str, port: int) -> socket.socket:
    if host not in _OWN_NAMES:
        names = ", ".join(_OWN_NAMES)
        raise ValueError(f"The preview shows drafts, so `{host}` is refused. Choose of: {names}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        what = f"Port {port} is not free: another preview may be running. Choose another port."
        raise OSError(what) from error


@contextmanager
def _serving(app: Starlette, listener: socket.socket, changes: Changes) -> Iterator[None]:
    settings = uvicorn.Config(app, lifespan="off", ws="none", log_level="warning")
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield
    finally:
        changes.close()
        server.should_exit = True
        thread.join(timeout=5)


def _edits(watched: Sequence[Path]) -> Iterator[None]:
    """Yield once at the start, and then whenever something changed since the last time.

    Changes that come while the caller is busy are gathered into one. Single files are asked for
    their date instead: an editor that saves by renaming leaves a watch on the old file behind.
    """
    folders = [path for path in watched if path.is_dir()]
    files = [path for path in watched if path not in folders]

    def stamps() -> list[tuple[int, int] | None]:
        facts = [path.stat() if path.exists() else None for path in files]
        return [fact and (fact.st_mtime_ns, fact.st_ino) for fact in facts]

    seen: list[tuple[int, int] | None] | None = None
    wait = round(_PATIENCE_SECONDS * 1000)
    for found in watch(*folders, rust_timeout=wait, yield_on_timeout=True):
        if found or seen != stamps():
            seen = stamps()
            yield


def serve(
    public: Path,
    watched: Sequence[Path],
    rebuild: Callable[[], bool],
    base_path: str = "/",
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Build, serve the site and build again after every change, until Ctrl-C.

    Args:
        public: The built site.
        watched: Folders (with all that is in them) and single files whose changes start a build.
            A folder must exist when the preview starts, to be watched with all that is in it.
        rebuild: Builds into `public` and tells whether it did. It prints its own problems.
        base_path: Path of the site's public address, such as `/radio/`.
        host: `127.0.0.1`, `localhost` or `::1`.
        port: Where to listen; 0 for any free port.

    Raises:
        ValueError: The host is none of these.
        OSError: The port is taken.
    """
    changes = Changes()
    listener = _listen(host, port)
    place = f"{_in_address(host)}:{listener.getsockname()[1]}/{base_path.strip('/')}"
    address = f"http://{place.rstrip('/')}/"
    app = preview_app(public, changes, base_path)
    with _serving(app, listener, changes), suppress(KeyboardInterrupt):
        for _ in _edits(watched):
            if rebuild():
                changes.announce()
                print(f"Open {address} (Ctrl-C ends the preview)", flush=True)
            else:
                print(f"{address} keeps the last good site.", file=sys.stderr, flush=True)
