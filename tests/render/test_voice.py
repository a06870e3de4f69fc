"""A say in decisions, put in order: what is late comes before what is done."""

from datetime import date
from pathlib import Path

from recovery_radio.model.survey import Question
from recovery_radio.read.hub import Folders, read_hub
from recovery_radio.render.voice import (
    bars_of,
    coming,
    sort_commitments,
    sort_groups,
    sort_notices,
    sort_pilots,
    sort_said,
)
from station import ROOT

SAY = read_hub(ROOT, Folders(), None, map)[0].say
TODAY = date(2026, 11, 21)


def test_the_example_station_has_notices_in_every_state_and_on_every_rung() -> None:
    states = {notice.state(TODAY) for notice in SAY.notices.values()}

    assert states == {"open", "waiting", "late", "told"}
    assert {notice.rung for notice in SAY.notices.values()} == {
        "inform",
        "consult",
        "engage",
        "co-design",
        "co-produce",
        "user-led",
    }


def test_what_closes_first_comes_first_and_what_is_late_before_what_waits() -> None:
    notices = sort_notices(SAY.notices, TODAY)

    closing = [notice.closes for _, notice in notices.open if notice.closes]
    assert closing == sorted(closing)
    assert len(closing) == 3
    states = [notice.state(TODAY) for _, notice in notices.waiting]
    assert states == ["late", "waiting", "waiting"]
    shown = [key for part in notices for key, _ in part]
    assert sorted(shown) == sorted(SAY.notices)


def test_what_is_unanswered_comes_first_with_the_oldest_on_top() -> None:
    replies = sort_said(SAY.said, TODAY)

    assert [one.on for one in replies.unanswered] == [date(2026, 7, 2), date(2026, 8, 14)]
    assert [(TODAY - one.on).days > 90 for one in replies.waiting] == [False]
    answers = [one.reply.on for one in replies.answered if one.reply]
    assert answers == sorted(answers, reverse=True)
    kinds = {one.reply.kind for one in replies.answered if one.reply}
    assert kinds == {"did", "in-part", "did-not"}
    assert sum(map(len, replies)) == len(SAY.said)


def test_promises_stand_by_state_and_none_is_lost() -> None:
    groups = sort_commitments(SAY.commitments, TODAY)

    assert [state for state, _ in groups] == ["late", "running", "kept", "dropped"]
    assert sum(len(found) for _, found in groups) == len(SAY.commitments)
    assert {one.side for _, found in groups for one in found} == {"services", "people"}


def test_groups_with_an_empty_seat_come_first() -> None:
    free = [group.free > 0 for group in sort_groups(SAY.groups)]

    assert free == [True, True, True, False]


def test_a_day_that_has_passed_is_not_told_as_the_next() -> None:
    assert coming(TODAY, TODAY) == TODAY
    assert coming(date(2026, 11, 20), TODAY) is None
    assert coming(None, TODAY) is None


def test_pilots_that_run_come_before_those_that_are_over() -> None:
    states = [pilot.state(TODAY) for pilot in sort_pilots(SAY.pilots, TODAY)]

    assert states == ["running", "stopped", "over"]


def test_a_count_that_is_not_told_has_no_bar() -> None:
    question = Question.model_validate(
        {
            "ask": "Why?",
            "answers": [
                {"say": "The fare", "count": 37},
                {"say": "Work", "count": "few"},
                {"say": "Rain", "count": "hidden"},
                {"say": "Snow", "count": 0},
            ],
        }
    )

    assert bars_of(question) == [
        ("The fare", 37, "37"),
        ("Work", 0, "fewer than 5"),
        ("Rain", 0, "not shown"),
        ("Snow", 0, "0"),
    ]


def test_no_number_from_one_to_four_stands_in_the_register_of_surveys() -> None:
    text = Path(ROOT / "site/data/surveys.yml").read_text("utf-8")

    assert "count: few" in text
    assert not [
        line for line in text.splitlines() if line.endswith(tuple(f": {n}}}" for n in "1234"))
    ]
