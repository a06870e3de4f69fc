"""A say in decisions, put in order: what one can still join comes first, what is late before what is done."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recovery_radio.model.survey import SMALLEST, Question
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said
from recovery_radio.model.words import ENGLISH, Words

Bar = tuple[str, int, str]
"""An answer, the length of its bar, and what is printed."""


class Notices(NamedTuple):
    """Notices by where they stand."""

    open: Sequence[tuple[str, Notice]]
    """Those that one can still take part in, the first to close first."""
    waiting: Sequence[tuple[str, Notice]]
    """Those whose result is yet to come, and those whose result is late, the latest first."""
    told: Sequence[tuple[str, Notice]]
    """Those whose result is known, the newest first."""


class Replies(NamedTuple):
    """What people said, by what was answered."""

    unanswered: Sequence[Said]
    """Without an answer for too long, the oldest first."""
    waiting: Sequence[Said]
    """Without an answer yet, the oldest first."""
    answered: Sequence[Said]
    """The newest answer first."""


def sort_notices(notices: Mapping[str, Notice], today: date) -> Notices:
    """Put notices in order, each with the short name that its heading has."""
    by_due = sorted(notices.items(), key=lambda row: (row[1].result_due, row[0]))
    told = sorted(
        ((key, n) for key, n in by_due if n.state(today) == "told"),
        key=lambda row: row[1].result_on or row[1].result_due,
        reverse=True,
    )
    joinable = [(key, n) for key, n in by_due if n.state(today) == "open"]
    waiting = [(key, n) for key, n in by_due if n.state(today) in ("waiting", "late")]
    return Notices(sorted(joinable, key=lambda row: row[1].closes or date.max), waiting, told)


def sort_said(said: Mapping[str, Said], today: date) -> Replies:
    """Put what people said in order."""
    by_day = sorted(said.values(), key=lambda one: (one.on, one.said))
    none = [one for one in by_day if one.reply is None]
    answered = [(one.reply.on, one) for one in by_day if one.reply]
    return Replies(
        [one for one in none if one.is_unanswered(today)],
        [one for one in none if not one.is_unanswered(today)],
        [one for _, one in sorted(answered, key=lambda row: row[0], reverse=True)],
    )


_STATES = ("late", "running", "kept", "dropped")


def sort_commitments(
    commitments: Mapping[str, Commitment], today: date
) -> Sequence[tuple[str, Sequence[Commitment]]]:
    """Group promises by state: what is late first, and in each the first to fall due first."""
    by_due = sorted(commitments.values(), key=lambda one: (one.due, one.promise))
    groups = [(state, [c for c in by_due if c.state(today) == state]) for state in _STATES]
    return [(state, found) for state, found in groups if found]


def sort_groups(groups: Mapping[str, Group]) -> Sequence[Group]:
    """Put groups with empty seats first: there one can come in."""
    return sorted(groups.values(), key=lambda group: (not group.free, group.name))


def coming(day: date | None, today: date) -> date | None:
    """Give a day that has not passed, and nothing for one that has: nobody wrote the next one."""
    return day if day and day >= today else None


def sort_pilots(pilots: Mapping[str, Pilot], today: date) -> Sequence[Pilot]:
    """Put pilots that run first, and then those that ended last."""
    done = ("over", "stopped")
    by_end = sorted(pilots.values(), key=lambda pilot: pilot.ends, reverse=True)
    return sorted(by_end, key=lambda pilot: pilot.state(today) in done)


def bars_of(question: Question, words: Words = ENGLISH) -> list[Bar]:
    """Give the bars of a question. A count that is not told has none."""
    few = words.say("fewer than %(number)s", number=SMALLEST)
    untold = {"few": few, "hidden": words.say("not shown")}
    return [
        (choice.say, choice.count, str(choice.count))
        if isinstance(choice.count, int)
        else (choice.say, 0, untold[choice.count])
        for choice in question.answers
    ]
