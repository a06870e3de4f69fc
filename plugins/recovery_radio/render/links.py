"""What a link in a text may lead to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from recovery_radio.model.episode import Episode
from recovery_radio.model.hub import Hub
from recovery_radio.model.picture import Sizes
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Service
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.catalogue import episode_lists, service_lists
from recovery_radio.render.reports import URL as REPORT
from recovery_radio.render.words import in_order, sms, tel

OPEN_DATA = "api/index.json"
"""Where other software begins to read the directory."""


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
    made: Mapping[str, Target] = MappingProxyType({}),
    words: Words = ENGLISH,
) -> dict[str, Target]:
    """List everything that a text may link to.

    Args:
        hub: The station.
        shown: Its public episodes.
        files: Pictures of the pages' folder, relative to it.
        sizes: Sizes of those that are offered in several.
        made: Pages that nobody wrote, by their path.
        words: What the interface says.
    """
    targets = {f"page:{path}": target for path, target in made.items()}
    targets |= {f"page:{page.path}": Target(page.url, page.title) for page in hub.pages}
    targets |= {f"episode:{e.slug}": Target(e.url, e.title) for e in shown}
    targets |= {
        f"service:{s.id}": Target(s.url, s.name) for s in hub.services if s.status != "closed"
    }
    targets |= {f"helpline:{key}": _line(line, words) for key, line in hub.helplines.items()}
    targets |= {f"file:{path}": Target(quote(path), "", sizes.get(path)) for path in files}
    return targets


def made_pages(
    hub: Hub, episodes: Sequence[Episode], services: Sequence[Service], words: Words = ENGLISH
) -> dict[str, Target]:
    """Give lists and other pages that the build makes, by what authors write."""
    lists = (*episode_lists(hub, episodes, words), *service_lists(hub, services, words))
    # A list that has lost its last service sends readers on; it holds up no build.
    pages = {
        f"services/{kind}/{key}/index.md": Target("find-help/", term.label)
        for kind, terms in (("needs", hub.vocabulary.needs), ("for", hub.vocabulary.who))
        for key, term in terms.items()
    }
    pages |= {f"{each.url}index.md": Target(each.url, each.title) for each in lists}
    pages[f"{REPORT}index.md"] = Target(REPORT, words.say("Something is wrong, or missing"))
    week = Target("services/this-week/", words.say("What is on this week"))
    pages["services/this-week/index.md"] = week
    pages[OPEN_DATA] = Target(OPEN_DATA, words.say("Open data"))
    return pages


def _line(line: Helpline, words: Words) -> Target:
    if line.number:
        return Target(tel(line.number), f"{line.name}, {in_order(line.number, words)}")
    if line.text_to:
        phone = in_order(line.text_to, words)
        told = words.say("%(name)s, text %(phone)s", name=line.name, phone=phone)
        return Target(sms(line.text_to), told)
    return Target(line.web or "help-now/", line.name)
