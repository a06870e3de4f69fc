"""What a link in a text may lead to."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.picture import Sizes
from recovery_radio.model.register import Helpline
from recovery_radio.render.words import sms, tel


class Target(NamedTuple):
    """Where a link leads, and what to call it where the author left its text empty."""

    url: str
    """Relative to the site's root, or with a scheme."""
    text: str
    sizes: Sizes | None = None
    """Of a picture."""


Targets = Mapping[str, Target]
"""By what authors write: `page:help-now.md`, `episode:…`, `service:…`, `helpline:…`, `file:…`."""


def link_targets(
    hub: Hub,
    shown: Iterable[Episode],
    files: Collection[str],
    sizes: Mapping[str, Sizes] = MappingProxyType({}),
) -> dict[str, Target]:
    """List everything that a text may link to.

    Args:
        hub: The station.
        shown: Its public episodes.
        files: Pictures of the pages' folder, relative to it.
        sizes: Sizes of those that are offered in several.
    """
    targets = {f"page:{page.path}": Target(page.url, page.title) for page in hub.pages}
    targets |= {f"episode:{e.slug}": Target(e.url, e.title) for e in shown}
    targets |= {
        f"service:{s.id}": Target(s.url, s.name) for s in hub.services if s.status != "closed"
    }
    targets |= {f"helpline:{key}": _line(line) for key, line in hub.helplines.items()}
    targets |= {f"file:{path}": Target(quote(path), "", sizes.get(path)) for path in files}
    return targets


def _line(line: Helpline) -> Target:
    if line.number:
        return Target(tel(line.number), f"{line.name}, {line.number}")
    if line.text_to:
        return Target(sms(line.text_to), f"{line.name}, text {line.text_to}")
    return Target(line.web or "help-now/", line.name)
