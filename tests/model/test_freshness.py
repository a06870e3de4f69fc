"""How long facts are trusted, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_radio.model.freshness import Freshness, trust_from

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MONTHS = st.sampled_from((3, 6, 12))


@pytest.mark.parametrize(
    ("checked", "months", "due", "overdue", "expires"),
    [
        ("2026-11-01", 6, "2027-05-01", "2027-07-30", "2027-11-01"),
        ("2026-08-31", 6, "2027-02-28", "2027-05-29", "2027-08-28"),
        ("2026-12-15", 3, "2027-03-15", "2027-04-29", "2027-06-15"),
        ("2028-02-29", 12, "2029-02-28", "2029-08-29", "2030-02-28"),
    ],
)
def test_facts_are_due_overdue_and_expired_on_these_days(
    checked: str, months: int, due: str, overdue: str, expires: str
) -> None:
    trust = trust_from(date.fromisoformat(checked), months)

    assert [day.isoformat() for day in trust] == [due, overdue, expires]


@given(checked=DAYS, months=MONTHS)
def test_the_four_states_follow_one_another_and_each_lasts(checked: date, months: int) -> None:
    trust = trust_from(checked, months)
    states = [trust.state(checked + timedelta(days=n)) for n in range(31 * 2 * months)]

    assert list(dict.fromkeys(states)) == list(Freshness)
    assert states == sorted(states, key=list(Freshness).index)
    assert all(states.count(state) >= 28 * months // 2 for state in list(Freshness)[:2])
    assert trust.state(trust.expires - timedelta(days=1)) is Freshness.OVERDUE


@given(checked=DAYS, months=MONTHS)
def test_nobody_is_due_earlier_because_they_rang_later(checked: date, months: int) -> None:
    before, after = (trust_from(checked + timedelta(days=n), months) for n in (0, 1))

    assert before.due <= after.due
    assert before.expires <= after.expires
