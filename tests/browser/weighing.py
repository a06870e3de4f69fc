"""What a page costs to open: every file that a browser asks for, and its bytes on the way."""

import gzip
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

_PICTURES = (".avif", ".jpg", ".png", ".webp")


class Weight(NamedTuple):
    """What came, by the file's path on its host."""

    files: dict[str, int]
    """Bytes of each: pictures and recordings as they are, everything else as gzip makes it."""

    @property
    def words(self) -> dict[str, int]:
        """Without pictures, which are asked for when a reader comes near them."""
        return {path: size for path, size in self.files.items() if not path.endswith(_PICTURES)}


def weigh(chromium: Browser, url: str, **options: object) -> Weight:
    """Open a page as somebody who comes for the first time, and does nothing there.

    Args:
        chromium: The browser.
        url: Address of the page.
        options: Of Playwright's `Browser.new_context`; a phone's window if left out.
    """
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    context = chromium.new_context(**{**phone, **options})  # type: ignore[arg-type]
    weight = weigh_in(context.new_page(), url)
    context.close()
    return weight


def weigh_in(page: Page, url: str) -> Weight:
    """Go to a page in a window that has been nowhere yet, and wait until it asks for no more."""
    got: list[Response] = []
    page.on("response", lambda one: got.append(one))  # noqa: PLW0108  Playwright takes no builtin.
    page.goto(url, wait_until="networkidle")
    # What stands in the page itself, as `data:`, is no request.
    asked = [one for one in got if one.url.startswith("http")]
    return Weight({urlsplit(one.url).path.removeprefix("/"): _bytes(one) for one in asked})


def _bytes(response: Response) -> int:
    body = response.body()
    return len(body) if response.url.endswith(_PICTURES) else len(gzip.compress(body, 6))
