"""The list to work through when facts are to be confirmed: whom to ring, and what to ask.

It is plain text of 78 columns, since it is printed and lies beside a phone. One call serves all
services of an organisation, so they stand together; what has waited longest comes first.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from textwrap import fill
from typing import NamedTuple

from recovery_radio.model.entry import Source
from recovery_radio.model.freshness import Freshness
from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Page
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Service
from recovery_radio.render.questions import Question, questions_of
from recovery_radio.render.words import day

_WIDTH = 78
_STATES = {
    Freshness.FRESH: "due on {due}",
    Freshness.DUE: "due since {due}",
    Freshness.OVERDUE: "overdue: sorted last since {overdue}",
    Freshness.EXPIRED: "shown as not confirmed, without hours, since {expires}",
}


class Task(NamedTuple):
    """Something to confirm."""

    due: date
    organisation: str
    """Short name of who is to be rung; empty for what is read up."""
    lines: tuple[str, ...]


def due_tasks(hub: Hub, today: date, until: date) -> list[Task]:
    """Give what is due by a day, in the order in which to work through it.

    Args:
        hub: The station.
        today: Day from which the states are counted.
        until: Last day to look ahead to.
    """
    shown = (service for service in hub.services if service.status != "closed")
    services = [(_due(service), service) for service in shown]
    tasks = [_service(service, due, hub, today) for due, service in services if due <= until]
    first: dict[str, date] = {}
    for task in tasks:
        first[task.organisation] = min(task.due, first.get(task.organisation, task.due))
    tasks.sort(key=lambda task: (first[task.organisation], task.organisation, task.due))
    lines = [_helpline(line, today) for line in hub.helplines.values() if line.due <= until]
    pages = [_page(p, p.due, today) for p in hub.pages if p.due]
    return [*tasks, *sorted(lines), *sorted(page for page in pages if page.due <= until)]


def write_tasks(tasks: Iterable[Task], hub: Hub) -> Iterator[str]:
    """Write the list, line by line, with a heading for each call."""
    for organisation, group in groupby(tasks, attrgetter("organisation")):
        yield _heading(organisation, hub)
        for task in group:
            yield ""
            yield from task.lines
        yield ""


def _due(service: Service) -> date:
    """Tell from when on somebody should ring; what nobody could confirm waits since then."""
    return service.checked.on if service.status == "unconfirmed" else service.trust.due


def _heading(key: str, hub: Hub) -> str:
    if not key:
        return "READ UP\n======="
    organisation = hub.organisations[key]
    call = f"RING {organisation.phone}: " if organisation.phone else ""
    text = f"{call}{organisation.name}"
    return f"{text}\n{'=' * min(len(text), _WIDTH)}"


def _service(service: Service, due: date, hub: Hub, today: date) -> Task:
    words = {key: day(when) for key, when in service.trust._asdict().items()}
    state = _STATES[service.freshness(today)].format(**words)
    if service.status == "unconfirmed":
        state = "unconfirmed: nobody knows whether it still runs"
    checked = service.checked
    lines = [
        service.name.upper(),
        f"{service.origin.path}; {state}.",
        f"Checked on {day(checked.on)} ({checked.by}), by: {checked.who}.",
        f"Ask for whoever runs it. Its own contact: {_contact(service, hub)}.",
    ]
    asked = questions_of(service, hub, today)
    return Task(due, service.organisation, (*map(_fold, lines), *_boxes(asked)))


def _contact(service: Service, hub: Hub) -> str:
    contact = service.contact
    ways = [contact.phone, contact.text, contact.email, contact.web]
    if contact.helpline:
        line = hub.helplines[contact.helpline]
        ways += [line.number, line.text_to, line.web]
    return next(filter(None, ways), "none")


def _boxes(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        said = f" We say: {question.said}" if question.said else " ________________"
        yield _fold(f"  [ ] {question.ask}{said}")


def _helpline(line: Helpline, today: date) -> Task:
    facts = filter(None, (line.number, line.press, line.text, line.web, line.hours, line.cost))
    lines = [
        line.name.upper(),
        f"{line.origin.path}:{line.origin.start}; {_when(line.due, today)}.",
        f"Ring it once, and read its page. We say: {'; '.join(facts)}.",
        *map(_source, line.sources),
    ]
    return Task(line.due, "", tuple(map(_fold, lines)))


def _page(page: Page, due: date, today: date) -> Task:
    lines = [
        page.title.upper(),
        f"{page.origin.path}; {_when(due, today)}.",
        "Hold it against its sources.",
        *map(_source, page.sources),
        *(
            f"  [ ] Claim `{name}`, {_when(claim.review_due, today)}."
            for name, claim in page.claims.items()
            if claim.review_due
        ),
    ]
    return Task(due, "", tuple(map(_fold, lines)))


def _when(due: date, today: date) -> str:
    return f"due since {day(due)}" if due <= today else f"due on {day(due)}"


def _source(source: Source) -> str:
    return f"  [ ] {source.title}, {source.publisher}: {source.url}"


def _fold(line: str) -> str:
    indent = "      " if line[0] == " " else ""
    # An address that is broken in two cannot be copied.
    return fill(
        line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
