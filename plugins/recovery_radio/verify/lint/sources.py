"""The page on which each tag is described."""

import re
from functools import cache

_APPLE = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390"
_PODCAST = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/"
_PAGES = {
    "": "https://www.rssboard.org/rss-specification",
    "itunes": _APPLE,
    "atom": "https://www.rssboard.org/rss-profile#namespace-elements-atom-link",
    "content": "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded",
    "psc": "https://podlove.org/simple-chapters/",
    "fh": "https://www.rfc-editor.org/rfc/rfc5005",
}
GENERAL = frozenset(
    {"feed-empty", "feed-choice", "feed-number", "feed-form", "feed-too-long", "feed-email"}
)
"""Rules that hold for many tags, so that the page of the tag says more."""


@cache
def source_of(name: str) -> str:
    """Give the address of the page that describes a tag, such as `podcast:remoteItem`."""
    prefix, _, local = name.rpartition(":")
    if prefix == "podcast":
        return f"{_PODCAST}{re.sub('(?=[A-Z])', '-', local).lower()}.md"
    return _PAGES[prefix]
