"""A visit to a site: one person's browser window, which keeps a record of what happened in it."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, WebSocketRoute

_REMOTE_SCHEMES = {"http", "https", "ws", "wss", "ftp"}
PATIENCE = 15_000
"""How long a busy machine may take for what a test waits for, in milliseconds."""


@dataclass
class Visit:
    """An open window. Nothing that it loads comes from another host."""

    page: Page
    """The window's first page, blank at the start."""
    foreign: list[str] = field(default_factory=list)
    """Addresses on other hosts that were asked for. Each request was stopped before it left."""
    faults: list[str] = field(default_factory=list)
    """Uncaught exceptions, and what the console shows as an error: a 404, a breach of the CSP."""


def open_visit(chromium: Browser, **options: Any) -> Visit:
    """Open a window of its own, with no history and nothing stored.

    Args:
        chromium: The browser.
        options: Of Playwright's `Browser.new_context`, such as `java_script_enabled=False` or
            `viewport={"width": 360, "height": 740}, has_touch=True`.
    """
    # A service worker's requests would pass the route below by.
    context = chromium.new_context(service_workers="block", **options)
    context.set_default_timeout(PATIENCE)
    visit = Visit(context.new_page())

    def stop(route: Route) -> None:
        visit.foreign.append(route.request.url)
        route.abort("blockedbyclient")

    def close(socket: WebSocketRoute) -> None:
        visit.foreign.append(socket.url)
        socket.close()

    context.route(is_foreign, stop)
    context.route_web_socket(is_foreign, close)
    context.on("weberror", lambda error: visit.faults.append(str(error.error)))
    context.on(
        "console",
        lambda message: visit.faults.append(message.text) if message.type == "error" else None,
    )
    return visit


def is_foreign(url: str) -> bool:
    """Tell whether an address lies on a host other than this machine."""
    parts = urlsplit(url)
    return parts.scheme in _REMOTE_SCHEMES and parts.hostname != "127.0.0.1"
