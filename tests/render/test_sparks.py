"""The page of decisions: every total is the sum of the rows that are shown."""

from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_radio.model.problem import Origin
from recovery_radio.model.spark import Decision, SparkYear
from recovery_radio.model.words import Words
from recovery_radio.render.sparks import month_in_words, pounds, views

sums = st.integers(5_000, 50_000).map(lambda pence: Decimal(pence) / 100)
months = st.tuples(st.integers(2026, 2027), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02}")


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    asked = draw(sums)
    said = draw(st.sampled_from(["yes", "part", "no"]))
    part = {"given": draw(st.integers(1, int(asked * 100) - 1)) / Decimal(100)}
    words = {"purpose": "A thing", "reason": "It opens something."}
    return Decision.model_validate(
        {
            "month": draw(months),
            "asked": asked,
            "decision": said,
            **words,
            **(part if said == "part" else {}),
        }
    )


def year(
    *made: Decision, start: str = "2026-01", end: str = "2026-12", **more: object
) -> SparkYear:
    values = {"from": start, "to": end, "decisions": made, "origin": Origin("a.yml", {}), **more}
    return SparkYear.model_validate(values)


def as_number(text: str) -> Decimal:
    return Decimal(text.removeprefix("£").replace(",", ""))


@given(st.lists(decisions(), min_size=1, max_size=30))
def test_totals_are_the_sums_of_the_rows_to_the_penny(made: list[Decision]) -> None:
    [view] = views([year(*made, budget="30000")])

    assert as_number(view.asked) == sum(as_number(row.asked) for row in view.rows)
    assert as_number(view.given) == sum(as_number(row.given) for row in view.rows)
    assert sum(given for _, given, _ in view.quarters) == as_number(view.given)
    assert sum(number for _, number in view.counts) == len(view.rows) == len(made)
    assert as_number(view.left) == Decimal(30000) - as_number(view.given)
    shown = [row.decision.month for row in view.rows]
    assert shown == sorted(shown, reverse=True)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("180", "£180"),
        ("87.5", "£87.50"),
        ("1087.05", "£1,087.05"),
        ("500.00", "£500"),
        ("0", "£0"),
    ],
)
def test_a_sum_is_written_with_its_pence_if_it_has_any(amount: str, text: str) -> None:
    assert pounds(Decimal(amount)) == text


def test_months_and_years_are_written_in_words() -> None:
    decision = Decision(
        month="2026-10", asked=Decimal(60), purpose="A pass", decision="yes", reason="It opens."
    )

    assert month_in_words("2026-10") == "October 2026"
    old, new = year(decision), year(decision, start="2027-04", end="2028-03")
    assert [view.title for view in views([old, new])] == ["April 2027 to March 2028", "2026"]
    assert views([old])[0].quarters == (("October to December 2026", Decimal(60), "£60"),)
    assert views([old])[0].budget == views([old])[0].left == ""


def test_in_another_language_months_and_quarters_are_in_it_too() -> None:
    words = Words("pl", translations=_Polish())
    row = {"asked": 60, "purpose": "A pass", "decision": "yes", "reason": "It opens."}
    decision = Decision.model_validate({"month": "2026-10", **row})
    [view] = views([year(decision, start="2026-04", end="2027-03")], words)

    assert view.title == "od kwiecień 2026 do marzec 2027"
    assert [shown.month for shown in view.rows] == ["październik 2026"]
    assert [name for name, *_ in view.quarters] == ["od październik do grudzień 2026"]


class _Polish(NullTranslations):
    """One text in Polish."""

    def gettext(self, message: str) -> str:
        return {"%(first)s to %(last)s": "od %(first)s do %(last)s"}[message]
