"""Serves a built folder on this machine, as a web host would: under a path, with byte ranges."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles


@contextmanager
def serving(folder: Path, at: str = "/") -> Iterator[str]:
    """Serve a folder until the block ends, and give its address, which ends in a slash.

    Args:
        folder: A built site. Links that lead out of it are not followed; a `404.html` in it is
            shown for what is missing.
        at: Path of the site on its host, as in the station's `site_url`, with a slash at both ends.
    """
    app = Starlette(routes=[Mount(at.rstrip("/"), StaticFiles(directory=folder, html=True))])
    config = uvicorn.Config(
        app, lifespan="off", ws="none", log_config=None, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    # Bound and listening before the thread starts: a request that comes early only waits.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}{at}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)
