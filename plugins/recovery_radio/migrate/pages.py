"""A feed with the pages behind it: large ones show their newest items and link to the rest.

Source: RFC 5005, sections 3 and 4
"""

from urllib.parse import urljoin

from recovery_radio.migrate.feed import BadFeed, parse_feed
from recovery_radio.migrate.fetch import Unreachable, fetch
from recovery_radio.migrate.show import Show

_MOST_BYTES = 50_000_000
_MOST_PAGES = 1000


def fetch_show(url: str) -> tuple[Show, str]:
    """Fetch a feed and everything behind it.

    Args:
        url: Its address.

    Returns:
        The feed with the items of all its pages, and why that is not all of them; empty if it is.

    Raises:
        Unreachable: The feed itself cannot be had.
        BadFeed: It is none.
    """
    show = parse_feed(fetch(url, _MOST_BYTES))
    items, seen = list(show.items), {url}
    guids = {item.guid for item in items}
    page, address = show, url
    while page.next_page:
        address = urljoin(address, page.next_page)
        if address in seen:
            break
        try:
            if len(seen) >= _MOST_PAGES:
                raise Unreachable(f"there are more than {_MOST_PAGES:,} pages")
            page = parse_feed(fetch(address, _MOST_BYTES))
        except (Unreachable, BadFeed) as error:
            return show._replace(items=tuple(items)), f"{address}: {error}"
        seen.add(address)
        # A page may repeat what the feed has: it was full before the newest ones came.
        items += (item for item in page.items if not item.guid or item.guid not in guids)
        guids |= {item.guid for item in page.items}
    return show._replace(items=tuple(items)), ""
