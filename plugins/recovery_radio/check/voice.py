"""A say in decisions: that a notice is honest, a promise has an end, and nobody is named."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from recovery_radio.check.anonymity import find_person
from recovery_radio.check.days import check_past
from recovery_radio.check.reach import check_reach
from recovery_radio.check.surveys import check_survey
from recovery_radio.check.texts import texts_of
from recovery_radio.model.entry import Entry
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem, Severity
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said

_INFORM = "inform"
_ASK_AGAIN = "Ask those who have to answer, and write what they say."


def check_voice(hub: Hub, today: date) -> Iterator[Problem]:
    """Check notices, seats, promises, answers, surveys and pilots; in all registers, names."""
    say = hub.say
    for entry in chain.from_iterable(register.values() for register in say):
        yield from _names(entry)
    for notice in say.notices.values():
        yield from _notice(notice, today)
    for group in say.groups.values():
        yield from _group(group, today)
    for commitment in say.commitments.values():
        yield from _commitment(commitment, today)
    for said in say.said.values():
        yield from _said(said, today)
    for survey in say.surveys.values():
        yield from check_survey(survey, today)
    for pilot in say.pilots.values():
        yield from _pilot(pilot, today)
    for alliance in say.alliances.values():
        if alliance.organiser:
            yield from check_reach(alliance.origin, "organiser", alliance.organiser)


def _names(entry: Entry) -> Iterator[Problem]:
    for key, text in texts_of(entry):
        if found := find_person(text):
            what = (
                f"This register names roles only, and this looks like a person's name: '{found}'."
            )
            repair = "Write the role, such as `the organiser`, or the name of the group."
            yield entry.origin.problem(key, what, repair, "named-person")


def _notice(notice: Notice, today: date) -> Iterator[Problem]:
    origin = notice.origin
    asks = notice.rung != _INFORM
    if asks and not notice.still_open:
        what = f"Nothing is open, and the rung says that people have a say: `{notice.rung}`."
        repair = "Write what can still change, or `rung: inform`."
        yield origin.problem("still_open", what, repair, "nothing-open")
    if not asks and notice.still_open:
        what = "The rung `inform` says that all is decided, and something is still open."
        repair = "Write the rung on which people can change it, such as `consult`."
        yield origin.problem("rung", what, repair, "wrong-rung")
    elif not asks and (notice.ways or notice.closes):
        what = (
            "The rung `inform` asks nobody, and the notice tells how, or until when, to take part."
        )
        repair = "Remove `ways` and `closes`, or change the rung."
        key = "ways" if notice.ways else "closes"
        yield origin.problem(key, what, repair, "wrong-rung")
    if asks and not (notice.ways and notice.closes):
        what = "People are to have a say, and the notice does not tell how, or until when."
        repair = "Add `ways`, and the last day as `closes`."
        yield origin.problem("ways", what, repair, "no-way-in")
    if (notice.result is None) != (notice.result_on is None):
        what = "A result has its day, and a day has its result."
        repair = "Write both `result` and `result_on`, or none."
        yield origin.problem("result", what, repair, "result-without-day")
    if notice.state(today) == "late":
        what = f"The result was due on {notice.result_due}, and the page says that it is late."
        yield origin.problem("result_due", what, _ASK_AGAIN, "answer-overdue", Severity.NOTICE)
    yield from _order(notice, "closes", notice.closes, "result_due", notice.result_due)
    yield from _order(notice, "closes", notice.closes, "result_on", notice.result_on)
    yield from check_past(origin, "result_on", notice.result_on, today)
    yield from check_reach(origin, "organiser", notice.organiser)


def _group(group: Group, today: date) -> Iterator[Problem]:
    if group.filled > group.seats:
        what = f"{group.filled} of {group.seats} seats cannot be filled."
        yield group.origin.problem("filled", what, "Mend one of the two.", "too-many-seats")
    yield from check_past(group.origin, "last_meeting", group.last_meeting, today)
    for index, proposal in enumerate(group.proposals):
        if proposal.on > today:
            what = "The vote lies in the future."
            repair = "Add it when it has been held."
            yield group.origin.problem(f"proposals.{index}.on", what, repair, "future-date")
    yield from check_reach(group.origin, "reach", group.reach)


def _commitment(commitment: Commitment, today: date) -> Iterator[Problem]:
    if commitment.kept and commitment.dropped:
        what = "A promise cannot be kept and dropped."
        yield commitment.origin.problem("dropped", what, "Remove one of the two.", "two-ends")
    if commitment.dropped and not commitment.outcome:
        what = "The promise was dropped, and nobody can read why."
        repair = "Say why in `outcome`: people were told that it would be done."
        yield commitment.origin.problem("dropped", what, repair, "no-reason")
    days = {"due": commitment.due, "kept": commitment.kept, "dropped": commitment.dropped}
    for key, day in days.items():
        yield from _order(commitment, "made", commitment.made, key, day)
    del days["due"]
    for key, day in {"made": commitment.made, **days}.items():
        yield from check_past(commitment.origin, key, day, today)


def _said(said: Said, today: date) -> Iterator[Problem]:
    if said.on > today:
        yield from check_past(said.origin, "on", said.on, today)
    elif reply := said.reply:
        if reply.kind != "did" and not reply.why:
            what = "Not all of it was done, and nobody can read why."
            repair = "Say in `why` what stands in the way."
            yield said.origin.problem("reply", what, repair, "no-reason")
        if reply.on > today or reply.on < said.on:
            what = "The answer was given before the question, or after today."
            repair = "Write the day on which it was given."
            yield said.origin.problem("reply.on", what, repair, "dates-out-of-order")
    elif said.is_unanswered(today):
        days = (today - said.on) // timedelta(days=1)
        what = f"This has had no answer for {days} days, and the page says so."
        yield said.origin.problem("on", what, _ASK_AGAIN, "answer-overdue", Severity.NOTICE)


def _pilot(pilot: Pilot, today: date) -> Iterator[Problem]:
    yield from _order(pilot, "started", pilot.started, "ends", pilot.ends)
    yield from _order(pilot, "started", pilot.started, "stopped", pilot.stopped)
    if pilot.state(today) in ("over", "stopped") and not pilot.learned:
        what = "The pilot is over, and nobody can read what was learned."
        repair = "Write it in `learned`, also if it did not work."
        yield pilot.origin.problem("learned", what, repair, "nothing-learned", Severity.NOTICE)


def _order(
    entry: Entry, first: str, before: date | None, second: str, after: date | None
) -> Iterator[Problem]:
    """Hold two days of an entry to their order."""
    if before and after and after < before:
        what = f"`{second}` lies before `{first}`."
        yield entry.origin.problem(second, what, "Mend one of the two days.", "dates-out-of-order")
