"""The pages of the training pack: its modules, their desk aids, and what leads to them."""

from collections.abc import Iterator, Mapping
from typing import Any

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.host.texts import name_of
from recovery_radio.model.module import DESK_AID, Module
from recovery_radio.model.page import Html, Page, Prose
from recovery_radio.render.modules import ModuleView, is_crowded, module_view, modules_of

TRAINING = "gp-training/index.md"
"""The page that leads to the modules."""
LOG = "gp-training/log.md"
"""The page on which somebody writes down what they learned."""
Proses = Mapping[str, Prose]
"""Texts by `name_of` their file and key."""


def module_views(opened: OpenStation, proses: Proses) -> list[ModuleView]:
    """Give all modules, in the order of the pack."""
    return [_view(opened, *each, proses) for each in modules_of(opened.hub.pages)]


def _view(opened: OpenStation, page: Page, module: Module, proses: Proses) -> ModuleView:
    path = page.origin.path

    def html_of(key: str) -> Html:
        return proses[name_of(path, key)].html

    episodes = {episode.slug: episode for episode in opened.episodes}
    return module_view(page, module, proses[path], html_of, episodes)


def module_context(opened: OpenStation, page: Page, proses: Proses) -> dict[str, Any]:
    """Give what the page of a module shows beside its text; nothing for another page."""
    if not page.module:
        return {}
    pages = [each for each, _ in modules_of(opened.hub.pages)]
    place = pages.index(page)
    return {
        "view": _view(opened, page, page.module, proses),
        "count": len(pages),
        "following": pages[place + 1] if place + 1 < len(pages) else None,
    }


def desk_aids(opened: OpenStation, proses: Proses) -> Iterator[PageSource]:
    """Give the page of every desk aid."""
    for view in module_views(opened, proses):
        yield PageSource(
            uri=f"{view.aid_url}index.md",
            url=view.aid_url,
            title=view.module.desk_aid.title,
            summary=view.page.summary,
            kind="training",
            template="radio/desk-aid.html",
            context={
                "view": view,
                "page": view.page,
                "stale": view.page.is_stale(opened.now.date()),
                "address": opened.station.url + view.page.url,
            },
            # Whoever searches wants the page that it belongs to.
            listed=False,
            assets=("desk-aid.css",),
        )


def pack_list(opened: OpenStation) -> dict[str, Any]:
    """Give what leads to the modules, and what somebody ticks who has done them."""
    modules = modules_of(opened.hub.pages)
    return {
        "modules": modules,
        "desk_aid": DESK_AID,
        "minutes": sum(module.minutes for _, module in modules),
        "is_crowded": is_crowded(module for _, module in modules),
    }
